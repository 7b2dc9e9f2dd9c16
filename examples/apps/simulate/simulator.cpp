// SPDX-License-Identifier: MIT
#include "simulator.hpp"

#include "outside.hpp"
#include "policy_parts.hpp"
#include "protocols.hpp"
#include "records.hpp"

#include <balint/deviation/rows.hpp>
#include <balint/experiment/players/run_with_players.hpp>
#include <balint/experiment/results.hpp>
#include <balint/experiment/simulating.hpp>
#include <balint/players/asked_session.hpp>
#include <balint/players/play.hpp>
#include <balint/simulation/session_name.hpp>
#include <balint/simulation/simulated_session.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/plain_array.hpp>
#include <balint/words/cast.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace ex = balint::experiment;
namespace outside = balint::players;
namespace simulation = balint::simulation;

namespace {

ex::plan plan_of(const experiment& of) {
  ex::plan made;
  made.scenario = ex::hash_of(of.text());
  made.seed = of.cells[0].what.seed;
  made.design.is_independent = of.has_independent_points;
  made.design.points.clear();
  made.arms = of.arms;
  if (made.arms.size() == 1 && made.arms[0].empty()) made.arms[0] = "default";
  for (std::uint32_t arm = 1; arm < made.arms.size(); ++arm) made.contrasts.push_back({.arm = arm, .versus = 0});
  const auto& first = of.cells[0].changes;
  for (std::size_t i = 0; i < of.swept; ++i) made.design.parameters.push_back(first[i].key);
  for (std::size_t i = 0; i < of.cells.size(); i += of.arms.size()) {
    auto& row = made.design.points.emplace_back();
    for (std::size_t k = 0; k < of.swept; ++k) {
      const auto& to = of.cells[i].changes[k].to;
      row.push_back(to.holds<std::string>() ? to.as<std::string>() : to.text());
    }
  }
  made.max_sessions = of.sessions;
  if (!of.players.empty()) made.block_size = ex::sessions_of_a_block_with_external_players;
  return made;
}

/// The policies of a cell, each once: a sweep has many cells.
template <balint::protocol P>
struct cell_players {
  std::vector<scenario_player<P>> kinds;
  balint::plain_array<std::uint8_t, balint::max_people> of{};  ///< The place of each person's policy.

  [[nodiscard]] const scenario_player<P>& operator[](balint::person_id who) const noexcept {
    return kinds[of[who.index]];
  }
  /// From now on that person plays so.
  void play(std::size_t person, const scenario_player<P>& so) {
    of[person] = static_cast<std::uint8_t>(kinds.size());
    kinds.push_back(so);
  }
};

template <balint::protocol P>
class simulator_of final : public simulator {
  using players = cell_players<P>;
  using with_players = ex::cast_of<P, players>;

  /// Who takes part in a cell.
  struct company {
    balint::cast<P> people;
    with_players with;
    ex::seated_cast<P, players> seated;

    [[nodiscard]] bool is_outside() const {
      return std::ranges::any_of(seated.seats.player, [](auto one) { return one != outside::inside; });
    }
  };

 public:
  simulator_of(const experiment& of, const kept_files& kept) : plan_(plan_of(of)), of_(of) {
    plan_.metrics = ex::session_metrics<P>();
    plan_.files = ex::session_files<P>();
    const auto keep = [this](bool is_kept, std::string_view name, std::string head = {}) {
      if (is_kept) plan_.files.push_back({.name = std::string(name), .head = std::move(head), .tail = {}});
      return is_kept ? plan_.files.size() - 1 : none;
    };
    log_ = keep(kept.log, log_of_sessions);
    truth_ = keep(kept.truth && kept.log, true_log);
    deviations_ = keep(kept.truth, table_of_deviations, balint::deviation::deviations_header());
    expected_ = keep(kept.expected, table_of_expectations, balint::deviation::expected_header());
    refusals_ = keep(kept.refusals, table_of_refusals, std::string(refusals_columns));
    answers_ = keep(kept.answers, table_of_answers, std::string(answers_columns));
    if (of.precision) {
      const auto at = std::ranges::find(plan_.metrics, of.precision->metric, &ex::metric::name);
      plan_.stop_at.push_back(
          {static_cast<std::size_t>(at - plan_.metrics.begin()), of.precision->half_width, of.precision->of_contrasts});
    }
    for (const auto& one : of.cells) {
      auto people = *balint::cast<P>::of(one.what.people);
      auto& made = casts_.emplace_back(company{people, {people.group(), {}, one.what.caps}, {people, {}}});
      auto& plays = made.with.players;
      for (std::size_t i = 0; i < one.what.people.size(); ++i) {
        const auto first = std::ranges::find(one.what.plays, one.what.plays[i]) - one.what.plays.begin();
        if (static_cast<std::size_t>(first) < i) {
          plays.of[i] = plays.of[static_cast<std::size_t>(first)];
        } else {
          plays.play(i, player_of(one.what, one.what.plays[i]));
        }
      }
      made.seated.policies = plays;
      made.seated.until = one.what.caps;
      made.seated.so = {.attempts = one.what.attempts, .drop_after = one.what.drop_after};
      for (std::size_t i = 0; i < one.what.outside.size(); ++i) {
        if (one.what.outside[i] != scenario::inside)
          made.seated.seats.player[i] = static_cast<std::uint16_t>(one.what.outside[i]);
      }
    }
  }

  [[nodiscard]] const ex::plan& plan() const override { return plan_; }
  [[nodiscard]] std::expected<ex::run_report, ex::failure> run(const std::filesystem::path& into,
                                                               const ex::run_options& how,
                                                               balint::players::player_pool* pool) const override {
    const keeping also{this};
    if (pool != nullptr) {
      const auto seated = [this](std::uint32_t point, std::uint32_t arm) -> const auto& {
        return at(point, arm).seated;
      };
      return ex::run_with_players<P>(plan_, into, *pool, seated, also, how);
    }
    const auto cast = [this](std::uint32_t point, std::uint32_t arm) -> const with_players& {
      return at(point, arm).with;
    };
    if (plan_.files.size() == ex::session_file_count)
      return ex::run(plan_, into, ex::simulate_with<P>(plan_, cast), how);
    return ex::run(plan_, into, ex::simulate_with<P>(plan_, cast, also), how);
  }

  [[nodiscard]] std::expected<void, std::string> play(const single_session& which, const piece_sink& to,
                                                      balint::players::player_pool* pool) const override {
    const auto slot = plan_.slot_of(which.number);
    const auto& here = at(slot.point, slot.arm);
    if (here.is_outside()) return play_outside(which, slot, to, pool);
    const auto others = players_from_there(which, slot);
    if (!others) return std::unexpected(others.error());
    events_of_session past;
    const auto into = [](events_of_session& all) { return [&all](const balint::event<P>& e) { all.push_back(e); }; };
    simulation::simulated_session<P> start(here.with.people, plan_.address_of(slot), here.with.until);
    const bool goes_on = which.forks != 0 || !which.policies.empty();
    while ((which.event == 0 ? !goes_on : start.result().events < which.event) &&
           start.step(here.with.players, into(past))) {
    }
    if (which.event > start.result().events)
      return std::unexpected(
          fmt::format("session {} has {} events, and no event {}", which.number, start.result().events, which.event));
    if (!goes_on) return write_alone(which, slot, past, to);
    for (unsigned fork = which.forks == 0 ? 0 : 1; fork <= which.forks; ++fork) {
      auto future = start;
      future.fork(static_cast<std::uint16_t>(fork));
      auto all = past;
      while (future.step(*others, into(all))) {
      }
      std::string log;
      append_session<P>(log, name_of(slot, static_cast<std::uint16_t>(fork)), here.people.people(), all);
      if (auto done = written(log, to); !done) return done;
    }
    return {};
  }
  [[nodiscard]] std::vector<drawn_event> events_of(const ex::slot& which) const override {
    std::vector<drawn_event> all;
    const auto& here = at(which.point, which.arm);
    if (here.is_outside()) return all;
    simulation::simulated_session<P> now(here.with.people, plan_.address_of(which), here.with.until);
    std::size_t during = 0;
    while (now.step(here.with.players, [&](const balint::event<P>& e) {
      all.push_back({e.by.index, during, e.at.since_epoch, balint::name_of<P>(e.act)});
      during = now.now().stage().index;
    })) {
    }
    return all;
  }
  [[nodiscard]] std::vector<std::string> stages() const override {
    return {std::begin(P::order::names), std::end(P::order::names)};
  }

 private:
  using events_of_session = std::vector<balint::event<P>>;
  static constexpr std::size_t none = ~std::size_t{0};

  /// Keeps what there is of a session beside the tables; of one that was asked outside, what came of asking, too.
  struct keeping {
    const simulator_of* self;
    void operator()(const ex::simulated<P>& one, ex::session_result& out) const { self->keep(one, out.pieces); }
    template <typename Policies>
    void operator()(const ex::slot& which, const outside::asked_session<P, Policies>& one,
                    ex::session_result& out) const {
      if (self->answers_ == none) return;
      append_answers(out.pieces[self->answers_], row_of(self->plan_, which), self->of_, one.tallies());
    }
  };
  /// The policies of a cell, which stay where they are.
  struct same_policies {
    const players* all;
    [[nodiscard]] const scenario_player<P>& operator[](balint::person_id who) const noexcept { return (*all)[who]; }
  };

  static std::expected<void, std::string> written(const std::string& log, const piece_sink& to) {
    return to(log) ? std::expected<void, std::string>() : std::unexpected("the log could not be written");
  }
  /// A whole session as the log of all has it, part of one as it was.
  std::expected<void, std::string> write_alone(const single_session& which, const ex::slot& slot,
                                               std::span<const balint::event<P>> events, const piece_sink& to) const {
    std::vector<std::string> pieces(plan_.files.size());
    auto& log = pieces[log_];
    if (which.event == 0) {
      write_logs(slot, events, pieces);
    } else {
      append_session<P>(log, name_of(slot), at(slot.point, slot.arm).people.people(), events);
    }
    return written(log, to);
  }
  /// Plays a session with players outside from the cassette of their answers.
  [[nodiscard]] std::expected<void, std::string> play_outside(const single_session& which, const ex::slot& slot,
                                                              const piece_sink& to,
                                                              balint::players::player_pool* pool) const {
    if (which.forks != 0 || !which.policies.empty())
      return std::unexpected(
          "somebody is played outside, and no cassette has what would be answered in another future");
    if (pool == nullptr)
      return std::unexpected("somebody is played outside: say with --players replay:FILE what was answered");
    const auto& with = at(slot.point, slot.arm).seated;
    using session = outside::asked_session<P, same_policies>;
    events_of_session events;
    const auto make = [&](std::uint64_t) {
      return std::make_unique<session>(with.people, name_of(slot), same_policies{&with.policies}, with.seats,
                                       plan_.address_of(slot), with.so, with.until);
    };
    const auto keep_events = [&](std::uint64_t, const session& one) { events = one.events(); };
    if (!outside::play_sessions(*pool, 0, 1, 1, make, keep_events))
      return std::unexpected("the cassette is of another scenario or version, or does not have this session");
    if (which.event > events.size())
      return std::unexpected(
          fmt::format("session {} has {} events, and no event {}", which.number, events.size(), which.event));
    if (which.event != 0) events.resize(which.event);
    return write_alone(which, slot, events, to);
  }

  [[nodiscard]] static scenario_player<P> player_of(const scenario& in, const std::string& policy) {
    return scenario_player<P>(parts_of_policy<P>(in.policies.at(policy)));
  }
  [[nodiscard]] const company& at(std::uint32_t point, std::uint32_t arm) const {
    return casts_[std::size_t{point} * plan_.arms.size() + arm];
  }
  [[nodiscard]] const scenario& scenario_of(const ex::slot& which) const {
    return of_.cells[std::size_t{which.point} * plan_.arms.size() + which.arm].what;
  }
  /// Who plays what where a session goes on otherwise.
  [[nodiscard]] std::expected<players, std::string> players_from_there(const single_session& which,
                                                                       const ex::slot& slot) const {
    const auto& here = at(slot.point, slot.arm);
    auto others = here.with.players;
    for (const auto& [who, policy] : which.policies) {
      const auto person = here.people.find(who);
      if (person == balint::nobody) return std::unexpected(fmt::format("nobody is {}", who));
      const auto& scenario = scenario_of(slot);
      if (!scenario.policies.contains(policy)) return std::unexpected(fmt::format("there is no policy {}", policy));
      others.play(person.index, player_of(scenario, policy));
    }
    return others;
  }
  /// The name of a session. A fork has a name of its own, which says no less that it is simulated.
  [[nodiscard]] std::string name_of(const ex::slot& which, std::uint16_t fork = 0) const {
    auto scenario = plan_.scenario_in_names();
    if (fork != 0)
      scenario = static_cast<std::uint32_t>(ex::hash_of(fmt::format("fork {}", fork), plan_.scenario) >> 32U);
    return std::string(simulation::session_name(scenario, plan_.number_of(which)).text());
  }
  /// What there is of a session beside the tables.
  void keep(const ex::simulated<P>& one, std::vector<std::string>& pieces) const {
    write_logs(one.slot, one.events, pieces);
    if (refusals_ != none) append_refusals<P>(pieces[refusals_], plan_, one);
  }
  /// The logs of a session and what has to be found in them, as far as they are kept.
  void write_logs(const ex::slot& which, std::span<const balint::event<P>> events,
                  std::vector<std::string>& pieces) const {
    const auto& here = at(which.point, which.arm);
    const auto& wanted = scenario_of(which).deviations;
    const auto name = name_of(which);
    if (wanted.sum() == 0 && truth_ == none && expected_ == none) {
      if (log_ != none) append_session<P>(pieces[log_], name, here.people.people(), events);
      return;
    }
    const auto all = plant<P>(wanted, here.with.people, here.people.people(), events, plan_.address_of(which));
    if (log_ != none) append_session<P>(pieces[log_], name, all.people, all.recorded);
    if (truth_ != none) append_session<P>(pieces[truth_], name, here.people.people(), all.truth);
    if (deviations_ != none) pieces[deviations_] += balint::deviation::deviation_rows<P>(name, all);
    if (expected_ != none) pieces[expected_] += balint::deviation::expected_rows(name, all.expected);
  }

  ex::plan plan_;
  const experiment& of_;
  std::vector<company> casts_;
  std::size_t log_ = none, truth_ = none, deviations_ = none, expected_ = none, refusals_ = none;
  std::size_t answers_ = none;  // among the files
};

}  // namespace

std::unique_ptr<simulator> make_simulator(const experiment& of, const kept_files& kept) {
  std::unique_ptr<simulator> made;
  with_protocol(of.cells[0].what.protocol,
                [&]<balint::protocol P>() { made = std::make_unique<simulator_of<P>>(of, kept); });
  return made;
}
