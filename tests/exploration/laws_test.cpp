// SPDX-License-Identifier: MIT
// Each law is broken by a session made for it: so each can fail.
#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <string_view>

#include "tests/exploration/duties.hpp"
#include "tests/exploration/explore.hpp"
#include "tests/exploration/tiny.hpp"

using namespace balint;
using namespace exploration;

namespace laws_test {

using P = student_group;
using students = session<P>;
using answer = std::expected<void, refusal<P>>;

/// Two participants, a leader and a deputy.
group<P> people() {
  auto all = detail::group_access::of_nobody<P>();
  for (const auto i : {std::uint8_t{0}, std::uint8_t{1}})
    detail::group_access::seat(all, {i}, office_set<P>::of<role::participant>().bits);
  detail::group_access::seat(all, {2}, office_set<P>::of<role::leader>().bits);
  detail::group_access::seat(all, {3}, office_set<P>::of<role::deputy>().bits);
  return all;
}
bool is(const event<P>& e, std::string_view act) { return name_of<P>(e.act) == act; }

/// Whether the exploration of a session finds a fault.
template <typename Session>
bool finds(fault b, std::size_t most = 3'000) {
  return explore(Session(people()), {}, duties<P>{}, [](const Session&) {}, most).count(b) != 0;
}

TEST(Laws, AreKeptByTheSessionItself) {
  const auto found = explore(students(people()), {}, duties<P>{}, [](const students&) {}, 3'000);
  EXPECT_TRUE(found.is_lawful()) << found;
}

/// Offers its leader to advance at any time, but does not.
struct boastful : students {
  using students::students;
  template <typename F>
  void each_legal_event(person_id who, F f) const {
    students::each_legal_event(who, f);
    if (who == acting_leader()) f(plain<students>("advance", who));
  }
};
TEST(Laws, CatchALegalEventThatIsRefused) { EXPECT_TRUE(finds<boastful>(fault::legal_event_refused)); }
TEST(Laws, CatchLegalActsThatDifferFromTheEvents) { EXPECT_TRUE(finds<boastful>(fault::legal_acts_differ)); }

/// Lets nobody terminate in the second stage.
struct endless : students {
  using students::students;
  answer apply(const event<P>& e) {
    if (is(e, "terminate") && stage().index == 1) return std::unexpected(refusal<P>{});
    return students::apply(e);
  }
};
TEST(Laws, CatchALeaderWhoCannotEnd) { EXPECT_TRUE(finds<endless>(fault::leader_cannot_end)); }

/// Ends for whoever says so.
struct obedient : students {
  using students::students;
  answer apply(event<P> e) {
    if (is(e, "terminate")) e.by = acting_leader();
    return students::apply(e);
  }
};
TEST(Laws, CatchSomebodyElseWhoEnds) { EXPECT_TRUE(finds<obedient>(fault::somebody_else_ends)); }

/// Lets nobody end it but whoever leads.
struct deserted : students {
  using students::students;
  answer apply(const event<P>& e) {
    if (is(e, "terminate") && e.by != acting_leader()) return std::unexpected(refusal<P>{});
    return students::apply(e);
  }
};
TEST(Laws, CatchThatNobodyStepsInWhereNobodyLeads) { EXPECT_TRUE(finds<deserted>(fault::nobody_steps_in)); }

/// Lets nobody back in.
struct unforgiving : students {
  using students::students;
  answer apply(const event<P>& e) {
    if (is(e, "rejoin")) return std::unexpected(refusal<P>{});
    return students::apply(e);
  }
};
TEST(Laws, CatchALeadThatIsLost) { EXPECT_TRUE(finds<unforgiving>(fault::lead_is_lost)); }
TEST(Laws, CatchAnEndThatIsLost) { EXPECT_TRUE(finds<unforgiving>(fault::end_is_lost, 6'000)); }

/// Goes on by Steps stages, whatever is owed if it is Hasty, when it is complete or, if it is Curt, cut short.
template <std::uint8_t Steps, bool Hasty, bool Curt = false>
struct hurried : students {
  using students::students;
  static constexpr std::string_view move = Curt ? "cut_short" : "advance";
  explicit hurried(const students& other) : students(other) {}
  answer apply(const event<P>& e) {
    const auto said = students::can(e);
    const bool forced = Hasty && !said && said.error().code == code::stage_incomplete;
    if (!is(e, move) || (!said && !forced) || stage().index + Steps >= int{P::order::size}) return students::apply(e);
    auto moved = snapshot();
    moved.state.stage = static_cast<std::uint8_t>(moved.state.stage + Steps);
    moved.state.happened |= std::uint64_t{1} << e.act.index;
    const auto there = restore(students::people(), moved);
    if (!there) return std::unexpected(refusal<P>{});
    *this = hurried(*there);
    return {};
  }
  template <typename F>
  void each_legal_event(person_id who, F f) const {
    students::each_legal_event(who, f);
    const auto on = plain<students>(move, who);
    const auto said = students::can(on);
    if (Hasty && !said && said.error().code == code::stage_incomplete) f(on);
  }
};
TEST(Laws, CatchAStageThatIsLeftWithSomethingOwed) { EXPECT_TRUE((finds<hurried<1, true>>(fault::moves_while_owing))); }
TEST(Laws, CatchAStageThatIsLeapedOver) { EXPECT_TRUE((finds<hurried<2, false>>(fault::order_broken))); }
TEST(Laws, CatchAStageThatIsCutShortWithWhatStaysOwed) {
  EXPECT_TRUE((finds<hurried<1, true, true>>(fault::misses_a_duty)));
  EXPECT_FALSE((finds<hurried<1, true, true>>(fault::moves_while_owing)));
}
TEST(Laws, CatchAStageThatIsLeapedOverByCuttingItShort) {
  EXPECT_TRUE((finds<hurried<2, false, true>>(fault::order_broken)));
}

/// Hurried, and says that nothing is owed.
struct hushing : hurried<1, true> {
  using hurried::hurried;
  [[nodiscard]] obligations<P> owed() const { return {}; }
};
TEST(Laws, CatchADutyThatIsMissed) { EXPECT_TRUE(finds<hushing>(fault::misses_a_duty)); }

/// Never goes on by the act of the index in these two, the last stage apart.
template <std::size_t Which>
struct tarrying : students {
  using students::students;
  static constexpr std::array<std::string_view, 2> moves{"advance", "cut_short"};
  [[nodiscard]] answer can(const event<P>& e) const {
    if (is(e, moves[Which])) return std::unexpected(refusal<P>{.code = code::stage_incomplete});
    return students::can(e);
  }
};
TEST(Laws, CatchACompleteStageThatIsNotLeft) {
  EXPECT_TRUE(finds<tarrying<0>>(fault::stays_when_complete));
  EXPECT_TRUE(finds<tarrying<1>>(fault::stays_when_complete));
}

/// Forgets where it was worked in, or takes it that a flag is work.
template <bool Forgets>
struct miscounting : students {
  using students::students;
  answer apply(const event<P>& e) {
    const auto said = students::apply(e);
    auto counted = snapshot();
    if (Forgets) counted.state.worked = 0;
    if (!Forgets && is(e, "flag")) counted.state.worked |= std::uint64_t{1} << stage().index;
    const auto there = restore(students::people(), counted);
    if (said && there) static_cast<students&>(*this) = *there;
    return said;
  }
};
TEST(Laws, CatchWorkThatIsMiscounted) {
  EXPECT_TRUE(finds<miscounting<true>>(fault::work_miscounted));
  EXPECT_TRUE(finds<miscounting<false>>(fault::work_miscounted));
}

/// Takes every end for a proper one.
struct flattering : students {
  using students::students;
  [[nodiscard]] ending end() const { return is_over() ? ending::closed : ending::running; }
};
TEST(Laws, CatchAnEndThatIsNotTheActs) { EXPECT_TRUE(finds<flattering>(fault::ends_wrongly)); }

/// Forgets on its return who presented a case.
struct forgetful : students {
  using students::students;
  static std::expected<students, restore_error> restore(const group<P>& people, balint::snapshot<P> from) {
    from.state.cases = 0;
    return students::restore(people, from);
  }
};
TEST(Laws, CatchAStateThatDoesNotComeBack) { EXPECT_TRUE(finds<forgetful>(fault::does_not_come_back)); }

}  // namespace laws_test
