// SPDX-License-Identifier: MIT
// Whether words of one's own are complete and fit.
#include <balint/text/check_wording.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>

#include "tests/session/rounds.hpp"
#include "tests/text/pseudo_language.hpp"

namespace check_wording_test {

using namespace balint;
using testing::Contains;
using testing::ElementsAre;
using testing::SizeIs;

TEST(CheckWording, FindsNothingInACompleteLanguage) {
  EXPECT_THAT(check_wording(pseudo_language::words()), SizeIs(0));
  EXPECT_THAT(check_wording<student_group>(pseudo_language::words()), SizeIs(0));
}

TEST(CheckWording, FindsWhatHasNoText) {
  EXPECT_THAT(check_wording({}), SizeIs(catalogue.size()));
  EXPECT_EQ(message(check_wording({}).front()), "'" + std::string(catalogue[0].key) + "' has no text");
}

TEST(CheckWording, FindsWhatDoesNotFit) {
  const pseudo_language::words complete;
  const auto mine = [&](std::string_view key) -> std::optional<std::string_view> {
    if (key == "refusal.absent") return "{wer} ist weg";
    if (key == "more") return "{n} weitere } Male";
    if (key == "refusal.too_many_options") return "{most} sind genug, {who}";
    return complete(key);
  };
  EXPECT_THAT(check_wording(mine), ElementsAre(wording_fault{"more", "}"}, wording_fault{"refusal.absent", "{wer}"}));
  EXPECT_EQ(message(check_wording(mine)[1]), "the text of 'refusal.absent' does not fit: it has no {wer}");
}

TEST(CheckWording, AsksForTheWordsOfAProtocolOfYourOwn) {
  const auto faults = check_wording<rounds::protocol>(pseudo_language::words());
  EXPECT_THAT(faults, Contains(wording_fault{"act.tell_dream", ""}));
  EXPECT_THAT(faults, Contains(wording_fault{"stage.round", ""}));
  EXPECT_THAT(faults, Contains(wording_fault{"can.light_candle", ""}));
  pseudo_language::words mine;
  mine.add_words_of<rounds::protocol>();
  EXPECT_THAT(check_wording<rounds::protocol>(mine), SizeIs(0));
}

TEST(PlaceholdersOf, AreThoseOfTheFamily) {
  EXPECT_THAT(placeholders_of("more"), ElementsAre("n"));
  EXPECT_THAT(placeholders_of("more.one"), ElementsAre("n"));
  EXPECT_THAT(placeholders_of("refusal.session_over"), Contains("who"));
  EXPECT_THAT(placeholders_of("act.vote"), SizeIs(0));
}

}  // namespace check_wording_test
