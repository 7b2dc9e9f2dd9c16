// SPDX-License-Identifier: MIT
#include <balint/vocabulary/stage.hpp>

#include <tests/vocabulary/words.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string_view>

namespace stage_test {

using namespace balint;

using all_stages =
    words::list<stage::presentation, stage::selection, stage::story, stage::proposals, stage::assessment,
                stage::self_assessment, stage::convening, stage::call_for_case, stage::questions, stage::group_work,
                stage::invitation_back, stage::closing, stage::casting, stage::account, stage::hypotheses,
                stage::statement, stage::suggestions, stage::decision, stage::exchange>;

constexpr bool stages_are_words() {
  return all_stages::have_own_names() && all_stages::are_named_like_their_types() && all_stages::are_empty_types() &&
         words::have_sources(all_stages{});
}
static_assert(stages_are_words());
TEST(Stages, AreWordsWithANameAndASourceOfTheirOwn) { EXPECT_TRUE(stages_are_words()); }

constexpr bool the_six_stages_cite_their_sentences() {
  return stage::presentation::source == "STG-1" && stage::selection::source == "STG-2" &&
         stage::story::source == "STG-3" && stage::proposals::source == "STG-4" &&
         stage::assessment::source == "STG-5" && stage::self_assessment::source == "STG-6";
}
static_assert(the_six_stages_cite_their_sentences());
TEST(Stages, OfThePedagogicalGroupCiteSTG1ToSTG6) { EXPECT_TRUE(the_six_stages_cite_their_sentences()); }

}  // namespace stage_test
