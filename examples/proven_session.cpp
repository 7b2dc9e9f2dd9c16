// SPDX-License-Identifier: MIT
/// @file
/// A whole session of the staff group, proven by the compiler and run again at run time, with an observer that counts.
#include <balint/balint.hpp>

#include <fmt/core.h>

#include <array>

namespace {

using namespace balint;

/// Counts what happens. An observer has the functions it needs; those it lacks cost nothing.
struct counter {
  unsigned accepted = 0;
  unsigned refused = 0;
  unsigned stages = 1;
  ending how = ending::running;

  constexpr void on_accepted(const event<staff_group>&) noexcept { ++accepted; }
  constexpr void on_refused(const refusal<staff_group>&) noexcept { ++refused; }
  constexpr void on_stage_entered(stage_id<staff_group>) noexcept { ++stages; }
  constexpr void on_ended(ending end) noexcept { how = end; }
  friend constexpr bool operator==(const counter&, const counter&) = default;
};

constexpr std::array everybody{person<staff_group>::as<role::participant, role::leader>("t1", consent::given),
                               person<staff_group>::as<role::participant>("t2", consent::given),
                               person<staff_group>::as<role::participant>("t3", consent::given),
                               person<staff_group>::as<role::supervisor>("sup")};
constexpr person_id tamara{0};  // leads, and will be the presenter
constexpr person_id ulyana{1};
constexpr person_id fyodor{2};
constexpr person_id sup{3};

/// Accepts an act that is legal, and nothing else.
template <typename Act, typename Session, typename... TargetAndTime>
constexpr bool does(Session& running, person_id who, TargetAndTime... on) {
  return running.template is_legal<Act>(who) && running.template record<Act>(who, on...).has_value();
}
/// Whether Act is refused for that reason, and changes nothing.
template <typename Act, typename Session, typename... TargetAndTime>
constexpr bool may_not(Session& running, code why, person_id who, TargetAndTime... on) {
  const auto before = running.snapshot();
  const auto answer = running.template record<Act>(who, on...);
  return !answer && answer.error().code == why && running.snapshot() == before;
}

/// A session from its beginning to its end; the counter if all went as written, else one that counted nothing.
constexpr counter whole_session() {
  const auto people = form<staff_group>(everybody).formed();
  if (!people) return {};
  session<staff_group, counter> s{*people};
  bool good = true;

  for (const auto who : {tamara, ulyana, fyodor}) good = good && does<act::present_case>(s, who);
  good = good && does<act::advance>(s, tamara);

  // Everybody wants the leader's case. A leader does not lead through an own case: leadership moves first.
  for (const auto who : {tamara, ulyana, fyodor}) good = good && does<act::vote>(s, who, case_id{tamara});
  good = good && may_not<act::select_case>(s, code::leader_is_presenter, tamara, case_id{tamara}) &&
         does<act::hand_over>(s, tamara, ulyana) && does<act::select_case>(s, ulyana, case_id{tamara}) &&
         does<act::accept_case>(s, tamara) && does<act::advance>(s, ulyana);

  // Nobody moves on while the supervisor is away.
  good = good && does<act::tell_story>(s, tamara) && does<act::ask>(s, ulyana) && does<act::answer>(s, tamara) &&
         does<act::drop>(s, sup) && may_not<act::advance>(s, code::supervisor_absent, ulyana) &&
         does<act::rejoin>(s, sup) && does<act::note>(s, sup) && does<act::advance>(s, ulyana);

  good = good && does<act::propose>(s, ulyana) && does<act::propose>(s, fyodor) && does<act::advance>(s, ulyana);

  // Tamara, whose case it is, listens while the others assess.
  good = good && may_not<act::assess>(s, code::wrong_role, tamara, option_id{1});
  for (const option_id option : {option_id{1}, option_id{2}}) {
    good = good && may_not<act::advance>(s, code::stage_incomplete, ulyana) && does<act::assess>(s, fyodor, option) &&
           does<act::forecast>(s, ulyana, option);
  }
  good = good && does<act::advance>(s, ulyana) && does<act::self_assess>(s, tamara) && does<act::close>(s, ulyana) &&
         may_not<act::note>(s, code::session_over, sup);
  return good ? s.observer() : counter{};
}

constexpr counter as_written{.accepted = 28, .refused = 6, .stages = 6, .how = ending::closed};
static_assert(whole_session() == as_written);

}  // namespace

int main() {
  const counter counted = whole_session();
  fmt::print("{} acts accepted, {} refused, {} stages, {}\n", counted.accepted, counted.refused, counted.stages,
             counted.how == ending::closed ? "closed" : "not closed");
  return counted == as_written ? 0 : 1;
}
