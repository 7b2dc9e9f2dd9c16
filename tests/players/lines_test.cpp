// SPDX-License-Identifier: MIT
#include <balint/players/lines.hpp>
#include <tests/players/playing.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lines_test {

namespace act = balint::act;
namespace players = balint::players;
namespace sim = balint::simulation;
using P = balint::student_group;
using testing::HasSubstr;
using testing::Not;

TEST(Lines, OfTheFrame) {
  EXPECT_EQ(players::hello_line("r", 4), R"({"type":"hello","balint_player":[1],"run":"r","max_in_flight":4})"
                                         "\n");
  EXPECT_EQ(players::reject_line(7, "wrong_role", "roles", 2),
            R"({"type":"reject","id":7,"code":"wrong_role","rule":"roles","attempts_left":2})"
            "\n");
  EXPECT_EQ(players::reject_line(7, "unknown_act", "", 0),
            R"({"type":"reject","id":7,"code":"unknown_act","attempts_left":0})"
            "\n");
  EXPECT_EQ(players::cancel_line(7), "{\"type\":\"cancel\",\"id\":7}\n");
  EXPECT_EQ(players::end_line("s", "closed"), "{\"type\":\"end\",\"session\":\"s\",\"ending\":\"closed\"}\n");
  EXPECT_EQ(players::bye_line(), "{\"type\":\"bye\"}\n");
}
// Of the others a player is told names and offices: no consent, no profession.
TEST(Lines, BeginASession) {
  const auto line = players::begin_line<P>("s", support::cast_of_students(), support::anna, 5);
  EXPECT_THAT(line, HasSubstr(R"("session":"s","player":"anna","role":["participant"],"protocol":"student_group")"));
  EXPECT_THAT(line, HasSubstr(R"({"id":"lead","offices":["leader"]})"));
  EXPECT_THAT(line, HasSubstr(R"("seed":5})"));
  EXPECT_THAT(line, Not(HasSubstr("teacher")));
  EXPECT_THAT(line, Not(HasSubstr("consent")));
}
TEST(Lines, AskWhatIsLegalWithItsTargetsAndWhatIsOwed) {
  const auto people = support::cast_of_students();
  const sim::everybody all{sim::willing<P>()};
  sim::simulated_session<P> now(people.group(), {.seed = 7});
  std::vector<balint::event<P>> events;
  while (now.now().stage().index == 0) now.step(all, [&](const balint::event<P>& e) { events.push_back(e); });
  const auto asked = players::question<P>(people, now.seen_by(support::anna), 2);
  EXPECT_THAT(asked, HasSubstr(R"("stage":"selection","attempt":2)"));
  EXPECT_THAT(asked, HasSubstr(R"({"act":"vote","case":["anna","boris","clara"]})"));
  EXPECT_THAT(asked, HasSubstr(R"({"act":"flag","rule":["respect",)"));
  EXPECT_THAT(asked, HasSubstr(R"("owed":["vote")"));
  const auto line = players::ask_line<P>(9, "s", people, support::anna, asked, 100, {events.data(), 2});
  EXPECT_THAT(line, testing::StartsWith(R"({"type":"ask","id":9,"session":"s","player":"anna","limit_ms":100,"n":)"));
  EXPECT_THAT(line, testing::ContainsRegex(R"("since":\[\{"at":"1970[^}]*"\},\{"at":"1970[^}]*"\}\]\}.$)"));
  EXPECT_EQ(line.find('\n'), line.size() - 1);
}

}  // namespace lines_test
