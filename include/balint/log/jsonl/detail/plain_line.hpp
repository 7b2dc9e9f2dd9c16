// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Events that are written as most are, read many lines at a time. Whatever is less plain is left to `jsonl_line`,
/// which reads a line with all the care and all the words.
#include <balint/group/person.hpp>
#include <balint/log/detail/timestamp_parser.hpp>
#include <balint/log/event_record.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <simdjson.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
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

/// Reads plain events out of a block of lines: each key once and in lower case, no escapes, an object that ends with
/// the line.
class plain_lines {
 public:
  plain_lines() {
#ifdef SIMDJSON_THREADS_ENABLED
    parser_.threaded = false;
#endif
  }

  /// Begins with a block of whole lines, which may be read `SIMDJSON_PADDING` bytes beyond its end and stays where it
  /// is until the next block.
  void begin(std::string_view block) {
    is_in_step_ = false;
    at_.reset();
    begin_ = block.data();
    if (block.empty()) return;
    if (parser_.iterate_many(block.data(), block.size(), block.size()).get(documents_) != simdjson::SUCCESS) return;
    at_.emplace(documents_.begin());
    is_in_step_ = true;
  }

  /// Reads the next line of the block into an event; false: it is not plain, or no event.
  [[nodiscard]] bool read(std::string_view line, event_record& into) {
    if (!step_to(line)) return false;
    simdjson::ondemand::document_reference document;
    simdjson::ondemand::object object;
    if ((**at_).get(document) != simdjson::SUCCESS || document.get_object().get(object) != simdjson::SUCCESS)
      return false;
    const char* const end = line.data() + line.size() - 1;
    if (*end != '}') return false;
    into = {};
    unsigned seen = 0;
    const char* value_end = nullptr;  // Of the value that was read last.
    for (auto field : object) {
      simdjson::ondemand::raw_json_string key;
      if (field.key().get(key) != simdjson::SUCCESS) return false;
      auto v = field.value();
      const auto bit = read_field(key.raw(), v, into, value_end);
      if (bit == 0 || (seen & bit) != 0) return false;
      seen |= bit;
    }
    into.targets.bits = static_cast<std::uint8_t>(seen >> first_target);
    return value_end == end && (seen & needed) == needed;
  }

 private:
  using value = simdjson::simdjson_result<simdjson::ondemand::value>;
  enum : unsigned { at_bit = 1, by_bit = 2, act_bit = 4, needed = by_bit | act_bit, first_target = 3 };
  static constexpr unsigned bit_of(target_kind target) noexcept {
    return unsigned{target_kinds::of(target).bits} << first_target;
  }

  /// Goes to the document that begins where a line begins.
  [[gnu::flatten]] bool step_to(std::string_view line) {
    if (!is_in_step_) return false;
    if (line.data() != begin_) ++*at_;
    is_in_step_ = *at_ != documents_.end() && begin_ + at_->current_index() == line.data();
    return is_in_step_ && line.size() > 1;
  }
  /// Reads a value by its key; gives the bit of the key, or 0 where it is not plain.
  [[gnu::always_inline]] unsigned read_field(const char* key, value& v, event_record& into, const char*& value_end) {
    switch (key[0]) {
      case 'a':
        if (is_key(key, "at\"")) return read_time(v, into.at, value_end) ? at_bit : 0U;
        return is_key(key, "act\"") && read_word(v, into.act, value_end) ? act_bit : 0U;
      case 'b': return is_key(key, "by\"") && read_id(v, into.by, value_end) ? by_bit : 0U;
      case 'c':
        return is_key(key, "case\"") && read_id(v, into.target_name, value_end) ? bit_of(target_kind::case_of) : 0U;
      case 'o':
        return is_key(key, "option\"") && read_number(v, into.option, value_end) ? bit_of(target_kind::option) : 0U;
      case 'r':
        return is_key(key, "rule\"") && read_word(v, into.target_name, value_end) ? bit_of(target_kind::rule) : 0U;
      case 't':
        return is_key(key, "to\"") && read_id(v, into.target_name, value_end) ? bit_of(target_kind::person) : 0U;
      default: return 0;
    }
  }
  /// Whether a key is at a place from which eight bytes can be read.
  static bool is_key(const char* key, key_word wanted) noexcept {
    return (eight_bytes(key) ^ wanted.bytes) << (8 * (8 - wanted.size)) == 0;
  }

  /// A text of at most 64 bytes without escapes, looked at eight bytes at a time: what is read beyond it is in the line
  /// or in the room after it.
  [[gnu::always_inline]] static bool read_word(value& v, std::string_view& into, const char*& value_end) {
    simdjson::ondemand::raw_json_string raw;
    if (v.get_raw_json_string().get(raw) != simdjson::SUCCESS) return false;
    const char* const text = raw.raw();
    for (std::size_t n = 0; n < 72; n += 8) {
      const auto bytes = eight_bytes(text + n);
      const auto found = bytes_that_are('"', bytes) | bytes_that_are('\\', bytes);
      if (found == 0) continue;
      n += static_cast<std::size_t>(std::countr_zero(found)) / 8;
      return n <= 64 && text[n] == '"' && take(text, n, into, value_end);
    }
    return false;
  }
  [[gnu::always_inline]] static bool read_id(value& v, std::string_view& into, const char*& value_end) {
    simdjson::ondemand::raw_json_string raw;
    if (v.get_raw_json_string().get(raw) != simdjson::SUCCESS) return false;
    const char* const text = raw.raw();
    std::size_t n = 0;
    while (n < 65 && is_plain(text[n])) ++n;
    if (n == 0 || n > 64 || text[n] != '"') return false;
    return take(text, n, into, value_end);
  }
  static bool take(const char* text, std::size_t size, std::string_view& into, const char*& value_end) noexcept {
    into = {text, size};
    value_end = text + size + 1;
    return true;
  }
  /// The top bit of each byte that is this character.
  static std::uint64_t bytes_that_are(char c, std::uint64_t bytes) noexcept {
    constexpr std::uint64_t each = 0x0101010101010101, low = 0x7F7F7F7F7F7F7F7F;
    const auto other = bytes ^ (each * static_cast<unsigned char>(c));
    return ~(((other & low) + low) | other | low);
  }
  static std::uint64_t eight_bytes(const char* at) noexcept {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, 8);
    if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
    return bytes;
  }
  [[gnu::always_inline]] bool read_time(value& v, instant& into, const char*& value_end) {
    simdjson::ondemand::raw_json_string raw;
    if (v.get_raw_json_string().get(raw) != simdjson::SUCCESS) return false;
    const char* const text = raw.raw();
    // With seconds or milliseconds, with Z or an offset like +03:00.
    const std::size_t n = text[20] == '"' ? 20 : text[24] == '"' ? 24 : text[25] == '"' ? 25 : 29;
    if (text[n] != '"') return false;
    const auto at = times_.parse({text, n});
    if (!at) return false;
    into = *at;
    value_end = text + n + 1;
    return true;
  }
  [[gnu::always_inline]] static bool read_number(value& v, std::uint16_t& into, const char*& value_end) {
    std::string_view token;
    if (v.raw_json_token().get(token) != simdjson::SUCCESS) return false;
    const char* const text = token.data();
    unsigned number = 0;
    std::size_t n = 0;
    for (; n < 4 && text[n] >= '0' && text[n] <= '9'; ++n) number = number * 10 + static_cast<unsigned>(text[n] - '0');
    std::uint64_t same = 0;
    if (n == 0 || (n > 1 && text[0] == '0') || v.get_uint64().get(same) != simdjson::SUCCESS || same != number)
      return false;
    into = static_cast<std::uint16_t>(number);
    value_end = text + n;
    return true;
  }

  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document_stream documents_;
  std::optional<simdjson::ondemand::document_stream::iterator> at_;
  timestamp_parser times_;
  const char* begin_ = nullptr;
  bool is_in_step_ = false;
};

}  // namespace balint::detail
