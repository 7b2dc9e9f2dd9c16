// SPDX-License-Identifier: MIT
/// @file
/// Texts, repairs, fitness, monitors and matchers as optimisers see them.
#include <balint/alignment/fitness.hpp>
#include <balint/alignment/repair.hpp>
#include <balint/balint.hpp>
#include <balint/monitoring/monitor.hpp>
#include <balint/testing/matchers.hpp>
#include <balint/text/advisory_message.hpp>
#include <balint/text/breach_message.hpp>
#include <balint/text/format.hpp>
#include <balint/text/formation_message.hpp>
#include <balint/text/message.hpp>
#include <balint/text/repair_message.hpp>
#include <balint/text/verdict_message.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace {

using namespace balint;

template <protocol P>
std::string said(std::span<const person<P>> people, std::span<const event<P>> events, const pseudonyms& names) {
  const auto formed = form<P>(people);
  std::string text;
  for (const auto& error : formed.errors) text += message<P>(error, names);
  session<P> now(detail::group_of(formed));
  for (const auto& e : events) {
    if (const auto done = now.apply(e); !done) text += message(done.error(), names);
  }
  (void)judge_trace<P>(formed, events, [&](const finding<P>& f) { text += message(f, names); });
  text += fmt::format("{}", fitness_of<P>(formed, events));
  monitor<no_sink, P> all;
  (void)all.open("a", formed);
  for (const auto& e : events) text += name_of(all.apply("a", e));
  const auto repaired = repair_trace<P>(formed, events);
  for (const auto& change : repaired.edits) text += message<P>(change, events.size(), names);
  return text;
}

}  // namespace

std::string said_in_all(std::span<const person<student_group>> a, std::span<const event<student_group>> b,
                        std::span<const person<classical_group>> c, std::span<const event<classical_group>> d,
                        std::span<const std::string_view> names) {
  const bool conforms = testing::Value(trace_of<student_group>(a, b), conforms_to<student_group>());
  return said(a, b, pseudonyms{names}) + said(c, d, pseudonyms{names}) + (conforms ? "yes" : "no");
}
