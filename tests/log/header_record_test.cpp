// SPDX-License-Identifier: MIT
#include <balint/log/header_record.hpp>

#include <gtest/gtest.h>

#include <type_traits>

using namespace balint;

namespace header_record_test {

TEST(HeaderRecord, DiffersByEachThingThatItSays) {
  const header_record one{
      .protocol = "p",
      .session = "s",
      .people = {{.id = "a", .offices = {"leader"}, .profession = "teacher", .agrees = consent::given}}};
  EXPECT_EQ(one, header_record(one));
  const auto differs = [&](auto change) {
    auto other = one;
    change(other);
    return other != one;
  };
  EXPECT_TRUE(differs([](auto& h) { h.protocol = "q"; }));
  EXPECT_TRUE(differs([](auto& h) { h.session = "t"; }));
  EXPECT_TRUE(differs([](auto& h) { h.people.clear(); }));
  EXPECT_TRUE(differs([](auto& h) { h.people[0].id = "b"; }));
  EXPECT_TRUE(differs([](auto& h) { h.people[0].offices.push_back("deputy"); }));
  EXPECT_TRUE(differs([](auto& h) { h.people[0].profession.clear(); }));
  EXPECT_TRUE(differs([](auto& h) { h.people[0].agrees = consent::refused; }));
  EXPECT_TRUE(differs([](auto& h) { h.people[0].less_experienced = true; }));
  EXPECT_TRUE(differs([](auto& h) { h.people[0].grades = true; }));
}
TEST(HeaderRecord, KeepsWhereItsPeopleAreWhenItIsExchanged) {
  // Readers tie names to people by views of these texts, short ones among them.
  header_record one{.people = {{.id = "a"}}};
  header_record other;
  const auto* const id = one.people[0].id.data();
  std::swap(one, other);
  EXPECT_EQ(other.people[0].id.data(), id);
  EXPECT_TRUE(std::is_nothrow_swappable_v<header_record>);
}

}  // namespace header_record_test
