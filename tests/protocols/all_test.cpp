// SPDX-License-Identifier: MIT
// The list of the protocols that ship.
#include <balint/protocols/all.hpp>

#include <gtest/gtest.h>

#include <concepts>
#include <string_view>
#include <vector>

namespace all_test {

struct another : balint::student_group {
  static constexpr std::string_view name = "another";
};

TEST(AllProtocols, AreNamedOnce) {
  const auto names = []<typename... Ps>(balint::protocol_list<Ps...>) {
    return std::vector<std::string_view>{Ps::name...};
  };
  EXPECT_EQ(names(balint::all_protocols{}),
            (std::vector<std::string_view>{"student_group", "staff_group", "led_staff_group", "classical_group",
                                           "case_consultation"}));
}
TEST(AllProtocols, GrowByOneThatIsAdded) {
  EXPECT_TRUE((std::same_as<balint::protocol_list<balint::staff_group>::with<another>,
                            balint::protocol_list<balint::staff_group, another>>));
}

}  // namespace all_test
