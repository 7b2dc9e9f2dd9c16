// SPDX-License-Identifier: MIT
// What is said where a session is not saved or loaded.
#include <balint/words/load_error.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace load_error_test {

using enum load_fault;

TEST(LoadFault, HasAName) {
  EXPECT_EQ(name_of(not_saved), "not_saved");
  EXPECT_EQ(name_of(other_version), "other_version");
  EXPECT_EQ(name_of(damaged), "damaged");
  EXPECT_EQ(name_of(other_protocol), "other_protocol");
  EXPECT_EQ(name_of(other_declaration), "other_declaration");
  EXPECT_EQ(name_of(load_fault::other_people), "other_people");
  EXPECT_EQ(name_of(not_formed), "not_formed");
  EXPECT_EQ(name_of(impossible), "impossible");
  EXPECT_EQ(name_of(save_error::other_people), "other_people");
}
TEST(LoadError, SaysWhatDoesNotFit) {
  const auto said = [](load_fault why, const char* found = "", const char* expected = "") {
    return load_error{why, found, expected}.message();
  };
  EXPECT_EQ(said(not_saved), "these bytes are not a saved session");
  EXPECT_EQ(said(other_version, "2", "1"), "saved in version 2, and this library reads 1");
  EXPECT_EQ(said(damaged), "the saved session is damaged: it was cut off or changed");
  EXPECT_EQ(said(other_protocol, "chess", "staff_group"), "this is a session of \"chess\", not of staff_group");
  EXPECT_EQ(said(other_protocol, "chess"), "this is a session of \"chess\"");
  EXPECT_EQ(said(other_declaration, "", "mine"), "saved with another declaration of mine");
  EXPECT_EQ(said(load_fault::other_people, "anna", "vera"),
            "saved with other people: \"anna\" is where the cast has \"vera\"");
  EXPECT_EQ(said(load_fault::other_people, "", "vera"),
            "saved with other people: nobody is where the cast has \"vera\"");
  EXPECT_EQ(said(load_fault::other_people, "anna", "anna"), "saved with different offices for \"anna\"");
  EXPECT_EQ(said(not_formed, "no_leader"), "the saved people no longer form a group: no_leader");
  EXPECT_EQ(said(impossible, "votes_have_voters"), "no session can be in the saved state (votes_have_voters)");
}

}  // namespace load_error_test
