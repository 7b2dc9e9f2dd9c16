// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// How a partly mended trace came about: a chain of what was put in, taken out and kept, shared by many alternatives.
#include <balint/alignment/edit.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace balint::detail {

/// What an entry of a history says.
enum class note : std::uint8_t {
  removed,   ///< The event at a position went out.
  inserted,  ///< An event came in before a position.
  kept,      ///< The event at a position stays: said only of those that may be thought over later.
  left,      ///< A stage is left here.
  turned,  ///< An earlier entry is thought over: what was put in is another event, what was kept goes, what went stays.
  backdated,  ///< An event comes in where an earlier stage was left.
};

template <typename P>
struct history_entry {
  std::uint32_t before = 0;  ///< The entry before it; 0: none.
  std::uint32_t about = 0;   ///< The entry that is thought over, or where the stage was left.
  std::uint64_t at = 0;      ///< A position of the trace, from 0.
  event<P> what{};
  note says = note::removed;
};

/// All histories of one search.
template <typename P>
class histories {
 public:
  using entry = history_entry<P>;

  histories() : all_(1) {}
  [[nodiscard]] const entry& operator[](std::uint32_t i) const noexcept { return all_[i]; }
  [[nodiscard]] std::uint32_t add(const entry& one) {
    all_.push_back(one);
    return static_cast<std::uint32_t>(all_.size() - 1);
  }

  /// The edits of a history, in the order of the trace.
  [[nodiscard]] std::vector<edit<P>> edits(std::uint32_t tail) const {
    std::vector<std::uint32_t> chain;
    for (; tail != 0; tail = all_[tail].before) chain.push_back(tail);
    std::reverse(chain.begin(), chain.end());
    std::vector<entry> now;
    std::vector<std::vector<event<P>>> late;
    std::vector<std::uint32_t> places;
    for (const auto i : chain) now.push_back(all_[i]);
    for (std::size_t k = 0; k < chain.size(); ++k) {
      const auto about =
          static_cast<std::size_t>(std::lower_bound(chain.begin(), chain.end(), now[k].about) - chain.begin());
      if (now[k].says == note::turned) {
        auto& turned = now[about];
        switch (turned.says) {
          case note::removed: turned.says = note::kept; break;
          case note::kept: turned.says = note::removed; break;
          case note::inserted: turned.what = now[k].what; break;
          default: break;
        }
      } else if (now[k].says == note::backdated) {
        places.push_back(static_cast<std::uint32_t>(about));
        late.push_back({now[k].what});
      }
    }
    std::vector<edit<P>> all;
    for (std::size_t k = 0; k < now.size(); ++k) {
      if (now[k].says == note::removed) all.push_back({edit<P>::way::remove, now[k].at + 1, now[k].what});
      if (now[k].says == note::inserted) all.push_back({edit<P>::way::insert, now[k].at + 1, now[k].what});
      if (now[k].says != note::left) continue;
      for (std::size_t p = 0; p < places.size(); ++p) {
        if (places[p] == k) all.push_back({edit<P>::way::insert, now[k].at + 1, late[p].front()});
      }
    }
    return all;
  }

  /// Whether so much was added since the last tidying that it is worth another.
  [[nodiscard]] bool is_untidy() const noexcept { return all_.size() > 2 * tidy_ + (std::size_t{1} << 12U); }
  /// Forgets the entries of histories that were given up. Each of `tails` is changed by `move(old) -> new`.
  template <typename Tails>
  void tidy(Tails each_reference) {
    std::vector<std::uint32_t> moved(all_.size(), 0);
    each_reference([&](std::uint32_t& i) {
      for (auto k = i; k != 0 && moved[k] == 0; k = all_[k].before) moved[k] = 1;
    });
    std::uint32_t next = 1;
    for (std::uint32_t i = 1; i < all_.size(); ++i) {
      if (moved[i] == 0) continue;
      auto one = all_[i];
      one.before = moved[one.before];
      one.about = moved[one.about];
      moved[i] = next;
      all_[next++] = one;
    }
    all_.resize(next);
    each_reference([&](std::uint32_t& i) { i = moved[i]; });
    tidy_ = next;
  }

 private:
  std::vector<entry> all_;
  std::size_t tidy_ = 0;
};

}  // namespace balint::detail
