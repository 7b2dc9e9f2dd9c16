// SPDX-License-Identifier: MIT
// The table of sessions: ids of one hash, and sessions that go.
#include <balint/monitoring/detail/session_table.hpp>
#include <gtest/gtest.h>

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace balint;

namespace session_table_test {

struct named : detail::known_session {
  explicit named(std::string_view id) : known_session(id, 0) {}
};

/// As many ids as asked for whose hashes begin at one place of a table with that many entries, a power of two.
std::vector<std::string> of_one_place(std::size_t n, std::uint32_t place, std::uint32_t entries) {
  std::vector<std::string> ids;
  for (int i = 0; ids.size() < n; ++i) {
    if ((detail::hash_of(std::to_string(i)) & (entries - 1)) == place) ids.push_back(std::to_string(i));
  }
  return ids;
}

class SessionTable : public testing::Test {
 protected:
  detail::session_table table_;
  std::vector<std::unique_ptr<named>> all_;

  void add(std::string_view id) {
    all_.push_back(std::make_unique<named>(id));
    table_.reserve_one();
    table_.insert(*all_.back());
  }
  [[nodiscard]] bool has(std::string_view id) const {
    const auto* const found = table_.find(id);
    return found != nullptr && found->id() == id;
  }
};

TEST_F(SessionTable, HasNothingAtFirst) {
  EXPECT_EQ(table_.find("a"), nullptr);
  EXPECT_EQ(table_.size(), 0U);
}
TEST_F(SessionTable, FindsWhatWasAdded) {
  add("a");
  EXPECT_EQ(table_.find("a"), all_.front().get());
  EXPECT_EQ(table_.find("b"), nullptr);
  EXPECT_EQ(table_.find("b", detail::hash_of("a")), nullptr) << "another id of the same hash";
}
TEST_F(SessionTable, LosesNothingBehindWhatGoes) {
  // Four sessions have sixteen entries. Three begin at one place, in the middle or around the end, and one behind it.
  for (const std::uint32_t home : {3U, 13U, 14U, 15U}) {
    auto ids = of_one_place(3, home, 16);
    ids.insert(ids.begin() + 2, of_one_place(1, (home + 1) % 16, 16).front());
    for (std::size_t gone = 0; gone < ids.size(); ++gone) {
      table_ = {};
      all_.clear();
      for (const auto& id : ids) add(id);
      table_.erase(*table_.find(ids[gone]));
      for (std::size_t i = 0; i < ids.size(); ++i) EXPECT_EQ(has(ids[i]), i != gone) << home << ' ' << gone << ' ' << i;
      EXPECT_EQ(table_.size(), 3U);
    }
  }
}
TEST_F(SessionTable, ShowsEachOnceHoweverItGrows) {
  for (int i = 0; i < 1000; ++i) add(std::to_string(i));
  std::set<std::string> ids;
  std::size_t shown = 0;
  table_.each([&](const auto& one) {
    ids.emplace(one.id());
    ++shown;
  });
  EXPECT_EQ(ids.size(), 1000U);
  EXPECT_EQ(shown, 1000U);
  EXPECT_TRUE(has("0") && has("999") && !has("1000"));
}

}  // namespace session_table_test
