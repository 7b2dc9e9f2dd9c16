// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Breaches that somebody named, in words, with how each was answered. Who named it is not said.
#include <balint/conformance/breach.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/text/detail/filling.hpp>
#include <balint/text/wording.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <vector>

namespace balint {

namespace detail {
/// "a breach of confidentiality".
template <protocol P>
[[nodiscard]] std::string say_breach(rule_id rule, const wording& in) {
  std::string key = "breach.";
  key += name_of<P>(rule);
  if (const auto text = in(key); !text.empty()) return std::string(text);
  return fill("breach", in, fmt::arg("rule", say("rule", name_of<P>(rule), in)));
}
/// "a breach of confidentiality was", for what follows.
template <protocol P>
[[nodiscard]] std::string say_breaches(rule_set rules, const wording& in) {
  std::vector<std::string> all;
  for (const auto rule : rules) all.push_back(say_breach<P>(rule, in));
  return fill(key_for("breaches.were", rules.size(), in), in, fmt::arg("list", listed(all, "word.and", in)));
}
}  // namespace detail

/// That a breach of a rule was named, in which line, and how it was answered, in which line.
template <protocol P>
[[nodiscard]] std::string message(const named_breach& breach, std::uint64_t line, breach_answer how,
                                  std::uint64_t answer_line, const wording& in = {}) {
  const auto key = how == breach_answer::reminder     ? "breach.answered"
                   : how == breach_answer::terminated ? "breach.terminated"
                                                      : "breach.open";
  return detail::fill(key, in, fmt::arg("breach", detail::say_breach<P>(breach.rule, in)), fmt::arg("line", line),
                      fmt::arg("answer", answer_line));
}

/// That a breach of a rule was named, while the session goes on.
template <protocol P>
[[nodiscard]] std::string message(const named_breach& breach, const wording& in = {}) {
  return detail::fill("breach.named", in, fmt::arg("breach", detail::say_breach<P>(breach.rule, in)));
}
/// That breaches were answered, while the session goes on or as it ends.
template <protocol P>
[[nodiscard]] std::string message(const answered_breaches& answer, const wording& in = {}) {
  if (answer.how == breach_answer::terminated) return detail::fill("breach.ending", in);
  return detail::fill("breach.reminder", in, fmt::arg("rule", say("rule", name_of<P>(answer.rule), in)));
}

}  // namespace balint
