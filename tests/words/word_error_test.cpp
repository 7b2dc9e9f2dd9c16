// SPDX-License-Identifier: MIT
// What is said of a word that says nothing.
#include <balint/words/word_error.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace word_error_test {

TEST(WordField, HasAName) {
  EXPECT_EQ(name_of(word_field::by), "by");
  EXPECT_EQ(name_of(word_field::act), "act");
  EXPECT_EQ(name_of(word_field::on), "on");
}
TEST(WordFault, HasAName) {
  EXPECT_EQ(name_of(word_fault::unknown), "unknown");
  EXPECT_EQ(name_of(word_fault::missing), "missing");
  EXPECT_EQ(name_of(word_fault::superfluous), "superfluous");
  EXPECT_EQ(name_of(word_fault::no_number), "no_number");
  EXPECT_EQ(name_of(word_fault::out_of_range), "out_of_range");
}

std::string said(word_error error) { return error.message(); }

TEST(WordError, SaysWhichWordAndWhatIsKnown) {
  using enum word_fault;
  EXPECT_EQ(said({.field = word_field::by, .given = "bors", .known = {"anna", "boris"}, .nearest = "boris"}),
            "by: \"bors\" is not in the group; the nearest is \"boris\"");
  EXPECT_EQ(said({.field = word_field::by, .given = "carl", .known = {"anna", "boris"}}),
            "by: \"carl\" is not in the group");  // a stranger is not told who is
  EXPECT_EQ(said({.field = word_field::act, .given = "vot", .nearest = "vote"}),
            "act: \"vot\" is not an act of the protocol; the nearest is \"vote\"");
  EXPECT_EQ(said({.field = word_field::on, .given = "respct", .nearest = "respect", .target = target_kind::rule}),
            "on: \"respct\" is not a rule of the protocol; the nearest is \"respect\"");
  EXPECT_EQ(said({.field = word_field::on, .given = "carl", .target = target_kind::person}),
            "on: \"carl\" is not in the group");
}
TEST(WordError, ListsWhatIsKnownAndNeverPeople) {
  EXPECT_EQ(said({.field = word_field::act, .given = "sing", .known = {"ask", "vote"}}),
            "act: \"sing\" is not an act of the protocol; known: ask, vote");
  EXPECT_EQ(said({.field = word_field::on, .given = "carl", .known = {"anna"}, .target = target_kind::case_of}),
            "on: \"carl\" is not in the group");
}
TEST(WordError, SaysWhatATargetHasToBe) {
  const auto missing = [](target_kind kind) {
    return said({.field = word_field::on, .why = word_fault::missing, .target = kind, .act = "act"});
  };
  EXPECT_EQ(missing(target_kind::case_of), "on: \"act\" needs the case of a person; none was given");
  EXPECT_EQ(missing(target_kind::option), "on: \"act\" needs an option, by number; none was given");
  EXPECT_EQ(missing(target_kind::rule), "on: \"act\" needs a rule; none was given");
  EXPECT_EQ(missing(target_kind::person), "on: \"act\" needs a person; none was given");
  EXPECT_EQ(said({.field = word_field::on, .why = word_fault::superfluous, .given = "anna", .act = "ask"}),
            "on: \"ask\" takes no target, but \"anna\" was given");
  EXPECT_EQ(said({.field = word_field::on, .why = word_fault::no_number, .given = "one"}),
            "on: \"one\" is not the number of an option; options are 1 to 256");
  EXPECT_EQ(said({.field = word_field::on, .why = word_fault::out_of_range, .given = "300"}),
            "on: option 300 is out of range; options are 1 to 256");
}
TEST(WordError, ShowsNoFreeText_RUL3) {
  EXPECT_EQ(said({.field = word_field::act, .given = "tells of home"}),
            "act: a text that is no word is not an act of the protocol");
}

}  // namespace word_error_test
