// SPDX-License-Identifier: MIT
#include "outside.hpp"

#include <balint/log/file/input_file.hpp>
#include <balint/players/cassette.hpp>
#include <balint/players/command.hpp>
#include <balint/players/wire.hpp>
#include <balint/vocabulary/code.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace players = balint::players;

namespace {

std::unexpected<std::string> no(std::string why) { return std::unexpected(std::move(why)); }

/// The cassette of a file.
std::expected<players::cassette, std::string> read_cassette(const std::string& name) {
  const auto in = balint::open_input(name);
  if (!in) return no(fmt::format("{}: cannot be opened ({}), expected a cassette", name, in.error()));
  auto read = players::cassette::read(in->get());
  if (!read) return no(fmt::format("{}:{}: this is no line of a cassette", name, read.error()));
  return *std::move(read);
}
std::vector<players::player_command> commands_of(const experiment& of) {
  std::vector<players::player_command> all;
  for (const auto& one : of.players) {
    auto& command = all.emplace_back();
    command.line = one.command;
    command.variables = one.variables;
    command.limit = static_cast<std::uint32_t>(one.limit * 1000);
  }
  return all;
}

}  // namespace

std::expected<std::unique_ptr<outside_players>, std::string> outside_players::begin(const experiment& of,
                                                                                    const outside_wishes& wishes,
                                                                                    const std::string& run) {
  if (of.players.empty()) {
    if (!wishes.record.empty()) return no("--record: nobody plays outside, so that there is nothing to record");
    if (!wishes.replay.empty()) return no("--players: nobody plays outside");
    return nullptr;
  }
  std::unique_ptr<outside_players> made(new outside_players);
  constexpr std::string_view prefix = "replay:";
  if (!wishes.replay.empty()) {
    if (!wishes.replay.starts_with(prefix)) return no("--players: expected replay:FILE, found " + wishes.replay);
    if (!wishes.record.empty()) return no("--record: what comes from a cassette is not recorded again");
    auto cassette = read_cassette(wishes.replay.substr(prefix.size()));
    if (!cassette) return no("--players: " + cassette.error());
    if (cassette->players().size() != of.players.size())
      return no(fmt::format("--players: the cassette has {} players, and the scenario {}", cassette->players().size(),
                            of.players.size()));
    made->pool_ = std::make_unique<players::player_pool>(*std::move(cassette));
    return made;
  }
  if (!wishes.is_allowed)
    return no(
        fmt::format("the scenario runs a command ({}): say --allow-players if you trust it, or play a cassette "
                    "with --players replay:FILE",
                    of.players[0].command));
  if (!wishes.record.empty()) {
    made->tape_ = std::fopen(wishes.record.c_str(), wishes.goes_on ? "ab" : "wb");
    if (made->tape_ == nullptr) return no(fmt::format("{}: cannot be written", wishes.record));
  }
  made->pool_ = std::make_unique<players::player_pool>(commands_of(of), run, players::permission::given);
  if (const auto greeted = made->pool_->greet(made->tape_); !greeted)
    return no(fmt::format("players.{}: cannot be greeted: {}", of.players[greeted.error().player].name,
                          players::name_of(greeted.error().why)));
  return made;
}

outside_players::~outside_players() {
  pool_.reset();
  if (tape_ != nullptr) std::fclose(tape_);
}

bool outside_players::finish() {
  pool_->finish();
  bool is_written = pool_->is_recorded();
  if (tape_ != nullptr) is_written = std::fclose(std::exchange(tape_, nullptr)) == 0 && is_written;
  return is_written;
}

std::string outside_players::table(const experiment& of) {
  std::string rows = "player,what,code,times\n";
  for (std::size_t i = 0; i < of.players.size(); ++i) {
    const auto& tally = pool_->tally(i);
    const auto add = [&](std::string_view what, std::string_view code, std::uint64_t times) {
      rows += fmt::format("{},{},{},{}\n", of.players[i].name, what, code, times);
    };
    add("asked", "", tally.asked);
    add("acted", "", tally.acted);
    add("silent", "", tally.silent);
    add("fallbacks", "", tally.fallbacks);
    add("dropped", "", tally.dropped);
    for (std::size_t k = 1; k < players::trouble_count; ++k)
      add(players::name_of(static_cast<players::trouble>(k)), "", tally.troubles[k]);
    for (std::size_t k = 0; k < tally.refused.size(); ++k) {
      if (tally.refused[k] != 0) add("refused", balint::name_of(static_cast<balint::code>(k)), tally.refused[k]);
    }
  }
  return rows;
}

std::string options_of(const outside_wishes& wishes) {
  std::string options;
  if (wishes.is_allowed) options += " --allow-players";
  if (!wishes.record.empty()) options += " --record " + wishes.record;
  if (!wishes.replay.empty()) options += " --players " + wishes.replay;
  return options;
}
