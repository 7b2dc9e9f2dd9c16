// SPDX-License-Identifier: MIT
#include "rules.hpp"

#include <balint/protocols/all.hpp>
#include <balint/log/record.hpp>
#include <balint/protocol/lookup.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace {

template <balint::protocol P>
void add_rules(std::vector<known_rule>& all) {
  using rules = balint::rules_of<P>;
  for (std::size_t i = 0; i < rules::size; ++i) {
    const auto is_it = [&](const known_rule& known) { return known.name == rules::names[i]; };
    if (std::none_of(all.begin(), all.end(), is_it)) {
      all.push_back(
          {rules::names[i], rules::sources[i], balint::severity_of<P>(balint::rule_id{static_cast<std::uint8_t>(i)})});
    }
  }
}

}  // namespace

std::vector<known_rule> all_rules() {
  std::vector<known_rule> all;
  [&]<typename... Ps>(balint::protocol_list<Ps...>) { (add_rules<Ps>(all), ...); }(balint::all_protocols{});
  return all;
}
