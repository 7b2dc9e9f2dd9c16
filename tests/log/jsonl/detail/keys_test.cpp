// SPDX-License-Identifier: MIT
// The keys of lines: which there are, which a line needs, which a message names.
#include <balint/log/jsonl/detail/keys.hpp>

#include <gmock/gmock.h>

#include "tests/support.hpp"

namespace keys_test {

using namespace balint::detail;

TEST(LineKeys, AreFoundByName) {
  BALINT_CHECK(find_line_key("at", line_form::log) == line_key::at);
  BALINT_CHECK(find_line_key("case", line_form::log) == line_key::on_case);
  BALINT_CHECK(find_line_key("protocol", line_form::log) == line_key::protocol);
  BALINT_CHECK(find_line_key("people", line_form::stream) == line_key::people);
  BALINT_CHECK(find_line_key("text", line_form::log) == line_key::unknown);
  BALINT_CHECK(find_line_key("", line_form::log) == line_key::unknown);
  BALINT_CHECK(find_line_key("protocols", line_form::log) == line_key::unknown);
  for (std::size_t i = 0; i < line_key_names.size(); ++i) {
    const auto key = static_cast<line_key>(i);
    EXPECT_EQ(find_line_key(line_key_names[i], line_form::stream), key);
    EXPECT_EQ(name_of(key), line_key_names[i]);
  }
}
TEST(LineKeys, OfNumbersAreThoseOfStreamsAlone) {
  BALINT_CHECK(find_line_key("seq", line_form::stream) == line_key::seq);
  BALINT_CHECK(find_line_key("seq", line_form::log) == line_key::unknown);
}
TEST(LineKeys, NameTheTargetsOfEvents) {
  using balint::target_kind;
  BALINT_CHECK(target_named_by(line_key::on_case) == target_kind::case_of);
  BALINT_CHECK(target_named_by(line_key::option) == target_kind::option);
  BALINT_CHECK(target_named_by(line_key::rule) == target_kind::rule);
  BALINT_CHECK(target_named_by(line_key::to) == target_kind::person);
  BALINT_CHECK(target_named_by(line_key::by) == target_kind::none);
  BALINT_CHECK(target_named_by(line_key::people) == target_kind::none);
}
TEST(LineKeys, AreSeenOnceEach) {
  seen_keys seen;
  EXPECT_TRUE(seen.empty());
  seen.insert(line_key::at);
  EXPECT_FALSE(seen.empty());
  EXPECT_TRUE(seen.has(line_key::at));
  EXPECT_FALSE(seen.has(line_key::by));
}
TEST(LineKeys, AreNeededByTheKindOfLine) {
  using testing::ElementsAre;
  const auto all = [](bool is_header, line_form form) {
    const auto keys = needed_keys(is_header, form);
    return std::vector<line_key>(keys.begin(), keys.end());
  };
  for (const auto form : {line_form::log, line_form::stream})
    EXPECT_THAT(all(true, form),
                ElementsAre(line_key::balint, line_key::protocol, line_key::session, line_key::people));
  EXPECT_THAT(all(false, line_form::log), ElementsAre(line_key::by, line_key::act));
  EXPECT_THAT(all(false, line_form::stream), ElementsAre(line_key::by, line_key::act, line_key::session));
}
TEST(LineKeys, AreNamedInMessages) {
  EXPECT_EQ(wanted_keys(true, line_form::log, false), "balint, protocol, session or people");
  EXPECT_EQ(wanted_keys(false, line_form::log, false), "at, by, act, case, option, rule or to");
  EXPECT_EQ(wanted_keys(false, line_form::stream, false), "session, seq, at, by, act, case, option, rule or to");
  EXPECT_EQ(wanted_keys(false, line_form::log, true),
            "at, by, act, case, option, rule or to, or in a header balint, protocol, session or people");
}

}  // namespace keys_test
