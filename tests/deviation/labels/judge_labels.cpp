// SPDX-License-Identifier: MIT
// Judges a labelled set with the library that it is built with, and compares what is found with what has to be. Answers
// 0 where every finding that there has to be is found and nothing else is.
//
// usage: judge_labels SET [--fail-fast]
#include <balint/balint.hpp>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <tuple>
#include <vector>

namespace {

/// A finding: event, code, class, times.
using found = std::tuple<std::uint64_t, int, int, std::uint64_t>;

/// A breach that was named: event, rule, how it was answered, and where.
using breach = std::tuple<std::uint64_t, std::string, int, std::uint64_t>;
/// Keeps what a judge says.
template <balint::protocol P>
struct listener {
  std::vector<found> findings{};
  std::vector<breach> breaches{};

  void operator()(const balint::finding<P>& f) {
    if (f.times > 1 && !findings.empty()) findings.pop_back();
    findings.emplace_back(f.event, static_cast<int>(f.code), static_cast<int>(f.about), f.times);
  }
  void operator()(const balint::named_breach& one) {
    breaches.emplace_back(one.event, std::string(balint::name_of<P>(one.rule)), 0, 0);
  }
  void operator()(const balint::answered_breaches& one) {
    for (auto& [event, rule, how, at] : breaches) {
      if (how != 0 || (one.rule != balint::no_rule && rule != balint::name_of<P>(one.rule))) continue;
      how = static_cast<int>(one.how);
      at = one.event;
    }
  }
};

struct label {
  std::size_t protocol, people, events, must, may, breaches;
  int kind, verdict, is_certain;
};
struct counts {
  std::uint64_t must = 0, recalled = 0, sessions = 0, controls = 0, wrong = 0;
};

[[noreturn]] void broken() {
  std::fputs("judge_labels: the set cannot be read\n", stderr);
  std::exit(2);
}
struct name {
  char text[80];
};

template <balint::protocol P>
void judge(std::FILE* from, const label& one, counts& all) {
  std::vector<name> names(2 * one.people);
  std::vector<balint::person<P>> people(one.people);
  for (std::size_t i = 0; i < one.people; ++i) {
    int agrees = 0;
    if (std::fscanf(from, "%79s %" SCNu32 " %d %79s", names[2 * i].text, &people[i].offices.bits, &agrees,
                    names[2 * i + 1].text) != 4)
      broken();
    people[i].id = names[2 * i].text;
    people[i].agrees = static_cast<balint::consent>(agrees);
    if (std::string_view(names[2 * i + 1].text) != "-") people[i].profession = names[2 * i + 1].text;
  }
  std::vector<balint::event<P>> events;
  for (std::size_t i = 0; i < one.events; ++i) {
    std::int64_t at = 0;
    int by = 0;
    int act = 0;
    int target = 0;
    if (std::fscanf(from, "%" SCNd64 " %d %d %d", &at, &by, &act, &target) != 4) broken();
    events.push_back(balint::detail::raw_event<P>({.at = {at},
                                                   .by = {static_cast<std::uint8_t>(by)},
                                                   .act = {static_cast<std::uint16_t>(act)},
                                                   .target = static_cast<std::uint16_t>(target)}));
  }
  std::vector<found> must(one.must);
  for (auto& [event, code, about, times] : must) {
    if (std::fscanf(from, "%" SCNu64 " %d %d %" SCNu64, &event, &code, &about, &times) != 4) broken();
  }
  std::vector<std::array<std::uint64_t, 2>> may(one.may);
  for (auto& region : may) {
    if (std::fscanf(from, "%" SCNu64 " %" SCNu64, &region[0], &region[1]) != 2) broken();
  }

  std::vector<breach> named(one.breaches);
  for (auto& [event, rule, how, at] : named) {
    name text{};
    if (std::fscanf(from, "%" SCNu64 " %79s %d %" SCNu64, &event, text.text, &how, &at) != 4) broken();
    rule = text.text;
  }

  listener<P> heard;
  balint::judge<P, listener<P>&> by(balint::form<P>(people), heard);
  for (const auto& e : events) by.apply(e);
  auto& said = heard.findings;
  bool is_right = one.is_certain == 0 || static_cast<int>(by.verdict()) == one.verdict;
  all.must += must.size();
  for (const auto& want : must) {
    const auto at = std::find(said.begin(), said.end(), want);
    if (at == said.end()) {
      is_right = false;
      continue;
    }
    said.erase(at);
    ++all.recalled;
  }
  for (const auto& more : said) {
    const auto event = std::get<0>(more);
    is_right = is_right && std::any_of(may.begin(), may.end(),
                                       [&](const auto& region) { return region[0] <= event && event <= region[1]; });
  }
  is_right = is_right && (!may.empty() || heard.breaches == named);
  ++all.sessions;
  all.controls += one.kind == 0 ? 1U : 0U;
  if (is_right) return;
  ++all.wrong;
  std::printf("session %" PRIu64 " of %s, kind %d, is judged otherwise\n", all.sessions, std::string(P::name).c_str(),
              one.kind);
}
template <balint::protocol... Ps>
void judge_one(balint::protocol_list<Ps...>, std::FILE* from, const label& one, counts& all) {
  std::size_t at = 0;
  ((one.protocol == at++ ? judge<Ps>(from, one, all) : void()), ...);
}

}  // namespace

int main(int count, char** words) {
  std::FILE* from = count > 1 ? std::fopen(words[1], "r") : nullptr;
  if (from == nullptr) broken();
  const bool is_fast = count > 2;
  counts all;
  label one{};
  while (std::fscanf(from, " session %zu %d %zu %zu %zu %zu %zu %d %d", &one.protocol, &one.kind, &one.people,
                     &one.events, &one.must, &one.may, &one.breaches, &one.verdict, &one.is_certain) == 9) {
    judge_one(balint::all_protocols{}, from, one, all);
    if (is_fast && all.wrong != 0) break;
  }
  if (std::feof(from) == 0 && all.wrong == 0) broken();
  std::fclose(from);
  std::printf("%" PRIu64 " sessions, %" PRIu64 " controls, %" PRIu64 " of %" PRIu64 " found, %" PRIu64 " otherwise\n",
              all.sessions, all.controls, all.recalled, all.must, all.wrong);
  return all.wrong == 0 && all.sessions != 0 ? 0 : 1;
}
