// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Provokes every refusal, finding, formation error and advisory through the public interface, and says what came of
/// it.
#include <balint/balint.hpp>
#include <balint/text/message.hpp>

#include <fmt/format.h>

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace errors_page {

/// What each code means, by the code's name.
using examples = std::map<std::string, std::string, std::less<>>;

namespace detail {

using balint::case_id;
using balint::instant;
using balint::option_id;
using balint::person_id;
using balint::rule_of;
using balint::staff_group;
using balint::student_group;
using balint::time_span;
namespace act = balint::act;
namespace role = balint::role;
namespace rule = balint::rule;

template <typename P>
using roster = std::vector<balint::person<P>>;

inline constexpr auto given = balint::consent::given;
inline constexpr person_id anna{0}, boris{1}, vera{2}, lead{3}, sup{4};
inline constexpr std::string_view staff_ids[]{"anna", "boris", "vera", "lead", "sup"};

inline roster<student_group> students() {
  using person = balint::person<student_group>;
  roster<student_group> people{person::as<role::participant>("anna", given),
                               person::as<role::participant>("boris", given),
                               person::as<role::participant>("vera", given), person::as<role::leader>("lead", given),
                               person::as<role::supervisor>("sup", given)};
  people[3].profession = "teacher";
  return people;
}
inline roster<staff_group> staff() {
  using person = balint::person<staff_group>;
  roster<staff_group> people{
      person::as<role::participant>("anna", given), person::as<role::participant>("boris", given),
      person::as<role::participant>("vera", given), person::as<role::participant, role::leader>("lead", given),
      person::as<role::supervisor>("sup", given)};
  people[4].profession = "psychologist";
  return people;
}

/// The rule behind a code, if it has one.
template <typename P>
std::string rule_line(balint::rule_id rule) {
  if (rule == balint::no_rule) return "rule: none\n";
  return fmt::format("rule: {} ({})\n", balint::name_of<P>(rule), balint::source_of<P>(rule));
}

/// A session of these people that writes its last refusal down.
template <typename P>
struct scene {
  balint::session<P> now;
  examples& page;

  scene(examples& all, const roster<P>& people) : now(balint::form<P>(people).formed().value()), page(all) {}

  template <typename Act, typename... On>
  scene& done(person_id by, On... on) {
    if (!now.template record<Act>(by, on...)) page["?"] += fmt::format("{}: {} was refused\n", P::name, Act::name);
    return *this;
  }
  /// Everybody presents a case, and the group selects boris'.
  scene& selected() {
    for (const auto who : now.people().template holders<role::participant>()) done<act::present_case>(who);
    done<act::advance>(lead);
    for (const auto who : now.people().template holders<role::participant>()) done<act::vote>(who, case_id{boris});
    return done<act::select_case>(lead, case_id{boris}).template done<act::accept_case>(boris);
  }
  scene& told() { return selected().template done<act::advance>(lead).template done<act::tell_story>(boris); }

  template <typename Act, typename... On>
  void refused(person_id by, On... on) {
    refused(balint::event<P>::template of<Act>(by, on...));
  }
  void refused(const balint::event<P>& e) {
    const balint::pseudonyms names{.ids = staff_ids, .outsider = "a guest"};
    const auto answer = now.apply(e);
    if (answer) {
      page["?"] += "an event was accepted\n";
      return;
    }
    const auto& no = answer.error();
    auto text = fmt::format("{}: {}\n{}", P::name, balint::message<P>(no, names), rule_line<P>(no.rule));
    if (!no.legal.empty())
      text += fmt::format("legal for {}: {}\n", names(no.refused.by), balint::message<P>(no.legal));
    page[std::string(balint::name_of(no.code))] = text;
  }
  void advisories() {
    for (const auto& advisory : balint::advisories_of(now)) {
      page[std::string(balint::name_of(advisory.code))] =
          fmt::format("{}: {}\n", P::name, balint::message<P>(advisory, {.ids = staff_ids}));
    }
  }
};

inline void refuse(examples& page) {
  const auto student = [&] { return scene<student_group>(page, students()); };
  const auto teachers = [&] { return scene<staff_group>(page, staff()); };

  student().done<act::terminate>(lead).refused<act::present_case>(anna);
  student().done<act::present_case>(anna, instant{60'000}).refused<act::present_case>(boris, instant{0});
  student().refused<act::present_case>(balint::nobody);
  student().refused(*balint::event<student_group>::of(balint::find_act<student_group>("applaud"), anna));
  student().done<act::drop>(anna).refused<act::present_case>(anna);
  student().done<act::present_case>(anna).refused<act::vote>(boris, case_id{anna});
  student().refused<act::advance>(anna);
  student().selected().done<act::advance>(lead).refused<act::ask>(anna);
  student()
      .told()
      .done<act::advance>(lead)
      .done<act::propose>(anna)
      .done<act::propose>(vera)
      .done<act::advance>(lead)
      .refused<act::assess>(anna, option_id{3});
  student().done<act::present_case>(anna).refused<act::present_case>(anna);
  student().done<act::present_case>(anna).refused<act::pass>(anna);
  student().refused<act::rejoin>(anna);
  teachers().refused<act::take_lead>(anna);
  auto own = teachers();
  for (const auto who : {anna, boris, vera, lead}) own.done<act::present_case>(who);
  own.done<act::advance>(lead);
  for (const auto who : {anna, boris, vera, lead}) own.done<act::vote>(who, case_id{lead});
  own.refused<act::select_case>(lead, case_id{lead});
  auto unloved = student();
  for (const auto who : {anna, boris, vera}) unloved.done<act::present_case>(who);
  unloved.done<act::advance>(lead);
  for (const auto who : {anna, boris, vera}) unloved.done<act::vote>(who, case_id{boris});
  unloved.refused<act::select_case>(lead, case_id{anna});
  auto many = student().told().done<act::advance>(lead);
  for (unsigned i = 0; i < balint::max_options; ++i) many.done<act::propose>(anna);
  many.refused<act::propose>(vera);
  student().told().done<act::flag>(sup, rule_of<student_group, rule::from_memory>).refused<act::advance>(lead);
  teachers().told().done<act::drop>(sup).refused<act::advance>(lead);
  student().done<act::present_case>(anna).refused<act::advance>(lead);
}

/// What only a judge finds: the leader moves on twice, and nothing of the selection is on record.
inline void find(examples& page) {
  std::vector<balint::event<student_group>> trace;
  for (const auto who : {anna, boris, vera}) trace.push_back(balint::event<student_group>::of<act::present_case>(who));
  trace.push_back(balint::event<student_group>::of<act::advance>(lead));
  trace.push_back(balint::event<student_group>::of<act::present_case>(anna));
  trace.push_back(balint::event<student_group>::of<act::advance>(lead));
  const auto people = students();
  const auto group = balint::form<student_group>(people);
  balint::judge_trace<student_group>(group, trace, [&](const balint::finding<student_group>& found) {
    if (balint::is_refusal(found.code)) return;
    page[std::string(balint::name_of(found.code))] =
        fmt::format("event {}: {}\n{}", found.event, balint::message<student_group>(found, {.ids = staff_ids}),
                    rule_line<student_group>(found.rule));
  });
}

/// Forms a group, writes its errors down, and its advisories too if there is no error.
template <typename P>
void form(examples& page, const roster<P>& people) {
  std::vector<std::string_view> ids;
  for (const auto& one : people) ids.push_back(one.id);
  const auto result = balint::form<P>(people);
  for (const auto& error : result.errors) {
    page[std::string(balint::name_of(error.code))] =
        fmt::format("{}: {}\n{}", P::name, balint::message<P>(error, {.ids = ids}), rule_line<P>(error.rule));
  }
  if (!result.errors.empty()) return;
  for (const auto& advisory : result.advisories) {
    page[std::string(balint::name_of(advisory.code))] =
        fmt::format("{}: {}\n", P::name, balint::message<P>(advisory, {.ids = ids}));
  }
}
/// Forms the usual group after a change to its roster.
template <typename Change>
void form_students(examples& page, Change change) {
  auto people = students();
  change(people);
  form<student_group>(page, people);
}
template <typename Change>
void form_staff(examples& page, Change change) {
  auto people = staff();
  change(people);
  form<staff_group>(page, people);
}

inline void form_groups(examples& page) {
  using student = balint::office_set<student_group>;
  using teacher = balint::office_set<staff_group>;
  std::vector<std::string> ids;
  for (int i = 0; i < 65; ++i) ids.push_back(fmt::format("p{}", i));
  form_students(page, [](auto& people) { people.push_back(people[1]); });
  form_students(page, [&](auto& people) {
    for (const auto& id : ids) people.push_back(balint::person<student_group>::as<role::participant>(id, given));
  });
  form_students(page, [](auto& people) { people.erase(people.begin(), people.begin() + 2); });
  form_students(page, [](auto& people) { people[3].offices = student::of<role::deputy>(); });
  form_students(page, [](auto& people) { people[4].offices = student::of<role::leader>(); });
  form_students(page, [](auto& people) { people[4].offices = student::of<role::supervisor, role::participant>(); });
  form_students(page, [](auto& people) { people[3].offices = student::of<role::leader, role::participant>(); });
  form_staff(page, [](auto& people) { people[3].offices = teacher::of<role::leader>(); });
  form_staff(page, [](auto& people) { people.pop_back(); });
  form_staff(page, [](auto& people) { people[4].profession = "lawyer"; });
  form_staff(page, [](auto& people) { people[4].profession = ""; });
  form_staff(page, [](auto& people) { people[0].less_experienced = true; });
  form_students(page, [](auto& people) { people[2].agrees = balint::consent::refused; });
  form_students(page, [](auto& people) {
    people[1].agrees = balint::consent::not_declared;
    people[3].profession = "lawyer";
    people[3].grades = true;
  });
}

/// A group with a condition of its own: every participant states a profession.
struct states_a_profession {
  static constexpr auto error = balint::code::condition_broken;
  static constexpr std::string_view text = "every participant states a profession";
  using rule = balint::rule::roles;
  template <typename Roster>
  static constexpr balint::breach in(const Roster& people) noexcept {
    return people.template breach_where<role::participant>([](const auto& one) { return one.profession.empty(); });
  }
};
struct mixed_group : student_group {
  static constexpr std::string_view name = "mixed_group";
  using formation = student_group::formation::with<states_a_profession>;
};
inline void form_own_group(examples& page) {
  using person = balint::person<mixed_group>;
  roster<mixed_group> people{person::as<role::participant>("anna", given),
                             person::as<role::participant>("boris", given), person::as<role::leader>("lead", given)};
  people[0].profession = "teacher";
  form<mixed_group>(page, people);
}

/// The instant so many minutes after the first.
inline instant after_minutes(int minutes) { return instant{time_span::minutes(minutes).milliseconds}; }

inline void look_back(examples& page) {
  auto unwatched = scene<staff_group>(page, staff());
  unwatched.done<act::open>(lead, instant{0}).done<act::drop>(sup, after_minutes(5));
  unwatched.done<act::present_case>(anna, after_minutes(25)).advisories();

  auto people = students();
  people[3].grades = true;
  auto evening = scene<student_group>(page, people);
  evening.done<act::open>(lead, instant{0}).done<act::pass>(vera).done<act::present_case>(anna);
  evening.done<act::present_case>(boris).done<act::advance>(lead);
  for (const auto who : {anna, boris, vera}) evening.done<act::vote>(who, case_id{boris});
  evening.done<act::select_case>(lead, case_id{boris}).done<act::accept_case>(boris).done<act::advance>(lead);
  evening.done<act::tell_story>(boris).done<act::advance>(lead);
  for (const auto who : {anna, vera, lead, boris}) evening.done<act::propose>(who);
  evening.done<act::advance>(lead).done<act::assess>(anna, option_id{1}).done<act::forecast>(anna, option_id{1});
  evening.done<act::assess>(lead, option_id{2}).done<act::cut_short>(lead);
  evening.done<act::self_assess>(boris).done<act::close>(lead, after_minutes(90)).advisories();
}

/// A silence in the record, which a judge finds in its place.
inline void fall_silent(examples& page) {
  const balint::event<student_group> trace[]{
      balint::event<student_group>::of<act::open>(lead, instant{0}),
      balint::event<student_group>::of<act::present_case>(anna, after_minutes(90))};
  balint::judge<student_group> judge(balint::form<student_group>(students()));
  for (const auto& e : trace) judge.apply(e);
  for (const auto& advisory : judge.advisories()) {
    if (advisory.code != balint::advisory_code::not_live) continue;
    page["not_live"] = fmt::format("student_group: {}\n", balint::message<student_group>(advisory, {.ids = staff_ids}));
  }
}

}  // namespace detail

/// An example of every code; under "?" what did not come about.
inline examples provoke() {
  examples page;
  detail::refuse(page);
  detail::find(page);
  detail::form_groups(page);
  detail::form_own_group(page);
  detail::look_back(page);
  detail::fall_silent(page);
  return page;
}

}  // namespace errors_page
