// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The repair of a trace: the nearest one without a finding, by events put in and taken out. Needs memory; `balint.hpp`
/// leaves it out.
#include <balint/alignment/detail/repair_search.hpp>
#include <balint/alignment/edit.hpp>
#include <balint/conformance/judge.hpp>
#include <balint/group/form.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/event.hpp>

#include <cstddef>
#include <span>
#include <type_traits>

namespace balint {

/// How much a repair may try.
struct repair_effort {
  /// How many alternatives are followed at a time, at first, for a repair that is soon found.
  std::size_t first = 8;
  /// How many then, to find a nearer one, or that there is none.
  std::size_t then = 512;
  /// A repair that costs so much more than any can is of a trace in disorder: then an eighth of `then` will do.
  std::size_t far = 16;
  /// How many states a proof may visit that there is no nearer one: for a group of n people, this divided by the square
  /// of n.
  std::size_t proof = 1'500'000;
  /// No proof is tried of a trace with more events.
  std::size_t longest_proof = 4'096;
};

/// The nearest trace without a finding that ends as this one did (closed, terminated or in progress), as edits of this
/// one. A flag, a reminder, a termination, a withdrawal and a refusal of the presenter's are protected: none goes that
/// the session accepted, nor one that it would accept in the mended trace. Where that leaves no trace without a
/// finding, there is no repair.
template <protocol P>
[[nodiscard]] repair<P> repair_trace(const formation<P>& people, std::type_identity_t<std::span<const event<P>>> trace,
                                     repair_effort effort = {}) {
  if (!people.is_formed()) return {.is_possible = false, .is_exact = false};
  judge<P> judged(people);
  for (const auto& e : trace) judged.apply(e);
  if (is_clean(judged.verdict()) && judged.record_faults() == 0) return {};
  detail::repair_search<P> search(people, trace, judged.session().end());
  const auto members = people.size();
  for (const auto width : {std::size_t{1}, effort.first, effort.then}) {
    const bool is_last = width == effort.then;
    const bool is_far = search.at_least() + effort.far < search.cost();
    search.try_beam(is_last && is_far ? (width + 7) / 8 : width);
    if (width == effort.first) {
      if (!search.is_found()) search.try_without_trace();
      const bool is_long = trace.size() > effort.longest_proof;
      if (!search.is_proven() && !is_long) search.try_proof(effort.proof / (members * members));
    }
    if (search.is_proven() || (search.is_thorough() && width >= effort.first)) break;
  }
  return search.result();
}

}  // namespace balint
