// SPDX-License-Identifier: MIT
#include <balint/players/message.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace message_test {

using balint::target_kind;
using balint::target_kinds;
using balint::players::message_kind;
using balint::players::message_reader;

message_kind kind_of(std::string_view line) {
  message_reader reader;
  return reader.read(line).kind;
}

TEST(Message, IsReadWithItsKeysInAnyOrder) {
  message_reader reader;
  const auto& ready = reader.read(
      R"({"name":"gpt","type":"ready","deterministic":false,"balint_player":1,"max_in_flight":8,"version":"1.0"})");
  EXPECT_EQ(ready.kind, message_kind::ready);
  EXPECT_EQ(ready.name, "gpt");
  EXPECT_EQ(ready.version, "1.0");
  EXPECT_EQ(ready.speaks, 1U);
  EXPECT_EQ(ready.max_in_flight, 8U);
  EXPECT_FALSE(ready.is_deterministic);
  const auto& say = reader.read(R"({"case":"boris","act":"vote","id":7,"type":"say"})");
  EXPECT_EQ(say.kind, message_kind::say);
  EXPECT_EQ(say.id, 7U);
  EXPECT_FALSE(say.is_silence);
  EXPECT_EQ(say.said.act, "vote");
  EXPECT_EQ(say.said.target_name, "boris");
  EXPECT_EQ(say.said.targets, target_kinds::of(target_kind::case_of));
  const auto& option = reader.read(R"({"type":"say","id":7,"act":"assess","option":3})");
  EXPECT_EQ(option.said.option, 3);
  EXPECT_EQ(option.said.targets, target_kinds::of(target_kind::option));
  EXPECT_TRUE(reader.read(R"({"type":"say","id":7,"act":null})").is_silence);
  EXPECT_EQ(reader.read(R"({"type":"fail","id":9})").kind, message_kind::fail);
  EXPECT_EQ(kind_of(R"({"type":"say","id":7,"act":"flag","rule":"respect"})"), message_kind::say);
  EXPECT_EQ(kind_of(R"({"type":"say","id":7,"act":"hand_over","to":"boris"})"), message_kind::say);
}
// Content must not slip in: not in a key that the protocol does not have, nor in a name.
TEST(Message, IsNothingWithAnotherKeyOrValue) {
  for (const auto* line :
       {"",
        " ",
        "no",
        "[]",
        "7",
        "{}",
        R"({"type":"say"})",
        R"({"type":"say","id":7})",
        R"({"id":7,"act":null})",
        R"({"type":"say","act":null})",
        R"({"type":"say","id":-7,"act":null})",
        R"({"type":"say","id":"7","act":null})",
        R"({"type":"say","id":7.5,"act":null})",
        R"({"type":"say","id":7,"act":null,"comment":"x"})",
        R"({"type":"say","id":7,"act":null,"act":null})",
        R"({"type":"say","id":7,"id":8,"act":null})",
        R"({"type":"say","id":7,"act":null,"case":"boris"})",
        R"({"type":"say","id":7,"act":7})",
        R"({"type":"say","id":7,"act":"vote","case":"boris","case":"anna"})",
        R"({"type":"say","id":7,"act":"vote","case":["boris"]})",
        R"({"type":"say","id":7,"act":"assess","option":"1"})",
        R"({"type":"say","id":7,"act":null} {})",
        R"({"type":"say","id":7,"act":null)",
        R"({"type":"fail"})",
        R"({"type":"fail","id":7,"why":"tired"})",
        R"({"type":"chat","id":7})",
        R"({"type":"ask","id":7})",
        R"({"type":"ready"})",
        R"({"type":"ready","balint_player":1,"name":"a b","version":"1","deterministic":true,"max_in_flight":1})",
        R"({"type":"ready","balint_player":1,"name":"a","version":"","deterministic":true,"max_in_flight":1})",
        R"({"type":"ready","balint_player":1,"name":"a","version":"1","deterministic":1,"max_in_flight":1})",
        R"({"type":"ready","balint_player":1,"name":"a","version":"1","deterministic":true,"max_in_flight":0})",
        R"({"type":"ready","balint_player":1,"name":"a","version":"1","deterministic":true,"max_in_flight":1,"id":1})"})
    EXPECT_EQ(kind_of(line), message_kind::unreadable) << line;
  EXPECT_EQ(kind_of(std::string_view("{\"type\":\"fail\",\"id\":7}\0", 23)), message_kind::unreadable);
}
// So that what is wrong counts for the ask that it is an answer to.
TEST(Message, HasItsIdEvenWhenItIsUnreadable) {
  message_reader reader;
  const auto& one = reader.read(R"({"type":"say","comment":"x","id":7,"act":null})");
  EXPECT_EQ(one.kind, message_kind::unreadable);
  EXPECT_TRUE(one.has_id);
  EXPECT_EQ(one.id, 7U);
  EXPECT_FALSE(reader.read("no").has_id);
}
TEST(Message, IsAtMost64KiB) {
  std::string line = R"({"type":"fail","id":7})";
  line.resize(balint::players::longest_line, ' ');
  EXPECT_EQ(kind_of(line), message_kind::fail);
  EXPECT_EQ(kind_of(line + ' '), message_kind::unreadable);
}

}  // namespace message_test
