// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Traces of the suite: events in the words of a log, what the judge says of them, and edits of a trace.
#include <balint/balint.hpp>
#include <balint/conformance/breach.hpp>
#include <balint/conformance/collect.hpp>
#include <balint/log/timestamp.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/suite/json.hpp"

namespace suite {

using namespace balint;

/// The people of a case: the roster as the header writes it, and the group it makes.
template <typename P>
class cast {
 public:
  explicit cast(std::vector<person<P>> people) : people_(std::move(people)), roster_(people_), formed_(form(roster_)) {}
  cast(const cast&) = delete;
  cast& operator=(const cast&) = delete;

  [[nodiscard]] const formation<P>& formed() const { return formed_; }
  [[nodiscard]] const balint::group<P>& group() const { return detail::group_of(formed_); }
  [[nodiscard]] std::string id(person_id who) const {
    return who.index < roster_.size() ? std::string(roster_[who].id) : "stranger";
  }
  [[nodiscard]] person_id find(std::string_view id) const { return roster_[id]; }
  [[nodiscard]] json people() const {
    std::vector<json> all;
    for (const auto& one : people_) all.push_back(member(one));
    return list(all);
  }

 private:
  static json member(const person<P>& one) {
    std::vector<json> offices;
    for (std::size_t i = 0; i < P::offices::size; ++i) {
      if (((one.offices.bits >> i) & 1U) != 0) offices.push_back(value(P::offices::names[i]));
    }
    object row;
    row.add("id", one.id).add("offices", list(offices));
    if (!one.is_undeclared()) row.add("consent", json{one.refuses() ? "false" : "true"});
    if (!one.profession.empty()) row.add("profession", one.profession);
    if (one.less_experienced) row.add("less_experienced", json{"true"});
    if (one.grades) row.add("grades", json{"true"});
    return row.on_one_line();
  }

  std::vector<person<P>> people_;
  roster<P> roster_;
  formation<P> formed_;
};

/// Somebody with offices, by their names.
template <typename P>
person<P> somebody_with(std::string_view id, std::initializer_list<std::string_view> offices,
                        std::string_view profession = {}) {
  person<P> one{.id = id, .offices = {}, .agrees = consent::given, .profession = profession};
  for (const auto office : offices) one.offices.insert(office);
  return one;
}

/// Where acts begin that a protocol does not know: one that none knows, one that not all know.
inline constexpr std::uint16_t beyond = 0xFFF0;
inline constexpr std::array<std::string_view, 2> acts_beyond{"applaud", "take_lead"};

template <typename P>
json event_of(const cast<P>& who, const event<P>& e) {
  object row;
  if (e.at != unstated) row.add("at", to_timestamp(e.at));
  row.add("by", who.id(e.by))
      .add("act", e.act.index < act_count<P> ? name_of<P>(e.act) : acts_beyond[e.act.index - beyond]);
  switch (target_of<P>(e.act)) {
    case target_kind::none: break;
    case target_kind::case_of: row.add("case", who.id(e.template target_as<person_id>())); break;
    case target_kind::person: row.add("to", who.id(e.template target_as<person_id>())); break;
    case target_kind::option: row.add("option", detail::raw_target(e)); break;
    case target_kind::rule:
      row.add("rule", detail::raw_target(e) < rules_of<P>::size ? name_of<P>(e.template target_as<rule_id>())
                                                                : std::string_view("no_such_rule"));
      break;
  }
  return row.on_one_line();
}

template <typename P>
using trace = std::vector<event<P>>;

template <typename P>
json events_of(const cast<P>& who, const trace<P>& events) {
  std::vector<json> all;
  for (const auto& e : events) all.push_back(event_of(who, e));
  return list(all);
}

/// The name of a rule, or null where there is none.
template <typename P>
json rule_or_null(rule_id rule) {
  return rule == no_rule ? json{"null"} : value(name_of<P>(rule));
}
/// What is owed, and by whom, where a stage is left.
template <typename P>
json owed_of(const cast<P>& who, const obligation<P>& owed) {
  std::vector<json> by;
  for (const auto one : owed.by) by.push_back(value(who.id(one)));
  object row;
  row.add("what", owed.owes == debt::a_case ? "case" : owed.owes == debt::an_option ? "option" : name_of<P>(owed.act));
  if (owed.options != 0) row.add("option", owed.first_option.number);
  return row.add("by", list(by)).on_one_line();
}
template <typename P>
json finding_of(const cast<P>& who, const finding<P>& found) {
  object row;
  row.add("event", found.event).add("class", name_of(found.about)).add("code", name_of(found.code));
  row.add("rule", rule_or_null<P>(found.rule));
  if (found.event != 0) row.add("stage", name_of<P>(found.stage));
  row.add("times", found.times);
  if (found.owed) row.add("owed", owed_of(who, found.owed));
  return row.on_one_line();
}

/// A breach that somebody named, and what answered it.
struct told_breach {
  named_breach named;
  answered_breaches answer{};
};
template <typename P>
json breach_of(const told_breach& one) {
  object row;
  row.add("event", one.named.event).add("rule", name_of<P>(one.named.rule));
  switch (one.answer.how) {
    case breach_answer::none: row.add("answered", json{"null"}); break;
    case breach_answer::reminder: row.add("answered", one.answer.event); break;
    case breach_answer::terminated: row.add("answered", "terminated"); break;
  }
  return row.on_one_line();
}

/// Keeps everything that a judge says.
template <typename P>
struct everything_said {
  std::vector<finding<P>> findings;
  std::vector<told_breach> breaches;
  void operator()(const finding<P>& found) {
    const collect<std::vector<finding<P>>> into(findings);
    into(found);
  }
  void operator()(const named_breach& named) { breaches.push_back({named}); }
  void operator()(const answered_breaches& answer) {
    for (auto& one : breaches) {
      const bool is_meant = answer.rule == no_rule || answer.rule == one.named.rule;
      if (is_meant && one.answer.how == breach_answer::none) one.answer = answer;
    }
  }
};

/// Whether advisories are part of what is said.
enum class advising : bool { no, yes };

/// What the judge says of a trace, as the suite and its implementations write it.
template <typename P>
object judgement_of(const cast<P>& who, const trace<P>& events, advising advises = advising::yes) {
  everything_said<P> said;
  judge<P, everything_said<P>&> by(who.formed(), said);
  for (const auto& e : events) by.apply(e);
  std::vector<json> findings;
  for (const auto& one : said.findings) findings.push_back(finding_of(who, one));
  std::vector<json> breaches;
  for (const auto& one : said.breaches) breaches.push_back(breach_of<P>(one));
  object row;
  row.add("verdict", name_of(by.verdict()));
  if (by.record_faults() != 0) row.add("record_faults", by.record_faults());
  row.add("findings", list(findings));
  if (!breaches.empty()) row.add("breaches", list(breaches));
  if (advises == advising::no) return row;
  std::vector<json> advisories;
  for (const auto& one : by.advisories()) advisories.push_back(value(name_of(one.code)));
  return row.add("advisories", list(advisories));
}

// ---- cases ----------------------------------------------------------------------------------------------------------

/// A case file: a trace, and traces that differ from it by one edit each.
template <typename P>
class case_file {
 public:
  case_file(const cast<P>& who, std::string slug, std::string title, std::vector<std::string> requirements,
            trace<P> events, advising advises = advising::yes)
      : who_(who),
        slug_(std::move(slug)),
        title_(std::move(title)),
        requirements_(std::move(requirements)),
        events_(std::move(events)),
        advises_(advises) {}

  [[nodiscard]] const std::string& slug() const { return slug_; }

  /// The first `kept` events, then others.
  void keep(std::string name, std::size_t kept, const trace<P>& others) {
    trace<P> whole(events_.begin(), events_.begin() + static_cast<std::ptrdiff_t>(kept));
    whole.insert(whole.end(), others.begin(), others.end());
    object row = named(std::move(name));
    row.add("keep", kept).add("append", events_of(who_, others));
    put(row, whole);
  }
  /// After the first `kept` events others in place of the next `dropped`, then the rest.
  void splice(std::string name, std::size_t kept, std::size_t dropped, const trace<P>& others) {
    auto whole = events_;
    const auto at = whole.begin() + static_cast<std::ptrdiff_t>(kept);
    whole.insert(whole.erase(at, at + static_cast<std::ptrdiff_t>(dropped)), others.begin(), others.end());
    object row = named(std::move(name));
    row.add("splice", kept).add("drop", dropped).add("events", events_of(who_, others));
    put(row, whole);
  }
  /// Without the event at a position from 1.
  void remove(std::string name, std::size_t position) {
    auto whole = events_;
    whole.erase(whole.begin() + static_cast<std::ptrdiff_t>(position - 1));
    object row = named(std::move(name));
    row.add("remove", position);
    put(row, whole);
  }
  /// With the event at a position and the next one in each other's place.
  void swap(std::string name, std::size_t position) {
    auto whole = events_;
    std::swap(whole[position - 1], whole[position]);
    object row = named(std::move(name));
    row.add("swap", position);
    put(row, whole);
  }
  /// With one more event, which comes to stand at a position.
  void insert(std::string name, std::size_t position, const event<P>& e) {
    auto whole = events_;
    whole.insert(whole.begin() + static_cast<std::ptrdiff_t>(position - 1), e);
    object row = named(std::move(name));
    row.add("insert", position).add("event", event_of(who_, e));
    put(row, whole);
  }
  /// With another event at a position.
  void replace(std::string name, std::size_t position, const event<P>& e) {
    auto whole = events_;
    whole[position - 1] = e;
    object row = named(std::move(name));
    row.add("replace", position).add("event", event_of(who_, e));
    put(row, whole);
  }
  /// With other people. The positions in the events mean people of this case, so that those named have to be of the
  /// same positions.
  void recast(std::string name, const cast<P>& others) {
    object row = named(std::move(name));
    row.add("people", others.people());
    variants_.push_back(row.add("expected", judgement_of(others, events_, advises_).on_one_line()).on_one_line());
  }

  [[nodiscard]] std::string text() const {
    std::vector<json> requirements;
    for (const auto& one : requirements_) requirements.push_back(value(one));
    std::vector<json> events;
    for (const auto& e : events_) events.push_back(event_of(who_, e));
    std::string session = slug_.size() <= 64 ? slug_ : slug_.substr(0, 64);
    object whole;
    whole.add("format", format)
        .add("id", std::string(P::name) + "/" + slug_)
        .add("title", title_)
        .add("requirements", list(requirements))
        .add("generated", json{"true"})
        .add("header", object()
                           .add("balint", 1)
                           .add("protocol", P::name)
                           .add("session", session)
                           .add("people", who_.people())
                           .on_one_line())
        .add("events", lines(events))
        .add("expected", judgement_of(who_, events_, advises_).on_one_line());
    if (!variants_.empty()) whole.add("variants", lines(variants_));
    return whole.on_lines().text;
  }

 private:
  static object named(std::string name) {
    object row;
    row.add("name", name);
    return row;
  }
  void put(object& row, const trace<P>& whole) {
    variants_.push_back(row.add("expected", judgement_of(who_, whole, advises_).on_one_line()).on_one_line());
  }

  const cast<P>& who_;
  std::string slug_;
  std::string title_;
  std::vector<std::string> requirements_;
  trace<P> events_;
  advising advises_;
  std::vector<json> variants_;
};

}  // namespace suite
