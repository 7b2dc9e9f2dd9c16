// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Traces told in words, "p2 vote p1; lead advance", and edits of a tour at its stages.
#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "tests/suite/tour.hpp"

namespace suite {

/// The first word of a text, which is taken away.
inline std::string_view next_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const auto end = std::min(text.find(' '), text.size());
  const auto word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

/// "BY ACT [TARGET]" as an event; a stranger, an act or a target that is none may be named.
template <typename P>
event<P> told(const cast<P>& people, std::string_view line) {
  const auto by = next_word(line);
  const auto act = next_word(line);
  const auto target = next_word(line);
  auto e = detail::raw_event<P>({.by = people.find(by), .act = find_act<P>(act)});
  if (e.act.index >= act_count<P>) {
    const auto unknown = std::ranges::find(acts_beyond, act) - acts_beyond.begin();
    e.act = {static_cast<std::uint16_t>(beyond + unknown)};
  }
  switch (target_of<P>(e.act)) {
    case target_kind::none: break;
    case target_kind::case_of:
    case target_kind::person: {
      const auto who = people.find(target);
      detail::set_raw_target(e, who == nobody ? detail::unknown_target : who.index);
      break;
    }
    case target_kind::option: {
      std::uint16_t number = 0;
      std::from_chars(target.data(), target.data() + target.size(), number);
      detail::set_raw_target(e, number);
      break;
    }
    case target_kind::rule: detail::set_raw_target(e, find_rule<P>(target).index); break;
  }
  return e;
}
/// Events told one after another, with `;` between them.
template <typename P>
trace<P> told_events(const cast<P>& people, std::string_view text) {
  trace<P> events;
  while (!text.empty()) {
    const auto end = std::min(text.find(';'), text.size());
    events.push_back(told(people, text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return events;
}

/// A case made of a tour in which nobody does more than is owed, edited at its stages.
template <typename P>
class story {
 public:
  story(const cast<P>& people, std::string slug, std::string title, std::vector<std::string> requirements)
      : people_(people),
        events_(tour(people, false)),
        made_(people, std::move(slug), std::move(title), std::move(requirements), events_) {
    session<P> now(people.group());
    std::size_t before = 0;
    for (const auto& e : events_) {
      while (begins_.size() <= now.stage().index) begins_.push_back(before);
      (void)now.apply(e);
      ++before;
    }
  }

  /// How many events there are before a stage, counted from 1.
  [[nodiscard]] std::size_t begin(std::size_t stage) const { return begins_[stage - 1]; }
  /// How many events there are before a stage is left, counted from 1.
  [[nodiscard]] std::size_t end(std::size_t stage) const {
    return (stage < begins_.size() ? begins_[stage] : events_.size()) - 1;
  }

  /// How many events there are before the first with an effect.
  [[nodiscard]] std::size_t before(effect does) const {
    const auto act = detail::act_with_effect<P>(does);
    return static_cast<std::size_t>(std::ranges::find(events_, act, &event<P>::act) - events_.begin());
  }

  /// What happens besides, after so many events.
  void add(std::string name, std::size_t at, std::string_view text) { instead(std::move(name), at, 0, text); }
  /// What happens in place of so many events, after so many others.
  void instead(std::string name, std::size_t at, std::size_t dropped, std::string_view text) {
    const auto others = told_events(people_, text);
    if (dropped == 0 && others.size() == 1) return made_.insert(std::move(name), at + 1, others[0]);
    if (dropped == 1 && others.size() == 1) return made_.replace(std::move(name), at + 1, others[0]);
    if (dropped == 1 && others.empty()) return made_.remove(std::move(name), at + 1);
    made_.splice(std::move(name), at, dropped, others);
  }
  /// What happens after so many events, and nothing more.
  void ends(std::string name, std::size_t at, std::string_view text) {
    made_.keep(std::move(name), at, told_events(people_, text));
  }

  [[nodiscard]] case_file<P> file() const { return made_; }

 private:
  const cast<P>& people_;
  trace<P> events_;
  case_file<P> made_;
  std::vector<std::size_t> begins_;
};

}  // namespace suite
