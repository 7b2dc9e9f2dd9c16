// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Events that are written as most are, read many lines at a time. Whatever is not so plain is left to `jsonl_line`,
/// which reads a line with all the care and all the words.
#include <balint/log/jsonl/detail/line.hpp>
#include <balint/log/timestamp.hpp>

#include <simdjson.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace balint::detail {

/// A key with the quote behind it, as a word in memory; at most eight bytes.
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
  [[nodiscard]] bool read(std::string_view line, raw_event& into) {
    if (!step_to(line)) return false;
    simdjson::ondemand::document_reference document;
    simdjson::ondemand::object object;
    if ((**at_).get(document) != simdjson::SUCCESS || document.get_object().get(object) != simdjson::SUCCESS)
      return false;
    const char* const end = line.data() + line.size() - 1;
    if (*end != '}') return false;
    into.clear();
    unsigned seen = 0;
    const char* behind = nullptr;  // Where the value that was read last ends.
    for (auto field : object) {
      simdjson::ondemand::raw_json_string key;
      if (field.key().get(key) != simdjson::SUCCESS) return false;
      auto v = field.value();
      const auto bit = read_field(key.raw(), v, into, behind);
      if (bit == 0 || (seen & bit) != 0) return false;
      seen |= bit;
    }
    into.targets = static_cast<std::uint8_t>(seen >> first_target);
    return behind == end && (seen & needed) == needed;
  }

 private:
  using value = simdjson::simdjson_result<simdjson::ondemand::value>;
  enum : unsigned { at_bit = 1, by_bit = 2, act_bit = 4, needed = by_bit | act_bit, first_target = 3 };

  /// Goes to the document that begins where a line begins.
  bool step_to(std::string_view line) {
    if (!is_in_step_) return false;
    if (line.data() != begin_) ++*at_;
    is_in_step_ = *at_ != documents_.end() && begin_ + at_->current_index() == line.data();
    return is_in_step_ && line.size() > 1;
  }
  /// Reads a value by its key; gives the bit of the key, or 0 where it is not plain.
  [[gnu::always_inline]] unsigned read_field(const char* key, value& v, raw_event& into, const char*& behind) {
    switch (key[0]) {
      case 'a':
        if (is_key(key, "at\"")) return read_time(v, into.at, behind) ? at_bit : 0U;
        return is_key(key, "act\"") && read_word(v, into.act, behind) ? act_bit : 0U;
      case 'b': return is_key(key, "by\"") && read_id(v, into.by, behind) ? by_bit : 0U;
      case 'c':
        return is_key(key, "case\"") && read_id(v, into.name_of_target, behind) ? unsigned{key_case} << first_target
                                                                                : 0U;
      case 'o':
        return is_key(key, "option\"") && read_number(v, into.option, behind) ? unsigned{key_option} << first_target
                                                                              : 0U;
      case 'r':
        return is_key(key, "rule\"") && read_word(v, into.name_of_target, behind) ? unsigned{key_rule} << first_target
                                                                                  : 0U;
      case 't':
        return is_key(key, "to\"") && read_id(v, into.name_of_target, behind) ? unsigned{key_to} << first_target : 0U;
      default: return 0;
    }
  }
  /// Whether a key stands at a place behind which eight bytes can be read.
  static bool is_key(const char* key, key_word wanted) noexcept {
    std::uint64_t there = 0;
    std::memcpy(&there, key, 8);
    if constexpr (std::endian::native == std::endian::big) there = __builtin_bswap64(there);
    return (there ^ wanted.bytes) << (8 * (8 - wanted.size)) == 0;
  }

  /// A text of at most 64 bytes without escapes.
  [[gnu::always_inline]] static bool read_word(value& v, std::string_view& into, const char*& behind) {
    return read_while(v, into, behind, [](char c) { return c != '"' && c != '\\'; });
  }
  [[gnu::always_inline]] static bool read_id(value& v, std::string_view& into, const char*& behind) {
    return read_while(v, into, behind, [](char c) { return is_plain(c); }) && !into.empty();
  }
  template <typename Fits>
  [[gnu::always_inline]] static bool read_while(value& v, std::string_view& into, const char*& behind, Fits fits) {
    simdjson::ondemand::raw_json_string raw;
    if (v.get_raw_json_string().get(raw) != simdjson::SUCCESS) return false;
    const char* const text = raw.raw();
    std::size_t n = 0;
    while (n < 65 && fits(text[n])) ++n;
    if (n > 64 || text[n] != '"') return false;
    into = {text, n};
    behind = text + n + 1;
    return true;
  }
  [[gnu::always_inline]] bool read_time(value& v, instant& into, const char*& behind) {
    simdjson::ondemand::raw_json_string raw;
    if (v.get_raw_json_string().get(raw) != simdjson::SUCCESS) return false;
    const char* const text = raw.raw();
    const std::size_t n = text[20] == '"' ? 20 : 24;
    if (text[n] != '"') return false;
    const auto at = times_.parse({text, n});
    if (!at) return false;
    into = *at;
    behind = text + n + 1;
    return true;
  }
  [[gnu::always_inline]] static bool read_number(value& v, std::uint16_t& into, const char*& behind) {
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
    behind = text + n;
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
