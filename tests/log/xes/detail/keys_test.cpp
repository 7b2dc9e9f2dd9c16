// SPDX-License-Identifier: MIT
// The keys of the library's own attributes.
#include <balint/log/xes/detail/keys.hpp>

#include "tests/support.hpp"

namespace keys_test {

using namespace balint::detail;

TEST(XesKeys, NameTheFieldsOfAPerson) {
  EXPECT_EQ(xes::key_of(person_field::offices), "balint:offices");
  EXPECT_EQ(xes::key_of(person_field::less_experienced), "balint:less_experienced");
  for (const auto field : {person_field::offices, person_field::consent, person_field::profession,
                           person_field::less_experienced, person_field::grades})
    EXPECT_EQ(xes::find_field(xes::key_of(field)), field);
}
TEST(XesKeys, AreNoFieldsWithoutTheirPrefix) {
  BALINT_CHECK(!xes::find_field("offices"));
  BALINT_CHECK(!xes::find_field("balint:"));
  BALINT_CHECK(!xes::find_field("balint:name"));
  // The id is the value of the person.
  BALINT_CHECK(!xes::find_field("balint:id"));
}
}  // namespace keys_test
