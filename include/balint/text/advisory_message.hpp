// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Advisories in words: what was, what is recommended, by which source. People are counted, and named where asked for.
#include <balint/group/advisory.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/text/detail/filling.hpp>
#include <balint/text/pseudonyms.hpp>
#include <balint/text/wording.hpp>
#include <balint/vocabulary/code.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

namespace detail {

/// Whether the numbers of an advisory are those of the source.
[[nodiscard]] constexpr bool has_the_sources_numbers(const advisory& thought) noexcept {
  switch (thought.code) {
    case advisory_code::group_size: return thought.from == 10 && thought.to == 12;
    case advisory_code::session_length: return thought.from == 120 && thought.to == 180;
    case advisory_code::less_experienced_share: return thought.from == 5;
    default: return false;
  }
}
/// What the key of an advisory ends in.
[[nodiscard]] constexpr std::string_view variant_of(const advisory& thought) noexcept {
  switch (thought.code) {
    case advisory_code::session_length:
    case advisory_code::less_experienced_share: return has_the_sources_numbers(thought) ? ".paper" : "";
    case advisory_code::supervisor_not_stated: return thought.who.empty() ? ".nobody" : "";
    case advisory_code::not_live: return !thought.is_silence ? "" : thought.event == 0 ? ".between" : ".silence";
    case advisory_code::supervisor_away: return thought.was == 0 ? ".none" : "";
    default: return "";
  }
}
/// Stages by name: "the story and the proposals".
template <protocol P>
[[nodiscard]] std::string say_stages(std::uint64_t stages, std::string_view each, const wording& in) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < P::order::size; ++i) {
    if (((stages >> i) & 1U) != 0)
      names.push_back(fill(each, in, fmt::arg("stage", say("stage", P::order::names[i], in))));
  }
  return listed(names, "word.and", in);
}
template <protocol P>
[[nodiscard]] std::string say_presenter(const wording& in) {
  if constexpr (requires { P::presented_by::name; }) return say("role", P::presented_by::name, in);
  return {};
}

}  // namespace detail

/// Something to think about. It ties no right to a person unless `how` asks for ids.
template <protocol P>
[[nodiscard]] std::string message(const advisory& thought, const pseudonyms& names, naming how = naming::counted,
                                  const wording& in = {}) {
  std::string key = "advisory.";
  key += name_of(thought.code);
  key += detail::variant_of(thought);
  const bool is_of_people = thought.code == advisory_code::consent_not_declared;
  const auto n =
      is_of_people ? static_cast<std::uint64_t>(thought.who.size()) : static_cast<std::uint64_t>(thought.was);
  const bool cites = thought.code == advisory_code::group_size && detail::has_the_sources_numbers(thought);
  const auto from = thought.code == advisory_code::less_experienced_share
                        ? detail::in_words(static_cast<std::uint64_t>(thought.from), in)
                        : std::to_string(thought.from);
  const auto text = detail::fill(
      detail::key_for(key, n, in), in, fmt::arg("n", detail::in_words(n, in)), fmt::arg("was", thought.was),
      fmt::arg("from", from), fmt::arg("to", thought.to), fmt::arg("event", thought.event),
      fmt::arg("source", cites ? in("source.group_size") : std::string_view()),
      fmt::arg("leader", say("role", P::lead::office::name, in)), fmt::arg("presenter", detail::say_presenter<P>(in)),
      fmt::arg("stages", detail::say_stages<P>(thought.stages, "stage.the", in)));
  if (how == naming::counted || thought.who.empty()) return text;
  return detail::fill("with_people", in, fmt::arg("text", text),
                      fmt::arg("people", detail::people(thought.who, names, in)));
}

}  // namespace balint
