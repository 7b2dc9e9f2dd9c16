// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What players say, read strictly: a line is `ready`, `say` or `fail` with the keys that these have, or it is nothing.
#include <balint/group/person.hpp>
#include <balint/log/event_record.hpp>
#include <balint/players/wire.hpp>
#include <balint/vocabulary/id.hpp>

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint::players {

/// What kind of line a player wrote.
enum class message_kind : std::uint8_t {
  unreadable,  ///< None that a player has.
  ready,       ///< The answer to `hello`.
  say,         ///< An act, or silence.
  fail,        ///< That it has no answer.
};

/// A line of a player. Its texts live until the next one is read.
struct message {
  /// What kind of line it is.
  message_kind kind = message_kind::unreadable;
  /// Of `say` and `fail`: the ask that it answers. Of a line that is unreadable otherwise, too, where it has one.
  std::uint64_t id = 0;
  /// Whether it has an id.
  bool has_id = false;
  /// Of `say`: whether it says that nothing is done.
  bool is_silence = false;
  /// Of `say`: the act by name with its target.
  event_record said = {};
  /// Of `ready`: the version of the protocol.
  std::uint64_t speaks = 0;
  /// Of `ready`: the player's name, a pseudonym.
  std::string_view name = {};
  /// Of `ready`: the player's own version, written as pseudonyms are.
  std::string_view version = {};
  /// Of `ready`: whether it says the same whenever it is asked the same with the same seed.
  bool is_deterministic = false;
  /// Of `ready`: how many asks it takes before it has answered the first; 1 at least.
  std::uint64_t max_in_flight = 0;
};

/// Reads the lines of players. The input is not trusted. For one thread.
class message_reader {
 public:
  /// Reads a line, without its end.
  [[nodiscard]] const message& read(std::string_view line) {
    read_ = {};
    simdjson::dom::object object;
    if (line.size() > longest_line || parser_.parse(line.data(), line.size()).get_object().get(object)) return read_;
    std::string_view type;
    if (object["type"].get_string().get(type)) type = {};
    const auto kind = type == "ready"  ? message_kind::ready
                      : type == "say"  ? message_kind::say
                      : type == "fail" ? message_kind::fail
                                       : message_kind::unreadable;
    unsigned seen = 0;
    bool is_sound = kind != message_kind::unreadable;
    for (const auto field : object) {
      const unsigned bit = read_key(kind, field.key, field.value);
      is_sound = is_sound && bit != 0 && (seen & bit) == 0;
      seen |= bit;
    }
    read_.has_id = (seen & id_bit) != 0;
    if (is_sound && is_whole(kind, seen)) read_.kind = kind;
    return read_;
  }

 private:
  enum : unsigned {
    type_bit = 1,
    id_bit = 2,
    act_bit = 4,
    speaks_bit = 8,
    name_bit = 16,
    version_bit = 32,
    deterministic_bit = 64,
    in_flight_bit = 128,
    target_bit = 256,
    needed_of_ready = type_bit | speaks_bit | name_bit | version_bit | deterministic_bit | in_flight_bit,
    needed_of_fail = type_bit | id_bit,
    needed_of_say = needed_of_fail | act_bit,
  };
  using value = simdjson::dom::element;

  /// Reads the value of a key; 0: it is none that this kind has, or its value is none that it has.
  unsigned read_key(message_kind kind, std::string_view key, const value& v) {
    if (key == "type") return type_bit;
    const bool is_ready = kind == message_kind::ready;
    if (key == "id" && !is_ready) return v.get_uint64().get(read_.id) == simdjson::SUCCESS ? id_bit : 0U;
    if (kind == message_kind::say) return read_said(key, v);
    if (!is_ready) return 0;
    if (key == "balint_player") return v.get_uint64().get(read_.speaks) == simdjson::SUCCESS ? speaks_bit : 0U;
    if (key == "name") return read_plain(v, read_.name) ? name_bit : 0U;
    if (key == "version") return read_plain(v, read_.version) ? version_bit : 0U;
    if (key == "deterministic")
      return v.get_bool().get(read_.is_deterministic) == simdjson::SUCCESS ? deterministic_bit : 0U;
    if (key == "max_in_flight") {
      const bool is_some = v.get_uint64().get(read_.max_in_flight) == simdjson::SUCCESS && read_.max_in_flight > 0;
      return is_some ? in_flight_bit : 0U;
    }
    return 0;
  }
  static bool read_plain(const value& v, std::string_view& into) {
    return v.get_string().get(into) == simdjson::SUCCESS && is_pseudonym(into);
  }
  unsigned read_said(std::string_view key, const value& v) {
    if (key == "act") {
      read_.is_silence = v.is_null();
      return read_.is_silence || v.get_string().get(read_.said.act) == simdjson::SUCCESS ? act_bit : 0U;
    }
    const auto kind = key == "case"     ? target_kind::case_of
                      : key == "option" ? target_kind::option
                      : key == "rule"   ? target_kind::rule
                      : key == "to"     ? target_kind::person
                                        : target_kind::none;
    if (kind == target_kind::none || read_.said.targets.has(kind)) return 0;
    read_.said.targets.insert(kind);
    if (kind == target_kind::option) {
      std::int64_t number = 0;
      if (v.get_int64().get(number)) return 0;
      read_.said.option = option_number(number);
    } else if (v.get_string().get(read_.said.target_name)) {
      return 0;
    }
    return target_bit << static_cast<unsigned>(kind);
  }
  [[nodiscard]] bool is_whole(message_kind kind, unsigned seen) const noexcept {
    if (kind == message_kind::ready) return seen == needed_of_ready;
    if (kind == message_kind::fail) return seen == needed_of_fail;
    return (seen & needed_of_say) == needed_of_say && (!read_.is_silence || seen == needed_of_say);
  }

  simdjson::dom::parser parser_;
  message read_;
};

}  // namespace balint::players
