// SPDX-License-Identifier: MIT
// Names to ids: people with their offices, acts, targets, and what is said where they do not fit.
#include <gtest/gtest.h>

#include <balint/log/resolve.hpp>
#include <balint/protocols/student_group.hpp>
#include <string>

using namespace balint;
using P = student_group;

namespace resolve_test {

/// A group of two.
struct two_people {
  detail::unknown_acts acts;
  [[nodiscard]] static person_id find(std::string_view id) {
    return id == "anna" ? person_id{0} : id == "boris" ? person_id{1} : nobody;
  }
  template <protocol Q>
  [[nodiscard]] act_id act(std::string_view name) {
    return acts.find<Q>(name);
  }
};

struct resolved {
  bool fits = false;
  event<P> e;
};
resolved read(std::string_view by, std::string_view act, std::uint8_t targets = 0, std::string_view target = {},
              std::uint16_t option = 0) {
  detail::raw_event raw;
  raw.by = by;
  raw.act = act;
  raw.targets = targets;
  raw.name_of_target = target;
  raw.option = option;
  two_people people;
  resolved result;
  result.fits = detail::resolve<P>(raw, people, result.e);
  return result;
}

TEST(Resolve, FindsWhoActAndTarget) {
  const auto vote = read("boris", "vote", detail::key_case, "anna");
  EXPECT_TRUE(vote.fits);
  EXPECT_EQ(vote.e, (event<P>{.by = {1}, .act = act_id_of<act::vote, P>, .target = 0}));
  EXPECT_EQ(read("anna", "assess", detail::key_option, {}, 3).e.target, 3);
  EXPECT_EQ(read("anna", "flag", detail::key_rule, "respect").e.target, (rule_of<P, rule::respect>.index));
  EXPECT_EQ(read("vera", "ask").e.by, nobody);
}
TEST(Resolve, SaysWhenTheTargetIsNotTheActs) {
  EXPECT_FALSE(read("anna", "vote").fits);
  EXPECT_FALSE(read("anna", "ask", detail::key_case, "anna").fits);
  EXPECT_TRUE(read("anna", "dance", detail::key_case, "anna").fits);
  detail::raw_event raw;
  raw.act = "vote";
  EXPECT_EQ(detail::wrong_target(raw, detail::key_case).found, "the act \"vote\" without its target");
  raw.targets = detail::key_case | detail::key_rule;
  EXPECT_EQ(detail::wrong_target(raw, detail::key_case).found, "the act \"vote\" with \"rule\"");
  EXPECT_EQ(detail::wrong_target(raw, 0).expected, "no target");
}
TEST(Resolve, GivesAnUnknownActTheSameIdEachTime) {
  detail::unknown_acts acts;
  const auto dance = acts.find<P>("dance");
  const auto sing = acts.find<P>("sing");
  EXPECT_GE(dance.index, act_count<P>);
  EXPECT_NE(dance, sing);
  EXPECT_EQ(acts.find<P>("dance"), dance);
  EXPECT_EQ(acts.find<P>("ask"), (act_id_of<act::ask, P>));
}
TEST(Resolve, SaysWhichOfficeOrProtocolThereIsNot) {
  detail::raw_header header;
  header.people.push_back({.id = "anna", .profession = {}, .first_office = 0, .end_of_offices = 1});
  header.offices = {"participant"};
  const auto people = detail::people_of<P>(header);
  ASSERT_TRUE(people);
  EXPECT_TRUE(people->front().offices.has<role::participant>());
  header.offices = {"king"};
  EXPECT_EQ(detail::people_of<P>(header).error(), "king");
  EXPECT_EQ(detail::no_such_office<P>("king").found, "the office \"king\"");
  EXPECT_EQ(detail::no_such_protocol<P>("chess").expected, "one of student_group");
}

}  // namespace resolve_test
