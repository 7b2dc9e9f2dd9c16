// SPDX-License-Identifier: MIT
// OCEL 2.0 as it is written: people, cases and options are objects, and every relation leads to one.
#include <balint/log/jsonl/writer.hpp>
#include <balint/log/ocel/format.hpp>

#include <gmock/gmock.h>
#include <simdjson.h>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;
using support::from_jsonl;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace format_test {

/// A log in OCEL, taken apart; `complaints` says where it is none.
struct taken {
  struct thing {
    std::string type;
    std::map<std::string, std::string> attributes;
    std::set<std::string> relations;
  };
  std::map<std::string, thing> objects, events;
  std::vector<std::string> order;
  std::map<std::string, std::set<std::string>> object_types, event_types;
  std::vector<std::string> complaints;

  explicit taken(const std::string& json) {
    simdjson::dom::parser parser;
    const auto all = parser.parse(json).value();
    types(all["objectTypes"], object_types);
    types(all["eventTypes"], event_types);
    things(all["objects"], objects, object_types);
    things(all["events"], events, event_types);
    for (const auto* kind : {&objects, &events}) {
      for (const auto& [id, one] : *kind) {
        for (const auto& relation : one.relations) {
          const auto to = relation.substr(relation.find('=') + 1);
          if (!objects.contains(to)) complaints.push_back(id + " is related to " + to + ", which is no object");
        }
      }
    }
  }

 private:
  static std::string text(simdjson::dom::element e) { return std::string(e.get_string().value()); }
  void types(simdjson::dom::element all, std::map<std::string, std::set<std::string>>& into) {
    for (const auto one : all.get_array()) {
      auto& attributes = into[text(one["name"])];
      for (const auto each : one["attributes"].get_array()) {
        attributes.insert(text(each["name"]));
        if (!std::set<std::string>{"string", "time", "integer", "float", "boolean"}.contains(text(each["type"])))
          complaints.push_back("no type: " + text(each["type"]));
      }
    }
  }
  void things(simdjson::dom::element all, std::map<std::string, thing>& into,
              const std::map<std::string, std::set<std::string>>& types) {
    for (const auto one : all.get_array()) {
      const auto id = text(one["id"]);
      if (into.contains(id)) complaints.push_back(id + " stands twice");
      auto& made = into[id];
      made.type = text(one["type"]);
      if (!types.contains(made.type)) complaints.push_back(id + " is of no type");
      if (&into == &events) {
        order.push_back(id);
        if (!parse_timestamp(text(one["time"]))) complaints.push_back(id + " has no time");
      }
      for (const auto each : one["attributes"].get_array()) {
        const auto name = text(each["name"]);
        made.attributes[name] = simdjson::minify(each["value"].value());
        if (!types.at(made.type).contains(name))
          complaints.push_back(id + " has " + name + ", which its type does not");
        if (&into == &objects && !parse_timestamp(text(each["time"]))) complaints.push_back(name + " has no time");
      }
      for (const auto each : one["relationships"].get_array())
        made.relations.insert(text(each["qualifier"]) + "=" + text(each["objectId"]));
    }
  }
};

std::string timed(std::string_view event) {
  return R"({"at":"2026-03-02T16:00:00Z",)" + std::string(event.substr(1)) + "\n";
}

TEST(OcelFormat, HasPeopleCasesAndOptionsAsObjects) {
  std::string log;
  const auto people = support::people_of<student_group>();
  log += to_jsonl<student_group>("s-1", people).value();
  for (auto e : support::trace<student_group>().whole()) {
    e.at = {1'772'467'200'000};
    log += to_jsonl<student_group>(e, people).value();
  }
  std::vector<std::string> losses;
  const taken ocel(from_jsonl<ocel_format>(log, &losses));
  EXPECT_THAT(losses, IsEmpty());
  EXPECT_THAT(ocel.complaints, IsEmpty());
  std::map<std::string, int> count;
  for (const auto& [id, one] : ocel.objects) ++count[one.type];
  EXPECT_EQ(count["session"], 1);
  EXPECT_EQ(count["participant"], static_cast<int>(people.size()));
  EXPECT_GE(count["case"], 1);
  EXPECT_GE(count["option"], 1);
  EXPECT_EQ(ocel.objects.at("s-1").attributes.at("protocol"), "\"student_group\"");
}

TEST(OcelFormat, RelatesEventsToWhatTheyDid) {
  const taken ocel(from_jsonl<ocel_format>(
      support::header() + timed(R"({"by":"anna","act":"present_case"})") + timed(R"({"by":"boris","act":"pass"})") +
      timed(R"({"by":"clara","act":"pass"})") + timed(R"({"by":"lead","act":"advance"})") +
      timed(R"({"by":"anna","act":"vote","case":"anna"})") + timed(R"({"by":"boris","act":"vote","case":"anna"})") +
      timed(R"({"by":"clara","act":"vote","case":"anna"})") +
      timed(R"({"by":"lead","act":"select_case","case":"anna"})") + timed(R"({"by":"anna","act":"accept_case"})") +
      timed(R"({"by":"lead","act":"advance"})") + timed(R"({"by":"anna","act":"tell_story"})") +
      timed(R"({"by":"lead","act":"advance"})") + timed(R"({"by":"anna","act":"propose"})") +
      timed(R"({"by":"boris","act":"propose"})") + timed(R"({"by":"lead","act":"flag","rule":"respect"})") +
      timed(R"({"by":"lead","act":"hand_over","to":"boris"})") + timed(R"({"by":"boris","act":"assess","option":2})") +
      timed(R"({"by":"lead","act":"terminate"})") + timed(R"({"by":"clara","act":"propose"})")));
  EXPECT_THAT(ocel.complaints, IsEmpty());
  const auto of = [&](std::size_t i) { return ocel.events.at(ocel.order.at(i - 1)).relations; };
  EXPECT_THAT(of(1), ElementsAre("by=s1/anna", "presents=s1/case/anna", "session=s1"));
  EXPECT_THAT(of(6), ElementsAre("by=s1/boris", "case=s1/case/anna", "session=s1"));
  EXPECT_THAT(of(11), ElementsAre("about=s1/case/anna", "by=s1/anna", "session=s1"));
  EXPECT_THAT(of(13), ElementsAre("about=s1/case/anna", "by=s1/anna", "proposes=s1/option/1", "session=s1"));
  EXPECT_THAT(of(14), ElementsAre("about=s1/case/anna", "by=s1/boris", "proposes=s1/option/2", "session=s1"));
  EXPECT_EQ(ocel.events.at(ocel.order.at(14)).attributes.at("rule"), "\"respect\"");
  EXPECT_THAT(of(16), ElementsAre("about=s1/case/anna", "by=s1/lead", "session=s1", "to=s1/boris"));
  EXPECT_THAT(of(17), ElementsAre("about=s1/case/anna", "by=s1/boris", "option=s1/option/2", "session=s1"));
  EXPECT_THAT(of(19), ElementsAre("about=s1/case/anna", "by=s1/clara", "session=s1")) << "after the end, no option";
  EXPECT_THAT(ocel.objects.at("s1/case/anna").relations, ElementsAre("of=s1/anna", "session=s1"));
  EXPECT_THAT(ocel.objects.at("s1/option/1").relations, ElementsAre("of=s1/anna", "session=s1"));
  EXPECT_THAT(ocel.objects.at("s1/option/2").relations, ElementsAre("of=s1/boris", "session=s1"));
  EXPECT_THAT(ocel.objects.at("s1/anna").attributes,
              ElementsAre(testing::Pair("consent", "true"), testing::Pair("offices", "\"participant\"")));
}

TEST(OcelFormat, SaysWhatItCannotHold) {
  std::vector<std::string> losses;
  const taken ocel(from_jsonl<ocel_format>(std::string(support::everything), &losses));
  EXPECT_THAT(ocel.complaints, IsEmpty());
  EXPECT_THAT(losses,
              ElementsAre(HasSubstr("8 events that state no time"), HasSubstr("1 people who are listed twice")));
  EXPECT_EQ(ocel.events.size(), 2U);
}

TEST(OcelFormat, KeepsSessionsOfTheSameNameApart) {
  const taken ocel(
      from_jsonl<ocel_format>(support::header() + support::header() + support::header("staff_group", "s1.2")));
  EXPECT_THAT(ocel.complaints, IsEmpty());
  for (const std::string session : {"s1", "s1.2", "s1.2.2"})
    EXPECT_TRUE(ocel.objects.contains(session + "/anna")) << session;
}

TEST(OcelFormat, MakesObjectsOfStrangersToo) {
  const taken ocel(
      from_jsonl<ocel_format>(support::header() + timed(R"({"by":"stranger","act":"vote","case":"other"})")));
  EXPECT_THAT(ocel.complaints, IsEmpty());
  EXPECT_TRUE(ocel.objects.contains("s1/stranger"));
  EXPECT_TRUE(ocel.objects.contains("s1/case/other"));
}

}  // namespace format_test
