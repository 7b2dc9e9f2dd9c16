// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Sessions by their ids: a flat table in which an id is most often found at the first look.
#include <balint/monitoring/detail/known_session.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace balint::detail {

/// Where sessions are, by id: open addressing with linear probing, at most two fifths full. It owns none of them.
class session_table {
 public:
  /// The session of an id, or null.
  [[nodiscard]] known_session* find(std::string_view id) const noexcept { return find(id, hash_of(id)); }
  /// The same, its hash being known.
  [[nodiscard]] known_session* find(std::string_view id, std::uint32_t hash) const noexcept {
    if (entries_.empty()) return nullptr;
    auto at = hash & mask();
    while (entries_[at].session != nullptr && !(entries_[at].hash == hash && is_same(entries_[at].session->id(), id)))
      at = (at + 1) & mask();
    return entries_[at].session;
  }
  /// Makes room for one more.
  void reserve_one() {
    if (entries_.size() * 2 >= (size_ + 1) * 5) return;
    std::vector<entry> old(std::bit_ceil((size_ + 1) * 4));
    old.swap(entries_);
    for (const auto& one : old) {
      if (one.session != nullptr) put(one);
    }
  }
  /// Adds a session whose id is not there, after `reserve_one`.
  void insert(known_session& session) noexcept {
    put({session.hash(), &session});
    ++size_;
  }
  /// Takes a session out that is there.
  void erase(const known_session& gone) noexcept {
    auto hole = gone.hash() & mask();
    while (entries_[hole].session != &gone) hole = (hole + 1) & mask();
    // What stands further on for want of room moves up.
    for (auto at = (hole + 1) & mask(); entries_[at].session != nullptr; at = (at + 1) & mask()) {
      if (((at - entries_[at].hash) & mask()) < ((at - hole) & mask())) continue;
      entries_[hole] = entries_[at];
      hole = at;
    }
    entries_[hole] = {};
    --size_;
  }

  /// How many sessions there are.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// Calls f with every session; f changes nothing here.
  template <typename F>
  void each(F f) const {
    for (const auto& one : entries_) {
      if (one.session != nullptr) f(*one.session);
    }
  }
  /// A session, or none, with the hash of its id.
  struct entry {
    std::uint32_t hash = 0;
    known_session* session = nullptr;
  };
  /// Every session that is there now.
  [[nodiscard]] std::vector<entry> all() const {
    std::vector<entry> there;
    for (const auto& one : entries_) {
      if (one.session != nullptr) there.push_back(one);
    }
    return there;
  }
  /// Whether a session is there still.
  [[nodiscard]] bool has(const entry& one) const noexcept {
    auto at = one.hash & mask();
    while (entries_[at].session != nullptr && entries_[at].session != one.session) at = (at + 1) & mask();
    return entries_[at].session != nullptr;
  }

 private:
  [[nodiscard]] std::size_t mask() const noexcept { return entries_.size() - 1; }
  void put(const entry& one) noexcept {
    auto at = one.hash & mask();
    while (entries_[at].session != nullptr) at = (at + 1) & mask();
    entries_[at] = one;
  }

  std::vector<entry> entries_;  ///< A power of two of them.
  std::size_t size_ = 0;
};

}  // namespace balint::detail
