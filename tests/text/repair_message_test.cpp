// SPDX-License-Identifier: MIT
// The edits of a repair in words: what is missing from the record, what in it is unexplained.
#include <gtest/gtest.h>

#include <balint/balint.hpp>
#include <balint/text/repair_message.hpp>
#include <array>
#include <string>
#include <string_view>

namespace repair_message_test {

using namespace balint;
using P = student_group;

constexpr std::array<std::string_view, 3> ids{"lead", "p1", "p2"};
constexpr pseudonyms names{.ids = ids};
constexpr person_id lead{0}, p1{1}, p2{2};

std::string words(edit<P>::way does, std::uint64_t at, const event<P>& what, std::uint64_t events) {
  return message<P>(edit<P>{does, at, what}, events, names);
}
using way = edit<P>::way;

TEST(RepairMessage, SaysWhatIsMissingFromTheRecordAndWhere) {
  EXPECT_EQ(words(way::insert, 31, event<P>::of<act::accept_case>(p1), 40),
            "p1's agreement is not on record: ask p1 (before event 31)");
  EXPECT_EQ(words(way::insert, 41, event<P>::of<act::close>(lead), 40),
            "closing the session is not on record (at the end)");
  EXPECT_EQ(words(way::insert, 5, event<P>::of<act::assess>(p2, option_id{4}), 40),
            "an assessment of option 4 is not on record (before event 5)");
  EXPECT_EQ(words(way::insert, 5, event<P>::of<act::select_case>(lead, case_id{p2}), 40),
            "the selection of p2's case is not on record (before event 5)");
  EXPECT_EQ(words(way::insert, 5, event<P>::of<act::pass>(p2), 40), "no turn of p2 is on record (before event 5)");
}

TEST(RepairMessage, SaysAnyOtherActAsItIs) {
  EXPECT_EQ(words(way::insert, 5, event<P>::of<act::remind>(lead, rule_of<P, rule::respect>), 40),
            "a reminder of respect by lead is not on record (before event 5)");
}

TEST(RepairMessage, SaysWhatIsUnexplained) {
  EXPECT_EQ(words(way::remove, 17, event<P>::of<act::vote>(p2, case_id{p1}), 40),
            "event 17 has no place in the protocol: a vote for the case of p1 by p2");
  EXPECT_EQ(
      words(way::remove, 17, detail::raw_event<P>({.by = p2, .act = {static_cast<std::uint16_t>(act_count<P>)}}), 40),
      "event 17 has no place in the protocol: an act that this protocol does not have by p2");
}

TEST(RepairMessage, SaysInWhichStagesNothingOfSomebodyIsOnRecord) {
  EXPECT_EQ(absence_message<P>(p2, {1}, {3}, names), "nothing of p2 is on record in stages 2 to 4");
  EXPECT_EQ(absence_message<P>(p2, {1}, {1}, names), "nothing of p2 is on record in stage 2");
}

TEST(RepairMessage, SumsUp) {
  EXPECT_EQ(repair_message(true, 0, 0), "nothing is missing from the record, and nothing in it is unexplained");
  EXPECT_EQ(repair_message(true, 1, 1), "one place is missing from the record or unexplained in it");
  EXPECT_EQ(repair_message(true, 3, 3), "3 places, and no fewer, are missing from the record or unexplained in it");
  EXPECT_EQ(repair_message(true, 3, 2),
            "at most 3 places, and at least 2, are missing from the record or unexplained in it");
  EXPECT_EQ(repair_message(false, 0, 0), "no change of the record mends this, and none should");
}

TEST(RepairMessage, HasAHeading) { EXPECT_EQ(find_phrase("repair"), "How far the record is from the protocol"); }

}  // namespace repair_message_test
