// SPDX-License-Identifier: MIT
#include <balint/vocabulary/profession.hpp>

#include <tests/vocabulary/words.hpp>

#include <gtest/gtest.h>

namespace profession_test {

using namespace balint;

using all_professions = words::list<profession::psychologist, profession::methodologist, profession::teacher,
                                    profession::internship_supervisor>;

constexpr bool professions_are_words() {
  return all_professions::have_own_names() && all_professions::are_named_like_their_types() &&
         all_professions::are_empty_types();
}
static_assert(professions_are_words());
TEST(Professions, AreWordsNamedLikeTheirTypes) { EXPECT_TRUE(professions_are_words()); }

static_assert(profession::internship_supervisor::name != "supervisor");
TEST(Professions, A3_ASupervisorOfInternshipsIsNotTheOfficeOfTheSupervisor) {
  EXPECT_NE(profession::internship_supervisor::name, "supervisor");
}

}  // namespace profession_test
