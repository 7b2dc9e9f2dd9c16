// SPDX-License-Identifier: MIT
// Writing JSON Lines logs.
#include <balint/log/jsonl/writer.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace writer_test {

using students = student_group;

std::string written(const event<students>& e) { return to_jsonl<students>(e, people_of<students>()).value(); }

TEST(JsonlWriter, WritesAHeader) {
  auto people = people_of<students>();
  people[1].agrees = consent::refused;
  people[1].less_experienced = true;
  people[3].grades = true;
  EXPECT_EQ(
      to_jsonl<students>("s-001", std::span<const person<students>>(people).first(4)).value(),
      R"({"balint":1,"protocol":"student_group","session":"s-001","people":[{"id":"anna","offices":["participant"],"consent":true},)"
      R"({"id":"boris","offices":["participant"],"consent":false,"less_experienced":true},{"id":"clara","offices":["participant"],"consent":true},)"
      R"({"id":"lead","offices":["leader"],"profession":"teacher","grades":true}]})"
      "\n");
}

TEST(JsonlWriter, WritesSeveralOfficesAndNobody) {
  const std::array people{person<staff_group>::as<role::participant, role::leader>("l")};
  EXPECT_EQ(to_jsonl<staff_group>("s", people).value(),
            "{\"balint\":1,\"protocol\":\"staff_group\",\"session\":\"s\",\"people\":[{\"id\":\"l\",\"offices\":["
            "\"participant\",\"leader\"]}]}\n");
  EXPECT_EQ(to_jsonl<staff_group>("s", {}).value(),
            "{\"balint\":1,\"protocol\":\"staff_group\",\"session\":\"s\",\"people\":[]}\n");
}

TEST(JsonlWriter, WritesAnEventWithEachKindOfTarget) {
  EXPECT_EQ(written(event<students>::of<act::ask>(anna)), "{\"by\":\"anna\",\"act\":\"ask\"}\n");
  EXPECT_EQ(written(event<students>::of<act::vote>(anna, case_id{boris})),
            "{\"by\":\"anna\",\"act\":\"vote\",\"case\":\"boris\"}\n");
  EXPECT_EQ(written(event<students>::of<act::assess>(anna, option_id{256})),
            "{\"by\":\"anna\",\"act\":\"assess\",\"option\":256}\n");
  EXPECT_EQ(written(event<students>::of<act::flag>(lead, rule_of<students, rule::no_criticism>)),
            "{\"by\":\"lead\",\"act\":\"flag\",\"rule\":\"no_criticism\"}\n");
  EXPECT_EQ(written(event<students>::of<act::hand_over>(lead, deputy)),
            "{\"by\":\"lead\",\"act\":\"hand_over\",\"to\":\"deputy\"}\n");
}

TEST(JsonlWriter, WritesATimeWhereOneIsStated) {
  EXPECT_EQ(written(event<students>::of<act::ask>(anna, instant{250})),
            "{\"at\":\"1970-01-01T00:00:00.250Z\",\"by\":\"anna\",\"act\":\"ask\"}\n");
}

TEST(JsonlWriter, EscapesTexts) {
  EXPECT_EQ(to_json("plain"), "\"plain\"");
  EXPECT_EQ(to_json("a\"b\\c"), "\"a\\\"b\\\\c\"");
  EXPECT_EQ(to_json("a\nb\x01"), "\"a\\u000ab\\u0001\"");
  EXPECT_EQ(to_json("педагог"), "\"педагог\"");
}

TEST(JsonlWriter, WritesNoName_RUL3) {
  const std::array people{person<students>::as<role::leader>("Anna Lead")};
  EXPECT_EQ((to_jsonl<students>("s", people).error()), unwritable::no_pseudonym);
  EXPECT_EQ((to_jsonl<students>("Anna's group", {}).error()), unwritable::no_pseudonym);
  const std::array idle{person<students>{.id = "p1", .offices = {}}};
  EXPECT_EQ((to_jsonl<students>("s", idle).error()), unwritable::no_office);
}

TEST(JsonlWriter, WritesNothingThatAReaderCouldNotResolve) {
  const auto refused = [](const event<students>& e) { return to_jsonl<students>(e, people_of<students>()).error(); };
  EXPECT_EQ(refused(detail::raw_event<students>({.by = nobody, .act = act_id_of<act::ask, students>})),
            unwritable::unknown_person);
  EXPECT_EQ(refused(detail::raw_event<students>({.by = {0}, .act = {999}})), unwritable::unknown_act);
  EXPECT_EQ(refused(detail::raw_event<students>({.by = {0}, .act = act_id_of<act::vote, students>, .target = 0xFFFF})),
            unwritable::unknown_target);
  EXPECT_EQ(refused(detail::raw_event<students>({.by = {0}, .act = act_id_of<act::flag, students>, .target = 0xFFFF})),
            unwritable::unknown_target);
  EXPECT_EQ(name_of(unwritable::unknown_target), "unknown_target");
}

TEST(JsonlWriter, NamesThePersonWhoActedThoughAnIdIsListedTwice) {
  const std::array people{person<students>::as<role::leader>("lead"), person<students>::as<role::participant>("a"),
                          person<students>::as<role::participant>("a"), person<students>::as<role::participant>("b")};
  const roster<students> all{people};
  EXPECT_EQ((to_jsonl<students>(event<students>::of<act::ask>(all["b"]), people).value()),
            "{\"by\":\"b\",\"act\":\"ask\"}\n");
}

}  // namespace writer_test
