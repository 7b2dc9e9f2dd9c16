// SPDX-License-Identifier: MIT
// Writes a labelled set: simulated sessions with one deviation each, and what has to be found in them.
//
// usage: make_labels SESSIONS > SET
#include <tests/deviation/labelling.hpp>

#include <cinttypes>
#include <cstdio>
#include <cstdlib>

namespace {

std::array<std::uint64_t, support::dev::kind_count> planted{};

template <balint::protocol P>
void write(std::size_t protocol, std::uint64_t session) {
  const auto all = support::plant_in<P>(session, support::evenly(planted)).all;
  const auto what = all.deviations.empty() ? support::dev::kind::none : all.deviations[0].what;
  ++planted[static_cast<std::size_t>(what)];
  const auto& expected = all.expected;
  std::printf("session %zu %d %zu %zu %zu %zu %zu %d %d\n", protocol, static_cast<int>(what), all.people.size(),
              all.recorded.size(), expected.must.size(), expected.may.size(), expected.breaches.size(),
              static_cast<int>(expected.verdict), expected.is_verdict_certain ? 1 : 0);
  for (const auto& one : all.people)
    std::printf("%.*s %" PRIu32 " %d %.*s\n", static_cast<int>(one.id.size()), one.id.data(), one.offices.bits,
                static_cast<int>(one.agrees), one.profession.empty() ? 1 : static_cast<int>(one.profession.size()),
                one.profession.empty() ? "-" : one.profession.data());
  for (const auto& e : all.recorded)
    std::printf("%" PRId64 " %d %d %d\n", e.at.since_epoch, e.by.index, e.act.index, balint::detail::raw_target(e));
  for (const auto& one : expected.must)
    std::printf("%" PRIu64 " %d %d %" PRIu64 "\n", one.event, static_cast<int>(one.code), static_cast<int>(one.about),
                one.times);
  for (const auto& one : expected.may) std::printf("%" PRIu64 " %" PRIu64 "\n", one.from, one.to);
  for (const auto& one : expected.breaches)
    std::printf("%" PRIu64 " %.*s %d %" PRIu64 "\n", one.event, static_cast<int>(one.rule.size()), one.rule.data(),
                static_cast<int>(one.answer), one.answered_at);
}

}  // namespace

int main(int count, char** words) {
  const auto sessions = count > 1 ? std::strtoull(words[1], nullptr, 10) : 4'000;
  for (std::uint64_t session = 0; session < sessions; ++session) {
    std::size_t at = 0;
    support::each_protocol(balint::all_protocols{}, [&]<typename P>() {
      if (session % 5 == at) write<P>(at, session);
      ++at;
    });
  }
  for (std::size_t k = 0; k < support::dev::kind_count; ++k) {
    const auto name = name_of(static_cast<support::dev::kind>(k));
    std::fprintf(stderr, "%-22.*s %" PRIu64 "\n", static_cast<int>(name.size()), name.data(), planted[k]);
  }
}
