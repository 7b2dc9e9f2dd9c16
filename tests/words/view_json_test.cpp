// SPDX-License-Identifier: MIT
// A view as JSON.
#include <balint/words/view_json.hpp>

#include "tests/words/casts.hpp"

using namespace balint;
using students = student_group;

namespace view_json_test {

TEST(ViewJson, HasAllOfTheView) {
  const auto people = casts::students();
  session<students> now(people.group());
  EXPECT_TRUE(now.record<act::present_case>({0}, instant{1'500}));
  EXPECT_TRUE(now.record<act::present_case>({1}));
  EXPECT_TRUE(now.record<act::advance>({2}, instant{60'000}));
  EXPECT_TRUE(now.record<act::vote>({0}, case_id{{1}}));
  EXPECT_TRUE(now.record<act::flag>({0}, rule_of<students, rule::respect>));
  EXPECT_EQ(
      to_json(view_of(now), people),
      R"({"protocol":"student_group","stage":"selection","stage_number":2,"stages":6,"end":"running","begun":true,)"
      R"("began":"1970-01-01T00:00:01.500Z","stage_began":"1970-01-01T00:01:00Z","last":"1970-01-01T00:01:00Z",)"
      R"("presenter":null,"leader":"lead","people":[)"
      R"({"id":"anna","offices":["participant"],"present":true,"left":false,"outside":false},)"
      R"({"id":"boris","offices":["participant","deputy"],"present":true,"left":false,"outside":false},)"
      R"({"id":"lead","offices":["leader"],"present":true,"left":false,"outside":false}],)"
      R"("cases":[{"case":"anna","votes":0,"voters":[],"out":false},)"
      R"({"case":"boris","votes":1,"voters":["anna"],"out":false}],"options":[],"turns":[)"
      R"({"stage":"presentation","act":"present_case","did":["anna","boris"],"passed":[]},)"
      R"({"stage":"selection","act":"vote","did":["anna"],"passed":[]},)"
      R"({"stage":"proposals","act":"propose","did":[],"passed":[]}],)"
      R"("happened":["present_case","vote","advance","flag"],"open_flags":["respect"],"cut_short":[]})");
}
TEST(ViewJson, NumbersOptionsAndKeepsWhatIsNotStatedNull) {
  session_view view{.options = {{.author = {0}}, {.author = {1}, .weighed = {"assess"}, .by_another = true}}};
  const auto text = to_json(view, casts::students());
  EXPECT_NE(text.find(R"("options":[{"option":1,"by":"anna","weighed":[],"by_author":false,"by_another":false},)"
                      R"({"option":2,"by":"boris","weighed":["assess"],"by_author":false,"by_another":true}])"),
            std::string::npos);
  EXPECT_NE(text.find(R"("began":null,"stage_began":null,"last":null,"presenter":null)"), std::string::npos);
}
TEST(ViewJson, HasNoNameForWhoeverHasNone) {
  const session_view view{.presenter = {7}, .cases = {{.owner = {7}, .voters = person_set{128}}}};
  EXPECT_NE(to_json(view, casts::students()).find(R"("case":null,"votes":1,"voters":[null])"), std::string::npos);
}
TEST(ViewJson, LeavesOutTimesThatNoTimestampHas) {
  const auto began = [](std::int64_t at) {
    return to_json(session_view{.began = {at}}, casts::students()).find("\"began\":null") == std::string::npos;
  };
  EXPECT_TRUE(began(-62'167'219'200'000) && began(253'402'300'799'999));
  EXPECT_FALSE(began(-62'167'219'200'001) || began(253'402'300'800'000));
}

}  // namespace view_json_test
