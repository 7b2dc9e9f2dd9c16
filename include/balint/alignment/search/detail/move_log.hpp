// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The move log: how partial alignments came about, as chains of moves that many of them share.
#include <balint/alignment/search/detail/move.hpp>
#include <balint/session/event.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace balint::detail {

/// What an entry of the log is.
enum class entry_kind : std::uint8_t {
  on_log,            ///< The event at a position goes.
  on_model,          ///< An event comes in before a position.
  synchronous,       ///< The event at a position stays: noted only where that may be revised.
  stage_end,         ///< A stage is left here.
  revision,          ///< Revises an earlier move: what goes stays, what stays goes, what comes in is another event.
  on_earlier_model,  ///< An event comes in where an earlier stage was left.
};

/// A reference to an entry.
using entry_id = std::uint32_t;
inline constexpr entry_id no_entry = 0;

template <typename P>
struct move_entry {
  entry_id before = no_entry;  ///< The entry before it.
  entry_id about = no_entry;   ///< The entry that it revises, or where the stage was left.
  std::uint64_t at = 0;        ///< A position of the trace, from 0.
  event<P> what{};
  entry_kind kind = entry_kind::on_log;
};

/// The moves of all partial alignments of a search.
template <typename P>
class move_log {
 public:
  using entry = move_entry<P>;

  move_log() : entries_(1) {}
  [[nodiscard]] const entry& operator[](entry_id i) const noexcept { return entries_[i]; }
  /// Adds an entry at the end of a chain, and gives the new end.
  [[nodiscard]] entry_id add(const entry& one) {
    entries_.push_back(one);
    return static_cast<entry_id>(entries_.size() - 1);
  }

  /// Calls f(id, entry, stays) with the entries of a chain from its end back to one that is left out, until f answers
  /// false; `stays`: it is an event of the trace that stays after all revisions.
  template <typename F>
  void each_back(entry_id last, entry_id first, F f) const {
    std::vector<entry_id> revised;
    for (auto i = last; i != no_entry && i != first; i = entries_[i].before) {
      const auto& one = entries_[i];
      if (one.kind == entry_kind::revision) revised.push_back(one.about);
      const bool is_event = one.kind == entry_kind::synchronous || one.kind == entry_kind::on_log;
      const bool is_turned = is_event && std::count(revised.begin(), revised.end(), i) % 2 != 0;
      if (!f(i, one, is_event && (one.kind == entry_kind::synchronous) != is_turned)) return;
    }
  }
  /// The moves of a chain after all revisions, in the order of the trace.
  [[nodiscard]] std::vector<aligned_move<P>> moves(entry_id last) const {
    std::vector<entry_id> ids;
    for (; last != no_entry; last = entries_[last].before) ids.push_back(last);
    std::reverse(ids.begin(), ids.end());
    std::vector<entry> chain;
    for (const auto i : ids) chain.push_back(entries_[i]);
    std::vector<entry> earlier;  // What comes in where a stage was left; `about` is the place in the chain.
    for (const auto& one : chain) {
      if (one.about == no_entry) continue;
      const auto about = std::lower_bound(ids.begin(), ids.end(), one.about) - ids.begin();
      if (one.kind == entry_kind::revision) revise(chain[static_cast<std::size_t>(about)], one.what);
      if (one.kind != entry_kind::on_earlier_model) continue;
      earlier.push_back(one);
      earlier.back().about = static_cast<entry_id>(about);
    }
    std::vector<aligned_move<P>> all;
    for (std::size_t k = 0; k < chain.size(); ++k) append(all, chain[k], k, earlier);
    return all;
  }

  /// Whether so much was added since entries were last forgotten that it is worth doing again.
  [[nodiscard]] bool is_untidy() const noexcept { return entries_.size() > 2 * tidy_ + (std::size_t{1} << 12U); }
  /// Forgets the entries that no chain has. `each_id(f)` calls f with a reference to every id that is held outside.
  template <typename EachId>
  void tidy(EachId each_id) {
    std::vector<entry_id> moved(entries_.size(), no_entry);
    each_id([&](entry_id& i) {
      for (auto k = i; k != no_entry && moved[k] == no_entry; k = entries_[k].before) moved[k] = 1;
    });
    entry_id next = 1;
    for (entry_id i = 1; i < entries_.size(); ++i) {
      if (moved[i] == no_entry) continue;
      auto one = entries_[i];
      one.before = moved[one.before];
      one.about = moved[one.about];
      moved[i] = next;
      entries_[next++] = one;
    }
    entries_.resize(next);
    each_id([&](entry_id& i) { i = moved[i]; });
    tidy_ = next;
  }

 private:
  static void revise(entry& one, const event<P>& into) {
    switch (one.kind) {
      case entry_kind::on_log: one.kind = entry_kind::synchronous; break;
      case entry_kind::synchronous: one.kind = entry_kind::on_log; break;
      case entry_kind::on_model: one.what = into; break;
      default: break;
    }
  }
  static void append(std::vector<aligned_move<P>>& all, const entry& one, std::size_t place,
                     const std::vector<entry>& earlier) {
    if (one.kind == entry_kind::on_log) all.push_back({move_kind::on_log, one.at, one.what});
    if (one.kind == entry_kind::on_model) all.push_back({move_kind::on_model, one.at, one.what});
    if (one.kind != entry_kind::stage_end) return;
    for (const auto& late : earlier) {
      if (late.about == place) all.push_back({move_kind::on_model, one.at, late.what});
    }
  }

  std::vector<entry> entries_;
  std::size_t tidy_ = 0;
};

}  // namespace balint::detail
