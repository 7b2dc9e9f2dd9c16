// SPDX-License-Identifier: MIT
#include "outside.hpp"

#include <balint/experiment/blocks/archive.hpp>
#include <balint/log/file/input_file.hpp>
#include <balint/players/cassette.hpp>
#include <balint/players/command.hpp>
#include <balint/players/wire.hpp>
#include <balint/vocabulary/code.hpp>

#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <set>
#include <system_error>

namespace ex = balint::experiment;
namespace fs = std::filesystem;
namespace players = balint::players;

namespace {

std::unexpected<std::string> no(std::string why) { return std::unexpected(std::move(why)); }

/// What the parts of a run keep beside their blocks: rows of who plays, and of what answered nothing.
fs::path kept_in(const fs::path& folder) { return folder / "players.parts"; }

bool append_to(const fs::path& file, const std::string& text) {
  if (text.empty()) return true;
  std::FILE* const to = std::fopen(file.c_str(), "ae");
  if (to == nullptr) return false;
  const bool is_written = std::fwrite(text.data(), 1, text.size(), to) == text.size();
  return std::fclose(to) == 0 && is_written;
}
/// Calls f with each whole line.
template <typename F>
void each_line_of(std::string_view text, F f) {
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    f(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
}
template <typename F>
void each_line(const fs::path& file, F f) {
  const auto in = balint::open_input(file.string());
  if (!in) return;
  std::string text;
  for (int c = std::fgetc(in->get()); c != EOF; c = std::fgetc(in->get())) text += static_cast<char>(c);
  each_line_of(text, f);
}
/// The last cells of a line.
template <std::size_t N>
std::optional<std::array<std::string_view, N>> last_cells(std::string_view line) {
  std::array<std::string_view, N> cells;
  for (std::size_t i = N; i-- > 0;) {
    const auto comma = line.rfind(',');
    cells[i] = comma == std::string_view::npos ? line : line.substr(comma + 1);
    if (comma == std::string_view::npos) return i == 0 ? std::optional(cells) : std::nullopt;
    line = line.substr(0, comma);
  }
  return cells;
}
std::uint64_t number(std::string_view text) {
  std::uint64_t n = 0;
  std::from_chars(text.data(), text.data() + text.size(), n);
  return n;
}
std::size_t number_of(const experiment& what, std::string_view player) {
  const auto at = std::ranges::find(what.players, player, &outside_player::name);
  return static_cast<std::size_t>(at - what.players.begin());
}
/// What is counted, in the order of tables: these, and what may go wrong.
std::vector<std::string_view> counted() {
  std::vector<std::string_view> all{"asked", "acted", "silent"};
  for (std::size_t i = 1; i < players::trouble_count; ++i) all.push_back(name_of(static_cast<players::trouble>(i)));
  all.emplace_back("fallbacks");
  all.emplace_back("dropped");
  return all;
}
std::uint64_t sum_of(const player_counts& counts, std::string_view what) {
  std::uint64_t sum = 0;
  for (const auto& [key, times] : counts) sum += key.first == what ? times : 0;
  return sum;
}
/// Why a player could not be greeted.
std::string words_of(players::greeting_fault why) {
  switch (why) {
    case players::greeting_fault::died: return "it ended before it said `ready`";
    case players::greeting_fault::timed_out:
      return fmt::format("it did not say `ready` within {} seconds", players::hello_limit / 1'000);
    case players::greeting_fault::no_ready: return "what it said first was no `ready` of balint-player/1";
    case players::greeting_fault::no_version: return "it speaks another version of balint-player";
    case players::greeting_fault::tells_a_secret: return "its name or version has the value of a variable that it got";
    default: return std::string(name_of(why));
  }
}
std::vector<players::player_command> commands_of(const experiment& what) {
  std::vector<players::player_command> all;
  for (const auto& one : what.players) {
    auto& made = all.emplace_back();
    made.line = one.command;
    made.variables = one.variables;
    made.limit = static_cast<std::uint32_t>(std::lround(one.limit * 1'000));
  }
  return all;
}
/// Where a player is described.
std::string place_of(const experiment& what, const outside_player& one) {
  return fmt::format("{}: players.{}", what.all.at("players." + one.name + ".command").where.text(), one.name);
}
constexpr std::string_view replay_of = "replay:";

}  // namespace

complaints faults_of(const outside_wishes& wishes, const experiment& what) {
  complaints found;
  const bool is_replayed = !wishes.replay.empty();
  if (is_replayed && (!wishes.replay.starts_with(replay_of) || wishes.replay.size() == replay_of.size()))
    found.push_back("--players: expected replay:FILE, found " + wishes.replay);
  if (is_replayed && !wishes.record.empty())
    found.emplace_back("--record: what comes from a cassette is not recorded again");
  if (wishes.record == "-")
    found.emplace_back("--record: expected the name of a file, found -: a cassette is gone on with, and read again");
  if (what.players.empty()) {
    if (!wishes.record.empty())
      found.emplace_back("--record: nobody plays outside, so that there is nothing to record");
    if (is_replayed) found.emplace_back("--players: nobody plays outside");
    return found;
  }
  if (is_replayed || wishes.is_allowed) return found;
  for (const auto& one : what.players)
    found.push_back(
        fmt::format("{}: the scenario runs a command ({}): say --allow-players if you trust it, or play a "
                    "cassette with --players replay:FILE",
                    place_of(what, one), one.command));
  return found;
}

std::string cassette_of(const outside_wishes& wishes) {
  return wishes.replay.starts_with(replay_of) ? wishes.replay.substr(replay_of.size()) : std::string();
}

std::string options_of(const outside_wishes& wishes) {
  std::string options;
  if (wishes.is_allowed) options += " --allow-players";
  if (!wishes.record.empty()) options += " --record " + wishes.record;
  if (!wishes.replay.empty()) options += " --players " + wishes.replay;
  return options;
}

std::expected<std::unique_ptr<outside_players>, std::string> outside_players::begin(const experiment& what,
                                                                                    const outside_wishes& wishes,
                                                                                    const std::string& run,
                                                                                    bool goes_on) {
  if (what.players.empty()) return nullptr;
  std::unique_ptr<outside_players> made(new outside_players(what));
  if (!wishes.replay.empty()) {
    const auto name = cassette_of(wishes);
    const auto in = balint::open_input(name);
    if (!in) return no(fmt::format("--players: {}: cannot be opened ({}), expected a cassette", name, in.error()));
    auto read = players::cassette::read(in->get());
    if (!read) return no(fmt::format("--players: {}:{}: this is no line of a cassette", name, read.error()));
    if (read->players().size() != what.players.size())
      return no(fmt::format("--players: the cassette has {} players, and the scenario {}", read->players().size(),
                            what.players.size()));
    for (std::size_t i = 0; i < what.players.size(); ++i) made->strays_.push_back(read->strays(i));
    made->is_replayed_ = true;
    made->pool_ = std::make_unique<players::player_pool>(*std::move(read));
    return made;
  }
  if (auto why = made->look_at_cassette(wishes.record, goes_on); !why.empty()) return no(std::move(why));
  made->strays_.resize(what.players.size());
  made->pool_ = std::make_unique<players::player_pool>(commands_of(what), run, players::permission::given);
  const auto greet = [&](std::FILE* tape) -> std::string {
    const auto greeted = made->pool_->greet(tape);
    if (greeted) return "";
    return fmt::format("{}: cannot be greeted: {}", place_of(what, what.players[greeted.error().player]),
                       words_of(greeted.error().why));
  };
  if (auto why = greet(nullptr); !why.empty()) return no(std::move(why));
  if (wishes.record.empty()) return made;
  if (!made->before_.empty() && made->before_ != made->pool_->accounts())
    return no(
        fmt::format("--record: {} is the cassette of other players, or of other versions of them", wishes.record));
  if (made->tape_ == nullptr) made->tape_.reset(std::fopen(wishes.record.c_str(), "we"));
  if (made->tape_ == nullptr)
    return no(fmt::format("--record: {}: cannot be written ({})", wishes.record, std::strerror(errno)));
  if (auto why = greet(made->tape_.get()); !why.empty()) return no(std::move(why));
  return made;
}

std::string outside_players::look_at_cassette(const std::string& name, bool goes_on) {
  std::error_code error;
  if (!fs::is_regular_file(name, error) || fs::file_size(name, error) == 0) return "";
  if (!goes_on) return fmt::format("--record: {} is there already, and no cassette is overwritten", name);
  tape_.reset(std::fopen(name.c_str(), "r+e"));
  if (tape_ == nullptr) return fmt::format("--record: {}: cannot be written ({})", name, std::strerror(errno));
  // A line that was cut off by a kill goes.
  off_t whole = 0, at = 0;
  for (int c = std::fgetc(tape_.get()); c != EOF; c = std::fgetc(tape_.get())) {
    ++at;
    if (c == '\n') whole = at;
  }
  if (::ftruncate(::fileno(tape_.get()), whole) != 0)
    return fmt::format("--record: {}: cannot be written ({})", name, std::strerror(errno));
  std::rewind(tape_.get());
  if (whole != 0) {
    const auto read = players::cassette::read(tape_.get());
    if (!read) return fmt::format("--record: {}:{}: this is no line of a cassette", name, read.error());
    before_ = read->players();
  }
  std::fseek(tape_.get(), 0, SEEK_END);
  return "";
}

bool outside_players::keep_accounts(const fs::path& folder) const {
  std::set<std::string, std::less<>> there;
  each_line(kept_in(folder), [&](std::string_view line) { there.emplace(line); });
  const auto accounts = pool_->accounts();
  std::string rows;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const auto& one = accounts[i];
    const auto row =
        fmt::format("account,{},{} {},{},{}", what_.players[i].name, one.name, one.version,
                    one.is_deterministic ? "yes" : "no", pool_->reproducible_by() == "cassette" ? "yes" : "no");
    if (!there.contains(row)) rows += row + '\n';
  }
  return append_to(kept_in(folder), rows);
}

std::string outside_players::finish(const fs::path& folder, bool is_whole) {
  std::vector<players::player_tally> before;
  for (std::size_t i = 0; i < pool_->size(); ++i) before.push_back(pool_->tally(i));
  pool_->finish();
  std::string rows;
  for (std::size_t i = 0; i < pool_->size(); ++i) {
    for (std::size_t k = 1; k < players::trouble_count; ++k) {
      const auto strays = strays_[i][k] + pool_->tally(i).troubles[k] - before[i].troubles[k];
      if (strays != 0 && (is_whole || !is_replayed_))
        rows +=
            fmt::format("stray,{},{},{}\n", what_.players[i].name, name_of(static_cast<players::trouble>(k)), strays);
    }
  }
  const bool is_recorded = pool_->is_recorded() && (tape_ == nullptr || std::fclose(tape_.release()) == 0);
  if (!is_recorded) return "the cassette could not be written";
  return append_to(kept_in(folder), rows) ? "" : fmt::format("{}: cannot be written", folder.string());
}

void append_answers(std::string& rows, const std::string& before, const experiment& what,
                    std::span<const players::player_tally> tallies) {
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    const auto& one = tallies[i];
    const auto add = [&](std::string_view did, std::string_view code, std::uint64_t times) {
      if (times != 0) rows += fmt::format("{}{},{},{},{}\n", before, what.players[i].name, did, code, times);
    };
    add("asked", "", one.asked);
    add("acted", "", one.acted);
    add("silent", "", one.silent);
    for (std::size_t k = 1; k < players::trouble_count; ++k) {
      const auto trouble = static_cast<players::trouble>(k);
      if (trouble != players::trouble::refused) {
        add(name_of(trouble), "", one.of(trouble));
        continue;
      }
      for (std::size_t c = 0; c < balint::code_count; ++c)
        add("refused", balint::name_of(static_cast<balint::code>(c)), one.refused[c]);
    }
    add("fallbacks", "", one.fallbacks);
    add("dropped", "", one.dropped);
  }
}

played_outside read_played(const experiment& what, const ex::plan& plan, std::span<const fs::path> from) {
  played_outside all;
  all.counts.resize(what.players.size());
  all.names.resize(what.players.size());
  const auto count = [&](std::string_view player, std::string_view did, std::string_view code, std::string_view times) {
    const auto at = number_of(what, player);
    if (at < all.counts.size()) all.counts[at][{std::string(did), std::string(code)}] += number(times);
  };
  const auto answers = static_cast<std::size_t>(std::ranges::find(plan.files, table_of_answers, &ex::text_file::name) -
                                                plan.files.begin());
  const auto there = ex::archive::open(plan, from);
  if (!there) return all;  // which `write_results` complains of
  for (const auto number : there->numbers()) {
    const auto block = there->read(plan, number);
    if (!block) return all;
    each_line_of(block->pieces.at(answers), [&](std::string_view line) {
      if (const auto cells = last_cells<4>(line)) count((*cells)[0], (*cells)[1], (*cells)[2], (*cells)[3]);
    });
  }
  std::set<std::string_view> recorded;
  bool is_deterministic = true;
  for (const auto& part : from) {
    each_line(kept_in(part), [&](std::string_view line) {
      if (const auto cells = last_cells<4>(line); cells && line.starts_with("stray,"))
        return count((*cells)[1], (*cells)[2], "", (*cells)[3]);
      const auto cells = last_cells<5>(line);
      if (!cells || !line.starts_with("account,")) return;
      is_deterministic &= (*cells)[3] == "yes";
      recorded.insert((*cells)[4] == "yes" ? "yes" : "no");
      const auto at = number_of(what, (*cells)[1]);
      if (at >= all.names.size()) return;
      if (auto& names = all.names[at]; names.find((*cells)[2]) == std::string::npos)
        names += (names.empty() ? "" : ", ") + std::string((*cells)[2]);
    });
  }
  const bool depends_on_time = std::ranges::any_of(all.counts, [](const player_counts& one) {
    return sum_of(one, "died") + sum_of(one, "timed_out") + sum_of(one, "late") != 0;
  });
  if (recorded == std::set<std::string_view>{"yes"}) {
    all.reproducible_by = "cassette";
  } else if (!is_deterministic || depends_on_time) {
    all.reproducible_by = "no";
  }
  return all;
}

std::string players_table(const experiment& what, const played_outside& all) {
  std::string out = "player,what,code,times\n";
  for (std::size_t i = 0; i < what.players.size(); ++i) {
    for (const auto did : counted()) {
      const auto& counts = all.counts[i];
      if (sum_of(counts, did) == 0) out += fmt::format("{},{},,0\n", what.players[i].name, did);
      for (const auto& [key, times] : counts) {
        if (key.first == did) out += fmt::format("{},{},{},{}\n", what.players[i].name, did, key.second, times);
      }
    }
  }
  return out;
}

std::string players_text(const experiment& what, const played_outside& all) {
  std::string out = "\nplayed outside\n";
  for (std::size_t i = 0; i < what.players.size(); ++i) {
    const auto& counts = all.counts[i];
    out += fmt::format("  {} ({}): asked {} times: {} acts, {} times nothing\n", what.players[i].name, all.names[i],
                       sum_of(counts, "asked"), sum_of(counts, "acted"), sum_of(counts, "silent"));
    for (const auto did : counted()) {
      if (did == "asked" || did == "acted" || did == "silent" || sum_of(counts, did) == 0) continue;
      out += fmt::format("    {:<22}{:>12}\n", did, sum_of(counts, did));
      for (const auto& [key, times] : counts) {
        if (key.first == did && !key.second.empty()) out += fmt::format("      {:<20}{:>12}\n", key.second, times);
      }
    }
  }
  return out;
}
