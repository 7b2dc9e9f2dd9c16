// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What has to hold of the suite itself, as functions over its cases, so that each can be shown to fail. Every function
/// gives its complaints; none: all is well.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "examples/apps/conformance_kit/suite.hpp"

namespace suite {

using conformance::judgement;
using conformance::test_case;
using conformance::trace;
using cases = std::vector<test_case>;
using complaints = std::vector<std::string>;

struct requirement {
  std::string id;
  std::vector<std::string> codes;
  std::vector<std::string> advisories;
  std::vector<std::string> breaches;
  bool is_not_in_traces = false;
};
using requirements = std::vector<requirement>;

inline bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::ranges::find(all, one) != all.end();
}
inline bool advises(const judgement& says, const std::string& advisory) {
  return says.advisories && has(*says.advisories, advisory);
}

/// No two cases have one id, no two traces one name, no two requirements one id; a case's id is its path.
inline complaints unique_ids(const cases& all, const requirements& required) {
  complaints found;
  std::set<std::string> seen;
  for (const auto& one : required) {
    if (!seen.insert(one.id).second) found.push_back("two requirements are " + one.id);
  }
  for (const auto& one : all) {
    if (one.id != one.path.parent_path().filename().string() + "/" + one.path.stem().string())
      found.push_back(one.path.string() + " says that it is " + one.id);
    for (const auto& each : one.traces) {
      if (!seen.insert(each.name).second) found.push_back("two traces are " + each.name);
    }
  }
  return found;
}

/// Every requirement that a case names is there.
inline complaints known_requirements(const cases& all, const requirements& required) {
  complaints found;
  for (const auto& one : all) {
    for (const auto& id : one.requirements) {
      if (std::ranges::none_of(required, [&](const requirement& r) { return r.id == id; }))
        found.push_back(one.id + " is of " + id + ", which is no requirement");
    }
  }
  return found;
}

/// Every trace has an event.
inline complaints no_empty_trace(const cases& all) {
  complaints found;
  for (const auto& one : all) {
    for (const auto& each : one.traces) {
      if (each.events.empty()) found.push_back(each.name + " is empty");
    }
  }
  return found;
}

/// Every requirement that a trace can show is met by one without findings, and broken by one for each of its codes,
/// advisories and breaches.
inline complaints both_ways(const cases& all, const requirements& required) {
  complaints found;
  for (const auto& needed : required) {
    if (needed.is_not_in_traces) continue;
    bool is_met = false;
    std::set<std::string> broken;
    for (const auto& one : all) {
      if (!has(one.requirements, needed.id)) continue;
      for (const auto& each : one.traces) {
        const auto breaks = [&](const std::string& advisory) { return advises(each.expected, advisory); };
        const bool is_named = std::ranges::any_of(
            each.expected.breaches, [&](const conformance::breach& named) { return has(needed.breaches, named.rule); });
        is_met =
            is_met || (each.expected.findings.empty() && !is_named && std::ranges::none_of(needed.advisories, breaks));
        for (const auto& named : each.expected.breaches) broken.insert(named.rule);
        for (const auto& finding : each.expected.findings) broken.insert(finding.code);
        if (each.expected.advisories) broken.insert(each.expected.advisories->begin(), each.expected.advisories->end());
      }
    }
    if (!is_met) found.push_back("no trace meets " + needed.id);
    for (const auto* codes : {&needed.codes, &needed.advisories, &needed.breaches}) {
      for (const auto& code : *codes) {
        if (!broken.contains(code)) found.push_back("no trace breaks " + needed.id + " by " + code);
      }
    }
  }
  return found;
}

/// A case whose own trace is in order has a variant, one edit away, that is not, or in which somebody says so.
inline complaints mutants_of_positives(const cases& all) {
  complaints found;
  for (const auto& one : all) {
    const auto& own = one.traces.front().expected;
    if (!own.findings.empty()) continue;
    const auto is_worse = [&](const trace& each) {
      if (!each.expected.findings.empty() || !each.expected.breaches.empty()) return true;
      if (!each.expected.advisories || !own.advisories) return false;
      return std::ranges::any_of(*each.expected.advisories,
                                 [&](const std::string& advisory) { return !advises(own, advisory); });
    };
    if (std::ranges::none_of(one.traces, is_worse))
      found.push_back(one.id + " has no variant in which anything is wrong");
  }
  return found;
}

}  // namespace suite
