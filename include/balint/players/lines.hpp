// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What is said to players, a line each: `hello`, `begin`, `ask`, `reject`, `cancel`, `end` and `bye`.
#include <balint/group/person.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/jsonl/detail/text.hpp>
#include <balint/log/to_record.hpp>
#include <balint/players/wire.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/event.hpp>
#include <balint/session/obligation.hpp>
#include <balint/simulation/view.hpp>
#include <balint/vocabulary/effect.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/target.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/view_json.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace balint::players {

namespace detail {

/// An object with the type of a line.
[[nodiscard]] inline balint::detail::json_object line_of(std::string_view type,
                                                         std::span<const std::string_view> names = {}) {
  balint::detail::json_object line(names);
  line.text("type", type);
  return line;
}
/// The acts of P that have an effect.
template <protocol P>
[[nodiscard]] constexpr std::uint64_t acts_that(effect does) noexcept {
  std::uint64_t acts = 0;
  for (std::size_t i = 0; i < act_count<P>; ++i) {
    if (balint::detail::table_of<P>.acts[i].does == does) acts |= std::uint64_t{1} << i;
  }
  return acts;
}
/// The key of a target in a line, as logs have it.
[[nodiscard]] constexpr std::string_view target_key(target_kind kind) noexcept {
  return kind == target_kind::case_of  ? "case"
         : kind == target_kind::option ? "option"
         : kind == target_kind::rule   ? "rule"
                                       : "to";
}
[[nodiscard]] inline std::string ended(const balint::detail::json_object& line) { return line.end() + "\n"; }

}  // namespace detail

/// The first line to a player: which versions are spoken, which run it is, and how many asks there may be at once.
[[nodiscard]] inline std::string hello_line(std::string_view run, std::size_t max_in_flight) {
  std::string versions;
  for (const auto one : spoken_versions) versions += (versions.empty() ? "[" : ",") + std::to_string(one);
  return detail::ended(detail::line_of("hello")
                           .raw("balint_player", versions + "]")
                           .text("run", run)
                           .number("max_in_flight", max_in_flight));
}
/// That an answer is not taken: which ask, why, the rule that stands against it, and how often it may be tried again.
[[nodiscard]] inline std::string reject_line(std::uint64_t id, std::string_view code, std::string_view rule,
                                             std::size_t attempts_left) {
  auto line = detail::line_of("reject").number("id", id).text("code", code);
  if (!rule.empty()) line.text("rule", rule);
  return detail::ended(line.number("attempts_left", attempts_left));
}
/// That an ask is asked no longer.
[[nodiscard]] inline std::string cancel_line(std::uint64_t id) {
  return detail::ended(detail::line_of("cancel").number("id", id));
}
/// That a session is over, and how it ended.
[[nodiscard]] inline std::string end_line(std::string_view session, std::string_view ending) {
  return detail::ended(detail::line_of("end").text("session", session).text("ending", ending));
}
/// The last line.
[[nodiscard]] inline std::string bye_line() { return detail::ended(detail::line_of("bye")); }

/// That somebody's chair in a session is this player's. Of the people it has names and offices alone; the seed is a
/// number below 2^53, the same whenever the same session is simulated.
template <protocol P>
[[nodiscard]] std::string begin_line(std::string_view session, const cast<P>& people, person_id who,
                                     std::uint64_t seed) {
  const auto offices = [](const person<P>& one) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < P::offices::size; ++i) {
      if (((one.offices.bits >> i) & 1U) != 0) names.push_back(P::offices::names[i]);
    }
    return names;
  };
  const auto all = people.people();
  return detail::ended(
      detail::line_of("begin", people.names())
          .text("session", session)
          .person("player", who)
          .words("role", offices(all[who.index]))
          .text("protocol", P::name)
          .list("people", all,
                [&](const person<P>& one) {
                  return balint::detail::json_object({}).text("id", one.id).words("offices", offices(one)).end();
                })
          .number("seed", seed));
}

/// What somebody is asked, as members of a line: how many events there are, the stage, which attempt it is, what is
/// legal with which targets, and what the stage waits for. It is the same whenever the same session is simulated.
template <protocol P>
[[nodiscard]] std::string question(const cast<P>& people, const simulation::view<P>& seen, std::size_t attempt) {
  const auto names = people.names();
  std::string legal;
  for (const auto act : seen.legal_acts()) {
    balint::detail::json_object one(names);
    one.text("act", name_of<P>(act));
    std::string targets;
    const auto kind = target_of<P>(act);
    seen.each_target(act, [&](const target& on) {
      targets += targets.empty() ? '[' : ',';
      switch (kind) {
        case target_kind::none: break;
        case target_kind::option: targets += std::to_string(on.as<option_id>().number); break;
        case target_kind::rule: targets += to_json(name_of<P>(on.as<rule_id>())); break;
        case target_kind::case_of: targets += to_json(people.name_of(on.as<case_id>().owner)); break;
        case target_kind::person: targets += to_json(people.name_of(on.as<person_id>())); break;
      }
    });
    if (kind != target_kind::none) one.raw(detail::target_key(kind), targets + "]");
    legal.append(legal.empty() ? "" : ",").append(one.end());
  }
  std::uint64_t acts = 0;
  seen.each_owed([&](const obligation<P>& one) {
    acts |= one.owes == debt::an_act
                ? std::uint64_t{1} << one.act.index
                : detail::acts_that<P>(one.owes == debt::a_case ? effect::makes_case : effect::makes_option);
  });
  std::vector<std::string_view> owed;
  for (const auto act : act_set<P>{acts}) owed.push_back(name_of<P>(act));
  auto all = balint::detail::json_object(names)
                 .number("n", seen.events())
                 .text("stage", name_of<P>(seen.stage()))
                 .number("attempt", attempt)
                 .raw("legal", "[" + legal + "]")
                 .words("owed", owed)
                 .end();
  return all.substr(1, all.size() - 2);
}

/// An ask: the question, and the events that this player may see and was not told of before.
template <protocol P>
[[nodiscard]] std::string ask_line(std::uint64_t id, std::string_view session, const cast<P>& people, person_id who,
                                   std::string_view question, std::uint32_t limit, std::span<const event<P>> since) {
  std::string line = detail::line_of("ask", people.names())
                         .number("id", id)
                         .text("session", session)
                         .person("player", who)
                         .number("limit_ms", limit)
                         .end();
  line.back() = ',';
  line.append(question).append(",\"since\":[");
  for (const auto& e : since) {
    const auto record = to_record<P>(e, people.roster());
    if (!record) continue;  // there is none: the session took it
    if (line.back() != '[') line += ',';
    balint::detail::append_line(line, *record);
    line.pop_back();
  }
  return line + "]}\n";
}

}  // namespace balint::players
