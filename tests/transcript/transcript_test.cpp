// SPDX-License-Identifier: MIT
// Transcripts in place and into a sink: what they keep, and that menus know from them who did what.
#include <balint/transcript/transcript.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace transcript_test {

using P = student_group;

template <typename Session>
constexpr Session played(Session now) {
  for (const auto& e : trace<P>().stages(0, 2)) {
    (void)now.apply(event<P>{});
    (void)now.apply(e);
  }
  return now;
}
template <typename Observer>
constexpr auto observed() {
  return played(session<P, Observer>(formed<P>().formed().value()));
}

TEST(Transcript, KeepsWhatWasAccepted) {
  constexpr auto holds = [] {
    const auto now = observed<transcript<P, 32>>();
    const auto& kept = now.observer().entries();
    const auto all = trace<P>().stages(0, 2);
    std::size_t i = 0;
    for (const auto& e : all) {
      if (!(kept[i++] == transcript_entry<P>{.what = e})) return false;
    }
    return kept.size() == all.size() && now.observer().lost() == 0;
  };
  BALINT_CHECK(holds());
}

TEST(Transcript, KeepsWhatWasRefusedWhereItIsAsked) {
  constexpr auto holds = [] {
    const auto now = observed<transcript<P, 32, keeping::all>>();
    const auto& kept = now.observer().entries();
    return kept.size() == 2 * trace<P>().stages(0, 2).size() && !kept[0].is_accepted &&
           kept[0].why == code::unknown_person && kept[1].is_accepted;
  };
  BALINT_CHECK(holds());
}

TEST(Transcript, CountsWhatNoLongerFits) {
  constexpr auto lost = [] { return observed<transcript<P, 3>>().observer(); };
  BALINT_CHECK(lost().entries().size() == 3);
  BALINT_CHECK(lost().lost() == trace<P>().stages(0, 2).size() - 3);
}

TEST(Transcript, LetsAMenuSayWhoDidWhatASessionDoesNotRemember) {
  constexpr auto by = [](auto now) {
    for (const auto& e : trace<P>().stages(0, 1).stage(1)) (void)now.apply(e);
    return menu_of(now, lead).template of<act::select_case>().done_by;
  };
  BALINT_CHECK(by(session<P, transcript<P, 32>>(formed<P>().formed().value())) == person_set{0b1000});
  BALINT_CHECK(by(session<P>(formed<P>().formed().value())).empty());
}

struct counting {
  std::size_t accepted = 0, refused = 0;
  constexpr void operator()(const transcript_entry<P>& one) { ++(one.is_accepted ? accepted : refused); }
};

TEST(TranscriptTo, GivesEachEntryToASink) {
  constexpr auto kept = [] {
    return played(session<P, transcript_to<P, counting>>(formed<P>().formed().value(),
                                                         transcript_to<P, counting>(counting{})))
        .observer()
        .sink();
  };
  BALINT_CHECK(kept().accepted == trace<P>().stages(0, 2).size() && kept().refused == 0);
  counting all;
  using told = transcript_to<P, counting&, keeping::all>;
  (void)played(session<P, told>(formed<P>().formed().value(), told(all)));
  EXPECT_EQ(all.refused, all.accepted);
  EXPECT_EQ(all.accepted, kept().accepted);
}

}  // namespace transcript_test
