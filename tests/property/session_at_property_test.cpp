// SPDX-License-Identifier: MIT
// The typed session and the session at run time are one: in every stage the same answers and the same state.
#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>

#include "tests/property/session_properties.hpp"
#include "tests/protocol/six_stages.hpp"

using namespace balint;
using namespace balint::declare;

namespace session_at_property_test {

using students = student_group;
using run_time = session<students>;

/// The stage after a stage; void after the last.
template <typename Order, typename Stage>
struct following {
  using type = void;
};
template <typename First, typename Second, typename... Rest, typename Stage>
struct following<sequence<First, Second, Rest...>, Stage>
    : std::conditional_t<std::same_as<typename First::stage, Stage>, std::type_identity<typename Second::stage>,
                         following<sequence<Second, Rest...>, Stage>> {};
template <typename Stage>
using stage_after = typename following<students::order, Stage>::type;

/// What the two faces are compared by: the first answer or state that is not the same ends it.
struct comparison {
  const property::script* all;
  run_time beside;
  bool leaves_out_questions = false;
  std::size_t at = 0;
  std::size_t stages = 1;
  std::size_t recorded = 0;
};

/// Calls f with a role that may do Act in Stage, by type: anyone for what anyone may do, else a role that the person
/// holds, else, for an event that is refused, one that they do not hold.
template <typename Stage, typename Act, typename F>
void with_a_role(const run_time& now, person_id by, F f) {
  if constexpr (permits<students, Stage, Act, role::anyone>) {
    f(std::type_identity<role::anyone>{});
  } else {
    bool done = false;
    for (const bool must_hold : {true, false}) {
      six_stages::for_all_roles([&]<typename Role, char Letter>(six_stages::lettered<Role, Letter>) {
        if constexpr (permits<students, Stage, Act, Role>) {
          if (!done && (!must_hold || now.holds<Role>(by))) {
            f(std::type_identity<Role>{});
            done = true;
          }
        }
        return !done;
      });
    }
  }
}

/// Records an event through the typed face. Gives what it answered; nothing for an act that would not compile here.
template <typename Stage, typename Typed>
std::optional<code> recorded(Typed& typed, const event<students>& e) {
  std::optional<code> answer;
  six_stages::for_all_acts([&]<typename Act>(six_stages::one_act<Act>) {
    constexpr bool leaves = Act::does == effect::advances || Act::does == effect::cuts_short ||
                            Act::does == effect::closes || Act::does == effect::terminates;
    if constexpr (!leaves && act_of_stage<Act, students, Stage>) {
      if (e.act == act_id_of<Act, students>) {
        with_a_role<Stage, Act>(typed.at_run_time(), e.by, [&]<typename Role>(std::type_identity<Role>) {
          const auto said = [&](const auto& done) { answer = done ? detail::no_refusal : done.error().code; };
          const seat<Role> by{e.by};
          if constexpr (std::same_as<typename Act::target, no_target>) {
            said(typed.template record<Act>(by, e.at));
          } else {
            said(typed.template record<Act>(by, e.template target_as<typename Act::target>(), e.at));
          }
        });
      }
    }
    return true;
  });
  return answer;
}

template <typename Stage>
bool compare(session_at<students, Stage> typed, comparison& with);

template <typename Next>
bool ended_the_same(const Next& ended, const comparison& with) {
  return ended.end() == with.beside.end() && ended.at_run_time().snapshot() == with.beside.snapshot();
}

/// Leaves the stage through the typed face: goes on in the next stage, or in this one after a refusal.
template <typename Left>
bool go_on(Left left, const std::expected<void, refusal<students>>& expected, comparison& with) {
  if (left.has_value() != expected.has_value()) return false;
  if (!left) return left.error().why == expected.error() && compare(std::move(left.error()).resume(), with);
  if constexpr (requires { left->end(); }) {
    return ended_the_same(*left, with);
  } else {
    ++with.stages;
    return compare(std::move(*left), with);
  }
}

template <typename Stage>
bool compare(session_at<students, Stage> typed, comparison& with) {
  if (!(typed.at_run_time().snapshot() == with.beside.snapshot())) return false;
  if (with.at == with.all->steps.size()) return true;
  auto e = property::chosen(with.beside, with.all->steps[with.at++]);
  if (target_of<students>(e.act) == target_kind::none)
    detail::set_raw_target(e, 0);  // The typed face has no place for one.
  const auto act = name_of<students>(e.act);
  const auto expected = with.beside.apply(e);
  if (with.leaves_out_questions && act == "ask") return compare(std::move(typed), with);
  const seat<role::leader> by{e.by};
  if (act == "terminate") return go_on(std::move(typed).terminate(by, e.at), expected, with);
  if constexpr (!std::is_void_v<stage_after<Stage>>) {
    if (act == "advance")
      return go_on(std::move(typed).template advance_to<stage_after<Stage>>(by, e.at), expected, with);
    if (act == "cut_short")
      return go_on(std::move(typed).template cut_short_to<stage_after<Stage>>(by, e.at), expected, with);
  } else {
    if (act == "close") return go_on(std::move(typed).close(by, e.at), expected, with);
  }
  if (const auto answer = recorded<Stage>(typed, e)) {
    ++with.recorded;
    if (*answer != (expected ? detail::no_refusal : expected.error().code)) return false;
  } else if (expected) {
    return false;  // What does not compile in this stage is refused by the engine.
  }
  return compare(std::move(typed), with);
}

/// Whether both faces agree on a script, and how far it went.
comparison compared(const property::script& s, bool& agree, bool skips) {
  const auto people = property::group_of<students>(s);
  comparison with{&s, run_time(people), skips};
  agree = compare(session_at<students, stage::presentation>(people), with);
  return with;
}

TEST(RandomTypedSession, AgreesWithTheOneAtRunTime) {
  std::size_t stages = 0, recorded = 0;
  EXPECT_TRUE(property::always(
      [&](const auto& s) {
        bool agree = false;
        const auto with = compared(s, agree, false);
        stages = std::max(stages, with.stages);
        recorded += with.recorded;
        return agree;
      },
      150));
  EXPECT_EQ(stages, students::order::size);
  EXPECT_GT(recorded, 1000U);
}
TEST(RandomTypedSession, IsCaughtLeavingOutAnAct) {
  EXPECT_TRUE(property::is_caught([](const auto& s) {
    bool agree = false;
    compared(s, agree, true);
    return agree;
  }));
}

}  // namespace session_at_property_test
