// SPDX-License-Identifier: MIT
// Advisories: what was, what is recommended, by which source; people counted unless asked for.
#include <balint/balint.hpp>
#include <balint/text/advisory_message.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

namespace advisory_message_test {

using namespace balint;

constexpr std::array<std::string_view, 3> ids{"p1", "p2", "lead"};

std::string said(const advisory& thought, naming how = naming::counted) {
  return message<student_group>(thought, pseudonyms{.ids = ids}, how);
}

TEST(AdvisoryMessage, GivesNumbersAndTheirSource) {
  EXPECT_EQ(said({.code = advisory_code::group_size, .was = 9, .from = 10, .to = 12}),
            "9 participants; 10 to 12 are recommended (GRP-5)");
  EXPECT_EQ(said({.code = advisory_code::group_size, .was = 1, .from = 10, .to = 12}),
            "one participant; 10 to 12 are recommended (GRP-5)");
  EXPECT_EQ(said({.code = advisory_code::session_length, .was = 96, .from = 120, .to = 180}),
            "96 minutes; two to three hours are recommended (CAD-1)");
  EXPECT_EQ(said({.code = advisory_code::less_experienced_share, .was = 3, .from = 5, .to = 10}),
            "3 of 10 have less working experience; the paper asks for no more than one in five (GRP-9)");
}

TEST(AdvisoryMessage, CitesTheSourceOnlyForItsNumbers) {
  EXPECT_EQ(said({.code = advisory_code::group_size, .was = 3, .from = 6, .to = 9}),
            "3 participants; 6 to 9 are recommended");
  EXPECT_EQ(said({.code = advisory_code::session_length, .was = 30, .from = 60, .to = 90}),
            "30 minutes; 60 to 90 are recommended");
  EXPECT_EQ(said({.code = advisory_code::less_experienced_share, .was = 3, .from = 4, .to = 10}),
            "3 of 10 have less working experience; no more than one in four is recommended");
}

TEST(AdvisoryMessage, TiesNoRightToAPersonUnlessAskedFor) {
  const advisory two{.code = advisory_code::passed, .who = person_set{0b11}, .was = 2};
  EXPECT_EQ(said(two), "two turns were let go by, which is everybody's right");
  EXPECT_EQ(said(two, naming::by_id), "two turns were let go by, which is everybody's right: p1 and p2");
  EXPECT_EQ(said({.code = advisory_code::passed, .who = person_set{0b1}, .was = 1}),
            "one turn was let go by, which is everybody's right");
  EXPECT_EQ(said({.code = advisory_code::consent_not_declared, .who = person_set{0b11}}),
            "the agreement of two people to take part is not on record (GRP-7)");
  for (std::size_t i = 0; i < advisory_count; ++i) {
    const auto text = said({.code = static_cast<advisory_code>(i), .who = person_set{0b11}, .was = 2});
    EXPECT_EQ(text.find("p1"), std::string::npos) << text;
    EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << text;
  }
}

TEST(AdvisoryMessage, NamesTheStagesThatWereCutShort) {
  EXPECT_EQ(
      said({.code = advisory_code::cut_short, .stages = 0b11000}),
      "the leader ended the discussion early in the proposals and the assessment, as is the leader's right (RUL-4)");
}

TEST(AdvisoryMessage, TellsASilenceFromALongSession) {
  EXPECT_EQ(
      said({.code = advisory_code::not_live, .was = 75, .to = 60, .is_silence = true, .event = 31}),
      "75 minutes lie between two events, the later of them event 31; where people meet live it is no more than 60 "
      "(REM-1)");
  EXPECT_EQ(said({.code = advisory_code::not_live, .was = 75, .to = 60, .is_silence = true}),
            "75 minutes lie between two events; where people meet live it is no more than 60 (REM-1)");
  EXPECT_EQ(said({.code = advisory_code::not_live, .was = 400, .to = 360}),
            "400 minutes in all; people who meet live take no more than 360 (REM-1)");
}

TEST(AdvisoryMessage, TellsNoSupervisorFromNoProfession) {
  EXPECT_EQ(said({.code = advisory_code::supervisor_not_stated}), "no supervisor is on record (VAR-3)");
  EXPECT_EQ(said({.code = advisory_code::supervisor_not_stated, .who = person_set{1}}),
            "the supervisor's profession is not on record (VAR-3)");
}

TEST(AdvisoryMessage, SaysTheRestAsItIs) {
  EXPECT_EQ(said({.code = advisory_code::no_refocus, .was = 130, .from = 60}),
            "no refocus is on record: the focus held, or bringing it back was not noted (RSK-2)");
  EXPECT_EQ(said({.code = advisory_code::supervisor_away, .was = 0}),
            "no supervisor was there for less than a minute (VAR-3)");
  EXPECT_EQ(said({.code = advisory_code::supervisor_away, .was = 1}), "no supervisor was there for one minute (VAR-3)");
  EXPECT_EQ(said({.code = advisory_code::supervisor_away, .was = 12}),
            "no supervisor was there for 12 minutes (VAR-3)");
  EXPECT_EQ(said({.code = advisory_code::presenter_proposed, .was = 2}),
            "two options are from the presenter; step 4 asks the others (STG-4)");
  EXPECT_EQ(said({.code = advisory_code::dual_role, .who = person_set{0b100}}),
            "the leader also grades members of the group (A23)");
}

}  // namespace advisory_message_test
