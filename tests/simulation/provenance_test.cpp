// SPDX-License-Identifier: MIT
#include <balint/simulation/policies/holding.hpp>
#include <balint/simulation/policies/leading.hpp>
#include <balint/simulation/provenance.hpp>
#include <balint/simulation/policies/supervising.hpp>
#include <balint/simulation/policies/talking.hpp>

#include <gtest/gtest.h>

#include <set>
#include <span>
#include <string_view>

namespace provenance_test {

namespace sim = balint::simulation;

TEST(Provenance, IsSaidOfEveryShippedParameter) {
  std::set<std::string_view> names;
  std::size_t n = 0;
  for (const std::span<const sim::parameter> list : {std::span<const sim::parameter>(sim::talking_parameters),
                                                     std::span<const sim::parameter>(sim::leading_parameters),
                                                     std::span<const sim::parameter>(sim::supervising_parameters),
                                                     std::span<const sim::parameter>(sim::holding_parameters)}) {
    for (const auto& one : list) {
      EXPECT_FALSE(one.meaning.empty()) << one.name;
      EXPECT_EQ(one.default_from.source.empty(), one.default_from.from == sim::origin::assumed) << one.name;
      names.insert(one.name);
      ++n;
    }
  }
  EXPECT_EQ(names.size(), n);
}
TEST(Provenance, HasNames) {
  EXPECT_EQ(name_of(sim::origin::assumed), "assumed");
  EXPECT_EQ(name_of(sim::origin::literature), "literature");
  EXPECT_EQ(name_of(sim::origin::estimated), "estimated");
}

}  // namespace provenance_test
