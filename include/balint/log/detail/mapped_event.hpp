// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// One event of a log with attributes of any names: brought to what a log of sessions has, as a mapping says.
#include <balint/group/person.hpp>
#include <balint/log/detail/timestamp_parser.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/detail/whole_number.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/mapping.hpp>
#include <balint/vocabulary/detail/word_index.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace balint::detail {

/// The attribute that says of another program's event whether it begins or is complete.
inline constexpr std::string_view lifecycle_transition = "lifecycle:transition";

/// An event whose texts are pieces of a longer text, which may still grow and move.
struct mapped_event_texts {
  struct piece {
    std::size_t begin = 0;
    std::size_t size = 0;
    [[nodiscard]] std::string_view of(std::string_view texts) const noexcept { return {texts.data() + begin, size}; }
  };
  instant at = unstated;
  piece by{}, act{}, target{};
  std::uint16_t option = 0;
  target_kinds targets = {};

  [[nodiscard]] event_record of(std::string_view texts) const noexcept {
    return {.at = at,
            .by = by.of(texts),
            .act = act.of(texts),
            .target_name = target.of(texts),
            .option = option,
            .targets = targets};
  }
};

/// Collects the attributes of an event.
class mapped_event {
 public:
  line_fault fault;

  explicit mapped_event(const log_mapping& mapping) : mapping_(mapping) {
    const auto& keys = mapping.attributes;
    keys_ = {keys.act, keys.by, keys.at, keys.on_case, keys.option, keys.rule, keys.to, lifecycle_transition};
    for (std::size_t i = 0; i < keys_.size(); ++i) numbers_[i] = name_key(keys_[i]);
  }
  [[nodiscard]] std::uint64_t left_out() const noexcept { return left_out_; }

  void begin() noexcept { seen_ = 0; }
  void attribute(std::string_view key, std::string_view value) {
    const auto number = name_key(key);
    std::size_t i = 0;
    while (i < keys_.size() && (numbers_[i] != number || keys_[i] != key)) ++i;
    if (i == keys_.size() || (i == transition && !mapping_.is_foreign)) {
      ++left_out_;
    } else if (has(i)) {
      no("a second " + shown(key), "each attribute once");
    } else if (value.data() == nullptr) {
      no("the attribute " + shown(key) + " without a value", "a value");
    } else {
      seen_ |= 1U << i;
      values_[i] = value;
    }
  }
  /// The event, its texts appended to others; nothing: it is left out, or there is a fault.
  [[nodiscard]] std::optional<mapped_event_texts> end(std::string& texts) {
    if (!fault.found.empty()) return std::nullopt;
    if (!has(act)) return no("an event without " + shown(keys_[act]), "the name of an act for every event");
    const auto act_name = log_mapping::find(mapping_.acts, values_[act]);
    const bool is_unmapped = act_name.empty() && !values_[act].empty();
    if (is_unmapped || (has(transition) && !is_complete(values_[transition]))) {
      ++left_out_;
      return std::nullopt;
    }
    if (!has(by)) return no("an event without " + shown(keys_[by]), "who did it, for every event");
    mapped_event_texts made;
    if (!read_time(made) || !read_option(made)) return std::nullopt;
    made.act = keep(texts, act_name);
    if (!keep_id(texts, by, made.by) || !keep_target(texts, made)) return std::nullopt;
    return made;
  }

 private:
  enum attribute_of : std::uint8_t { act, by, at, on_case, option, rule, to, transition, count };

  [[nodiscard]] bool has(std::size_t i) const noexcept { return ((seen_ >> i) & 1U) != 0; }
  std::nullopt_t no(std::string found, std::string_view wanted) {
    fault = {0, std::move(found), std::string(wanted)};
    return std::nullopt;
  }
  bool bad(std::string found, std::string_view wanted) {
    no(std::move(found), wanted);
    return false;
  }
  static mapped_event_texts::piece keep(std::string& texts, std::string_view text) {
    const auto begin = texts.size();
    texts += text;
    return {begin, text.size()};
  }
  [[nodiscard]] bool keep_id(std::string& texts, std::size_t i, mapped_event_texts::piece& into) {
    const auto id = log_mapping::find(mapping_.pseudonyms, values_[i]);
    if (!is_pseudonym(id)) return bad(shown(keys_[i]) + " \"" + shown(values_[i]) + "\"", wanted_mapped_pseudonym);
    into = keep(texts, id);
    return true;
  }
  [[nodiscard]] bool read_time(mapped_event_texts& made) {
    if (!has(at)) return true;
    const auto time = times_.parse(trimmed(values_[at]), hour_24::read);
    if (time) made.at = *time;
    return time || bad("the time \"" + shown(values_[at]) + "\"", wanted_time);
  }
  [[nodiscard]] bool read_option(mapped_event_texts& made) {
    if (!has(option)) return true;
    const auto number = parse_whole(trimmed(values_[option]));
    made.targets.insert(target_kind::option);
    if (number) made.option = option_number(*number);
    return number || bad("\"" + shown(values_[option]) + "\"", wanted_option);
  }
  [[nodiscard]] bool keep_target(std::string& texts, mapped_event_texts& made) {
    if (has(on_case)) {
      made.targets.insert(target_kind::case_of);
      if (!keep_id(texts, on_case, made.target)) return false;
    }
    if (has(rule)) {
      made.targets.insert(target_kind::rule);
      made.target = keep(texts, log_mapping::find(mapping_.rules, values_[rule]));
    }
    if (!has(to)) return true;
    made.targets.insert(target_kind::person);
    return keep_id(texts, to, made.target);
  }
  static bool is_complete(std::string_view transition) {
    constexpr std::string_view complete = "complete";
    if (transition.size() != complete.size()) return false;
    for (std::size_t i = 0; i < complete.size(); ++i) {
      if ((transition[i] | 0x20) != complete[i]) return false;
    }
    return true;
  }

  const log_mapping& mapping_;
  timestamp_parser times_;
  std::array<std::string_view, count> keys_;
  std::array<std::uint64_t, count> numbers_{};  ///< Of the keys: most are told apart by their numbers.
  std::array<std::string, count> values_;
  std::uint32_t seen_ = 0;
  std::uint64_t left_out_ = 0;
};

}  // namespace balint::detail
