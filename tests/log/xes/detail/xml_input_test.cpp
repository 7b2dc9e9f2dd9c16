// SPDX-License-Identifier: MIT
// XML element by element: names and values as they stand, and a fault with its line for what is not trusted.
#include <balint/log/xes/detail/xml_input.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/log/reading.hpp"

namespace xml_input_test {

using balint::detail::xml_attributes;
using balint::detail::xml_input;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// Notes each element with the value of its attribute `value`; stops where the element is `stop`.
struct elements {
  std::vector<std::string> seen = {};
  xml_input<elements>* input = nullptr;
  void element(const balint::detail::xml_name& full, const xml_attributes& all) {
    const auto value = all.find("value");
    const auto name = full.local;
    if (!full.space.empty()) seen.push_back("{" + std::string(full.space) + "}" + std::string(full.prefix));
    seen.push_back(std::string(name) + (value.data() == nullptr ? "" : "=" + std::string(value)));
    if (name == "stop") input->fail("a stop", "none");
  }
  void end_element(std::string_view name) { seen.push_back("/" + std::string(name)); }
};

/// A text that is read to its end or to a fault.
struct parsing {
  elements handler;
  std::string found;
  std::string expected;
  std::uint64_t line = 0;

  explicit parsing(const std::string& text) {
    const support::text_file file(text);
    xml_input<elements> input(file.get(), handler);
    handler.input = &input;
    EXPECT_EQ(input.line(), 1U);
    while (input.parse_block()) {
    }
    EXPECT_EQ(input.is_good(), input.fault.found.empty());
    found = input.fault.found;
    expected = input.fault.expected;
    line = input.fault_line;
  }
};

TEST(XmlInput, CallsElementsWithTheirAttributes) {
  const parsing read(
      "<?xml version=\"1.0\"?>\n<!-- none --><log value=\"1\"><a other=\"2\" value=\"3\"/><b value=\"\"/>text</log>\n");
  EXPECT_EQ(read.found, "");
  EXPECT_THAT(read.handler.seen, ElementsAre("log=1", "a=3", "/a", "b=", "/b", "/log"));
}
TEST(XmlInput, GivesAValueWithWhatItsEntitiesStandFor) {
  EXPECT_THAT(parsing("<a value=\"x &amp; &#65; &lt;\"/>").handler.seen, ElementsAre("a=x & A <", "/a"));
}
TEST(XmlInput, TellsNamespacesApart) {
  EXPECT_THAT(parsing("<x:a xmlns:x=\"http://example.org\" x:value=\"1\"/>").handler.seen,
              ElementsAre("{http://example.org}x", "a", "/a"));
  EXPECT_THAT(parsing("<a xmlns:x=\"http://example.org\" x:value=\"1\" value=\"2\"/>").handler.seen,
              ElementsAre("a=2", "/a"));
  EXPECT_THAT(parsing("<a xmlns=\"http://example.org\" value=\"1\"/>").handler.seen,
              ElementsAre("{http://example.org}", "a=1", "/a"));
}
TEST(XmlInput, RefusesDocumentTypesBeforeTheirEntitiesAreUsed) {
  const parsing read("\n\n<!DOCTYPE log [<!ENTITY a \"b\">]><log value=\"&a;\"/>");
  EXPECT_EQ(read.found, "a document type (DOCTYPE)");
  EXPECT_EQ(read.line, 3U);
  EXPECT_THAT(read.handler.seen, IsEmpty());
}
TEST(XmlInput, TellsTheLineOfWhatIsBroken) {
  const parsing read("<log>\n<a></b>\n</log>");
  EXPECT_THAT(read.found, HasSubstr("broken XML ("));
  EXPECT_EQ(read.expected, "well-formed XML");
  EXPECT_EQ(read.line, 2U);
  EXPECT_THAT(read.handler.seen, ElementsAre("log", "a"));
}
TEST(XmlInput, SaysThatTheFileWasCutOff) {
  EXPECT_EQ(parsing("<log><a/>").found, "the end of the file inside the log");
  EXPECT_EQ(parsing("<log").expected, "the rest of a file that was cut off");
  EXPECT_EQ(parsing("").found, "an empty file");
}
TEST(XmlInput, StopsWhereTheHandlerFails) {
  const parsing read("<log>\n<stop/><a/><b></log>");
  EXPECT_EQ(read.found, "a stop");
  EXPECT_EQ(read.line, 2U);
  EXPECT_THAT(read.handler.seen, ElementsAre("log", "stop"));
}
TEST(XmlInput, HasTheFirstFaultOnly) {
  const support::text_file file("<log/>");
  elements handler;
  xml_input<elements> input(file.get(), handler);
  input.fail("one", "two");
  input.fail("three", "four");
  EXPECT_EQ(input.fault.found, "one");
  EXPECT_EQ(input.fault.expected, "two");
  EXPECT_EQ(input.fault_line, 1U);
}
TEST(XmlInput, RefusesATagWithoutEnd) {
  EXPECT_EQ(parsing("<log value=\"" + std::string(xml_input<elements>::max_tag * 2, 'a') + "\"/>").found,
            "a tag of more than 1 MiB");
}
TEST(XmlInput, SaysWhatIsWrongWithAGzip) {
  const parsing read("\x1F\x8B\x08");
  EXPECT_EQ(read.found, "the end of the file inside a gzip");
  EXPECT_EQ(read.line, 1U);
}

}  // namespace xml_input_test
