// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// People, scenes and traces for the tests of sessions, judges and logs.
#include <gtest/gtest.h>

#include <array>
#include <balint/balint.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

/// A condition that holds at compile time and at run time.
#define BALINT_CHECK(...)         \
  do {                            \
    static_assert((__VA_ARGS__)); \
    EXPECT_TRUE((__VA_ARGS__));   \
  } while (false)

namespace support {

namespace act = balint::act;
namespace role = balint::role;

/// The people of every group below. Who leads takes part in a staff group and in a case consultation; a case
/// consultation has neither deputy nor watcher.
inline constexpr balint::person_id anna{0}, boris{1}, clara{2}, lead{3}, deputy{4}, watcher{5};

/// Whether the leader of protocol P takes part.
template <balint::protocol P>
inline constexpr bool leader_takes_part =
    std::same_as<P, balint::staff_group> || std::same_as<P, balint::case_consultation>;

/// A roster of protocol P: three participants, who leads, and the other offices that P has.
template <balint::protocol P>
[[nodiscard]] constexpr auto people_of() {
  using person = balint::person<P>;
  using balint::consent;
  const auto one = person::template as<role::participant>("anna", consent::given);
  const auto two = person::template as<role::participant>("boris", consent::given);
  const auto three = person::template as<role::participant>("clara", consent::given);
  if constexpr (std::same_as<P, balint::student_group>) {
    auto leader = person::template as<role::leader>("lead");
    leader.profession = "teacher";
    return std::array{one,
                      two,
                      three,
                      leader,
                      person::template as<role::deputy>("deputy"),
                      person::template as<role::supervisor>("watcher")};
  } else if constexpr (std::same_as<P, balint::led_staff_group>) {
    return std::array{one,
                      two,
                      three,
                      person::template as<role::leader>("lead"),
                      person::template as<role::deputy>("deputy"),
                      person::template as<role::supervisor>("watcher")};
  } else if constexpr (std::same_as<P, balint::staff_group>) {
    return std::array{one,
                      two,
                      three,
                      person::template as<role::participant, role::leader>("lead", consent::given),
                      person::template as<role::deputy>("deputy"),
                      person::template as<role::supervisor>("watcher")};
  } else if constexpr (std::same_as<P, balint::classical_group>) {
    return std::array{one,
                      two,
                      three,
                      person::template as<role::leader>("lead"),
                      person::template as<role::co_leader>("deputy"),
                      person::template as<role::supervisor>("watcher")};
  } else {
    return std::array{one, two, three, person::template as<role::participant, role::moderator>("lead", consent::given)};
  }
}

/// The formation of that roster.
template <balint::protocol P>
[[nodiscard]] constexpr balint::formation<P> formed() {
  const auto people = people_of<P>();
  return balint::form<P>(people);
}

/// Emits the events that do all a stage owes, Anna's case being the one that is worked on.
template <balint::protocol P, typename F>
constexpr void each_event_of_stage(std::size_t stage, F emit) {
  using balint::case_id, balint::event, balint::option_id, balint::person_id;
  const auto takers = leader_takes_part<P> ? std::uint8_t{4} : std::uint8_t{3};
  const auto everybody = [&]<typename Act>(std::uint8_t from, auto... on) {
    for (auto i = from; i < takers; ++i) emit(event<P>::template of<Act>(person_id{i}, on...));
  };
  if constexpr (std::same_as<P, balint::classical_group>) {
    switch (stage) {
      case 0: emit(event<P>::template of<act::restate_rules>(lead)); break;
      case 1:
        emit(event<P>::template of<act::offer_case>(anna));
        emit(event<P>::template of<act::select_case>(lead, case_id{anna}));
        break;
      case 2: emit(event<P>::template of<act::tell_story>(anna)); break;
      case 4: emit(event<P>::template of<act::speculate>(boris)); break;
      case 5: emit(event<P>::template of<act::invite_back>(lead)); break;
      default: break;
    }
  } else if constexpr (std::same_as<P, balint::case_consultation>) {
    switch (stage) {
      case 0: emit(event<P>::template of<act::take_case>(anna)); break;
      case 1:
        emit(event<P>::template of<act::tell_story>(anna));
        emit(event<P>::template of<act::state_question>(anna));
        break;
      case 3: emit(event<P>::template of<act::hypothesise>(boris)); break;
      case 4: emit(event<P>::template of<act::comment>(anna)); break;
      case 5: everybody.template operator()<act::suggest>(1); break;
      case 6: emit(event<P>::template of<act::decide>(anna)); break;
      case 7: everybody.template operator()<act::share>(0); break;
      default: break;
    }
  } else {
    switch (stage) {
      case 0: everybody.template operator()<act::present_case>(0); break;
      case 1:
        everybody.template operator()<act::vote>(0, case_id{anna});
        emit(event<P>::template of<act::select_case>(lead, case_id{anna}));
        emit(event<P>::template of<act::accept_case>(anna));
        break;
      case 2: emit(event<P>::template of<act::tell_story>(anna)); break;
      case 3: everybody.template operator()<act::propose>(1); break;
      case 4:
        for (std::uint16_t i = 1; i < takers; ++i) {
          emit(event<P>::template of<act::assess>(boris, option_id{i}));
          emit(event<P>::template of<act::forecast>(clara, option_id{i}));
        }
        break;
      default: emit(event<P>::template of<act::self_assess>(anna)); break;
    }
  }
}

/// The rule that protocol.md, section 3, puts behind a refusal, or "" for none; `stage_incomplete` has one of its own
/// each time, and `session_over` after a termination for an act of a stage `leader_may_terminate`.
[[nodiscard]] constexpr std::string_view rule_behind(balint::code why) {
  using enum balint::code;
  switch (why) {
    case unknown_person: return "closed_group";
    case wrong_stage:
    case too_early:
    case stage_skipped: return "stage_order";
    case wrong_role:
    case somebody_leads:
    case leader_is_presenter: return "roles";
    case not_supported: return "joint_selection";
    case flag_open: return "leader_enforces";
    case supervisor_absent: return "supervisor_present";
    default: return "";
  }
}

/// The name of a rule, or "" where there is none.
template <balint::protocol P>
[[nodiscard]] constexpr std::string_view rule_name(balint::rule_id rule) {
  return rule == balint::no_rule ? std::string_view{} : balint::name_of<P>(rule);
}

/// The acts that a session accepts from a person, found by trying everything.
template <balint::protocol P>
[[nodiscard]] constexpr balint::act_set<P> tried_out(const balint::session<P>& now, balint::person_id by) {
  balint::act_set<P> accepted;
  for (std::uint16_t i = 0; i < balint::act_count<P> && i < 64; ++i) {
    const bool has_target = balint::target_of<P>({i}) != balint::target_kind::none;
    for (std::uint16_t target = 0; target < (has_target ? 260 : 1); ++target) {
      auto copy = now;
      if (copy.apply(balint::detail::raw_event<P>({.by = by, .act = {i}, .target = target}))) accepted.insert({i});
    }
  }
  return accepted;
}

/// A session that is played to a point, and what it answers there. A step that was refused spoils the scene: it then
/// neither accepts nor refuses.
template <balint::protocol P>
class scene {
 public:
  using event = balint::event<P>;

  constexpr scene() : scene(formed<P>().formed().value()) {}
  constexpr explicit scene(const balint::group<P>& people) : session_(people) {}

  constexpr scene& did(const event& e) {
    is_sound_ = session_.apply(e).has_value() && is_sound_;
    return *this;
  }
  template <typename Act>
  constexpr scene& did(balint::person_id by, Act, auto... on) {
    return did(balint::event<P>::template of<Act>(by, on...));
  }
  /// Does all that the stage owes.
  constexpr scene& fulfilled() {
    each_event_of_stage<P>(session_.stage().index, [&](const event& e) { did(e); });
    return *this;
  }
  /// Does all that the stage owes and goes on to the next.
  constexpr scene& left() { return fulfilled().did(lead, act::advance{}); }

  [[nodiscard]] constexpr bool accepts(const event& e) const {
    auto copy = session_;
    return is_sound_ && session_.can(e) && copy.apply(e);
  }
  template <typename Act>
  [[nodiscard]] constexpr bool accepts(balint::person_id by, Act, auto... on) const {
    return accepts(balint::event<P>::template of<Act>(by, on...));
  }

  /// Whether an event is refused for that reason and that rule, nothing changes, and the refusal says what would be
  /// legal.
  [[nodiscard]] constexpr bool refuses(balint::code why, std::string_view rule, const event& e) const {
    auto copy = session_;
    const auto done = copy.apply(e);
    if (!is_sound_ || done) return false;
    const auto& no = done.error();
    if !consteval {
      if (!(no.legal == tried_out(session_, e.by))) return false;
    }
    return no.code == why && rule_name<P>(no.rule) == rule && no.stage == session_.stage() && no.refused == e &&
           no.legal == session_.legal_acts(e.by) && no == session_.can(e).error() &&
           copy.snapshot() == session_.snapshot() && says_what_is_owed(no);
  }
  [[nodiscard]] constexpr bool refuses(balint::code why, const event& e) const {
    const bool is_the_leaders_right = why == balint::code::session_over &&
                                      session_.end() == balint::ending::terminated &&
                                      balint::is_act_of_a_stage<P>(e.act);
    return refuses(why, is_the_leaders_right ? "leader_may_terminate" : rule_behind(why), e);
  }
  template <typename Act>
  [[nodiscard]] constexpr bool refuses(balint::code why, balint::person_id by, Act, auto... on) const {
    return refuses(why, balint::event<P>::template of<Act>(by, on...));
  }
  /// Whether the leader's advance is refused because something is owed under that rule.
  [[nodiscard]] constexpr bool owes(std::string_view rule) const {
    return refuses(balint::code::stage_incomplete, rule, balint::event<P>::template of<act::advance>(lead));
  }
  /// Whether the leader may not even cut the stage short, because something is owed under that rule all the same.
  [[nodiscard]] constexpr bool owes_even_if_cut(std::string_view rule) const {
    return refuses(balint::code::stage_incomplete, rule, balint::event<P>::template of<act::cut_short>(lead));
  }
  /// Whether the leader may advance.
  [[nodiscard]] constexpr bool may_go_on() const { return accepts(lead, act::advance{}); }

  [[nodiscard]] constexpr bool is_sound() const { return is_sound_; }
  [[nodiscard]] constexpr const balint::session<P>& now() const { return session_; }
  constexpr const balint::session<P>* operator->() const { return &session_; }

 private:
  /// A cut asks for less than an advance, so that what it lacks may be another thing than what the stage owes first.
  [[nodiscard]] constexpr bool says_what_is_owed(const balint::refusal<P>& no) const {
    if (no.code != balint::code::stage_incomplete) return no.owed == balint::obligation<P>{};
    if (no.refused.act != balint::act_id_of<act::cut_short, P>) return no.owed == session_.first_owed();
    for (const auto& one : session_.owed()) {
      if (no.owed == one) return true;
    }
    return false;
  }

  balint::session<P> session_;
  bool is_sound_ = true;
};

/// A scene that has just entered Stage.
template <balint::protocol P, typename Stage>
  requires balint::has_stage<P, Stage>
[[nodiscard]] constexpr scene<P> entering() {
  scene<P> s;
  while (s.is_sound() && !s->template is_in<Stage>()) s.left();
  return s;
}
/// A scene in Stage, with all done that the stage owes.
template <balint::protocol P, typename Stage>
[[nodiscard]] constexpr scene<P> fulfilled() {
  auto s = entering<P, Stage>();
  s.fulfilled();
  return s;
}

/// A trace under construction. What is called on a temporary gives a trace of its own, never a reference into it: a
/// loop over trace<P>().whole() keeps what it runs over.
template <balint::protocol P, std::size_t Capacity = 512>
class trace {
 public:
  constexpr trace& add(const balint::event<P>& e) & {
    events_[size_++] = e;
    return *this;
  }
  template <typename Act>
  constexpr trace& add(balint::person_id by, Act, auto... on) & {
    return add(balint::event<P>::template of<Act>(by, on...));
  }
  /// All that the stage of that position owes.
  constexpr trace& stage(std::size_t i) & {
    each_event_of_stage<P>(i, [&](const balint::event<P>& e) { add(e); });
    return *this;
  }
  /// Whole stages, each left by an advance: those of the positions from first up to, not including, end.
  constexpr trace& stages(std::size_t first, std::size_t end) & {
    for (auto i = first; i < end; ++i) stage(i).add(lead, act::advance{});
    return *this;
  }
  /// A whole last stage and the close.
  constexpr trace& last() & { return stage(P::order::size - 1).add(lead, act::close{}); }
  /// A whole session.
  constexpr trace& whole() & { return stages(0, P::order::size - 1).last(); }

  [[nodiscard]] constexpr trace add(const balint::event<P>& e) && { return add(e); }
  template <typename Act>
  [[nodiscard]] constexpr trace add(balint::person_id by, Act, auto... on) && {
    return add(balint::event<P>::template of<Act>(by, on...));
  }
  [[nodiscard]] constexpr trace stage(std::size_t i) && { return stage(i); }
  [[nodiscard]] constexpr trace stages(std::size_t first, std::size_t end) && { return stages(first, end); }
  [[nodiscard]] constexpr trace last() && { return last(); }
  [[nodiscard]] constexpr trace whole() && { return whole(); }

  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr const balint::event<P>* begin() const { return events_.data(); }
  [[nodiscard]] constexpr const balint::event<P>* end() const { return events_.data() + size_; }

 private:
  std::array<balint::event<P>, Capacity> events_{};
  std::size_t size_ = 0;
};
static_assert(std::same_as<decltype(trace<balint::student_group>().add({}).whole()), trace<balint::student_group>>);

/// What a test expects of a finding.
struct expected_finding {
  std::uint64_t event;
  balint::code code;
  std::string_view rule;  ///< "": none
  std::uint64_t times = 1;
  std::string_view stage = {};  ///< "": any
};

/// Findings as a sink collects them: one that is told again with more `times` replaces itself.
template <balint::protocol P>
class findings {
 public:
  constexpr void operator()(const balint::finding<P>& f) {
    ++told_;
    if (f.times > 1) {
      all_[size_ - 1] = f;
    } else {
      all_[size_++] = f;
    }
  }
  [[nodiscard]] constexpr std::size_t size() const { return size_; }
  [[nodiscard]] constexpr std::size_t told() const { return told_; }
  [[nodiscard]] constexpr const balint::finding<P>& operator[](std::size_t i) const { return all_[i]; }
  [[nodiscard]] constexpr bool are(std::initializer_list<expected_finding> expected) const {
    if (expected.size() != size_) return false;
    std::size_t i = 0;
    for (const auto& one : expected) {
      const auto& f = all_[i++];
      if (f.event != one.event || f.code != one.code || rule_name<P>(f.rule) != one.rule || f.times != one.times)
        return false;
      if (!one.stage.empty() && balint::name_of<P>(f.stage) != one.stage) return false;
    }
    return true;
  }

 private:
  std::array<balint::finding<P>, 32> all_{};
  std::size_t size_ = 0;
  std::size_t told_ = 0;
};

/// A trace after the judge.
template <balint::protocol P>
struct judged {
  balint::judge<P, findings<P>> by;

  constexpr explicit judged(const trace<P>& all, const balint::formation<P>& people = formed<P>()) : by(people) {
    for (const auto& e : all) by.apply(e);
  }
  /// The session as the judge follows it.
  [[nodiscard]] constexpr const balint::session<P>& then() const { return by.session(); }
  [[nodiscard]] constexpr bool is(balint::verdict v, std::initializer_list<expected_finding> expected = {}) {
    return by.verdict() == v && by.sink().are(expected);
  }
};
template <balint::protocol P>
judged(const trace<P>&) -> judged<P>;

}  // namespace support
