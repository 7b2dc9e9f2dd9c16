// SPDX-License-Identifier: MIT
// XES as it is written: the structure that IEEE 1849-2016 asks for, and nothing that is absent.
#include <balint/log/xes/xes.hpp>

#include <cstddef>
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
using testing::Not;

namespace format_test {

/// The elements of a log, each as `parent>name`, and what the schema of the standard asks of their attributes.
struct outline {
  std::vector<std::string> elements;
  std::vector<std::string> complaints;
  std::vector<std::vector<std::string>> keys{{}};
  std::vector<std::string> open{""};
  detail::xml_input<outline> xml;

  explicit outline(std::FILE* file) : xml(file, *this) {
    while (xml.parse_block()) {
    }
    if (!xml.is_good()) complaints.push_back(xml.fault.found);
  }
  void element(const detail::xml_name& full, const detail::xml_attributes& with) {
    const auto name = full.local;
    static const std::set<std::string_view> elementary{"string", "date", "int", "float", "boolean", "id"};
    const auto parent = open.back();
    elements.push_back(parent + ">" + std::string(name));
    const auto asks = [&](std::string_view attribute) {
      if (with.find(attribute).data() == nullptr)
        complaints.push_back(std::string(name) + " without " + std::string(attribute));
    };
    const bool is_attribute = elementary.contains(name) || name == "list" || name == "values";
    if (is_attribute) asks("key");
    if (elementary.contains(name)) asks("value");
    if (name == "extension") asks("name"), asks("prefix"), asks("uri");
    if (name == "classifier") asks("name"), asks("keys");
    if (name == "global") asks("scope");
    if (name == "log") asks("xes.version");
    if (is_attribute && parent != "values") {
      const std::string key(with.find("key"));
      if (std::ranges::find(keys.back(), key) != keys.back().end())
        complaints.push_back("the key " + key + " twice in " + parent);
      keys.back().push_back(key);
    }
    if (name == "date" && !parse_timestamp(with.find("value"))) complaints.push_back("a date without a zone");
    open.emplace_back(name);
    keys.emplace_back();
  }
  void end_element(std::string_view) {
    open.pop_back();
    keys.pop_back();
  }
  /// The kinds of children of an element, in order, runs of a kind once; attributes of any type are one kind.
  [[nodiscard]] std::vector<std::string> order_in(const std::string& parent) const {
    std::vector<std::string> order;
    for (const auto& one : elements) {
      if (!one.starts_with(parent + ">")) continue;
      auto kind = one.substr(parent.size() + 1);
      if (kind != "extension" && kind != "global" && kind != "classifier" && kind != "trace" && kind != "event")
        kind = "attribute";
      if (order.empty() || order.back() != kind) order.push_back(kind);
    }
    return order;
  }
};

TEST(XesFormat, HasTheStructureOfTheStandard) {
  const support::text_file file(from_jsonl<xes_format>(std::string(support::everything)));
  const outline log(file.get());
  EXPECT_THAT(log.complaints, testing::IsEmpty());
  EXPECT_EQ(log.elements.front(), ">log");
  EXPECT_THAT(log.order_in("log"), ElementsAre("extension", "global", "classifier", "attribute", "trace"));
  // Each trace begins with its attributes; the second has no event.
  EXPECT_THAT(log.order_in("trace"), ElementsAre("attribute", "event", "attribute", "event"));
  EXPECT_THAT(log.order_in("event"), ElementsAre("attribute"));
}

TEST(XesFormat, SaysItsVersionAndItsExtensions) {
  const auto xes = from_jsonl<xes_format>("");
  EXPECT_THAT(xes, testing::StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1849.2016\""));
  for (const std::string prefix : {"concept", "org", "time", "balint"})
    EXPECT_THAT(xes, HasSubstr("prefix=\"" + prefix + "\""));
  EXPECT_EQ(support::any_reading<xes_reader<>>(xes).result, 0U);
}

TEST(XesFormat, ShipsItsExtensionUnderTheSameUri) {
  std::FILE* const file = std::fopen(BALINT_SOURCE_DIR "/docs/reference/balint.xesext", "rb");
  ASSERT_NE(file, nullptr);
  std::string text(10000, '\0');
  text.resize(std::fread(text.data(), 1, text.size(), file));
  std::fclose(file);
  EXPECT_THAT(text, HasSubstr("uri=\"" + std::string(detail::xes::extension) + "\""));
  for (const auto& key :
       {std::string(detail::xes::version), std::string(detail::xes::protocol), std::string(detail::xes::people),
        std::string(detail::xes::person), detail::xes::key_of(detail::person_field::offices),
        detail::xes::key_of(detail::person_field::consent), detail::xes::key_of(detail::person_field::profession),
        detail::xes::key_of(detail::person_field::less_experienced),
        detail::xes::key_of(detail::person_field::grades)}) {
    EXPECT_THAT(text, HasSubstr("key=\"" + key.substr(std::string_view("balint:").size()) + "\""));
  }
  for (const std::string key : {"case", "option", "rule", "to"}) EXPECT_THAT(text, HasSubstr("key=\"" + key + "\""));
}

TEST(XesFormat, WritesAnEventAsALine) {
  const auto xes = from_jsonl<xes_format>(
      support::header() + R"({"at":"2026-03-02T16:00:00.250Z","by":"boris","act":"vote","case":"anna"})" + "\n");
  EXPECT_THAT(
      xes,
      HasSubstr("\n<event><string key=\"concept:name\" value=\"vote\"/><string key=\"org:resource\" value=\"boris\"/>"
                "<date key=\"time:timestamp\" value=\"2026-03-02T16:00:00.250Z\"/><string key=\"balint:case\" "
                "value=\"anna\"/></event>\n"));
}

TEST(XesFormat, LeavesAbsentWhatIsAbsent) {
  const auto xes = from_jsonl<xes_format>(
      R"({"balint":1,"protocol":"student_group","session":"s","people":[{"id":"p","offices":["leader"]}]})"
      "\n"
      R"({"by":"p","act":"terminate"})"
      "\n");
  for (const std::string absent : {"time:timestamp", "balint:case", "balint:option", "balint:rule", "balint:to",
                                   "balint:consent", "balint:profession", "balint:less_experienced", "balint:grades"}) {
    EXPECT_THAT(xes, Not(HasSubstr(absent)));
  }
}

TEST(XesFormat, HoldsAllThatALogHas) {
  std::vector<std::string> losses;
  const auto xes = from_jsonl<xes_format>(std::string(support::everything), &losses);
  EXPECT_THAT(losses, testing::IsEmpty());
  EXPECT_EQ(support::as_jsonl<xes_reader<>>(xes), support::everything);
}

TEST(XesFormat, SaysWhichCharactersXmlDoesNotHave) {
  std::vector<std::string> losses;
  const auto xes = from_jsonl<xes_format>(
      support::header() + "{\"by\":\"anna\",\"act\":\"flag\",\"rule\":\"a\\u0001b\\u0000c\xEF\xBF\xBF\"}\n", &losses);
  EXPECT_THAT(losses, ElementsAre(HasSubstr("3 characters")));
  EXPECT_THAT(support::as_jsonl<xes_reader<>>(xes), HasSubstr("\"rule\":\"a\xEF\xBF\xBD"
                                                              "b\xEF\xBF\xBD"
                                                              "c\xEF\xBF\xBD\""));
}

}  // namespace format_test
