// SPDX-License-Identifier: MIT
#pragma once
/// Random groups and random events, and the check of a property on them. The seed is fixed, so that a run is like the
/// one before; with RC_PARAMS in the environment ("seed=7 max_success=5000") it is what that says.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <array>
#include <balint/balint.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ostream>
#include <sstream>
#include <string_view>
#include <vector>

namespace property {

/// What a random event is chosen by.
struct step {
  std::uint8_t way = 0, time = 0, by = 0, act = 0;
  std::uint16_t pick = 0, target = 0;

  friend std::ostream& operator<<(std::ostream& out, const step& s) {
    return out << "way " << s.way % 8 << " time " << +s.time << " by " << +s.by << " act " << +s.act << " pick "
               << s.pick << " target " << s.target;
  }
};

/// A random group and what happens in it.
struct script {
  std::uint8_t participants = 0, others = 0;
  std::vector<step> steps;

  friend std::ostream& operator<<(std::ostream& out, const script& s) {
    out << "participants " << +s.participants << ", others " << +s.others;
    for (const auto& one : s.steps) out << "\n  " << one;
    return out;
  }
};

/// A group of two to six people that can be formed: participants, who leads, perhaps a stand-in (who may take part),
/// perhaps a supervisor.
template <balint::protocol P>
std::vector<balint::person<P>> people_of(const script& s) {
  static constexpr std::array<std::string_view, 6> ids{"p0", "p1", "p2", "p3", "p4", "p5"};
  constexpr bool is_consultation = std::same_as<P, balint::case_consultation>;
  constexpr bool leader_takes_part = is_consultation || std::same_as<P, balint::staff_group>;
  const std::size_t participants = (is_consultation ? 3U : 2U) + s.participants % 3U;
  std::vector<balint::person<P>> people;
  const auto add = [&](std::string_view office) {
    people.push_back({.id = ids[people.size()], .offices = {}, .agrees = balint::consent::given});
    if (!people.back().offices.insert(office)) people.pop_back();
  };
  for (std::size_t i = 0; i < participants; ++i) add("participant");
  const bool is_member = leader_takes_part || (std::same_as<P, balint::led_staff_group> && s.others / 8 % 2 == 0);
  if (!is_member) add(P::lead::office::name);
  if (is_member) people[s.others / 16U % participants].offices.insert(P::lead::office::name);
  constexpr std::string_view stand_in = std::same_as<P, balint::classical_group> ? "co_leader" : "deputy";
  if (s.others % 4 == 1) people[0].offices.insert(stand_in);
  if (s.others % 4 >= 2 && people.size() < 5) add(stand_in);
  if (s.others / 4 % 2 == 0 || std::same_as<P, balint::staff_group>) add("supervisor");
  return people;
}

/// The next event of a script: mostly one that is legal and leads on, sometimes any.
template <typename Session, typename P = typename Session::protocol_type>
balint::event<P> chosen(const Session& now, const step& s) {
  using event = balint::event<P>;
  std::vector<event> of_the_stage, owed, onward, throughout, all;
  const auto first_owed = now.first_owed();
  for (const auto who : now.people().people()) {
    now.each_legal_event(who, [&](const event& e) {
      const auto act = balint::name_of<P>(e.act);
      all.push_back(e);
      if (balint::is_act_of_a_stage<P>(e.act)) of_the_stage.push_back(e);
      if (first_owed.owes == balint::debt::an_act && e.act == first_owed.act && first_owed.by.contains(e.by) &&
          (first_owed.options == 0 || balint::detail::raw_target(e) == first_owed.first_option.number))
        owed.push_back(e);
      // Anybody may flag any rule: most sessions would do little else, and then not move on.
      if (act == "flag" && !now.open_flags().empty() && s.time % 4 != 0) return;
      const bool answers =
          act == "remind" && now.open_flags().contains({static_cast<std::uint8_t>(balint::detail::raw_target(e))});
      if (act == "advance" || act == "close" || act == "rejoin" || answers) {
        onward.push_back(e);
      } else if (!balint::is_act_of_a_stage<P>(e.act) && act != "terminate" && act != "cut_short" &&
                 (throughout.empty() || throughout.back().act != e.act || throughout.back().by != e.by || s.pick % 3)) {
        throughout.push_back(e);
      }
    });
  }
  const auto one_of = [&](const std::vector<event>& some) { return some[s.pick % some.size()]; };
  auto e = [&] {
    const auto way = s.way % 8;
    if (way < 5 && !onward.empty() && (way < 2 || of_the_stage.empty())) return one_of(onward);
    if ((way == 3 || way == 4) && !owed.empty()) return one_of(owed);
    if (way < 5 && !of_the_stage.empty()) return one_of(of_the_stage);
    if (way == 5 && !throughout.empty()) return one_of(throughout);
    if (way == 6 && s.time % 4 == 0 && !all.empty()) return one_of(all);
    auto any = balint::detail::raw_event<P>({.by = {static_cast<std::uint8_t>(s.by % (now.people().size() + 2))},
                                             .act = {static_cast<std::uint16_t>(s.act % (balint::act_count<P> + 2))},
                                             .target = s.target});
    if (s.by % 16 == 15) any.by = balint::nobody;
    if (s.target % 4 != 3) balint::detail::set_raw_target(any, static_cast<std::uint16_t>(s.target % 9));
    return any;
  }();
  if (s.time % 8 == 1) {
    const auto last = now.snapshot().state.last_at;
    e.at = {last == balint::before_all ? 1'000'000 : last.since_epoch + (s.time / 8 - 2) * 1'000};
  }
  return e;
}

/// Plays a script: calls f(session, event) before each event, which f applies.
template <typename Session, typename F>
bool play(Session& now, const std::vector<step>& steps, F f) {
  for (const auto& s : steps) {
    if (!f(now, chosen(now, s))) return false;
  }
  return true;
}
/// The group of a script.
template <balint::protocol P>
balint::group<P> group_of(const script& s) {
  return balint::detail::group_of(balint::form<P>(people_of<P>(s)));
}

inline rc::Gen<script> scripts() {
  const auto byte = rc::gen::resize(100, rc::gen::arbitrary<std::uint8_t>());
  const auto word = rc::gen::resize(100, rc::gen::arbitrary<std::uint16_t>());
  const auto one = rc::gen::build<step>(rc::gen::set(&step::way, byte), rc::gen::set(&step::time, byte),
                                        rc::gen::set(&step::by, byte), rc::gen::set(&step::act, byte),
                                        rc::gen::set(&step::pick, word), rc::gen::set(&step::target, word));
  return rc::gen::build<script>(rc::gen::set(&script::participants, byte), rc::gen::set(&script::others, byte),
                                rc::gen::set(&script::steps, rc::gen::container<std::vector<step>>(one)));
}

/// Tries a property on random scripts: whether it always holds, and the smallest script found that breaks it.
template <typename Property>
testing::AssertionResult always(Property holds, int times = 300, bool shrinks = true) {
  rc::detail::TestParams how;
  how.seed = 2019;
  how.maxSuccess = times;
  if (std::getenv("RC_PARAMS") != nullptr) how = rc::detail::configuration().testParams;
  how.disableShrinking = !shrinks;
  const auto result = rc::detail::checkTestable(
      [&] {
        const auto s = *scripts();
        RC_ASSERT(holds(s));
      },
      rc::detail::TestMetadata{}, how);
  if (result.template is<rc::detail::SuccessResult>()) return testing::AssertionSuccess();
  std::ostringstream said;
  rc::detail::printResultMessage(result, said);
  return testing::AssertionFailure() << said.str();
}

/// Whether something broken on purpose breaks a property.
template <typename Property>
bool is_caught(Property holds) {
  return !always(holds, 300, false);
}

using protocols = testing::Types<balint::student_group, balint::staff_group, balint::led_staff_group,
                                 balint::classical_group, balint::case_consultation>;

}  // namespace property
