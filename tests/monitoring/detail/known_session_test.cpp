// SPDX-License-Identifier: MIT
// Sessions as a monitor knows them: their ids and hashes, and those that are over.
#include <balint/monitoring/detail/known_session.hpp>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace balint;

namespace known_session_test {

struct named : detail::known_session {
  explicit named(std::string_view id) : known_session(id, 3) {}
};

TEST(KnownSession, KeepsIdsOfAnyLength) {
  for (const std::size_t length : {0U, 1U, 7U, 8U, 23U, 24U, 25U, 64U, 70'000U}) {
    std::string text(length, 'x');
    const named one(text);
    const std::string same = text;
    text.assign(length, 'y');
    EXPECT_EQ(one.id(), same);
    EXPECT_EQ(one.hash(), detail::hash_of(same));
    EXPECT_EQ(one.kind(), 3U);
  }
  static_assert(!std::is_copy_constructible_v<named> && !std::is_move_constructible_v<named>);
}
TEST(KnownSession, FollowsItsNumbers) {
  named one("a");
  EXPECT_EQ(one.numbers().take(3), delivery::gap);
  EXPECT_EQ(std::as_const(one).numbers().skipped(), 2U);
}

TEST(HashOf, DependsOnEveryByteAndOnTheLength) {
  std::set<std::uint32_t> seen;
  std::size_t all = 0;
  for (std::size_t length = 0; length <= 40; ++length) {
    for (std::size_t at = 0; at <= length; ++at, ++all) {
      std::string id(length, 'a');
      if (at < length) id[at] = 'b';
      seen.insert(detail::hash_of(id));
    }
  }
  EXPECT_EQ(seen.size(), all);
}
TEST(IsSame, LooksAtEveryByte) {
  for (std::size_t length = 0; length <= 40; ++length) {
    const std::string id(length, 'a');
    EXPECT_TRUE(detail::is_same(id, std::string(length, 'a')));
    EXPECT_FALSE(detail::is_same(id, std::string(length + 1, 'a')));
    for (std::size_t at = 0; at < length; ++at) {
      std::string other = id;
      other[at] = 'b';
      EXPECT_FALSE(detail::is_same(id, other));
    }
  }
}

/// The ids of those that are over, the first one first.
std::vector<std::string> emptied(detail::ended_sessions& ended) {
  std::vector<std::string> ids;
  while (ended.size() != 0) {
    ids.emplace_back(ended.first().id());
    ended.remove(ended.first());
  }
  return ids;
}
TEST(EndedSessions, KeepTheirOrderWhicheverGoes) {
  for (const std::size_t gone : {0U, 1U, 2U}) {
    named all[]{named("a"), named("b"), named("c")};
    detail::ended_sessions ended;
    for (auto& one : all) ended.add(one);
    ended.add(all[0]);
    EXPECT_EQ(ended.size(), 3U);
    ended.remove(all[gone]);
    ended.remove(all[gone]);
    EXPECT_EQ(ended.size(), 2U);
    ended.add(all[gone]);
    std::vector<std::string> expected;
    for (const auto& one : all) {
      if (&one != &all[gone]) expected.emplace_back(one.id());
    }
    expected.emplace_back(all[gone].id());
    EXPECT_EQ(emptied(ended), expected);
  }
}

}  // namespace known_session_test
