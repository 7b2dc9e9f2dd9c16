// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Sessions as a monitor knows them whatever their protocol: their ids, and those that are over in order.
#include <balint/monitoring/delivery.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

namespace balint::detail {

/// Eight bytes of a text as a number.
[[nodiscard]] inline std::uint64_t eight_bytes(const char* text) noexcept {
  std::uint64_t word = 0;
  std::memcpy(&word, text, sizeof word);
  return word;
}
/// The hash of an id; every bit of it depends on every byte.
[[nodiscard]] inline std::uint32_t hash_of(std::string_view id) noexcept {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
  constexpr std::uint64_t other_odd = 0xD6E8FEB86659FD93U;
  const auto mix = [](std::uint64_t sum) { return (sum ^ (sum >> 32)) * odd; };
  auto sum = id.size() * other_odd;
  if (id.size() < 8) {
    for (const char c : id) sum = mix(sum ^ static_cast<unsigned char>(c));
  } else {
    const char* at = id.data();
    const char* const end = at + id.size();
    for (; end - at > 16; at += 8) sum = mix(sum ^ eight_bytes(at));
    // Of the last sixteen bytes some are taken twice.
    sum = ((sum ^ eight_bytes(at)) * odd) ^ std::rotl(eight_bytes(end - 8) * other_odd, 32);
  }
  return static_cast<std::uint32_t>(mix(mix(sum)) >> 32);
}
/// Whether two ids are the same, without a call for the few bytes that they have.
[[nodiscard]] inline bool is_same(std::string_view a, std::string_view b) noexcept {
  if (a.size() != b.size()) return false;
  if (a.size() < 8) return a == b;
  const auto last = a.size() - 8;
  for (std::size_t at = 0; at < last; at += 8) {
    if (eight_bytes(a.data() + at) != eight_bytes(b.data() + at)) return false;
  }
  return eight_bytes(a.data() + last) == eight_bytes(b.data() + last);
}

/// What is known of a session whatever its protocol: its id, a short one in place, so that to look at the session is to
/// look at its id, the numbers of its events, and which sessions were over before and after it.
class known_session {
 public:
  known_session(const known_session&) = delete;  // views of the id are of the one that is kept
  known_session& operator=(const known_session&) = delete;

  [[nodiscard]] std::string_view id() const noexcept { return {long_ ? long_.get() : short_, size_}; }
  [[nodiscard]] std::uint32_t hash() const noexcept { return hash_; }
  /// The place of its protocol among those of its monitor.
  [[nodiscard]] std::uint32_t kind() const noexcept { return kind_; }
  [[nodiscard]] numbering& numbers() noexcept { return numbers_; }
  [[nodiscard]] const numbering& numbers() const noexcept { return numbers_; }

 protected:
  known_session(std::string_view id, std::uint32_t kind) : size_(id.size()), hash_(hash_of(id)), kind_(kind) {
    if (size_ > sizeof(short_)) long_ = std::make_unique<char[]>(size_);
    id.copy(long_ ? long_.get() : short_, size_);
  }
  ~known_session() = default;

 private:
  friend class ended_sessions;

  std::size_t size_;
  std::unique_ptr<char[]> long_;
  char short_[24];
  std::uint32_t hash_;
  std::uint32_t kind_;
  numbering numbers_;
  known_session* before_ = nullptr;
  known_session* after_ = nullptr;
  bool is_ended_ = false;
};

/// The sessions that are over, in the order in which they were. It owns none of them, and allocates nothing.
class ended_sessions {
 public:
  /// Adds one that is over; nothing, if it is there.
  void add(known_session& one) noexcept {
    if (one.is_ended_) return;
    one.is_ended_ = true;
    one.before_ = last_;
    (last_ == nullptr ? first_ : last_->after_) = &one;
    last_ = &one;
    ++size_;
  }
  /// Takes one out, if it is there.
  void remove(known_session& one) noexcept {
    if (!one.is_ended_) return;
    (one.before_ == nullptr ? first_ : one.before_->after_) = one.after_;
    (one.after_ == nullptr ? last_ : one.after_->before_) = one.before_;
    one.before_ = one.after_ = nullptr;
    one.is_ended_ = false;
    --size_;
  }
  /// The one that was over first; there is one.
  [[nodiscard]] known_session& first() const noexcept { return *first_; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

 private:
  known_session* first_ = nullptr;
  known_session* last_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace balint::detail
