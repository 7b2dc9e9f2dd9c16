// SPDX-License-Identifier: MIT
// The people of a header in JSON, by themselves: what each field may be, and where a fault is.
#include <balint/log/jsonl/detail/people.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace balint;

namespace people_test {

struct people_read {
  bool is_good = false;
  std::vector<person_record> people{{.id = "before", .offices = {"leader"}, .grades = true}, {}, {}, {}};
  line_fault fault;
};
/// Reads `{"people":JSON}` into a list that has been used before.
people_read read(std::string_view json) {
  std::string text = "{\"people\":" + std::string(json) + "}";
  const auto size = text.size();
  text.append(simdjson::SIMDJSON_PADDING, '\0');
  detail::line_values values;
  values.begin({text.data(), size});
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  simdjson::ondemand::object object;
  simdjson::ondemand::field field;
  people_read done;
  EXPECT_EQ(parser.iterate(text.data(), size, text.size()).get(document), simdjson::SUCCESS);
  values.read_from(&document);
  EXPECT_EQ(document.get_object().get(object), simdjson::SUCCESS);
  EXPECT_EQ((*object.begin()).get(field), simdjson::SUCCESS);
  const detail::line_values::of_key key{field.key().raw() - 1};
  auto value = field.value();
  done.is_good = detail::people_values(values).read(value, key, done.people);
  done.fault = values.fault;
  return done;
}

TEST(JsonlPeople, AreReadInOrder) {
  const auto all =
      read(R"([{"grades":false,"id":"a","offices":["participant","deputy"],"consent":false,"profession":"teacher"},)"
           R"({"id":"b","offices":["leader"],"less_experienced":true}])");
  ASSERT_TRUE(all.is_good) << all.fault.found;
  const std::vector<person_record> expected{
      {.id = "a", .offices = {"participant", "deputy"}, .profession = "teacher", .agrees = consent::refused},
      {.id = "b", .offices = {"leader"}, .less_experienced = true}};
  EXPECT_EQ(all.people, expected);
  EXPECT_TRUE(read("[]").is_good);
  EXPECT_TRUE(read("[]").people.empty());
}
TEST(JsonlPeople, HaveNothingWhereThereIsNull) {
  const auto all = read(
      R"([{"id":"a","offices":["leader"],"consent":null,"profession":null,"less_experienced":null,"grades":null}])");
  ASSERT_TRUE(all.is_good) << all.fault.found;
  EXPECT_EQ(all.people, (std::vector<person_record>{{.id = "a", .offices = {"leader"}}}));
}
TEST(JsonlPeople, AreRefusedWithTheColumnOfWhatIsWrong) {
  struct wrong {
    std::string_view json, found;
    std::uint64_t column;
  };
  for (const auto& one : {wrong{"7", "a number", 11},
                          {"[7]", "a number", 12},
                          {R"([{"id":"Anna I","offices":["leader"]}])", "\"Anna I\"", 18},
                          {R"([{"id":7,"offices":["leader"]}])", "a number", 18},
                          {R"([{"id":"a","id":"b"}])", "a second \"id\"", 22},
                          {R"([{"id":"a","name":"b"}])", "the key \"name\"", 22},
                          {R"([{"offices":["leader"]}])", "a person without \"id\"", 12},
                          {R"([{"id":"a"}])", "a person without an office", 12},
                          {R"([{"id":"a","offices":[]}])", "a person without an office", 12},
                          {R"([{"id":"a","offices":"leader"}])", "a text", 32},
                          {R"([{"id":"a","offices":["leader",7]}])", "a number", 42},
                          {R"([{"id":"a","consent":"yes"}])", "a text", 32},
                          {R"([{"id":"a","profession":""}])", "a profession that is no word", 35},
                          {R"([{"id":"a","grades":null,"grades":true}])", "a second \"grades\"", 36},
                          {R"([{"id":"a","offices":null}])", "null", 32}}) {
    const auto all = read(one.json);
    EXPECT_FALSE(all.is_good) << one.json;
    EXPECT_EQ(all.fault.found, one.found) << one.json;
    EXPECT_EQ(all.fault.column, one.column) << one.json;
  }
}

}  // namespace people_test
