// SPDX-License-Identifier: MIT
#include <balint/log/any/mapping_file.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "tests/support.hpp"

using namespace balint;
using testing::HasSubstr;

namespace mapping_file_test {

TEST(MappingFile, SaysEverythingThatAMappingHas) {
  const auto read = read_mapping(R"({
    "protocol": "student_group",
    "keys": {"session": "case", "act": "task", "by": "who", "at": "when", "case": "about", "option": "number", "rule": "law", "to": "whom"},
    "acts": {"Fall vorstellen": "present_case", "Pause": ""},
    "pseudonyms": {"Anna Iwanowa": "p1"},
    "rules": {"Respekt": "respect"},
    "people": [{"id": "p1", "offices": ["participant", "leader"], "consent": false, "profession": "teacher", "less_experienced": true, "grades": true}]
  })",
                                 "map.json");
  ASSERT_TRUE(read) << read.error().message();
  EXPECT_TRUE(read->is_foreign);
  EXPECT_EQ(read->protocol, "student_group");
  EXPECT_EQ(read->attributes, (log_mapping::keys{"case", "task", "who", "when", "about", "number", "law", "whom"}));
  EXPECT_EQ(read->acts, (log_mapping::names{{"Fall vorstellen", "present_case"}, {"Pause", ""}}));
  EXPECT_EQ(read->pseudonyms, (log_mapping::names{{"Anna Iwanowa", "p1"}}));
  EXPECT_EQ(read->rules, (log_mapping::names{{"Respekt", "respect"}}));
  ASSERT_EQ(read->people.size(), 1U);
  const auto& one = read->people[0];
  EXPECT_EQ(one.id, "p1");
  EXPECT_THAT(one.offices, testing::ElementsAre("participant", "leader"));
  EXPECT_EQ(one.agrees, consent::refused);
  EXPECT_EQ(one.profession, "teacher");
  EXPECT_TRUE(one.less_experienced);
  EXPECT_TRUE(one.grades);
}

TEST(MappingFile, MaySayNothing) {
  const auto read = read_mapping("{}", "map.json");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->attributes, log_mapping::keys{});
  EXPECT_TRUE(read->is_foreign);
}

TEST(MappingFile, SaysWhatIsWrong) {
  const auto wrong = [](std::string_view json) {
    const auto read = read_mapping(json, "map.json");
    return read ? std::string() : read.error().found + " / " + read.error().expected;
  };
  EXPECT_THAT(wrong("{"), HasSubstr("no mapping"));
  EXPECT_THAT(wrong("[]"), HasSubstr("no mapping"));
  EXPECT_THAT(wrong(R"({"actz":{}})"), HasSubstr("\"actz\" / protocol, keys"));
  EXPECT_THAT(wrong(R"({"protocol":7})"), HasSubstr("no text"));
  EXPECT_THAT(wrong(R"({"acts":[]})"), HasSubstr("no object"));
  EXPECT_THAT(wrong(R"({"acts":{"a":1}})"), HasSubstr("no text"));
  EXPECT_THAT(wrong(R"({"keys":{"what":"x"}})"), HasSubstr("\"what\" / session, act"));
  EXPECT_THAT(wrong(R"({"pseudonyms":{"Anna":"Anna I"}})"), HasSubstr("\"Anna I\" / a pseudonym"));
  EXPECT_THAT(wrong(R"({"people":{}})"), HasSubstr("no array"));
  EXPECT_THAT(wrong(R"({"people":[7]})"), HasSubstr("no object"));
  EXPECT_THAT(wrong(R"({"people":[{"id":"p 1","offices":["leader"]}]})"), HasSubstr("\"p 1\" / a pseudonym"));
  EXPECT_THAT(wrong(R"({"people":[{"id":"p1","offices":[]}]})"), HasSubstr("without an office"));
  EXPECT_THAT(wrong(R"({"people":[{"id":"p1","name":"Anna"}]})"), HasSubstr("\"name\" / id, offices"));
  EXPECT_THAT(wrong(R"({"people":[{"id":"p1","offices":["leader"],"consent":"yes"}]})"), HasSubstr("no flag"));
}

class MappingOnDisk : public testing::Test {
 protected:
  void SetUp() override { name_ = (std::filesystem::path(testing::TempDir()) / "balint_mapping.json").string(); }
  void TearDown() override { std::filesystem::remove(name_); }
  std::string name_;
};

TEST_F(MappingOnDisk, IsLoaded) {
  std::ofstream(name_) << R"({"protocol":"staff_group"})";
  const auto mapping = load_mapping(name_);
  ASSERT_TRUE(mapping) << mapping.error();
  EXPECT_EQ(mapping->protocol, "staff_group");
}
TEST_F(MappingOnDisk, SaysInALineWhatIsWrong) {
  EXPECT_THAT(load_mapping(name_).error(), HasSubstr("balint_mapping.json: cannot be opened (No such file"));
  std::ofstream(name_) << R"({"actz":{}})";
  EXPECT_EQ(load_mapping(name_).error(),
            name_ + ": found the key \"actz\", expected protocol, keys, acts, pseudonyms, rules or people");
  std::ofstream(name_) << "{\"protocol\":\"" << std::string(std::size_t{1} << 20U, 'x') << "\"}";
  EXPECT_EQ(load_mapping(name_).error(), name_ + ": found more than 1 MiB, expected a mapping in JSON");
}

TEST(Mapping, MayBeginWithAByteOrderMarkAndIsInUtf8) {
  const auto mapping = read_mapping("\xEF\xBB\xBF{\"protocol\":\"p\"}", "m");
  ASSERT_TRUE(mapping) << mapping.error().message();
  EXPECT_EQ(mapping->protocol, "p");
  EXPECT_EQ(read_mapping(std::string_view("\xFF\xFE{\0}\0", 6), "m").error().found, "text in UTF-16");
}

}  // namespace mapping_file_test
