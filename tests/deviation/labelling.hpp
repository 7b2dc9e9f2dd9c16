// SPDX-License-Identifier: MIT
#pragma once
// Simulated sessions with deviations in them, for tests: who takes part and how they play, and whether the judge says
// what is expected.
#include <tests/support.hpp>

#include <balint/balint.hpp>
#include <balint/deviation/plant.hpp>
#include <balint/protocols/all.hpp>
#include <balint/simulation/policies/conduct.hpp>
#include <balint/simulation/policy.hpp>
#include <balint/simulation/simulated_session.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace support {

namespace dev = balint::deviation;

/// How somebody plays in the n-th session: now and then somebody is silent, leaves the room or hands over.
template <balint::protocol P>
[[nodiscard]] inline balint::simulation::conduct<P> conduct_in(std::uint64_t session) {
  namespace sim = balint::simulation;
  sim::talking<P> talks;
  sim::leading leads;
  talks.base = sim::log_weight::of(session % 3 == 0 ? -2.0 : -3.0);
  talks.open = sim::log_weight::of(session % 3 == 0 ? 1.5 : 2.5);
  if (session % 2 == 0) talks.passes = balint::random::probability::of(1, 12);
  if (session % 5 < 2) talks.leaves = balint::random::probability::of(1, 30);
  if (session % 7 == 0) talks.declines = balint::random::probability::of(1, 4);
  talks.returns = sim::eagerness::once_in(20'000);
  if (session % 11 == 0) leads.hands_over = sim::eagerness::once_in(200'000);
  if (session % 13 == 0) leads.longest_stage_minutes = 1;
  if (session % 17 == 0) leads.terminates = sim::eagerness::once_in(600'000);
  return sim::conduct<P>(talks, leads, {sim::eagerness::once_in(100'000)});
}

/// The events of the n-th session, which opens where the protocol has it.
template <balint::protocol P>
[[nodiscard]] std::vector<balint::event<P>> clean_session(const balint::group<P>& people,
                                                          const balint::random::address& where) {
  std::vector<balint::event<P>> events;
  if (where.session % 3 != 0) events.push_back(balint::event<P>::template of<act::open>(lead, balint::instant{0}));
  const auto keep = [&](const balint::event<P>& e) { events.push_back(e); };
  static_cast<void>(balint::simulation::simulate_session<P>(
      people, balint::simulation::everybody{conduct_in<P>(where.session)}, where, keep,
      {.max_events = 900, .max_minutes = 600}, balint::instant{1'000}));
  return events;
}

/// The weights of kinds, so that each is planted as often although some can be planted seldom: those that came least so
/// far, most.
template <typename Counts>
[[nodiscard]] dev::planting evenly(const Counts& planted) {
  dev::planting so;
  const auto least = *std::min_element(planted.begin() + 1, planted.end());
  for (std::size_t k = 1; k < dev::kind_count; ++k)
    so.weights[k] = (std::uint32_t{1} << 24U) >> std::min<std::uint64_t>(24, planted[k] - least);
  return so;
}

/// What the judge says of a log, as what is expected is said.
template <balint::protocol P>
struct judgement {
  std::map<std::pair<std::uint64_t, balint::code>, std::vector<std::uint64_t>> found;  ///< How many times each.
  std::map<std::pair<std::uint64_t, balint::code>, balint::finding_class> about;
  std::vector<dev::expected_breach> breaches;
  balint::verdict verdict{};
};
template <balint::protocol P>
[[nodiscard]] judgement<P> judge_log(const std::vector<balint::person<P>>& people,
                                     const std::vector<balint::event<P>>& events) {
  struct {
    std::vector<balint::finding<P>> all;
    std::vector<dev::expected_breach> breaches;
    void operator()(const balint::finding<P>& f) {
      if (!all.empty() && f.times > 1) {
        all.back() = f;
      } else {
        all.push_back(f);
      }
    }
    void operator()(const balint::named_breach& one) {
      breaches.push_back({.event = one.event, .rule = balint::name_of<P>(one.rule)});
    }
    void operator()(const balint::answered_breaches& one) {
      for (auto& each : breaches) {
        const bool is_of_it = one.rule == balint::no_rule || each.rule == balint::name_of<P>(one.rule);
        if (each.answer != dev::expected_answer::none || !is_of_it) continue;
        each.answer = static_cast<dev::expected_answer>(one.how);
        each.answered_at = one.event;
      }
    }
  } collect;
  balint::judge<P, decltype(collect)&> by(balint::form<P>(people), collect);
  for (const auto& e : events) by.apply(e);
  judgement<P> said;
  for (const auto& f : collect.all) {
    said.found[{f.event, f.code}].push_back(f.times);
    said.about[{f.event, f.code}] = f.about;
  }
  said.breaches = std::move(collect.breaches);
  said.verdict = by.verdict();
  return said;
}

/// What of an expectation the judge does not say, and what it says that is not expected, a line each.
template <balint::protocol P>
[[nodiscard]] std::vector<std::string> disagreements(const dev::expectation& expected, judgement<P> said) {
  std::vector<std::string> lines;
  const auto line = [&](const char* what, std::uint64_t event, balint::code found, std::uint64_t times) {
    lines.push_back(std::string(what) + ' ' + std::string(balint::name_of(found)) + " @" + std::to_string(event) +
                    " x" + std::to_string(times));
  };
  for (const auto& must : expected.must) {
    auto& times = said.found[{must.event, must.code}];
    bool is_found = false;
    for (auto at = times.begin(); at != times.end() && !is_found; ++at) {
      if (*at != must.times || said.about[{must.event, must.code}] != must.about) continue;
      times.erase(at);
      is_found = true;
      break;
    }
    if (!is_found) line("not found:", must.event, must.code, must.times);
  }
  for (const auto& [what, all] : said.found) {
    for (const auto times : all) {
      if (!expected.may_find_at(what.first)) line("not expected:", what.first, what.second, times);
    }
  }
  if (expected.may.empty() && said.breaches != expected.breaches)
    lines.push_back(std::to_string(said.breaches.size()) + " breaches that are other than the " +
                    std::to_string(expected.breaches.size()) + " expected");
  const auto got = balint::name_of(said.verdict);
  if (expected.is_verdict_certain && got != dev::name_of(expected.verdict))
    lines.push_back("verdict " + std::string(got) + ", not " + std::string(dev::name_of(expected.verdict)));
  return lines;
}

/// A session of P with what is planted, and what the judge does not agree with.
template <balint::protocol P>
struct planted_session {
  dev::labelled<P> all;
  std::vector<std::string> disagreements;
};
/// The events of one of the first two hundred sessions, in which every kind is planted: each is simulated once.
template <balint::protocol P>
[[nodiscard]] const std::vector<balint::event<P>>& known_session(const balint::group<P>& people,
                                                                 const balint::random::address& where) {
  static std::array<std::vector<balint::event<P>>, 200> known;
  auto& one = known.at(where.session);
  if (one.empty()) one = clean_session<P>(people, where);
  return one;
}
template <balint::protocol P>
[[nodiscard]] planted_session<P> plant_in(std::uint64_t session, const dev::planting& so, std::size_t how_many = 1) {
  static const auto roster = people_of<P>();
  static const auto people = formed<P>().formed().value();
  const balint::random::address where{.seed = 14, .session = session};
  const std::span<const balint::person<P>> listed(roster);
  std::vector<balint::event<P>> more;
  if (session >= 200) more = clean_session<P>(people, where);
  const std::span<const balint::event<P>> clean(session >= 200 ? more : known_session<P>(people, where));
  planted_session<P> one;
  one.all = how_many == 1 ? dev::plant_one<P>(people, listed, clean, where, so)
                          : dev::plant_some<P>(people, listed, clean, where, how_many, so);
  one.disagreements = disagreements<P>(one.all.expected, judge_log<P>(one.all.people, one.all.recorded));
  return one;
}

/// Calls f.template operator()<P>() for every protocol that ships.
template <typename F, balint::protocol... Ps>
void each_protocol(balint::protocol_list<Ps...>, F f) {
  (f.template operator()<Ps>(), ...);
}

/// The letters of the protocols in which a kind was planted in two hundred sessions: s(tudent), S(taff), l(ed staff),
/// c(lassical), C(onsultation). Fails where the judge does not agree with what is expected.
[[nodiscard]] inline std::string planted_in(dev::kind what) {
  std::string in;
  std::size_t at = 0;
  each_protocol(balint::all_protocols{}, [&]<typename P>() {
    const char letter = "sSlcC"[at++];
    std::size_t n = 0;
    for (std::uint64_t session = 0; session < 200; ++session) {
      const auto one = plant_in<P>(session, dev::planting::only(what));
      n += one.all.deviations.size();
      for (const auto& line : one.disagreements)
        ADD_FAILURE() << P::name << ' ' << session << ' ' << dev::name_of(what) << ": " << line;
    }
    if (n != 0) in += letter;
  });
  return in;
}

}  // namespace support
