// SPDX-License-Identifier: MIT
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>
#include <balint/protocol/well_formed.hpp>

#include <gtest/gtest.h>

#include <string_view>

namespace well_formed_test {

using namespace balint;

// That a declaration which cannot work does not compile is shown in tests/compile_fail/.
constexpr bool the_four_can_work() {
  return well_formed<student_group>() && well_formed<staff_group>() && well_formed<classical_group>() &&
         well_formed<case_consultation>();
}
static_assert(the_four_can_work());
TEST(WellFormed, HoldsForTheFourProtocols) { EXPECT_TRUE(the_four_can_work()); }

constexpr bool complaint_names_protocol_and_culprit() {
  const auto text = detail::complain("my_protocol", "vote", "stands twice [act_twice]");
  return std::string_view(text.data(), text.size()) == "balint: in my_protocol, 'vote' stands twice [act_twice]";
}
static_assert(complaint_names_protocol_and_culprit());
TEST(WellFormed, ComplainsByName) { EXPECT_TRUE(complaint_names_protocol_and_culprit()); }

}  // namespace well_formed_test
