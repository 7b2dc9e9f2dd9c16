// SPDX-License-Identifier: MIT
#include <balint/log/detail/wanted.hpp>

#include <balint/group/person.hpp>
#include <balint/log/timestamp.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace wanted_test {

/// What stands after "like" in a message.
constexpr std::string_view example_in(std::string_view wanted) {
  const auto begin = wanted.find("like ") + 5;
  return wanted.substr(begin, wanted.find(' ', begin) - begin);
}

TEST(Wanted, GivesExamplesThatWouldDo) { BALINT_CHECK(parse_timestamp(example_in(detail::wanted_time)).has_value()); }
TEST(Wanted, CountsTheBytesOfAPseudonymRight) {
  EXPECT_NE(detail::wanted_pseudonym.find("1 to 64 letters, digits, _ . or -"), std::string_view::npos);
  EXPECT_NE(detail::wanted_mapped_pseudonym.find("1 to 64 letters, digits, _ . or -"), std::string_view::npos);
  EXPECT_TRUE(is_pseudonym(std::string(64, 'a')));
  EXPECT_FALSE(is_pseudonym(std::string(65, 'a')));
  EXPECT_TRUE(is_pseudonym("aA9_.-"));
}

}  // namespace wanted_test
