// SPDX-License-Identifier: MIT
// Values of a line: what they are, where they are, and what is wrong with them.
#include <balint/log/jsonl/detail/values.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace values_test {

using balint::detail::line_values;

/// A line of one key, opened at its value.
class one_value {
 public:
  explicit one_value(std::string_view line) : text_(line) {
    text_.append(simdjson::SIMDJSON_PADDING, '\0');
    values.begin({text_.data(), line.size()});
    EXPECT_EQ(parser_.iterate(text_.data(), line.size(), text_.size()).get(document_), simdjson::SUCCESS);
    values.read_from(&document_);
    EXPECT_EQ(document_.get_object().get(object_), simdjson::SUCCESS);
    simdjson::ondemand::field field;
    EXPECT_EQ((*object_.begin()).get(field), simdjson::SUCCESS);
    key = {field.key().raw() - 1};
    value = field.value();
  }
  line_values values;
  line_values::of_key key{};
  line_values::value value;

 private:
  std::string text_;
  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document document_;
  simdjson::ondemand::object object_;
};

TEST(LineValues, AreRead) {
  std::string_view text;
  one_value a(R"({"a":"b c"})");
  EXPECT_TRUE(a.values.read_text(a.value, "a text", a.key, text));
  EXPECT_EQ(text, "b c");
  one_value id(R"({"a":"b-1"})");
  EXPECT_TRUE(id.values.read_id(id.value, id.key, text));
  EXPECT_EQ(text, "b-1");
  bool flag = false;
  one_value yes(R"({"a":true})");
  EXPECT_TRUE(yes.values.read_flag(yes.value, yes.key, flag));
  EXPECT_TRUE(flag);
}
TEST(LineValues, OfAnotherKindAreAFaultInTheirColumn) {
  std::string_view text;
  one_value number(R"({"a" :  7})");
  EXPECT_FALSE(number.values.read_text(number.value, "the name of an act", number.key, text));
  EXPECT_EQ(number.values.fault.column, 9U);
  EXPECT_EQ(number.values.fault.found, "a number");
  EXPECT_EQ(number.values.fault.expected, "the name of an act as a text");
  one_value name(R"({"a\"b":"Anna I"})");
  EXPECT_FALSE(name.values.read_id(name.value, name.key, text));
  EXPECT_EQ(name.values.fault.column, 9U);
  EXPECT_EQ(name.values.fault.found, "\"Anna I\"");
  bool flag = false;
  one_value word(R"({"a":"true"})");
  EXPECT_FALSE(word.values.read_flag(word.value, word.key, flag));
  EXPECT_EQ(word.values.fault.expected, "true or false");
}
TEST(LineValues, KnowNull) {
  one_value null(R"({"a":null})");
  EXPECT_TRUE(line_values::is_null(null.value));
  EXPECT_TRUE(null.values.read_null(null.value));
  one_value none(R"({"a":nope})");
  EXPECT_FALSE(line_values::is_null(none.value) && none.values.read_null(none.value));
  one_value text(R"({"a":"null"})");
  EXPECT_FALSE(line_values::is_null(text.value));
}
TEST(LineValues, AreWholeNumbersHoweverTheyAreWritten) {
  const auto whole = [](std::string_view json) {
    one_value one("{\"a\":" + std::string(json) + "}");
    std::int64_t number = 0;
    return line_values::get_whole(one.value, number) ? std::to_string(number) : "none";
  };
  EXPECT_EQ(whole("7"), "7");
  EXPECT_EQ(whole("7.0"), "7");
  EXPECT_EQ(whole("7e0"), "7");
  EXPECT_EQ(whole("0.7e1"), "7");
  EXPECT_EQ(whole("-7.000"), "-7");
  EXPECT_EQ(whole("9223372036854775807"), "9223372036854775807");
  for (const auto* none : {"7.5", "1e30", "\"7\"", "true", "null", "[7]", "7.", "07"}) EXPECT_EQ(whole(none), "none");
}
TEST(LineValues, HaveAKindForAMessage) {
  const auto kind = [](std::string_view json) {
    one_value one("{\"a\":" + std::string(json) + "}");
    return line_values::kind_of(one.value);
  };
  EXPECT_EQ(kind("[]"), "an array");
  EXPECT_EQ(kind("{}"), "an object");
  EXPECT_EQ(kind("7"), "a number");
  EXPECT_EQ(kind("\"x\""), "a text");
  EXPECT_EQ(kind("false"), "true or false");
  EXPECT_EQ(kind("null"), "null");
}
TEST(LineValues, HaveNoColumnOutsideTheirLine) {
  const std::string_view text = "a line and more";
  line_values values;
  values.begin(text.substr(0, 6));
  EXPECT_EQ(values.column_of(text.data()), 1U);
  EXPECT_EQ(values.column_of(text.data() + 6), 7U);
  EXPECT_EQ(values.column_of(text.data() + 7), 0U);
  EXPECT_EQ(values.here(), 0U);
  EXPECT_FALSE(values.no(simdjson::TAPE_ERROR));
  EXPECT_THAT(values.fault.found, testing::HasSubstr("broken JSON"));
  EXPECT_EQ(values.fault.column, 0U);
}

}  // namespace values_test
