// SPDX-License-Identifier: MIT
// A monitor of interleaved sessions says of each what a judge says of it alone, in whatever order the deliveries come.
#include <balint/monitoring/monitor.hpp>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "tests/property/session_properties.hpp"

using namespace balint;

namespace monitor_property_test {

/// What was told of a session: every finding as often as it was told, and the verdict.
template <typename P>
struct said {
  std::vector<finding<P>> findings;
  verdict as_a_whole{};
  friend bool operator==(const said&, const said&) = default;
};

/// A session of a script: its group, which may not be formed, and its trace, in which anything may happen.
template <typename P>
struct one_session {
  std::string id;
  formation<P> people;
  std::vector<event<P>> trace;

  one_session(std::string name, const property::script& s, std::size_t from)
      : id(std::move(name)), people(people_of(s)) {
    session<P> now(detail::group_of(people));
    // Each session takes its own steps of the script, and goes on behind its end.
    for (auto i = from; i < s.steps.size(); i += 3) {
      trace.push_back(property::chosen(now, s.steps[i]));
      if (s.steps[i].way % 16 == 15 && !trace.empty()) trace.push_back(trace.back());
      (void)now.apply(trace.back());
    }
  }
  /// Who is on the list: now and then, somebody is missing.
  static formation<P> people_of(const property::script& s) {
    auto roster = property::people_of<P>(s);
    if (s.others % 8 == 7) roster.pop_back();
    return form<P>(roster);
  }
  /// What a judge says of it alone.
  [[nodiscard]] said<P> alone() const {
    said<P> all;
    const auto keep = [&all](const finding<P>& f) { all.findings.push_back(f); };
    all.as_a_whole = judge_trace<P>(people, trace, keep);
    return all;
  }
};

/// Keeps what a monitor tells, by session.
struct keeping {
  std::map<std::string, said<student_group>, std::less<>>* of_students;
  std::map<std::string, said<staff_group>, std::less<>>* of_staff;
  template <protocol P>
  void operator()(const auto& where, const finding<P>& f) const {
    said<P>* all = nullptr;
    if constexpr (std::same_as<P, student_group>) {
      all = &(*of_students)[std::string(where.id())];
    } else {
      all = &(*of_staff)[std::string(where.id())];
    }
    all->findings.push_back(f);
  }
};

using two_protocols = monitor<keeping, student_group, staff_group>;

/// Whether a monitor says of three interleaved sessions what a judge says of each alone; the script also says whose
/// event comes next, and, where deliveries are numbered, which of them come again.
template <typename Monitor, bool Numbered>
bool says_the_same_as_each_alone(const property::script& s) {
  const one_session<student_group> a("a", s, 0), b("b", s, 1);
  const one_session<staff_group> c("c", s, 2);
  std::map<std::string, said<student_group>, std::less<>> of_students;
  std::map<std::string, said<staff_group>, std::less<>> of_staff;
  Monitor all(keeping{&of_students, &of_staff});
  if (all.open(a.id, a.people) != delivery::in_order || all.open(b.id, b.people) != delivery::in_order ||
      all.open(c.id, c.people) != delivery::in_order) {
    return false;
  }
  std::array<std::size_t, 3> next{};
  bool fine = true;
  const auto deliver = [&](const auto& of, std::size_t& at, bool again) {
    if (at == of.trace.size()) return;
    const auto number = Numbered ? at + 1 : unnumbered;
    fine = fine && is_taken(all.apply(of.id, of.trace[at], number));
    if (Numbered && again) fine = fine && all.apply(of.id, of.trace[at], number) == delivery::duplicate;
    ++at;
  };
  const auto turn = [&](std::size_t who, bool again) {
    if (who == 0) deliver(a, next[0], again);
    if (who == 1) deliver(b, next[1], again);
    if (who == 2) deliver(c, next[2], again);
  };
  for (const auto& step : s.steps) turn(step.pick % 3U, step.target % 4 == 0);
  for (std::size_t i = 0; i < 3 * (2 * s.steps.size() + 1); ++i) turn(i % 3, false);
  const auto same = [&](const auto& of, auto& told) {
    auto& mine = told[of.id];
    all.visit(of.id, [&](const auto& live) { mine.as_a_whole = live.verdict(); });
    return mine == of.alone();
  };
  return fine && same(a, of_students) && same(b, of_students) && same(c, of_staff);
}

TEST(Monitor, SaysTheSameOfInterleavedSessionsAsAJudgeOfEachAlone) {
  EXPECT_TRUE(property::always(says_the_same_as_each_alone<two_protocols, false>));
}
TEST(Monitor, SaysTheSameWhereNumberedDeliveriesComeTwice) {
  EXPECT_TRUE(property::always(says_the_same_as_each_alone<two_protocols, true>));
}

/// Takes every event of one session for one of another.
struct mistaken : two_protocols {
  using two_protocols::monitor;
  template <protocol P>
  delivery apply(std::string_view id, const event<P>& e, std::uint64_t number) {
    return two_protocols::apply(id == "b" ? "a" : id, e, number);
  }
};
TEST(SaysTheSame, CatchesAMonitorThatTakesOneSessionForAnother) {
  EXPECT_TRUE((property::is_caught(says_the_same_as_each_alone<mistaken, false>)));
}

/// Judges what comes again.
struct forgetful : two_protocols {
  using two_protocols::monitor;
  template <protocol P>
  delivery apply(std::string_view id, const event<P>& e, std::uint64_t number) {
    const auto came = two_protocols::apply(id, e, number);
    return came == delivery::duplicate ? (void)two_protocols::apply(id, e), came : came;
  }
};
TEST(SaysTheSame, CatchesAMonitorThatJudgesWhatComesAgain) {
  EXPECT_TRUE((property::is_caught(says_the_same_as_each_alone<forgetful, true>)));
}

}  // namespace monitor_property_test
