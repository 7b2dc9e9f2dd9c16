// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Cassettes: what players answered, written down, so that a run is the same again without any of them.
#include <balint/group/person.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/word.hpp>
#include <balint/players/reply.hpp>
#include <balint/players/wire.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/words/view_json.hpp>

#include <simdjson.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace balint::players {

/// Which answer one is: the session, whose chair it is, the number of the ask of that chair from 1, and what was asked,
/// as a number that another question hardly has.
struct answer_key {
  std::string session = {};    ///< The session by name.
  std::string player = {};     ///< Whose chair it is.
  std::uint64_t ask = 0;       ///< Which ask of that chair, from 1.
  std::uint64_t question = 0;  ///< What was asked, as a number.
};
/// The number of a question (FNV-1a).
[[nodiscard]] constexpr std::uint64_t number_of(std::string_view question) noexcept {
  std::uint64_t number = 0xCBF2'9CE4'8422'2325;
  for (const char c : question) number = (number ^ static_cast<unsigned char>(c)) * 0x100'0000'01B3;
  return number;
}

/// Writes a cassette. Of what players wrote it has what the session's protocol knows, and nothing else.
class cassette_writer {
 public:
  /// Writes nothing.
  cassette_writer() = default;
  /// Writes to a stream that stays open as long.
  explicit cassette_writer(std::FILE* to) noexcept : to_(to) {}

  /// Begins: who plays.
  void begin(const std::vector<player_account>& players) {
    const auto one = [](const player_account& is) {
      return object({})
          .text("name", is.name)
          .text("version", is.version)
          .flag("deterministic", is.is_deterministic)
          .end();
    };
    put(object({}).number("balint_cassette", 1).list("players", players, one));
  }
  /// What was answered: with the act, the target and the trouble that it is recorded with.
  void answer(const answer_key& of, const reply& came) {
    if (to_ == nullptr) return;
    object line({});
    line.text("session", of.session).text("player", of.player).number("ask", of.ask).text("of", hex(of.question));
    if (came.what != trouble::none) {
      line.text("trouble", name_of(came.what));
    } else if (came.is_silence) {
      line.raw("act", "null");
    } else {
      line.text("act", came.act);
      if (came.targets.has(target_kind::case_of)) line.text("case", came.target_name);
      if (came.targets.has(target_kind::option)) line.number("option", came.option);
      if (came.targets.has(target_kind::rule)) line.text("rule", came.target_name);
      if (came.targets.has(target_kind::person)) line.text("to", came.target_name);
    }
    put(line);
  }
  /// What a player wrote that answers nothing: how often.
  void strays(std::size_t player, trouble what, std::uint64_t times) {
    put(object({}).text("stray", name_of(what)).number("player", player).number("times", times));
  }
  /// Whether it writes.
  [[nodiscard]] bool is_recording() const noexcept { return to_ != nullptr; }
  /// Whether everything could be written: it is, then.
  [[nodiscard]] bool is_sound() const noexcept { return to_ == nullptr || (std::fflush(to_) | std::ferror(to_)) == 0; }

  /// A number as 16 hexadecimal digits.
  [[nodiscard]] static std::string hex(std::uint64_t number) {
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4)
      text += "0123456789abcdef"[(number >> static_cast<unsigned>(shift)) & 0xFU];
    return text;
  }

 private:
  using object = balint::detail::json_object;
  void put(const object& line) {
    if (to_ == nullptr) return;
    const auto text = line.end() + "\n";
    std::fwrite(text.data(), 1, text.size(), to_);
  }

  std::FILE* to_ = nullptr;
};

/// A cassette that was read. It takes memory for each answer. That of a run which was interrupted and went on may
/// follow in the same file, of the same players: what it answers again counts.
class cassette {
 public:
  /// Reads a cassette, or gives the number of the line that is none of one; 0: it cannot be read at all.
  [[nodiscard]] static std::expected<cassette, std::uint64_t> read(std::FILE* from) {
    cassette all;
    line_reader lines(from);
    simdjson::dom::parser parser;
    for (std::string_view line;;) {
      switch (lines.next(line)) {
        case line_reader::result::line: break;
        case line_reader::result::unreadable: return std::unexpected(0);
        case line_reader::result::too_long: return std::unexpected(lines.number() + 1);
        case line_reader::result::end:
          if (lines.number() == 0) return std::unexpected(1);
          return all;
      }
      simdjson::dom::object object;
      if (parser.parse(line.data(), line.size()).get_object().get(object) || !all.take(object, lines.number() == 1))
        return std::unexpected(lines.number());
    }
  }

  /// Who played.
  [[nodiscard]] const std::vector<player_account>& players() const noexcept { return players_; }
  /// How often a player wrote what answers nothing, by `trouble`.
  [[nodiscard]] const std::array<std::uint64_t, trouble_count>& strays(std::size_t player) const noexcept {
    return strays_[player];
  }
  /// What was answered; null: nothing, or it was asked something else.
  [[nodiscard]] const reply* find(const answer_key& of) const {
    const auto at = answers_.find(key(of.session, of.player, of.ask));
    return at != answers_.end() && at->second.question == of.question ? &at->second.came : nullptr;
  }
  /// How many answers it has.
  [[nodiscard]] std::size_t size() const noexcept { return answers_.size(); }

 private:
  struct answered {
    std::uint64_t question = 0;
    reply came = {};
    std::uint32_t part = 0;  ///< Of which part; 0: of none.
  };
  using value = simdjson::dom::element;

  static std::string key(std::string_view session, std::string_view player, std::uint64_t ask) {
    return std::string(session) + ' ' + std::string(player) + ' ' + std::to_string(ask);
  }
  static bool text(const simdjson::dom::object& of, std::string_view name, std::string_view& into) {
    return of[name].get_string().get(into) == simdjson::SUCCESS;
  }
  static bool number(const simdjson::dom::object& of, std::string_view name, std::uint64_t& into) {
    return of[name].get_uint64().get(into) == simdjson::SUCCESS;
  }
  bool take(const simdjson::dom::object& line, bool is_first) {
    value version;
    if (is_first || line["balint_cassette"].get(version) == simdjson::SUCCESS) return take_players(line);
    std::string_view word;
    return text(line, "stray", word) ? take_strays(line, word) : take_answer(line);
  }
  bool take_players(const simdjson::dom::object& line) {
    std::uint64_t version = 0;
    simdjson::dom::array all;
    if (!number(line, "balint_cassette", version) || version != 1 || line["players"].get_array().get(all)) return false;
    std::vector<player_account> players;
    for (const auto one : all) {
      simdjson::dom::object is;
      std::string_view name;
      std::string_view own;
      player_account account;
      if (one.get_object().get(is) || !text(is, "name", name) || !text(is, "version", own) ||
          is["deterministic"].get_bool().get(account.is_deterministic))
        return false;
      account.name = name;
      account.version = own;
      players.push_back(std::move(account));
    }
    if (parts_++ == 0) players_ = players;
    strays_.resize(players_.size());
    return players == players_;
  }
  bool take_strays(const simdjson::dom::object& line, std::string_view word) {
    std::uint64_t player = 0;
    std::uint64_t times = 0;
    const auto what = find_trouble(word);
    if (!what || !number(line, "player", player) || !number(line, "times", times) || player >= players_.size())
      return false;
    strays_[player][static_cast<std::size_t>(*what)] += times;
    return true;
  }
  bool take_answer(const simdjson::dom::object& line) {
    std::string_view session;
    std::string_view player;
    std::string_view of;
    std::uint64_t ask = 0;
    if (!text(line, "session", session) || !text(line, "player", player) || !number(line, "ask", ask) ||
        !text(line, "of", of) || of.size() != 16 || !is_pseudonym(session) || !is_pseudonym(player))
      return false;
    answered one;
    for (const char c : of) {
      const auto digit = std::string_view("0123456789abcdef").find(c);
      if (digit == std::string_view::npos) return false;
      one.question = one.question << 4U | digit;
    }
    if (!take_reply(line, one.came)) return false;
    one.part = parts_;
    auto& kept = answers_[key(session, player, ask)];
    if (kept.part == parts_) return false;
    kept = std::move(one);
    return true;
  }
  static bool take_reply(const simdjson::dom::object& line, reply& came) {
    std::string_view word;
    if (text(line, "trouble", word)) {
      const auto what = find_trouble(word);
      if (what) came.what = *what;
      return what && *what != trouble::none;
    }
    value act;
    if (line["act"].get(act)) return false;
    came.is_silence = act.is_null();
    if (came.is_silence) return true;
    if (act.get_string().get(word) || !is_word(word)) return false;
    came.act = word;
    std::int64_t option = 0;
    if (line["option"].get_int64().get(option) == simdjson::SUCCESS) {
      came.option = option_number(option);
      came.targets.insert(target_kind::option);
    }
    for (const auto& [name, kind] :
         {std::pair{"case", target_kind::case_of}, {"rule", target_kind::rule}, {"to", target_kind::person}}) {
      if (!text(line, name, word)) continue;
      came.target_name = word;
      came.targets.insert(kind);
    }
    return true;
  }

  std::uint32_t parts_ = 0;
  std::vector<player_account> players_;
  std::vector<std::array<std::uint64_t, trouble_count>> strays_;
  std::unordered_map<std::string, answered> answers_;
};

}  // namespace balint::players
