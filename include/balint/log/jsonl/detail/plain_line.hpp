// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Events that are written as most are, read in one pass over their bytes. Whatever is less plain is left to
/// `jsonl_line`, which reads a line with all the care and all the words.
#include <balint/group/person.hpp>
#include <balint/log/detail/timestamp_parser.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/jsonl/detail/keys.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace balint::detail {

/// A key with the quote after it, as a word in memory; at most eight bytes.
struct key_word {
  std::uint64_t bytes = 0;
  std::size_t size = 0;
  consteval explicit(false) key_word(const char* name) {
    for (; name[size] != 0; ++size) bytes |= std::uint64_t{static_cast<unsigned char>(name[size])} << (8 * size);
  }
};

/// Reads plain events: an object that fills the line, each key once and in lower case, ASCII without escapes, blanks
/// only around keys and values. Reading stops at the first byte that is not plain, so that all that was read is
/// checked.
class plain_lines {
 public:
  explicit plain_lines(line_form form = line_form::log) noexcept : is_stream_(form == line_form::stream) {}

  /// Reads a line, which may be read 64 bytes beyond its end, into an event; false: it is not plain, or no event.
  [[nodiscard]] bool read(std::string_view line, event_record& into) noexcept {
    if (line.size() < 2 || line.front() != '{' || line.back() != '}') return false;
    end_ = line.data() + line.size() - 1;
    into = {};
    unsigned seen = 0;
    for (const char* at = without_blanks(line.data() + 1);; at = without_blanks(at + 1)) {
      if (*at != '"') return false;
      unsigned bit = 0;
      at = read_field(at + 1, into, bit);
      if (at == nullptr || (seen & bit) != 0) return false;
      seen |= bit;
      at = without_blanks(at);
      if (at == end_) break;
      if (*at != ',' || at > end_) return false;
    }
    into.targets.bits = static_cast<std::uint8_t>(seen >> first_target);
    const unsigned needed = is_stream_ ? needed_of_stream : needed_of_log;
    return (seen & needed) == needed;
  }

 private:
  enum : unsigned {
    at_bit = 1,
    by_bit = 2,
    act_bit = 4,
    session_bit = 8,
    seq_bit = 16,
    needed_of_log = by_bit | act_bit,
    needed_of_stream = needed_of_log | session_bit,
    first_target = 5
  };
  static constexpr unsigned bit_of(target_kind target) noexcept {
    return unsigned{target_kinds::of(target).bits} << first_target;
  }

  static const char* without_blanks(const char* at) noexcept {
    while (*at == ' ') ++at;
    return at;
  }
  /// Reads a key and its value; gives where the value ends and the bit of the key, or null where they are not plain.
  [[gnu::always_inline]] const char* read_field(const char* key, event_record& into, unsigned& bit) noexcept {
    switch (key[0]) {
      case 'a':
        if (is_key(key, "at\"")) return bit = at_bit, read_time(value_after(key + 3), into.at);
        return bit = act_bit, is_key(key, "act\"") ? read_word(value_after(key + 4), into.act) : nullptr;
      case 'b': return bit = by_bit, is_key(key, "by\"") ? read_id(value_after(key + 3), into.by) : nullptr;
      case 'c':
        bit = bit_of(target_kind::case_of);
        return is_key(key, "case\"") ? read_id(value_after(key + 5), into.target_name) : nullptr;
      case 'o':
        bit = bit_of(target_kind::option);
        return is_key(key, "option\"") ? read_option(value_after(key + 7), into.option) : nullptr;
      case 'r':
        bit = bit_of(target_kind::rule);
        return is_key(key, "rule\"") ? read_word(value_after(key + 5), into.target_name) : nullptr;
      case 't':
        bit = bit_of(target_kind::person);
        return is_key(key, "to\"") ? read_id(value_after(key + 3), into.target_name) : nullptr;
      case 's':
        if (!is_stream_) return nullptr;
        if (is_key(key, "seq\"")) return bit = seq_bit, read_seq(value_after(key + 4), into.seq);
        return bit = session_bit, is_key(key, "session\"") ? read_id(value_after(key + 8), into.session) : nullptr;
      default: return nullptr;
    }
  }
  /// Whether a key is at a place from which eight bytes can be read.
  static bool is_key(const char* key, key_word wanted) noexcept {
    return (eight_bytes(key) ^ wanted.bytes) << (8 * (8 - wanted.size)) == 0;
  }
  /// Where the value begins; the end, which begins no value, where there is none.
  const char* value_after(const char* key_end) const noexcept {
    const char* const colon = without_blanks(key_end);
    return *colon == ':' ? without_blanks(colon + 1) : end_;
  }

  /// A text of at most 64 bytes of ASCII without escapes, looked at eight bytes at a time.
  [[gnu::always_inline]] const char* read_word(const char* text, std::string_view& into) const noexcept {
    if (*text++ != '"') return nullptr;
    for (std::size_t n = 0; n < 72 && text + n < end_; n += 8) {
      const auto bytes = eight_bytes(text + n);
      const auto quotes = bytes_that_are('"', bytes);
      const auto found = quotes | bytes_that_are('\\', bytes) | bytes_that_are_not_shown(bytes);
      if (found == 0) continue;
      n += static_cast<std::size_t>(std::countr_zero(found)) / 8;
      return n <= 64 && text[n] == '"' ? take(text, n, into) : nullptr;
    }
    return nullptr;
  }
  [[gnu::always_inline]] const char* read_id(const char* text, std::string_view& into) const noexcept {
    if (*text++ != '"') return nullptr;
    std::size_t n = 0;
    while (n < 65 && is_plain(text[n])) ++n;
    return n != 0 && n <= 64 && text[n] == '"' ? take(text, n, into) : nullptr;
  }
  const char* take(const char* text, std::size_t size, std::string_view& into) const noexcept {
    into = {text, size};
    return text + size < end_ ? text + size + 1 : nullptr;
  }
  [[gnu::always_inline]] const char* read_time(const char* text, instant& into) noexcept {
    if (*text++ != '"') return nullptr;
    // With seconds or milliseconds, with Z or an offset like +03:00.
    const std::size_t n = text[20] == '"' ? 20 : text[24] == '"' ? 24 : text[25] == '"' ? 25 : 29;
    if (text[n] != '"' || text + n >= end_) return nullptr;
    const auto at = times_.parse({text, n});
    if (!at) return nullptr;
    into = *at;
    return text + n + 1;
  }
  /// A number of at most so many digits; what follows it is looked at as what follows any value.
  template <std::size_t Most, typename Number>
  static const char* read_number(const char* text, Number& into) noexcept {
    std::uint64_t number = 0;
    std::size_t n = 0;
    for (; n < Most && text[n] >= '0' && text[n] <= '9'; ++n)
      number = number * 10 + static_cast<std::uint64_t>(text[n] - '0');
    into = static_cast<Number>(number);
    return n != 0 && (n == 1 || text[0] != '0') ? text + n : nullptr;
  }
  static const char* read_option(const char* text, std::uint16_t& into) noexcept { return read_number<4>(text, into); }
  static const char* read_seq(const char* text, std::uint64_t& into) noexcept {
    const char* const after = read_number<18>(text, into);
    return into != 0 ? after : nullptr;
  }

  static constexpr std::uint64_t each_byte = 0x0101010101010101, top_bits = 0x8080808080808080;
  /// The top bit of each byte that is this character.
  static std::uint64_t bytes_that_are(char c, std::uint64_t bytes) noexcept {
    const auto other = bytes ^ (each_byte * static_cast<unsigned char>(c));
    return ~(((other & ~top_bits) + ~top_bits) | other) & top_bits;
  }
  /// The top bit of each byte that is a control character or none of ASCII.
  static std::uint64_t bytes_that_are_not_shown(std::uint64_t bytes) noexcept {
    return (~((bytes | top_bits) - each_byte * 0x20) | bytes) & top_bits;
  }
  static std::uint64_t eight_bytes(const char* at) noexcept {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, 8);
    if constexpr (std::endian::native == std::endian::big) bytes = std::byteswap(bytes);
    return bytes;
  }

  timestamp_parser times_;
  const char* end_ = nullptr;  ///< The brace that ends the line.
  bool is_stream_;
};

}  // namespace balint::detail
