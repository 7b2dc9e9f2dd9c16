// SPDX-License-Identifier: MIT
// The input is not trusted: whatever bytes a log has, it is read or it is a format error.
#include <balint/log/jsonl/writer.hpp>

#include "tests/log/reading.hpp"
#include "tests/support.hpp"

using namespace balint;
using support::reading;

namespace mutation_test {

/// A log of two whole sessions.
template <typename P>
std::string valid_log() {
  const auto people = support::people_of<P>();
  std::string text;
  for (const std::string_view session : {"s1", "s2"}) {
    text += to_jsonl<P>(session, people).value();
    for (const auto& e : support::trace<P>().whole()) text += to_jsonl<P>(e, people).value();
  }
  return text;
}

/// The same numbers in every run.
class numbers {
 public:
  explicit numbers(std::uint32_t seed) : state_(seed) {}
  std::size_t below(std::size_t n) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % n;
  }

 private:
  std::uint32_t state_;
};

void expect_an_answer(const std::string& text) {
  const reading log(text);
  if (log.is_read()) {
    EXPECT_EQ(*log.result, log.sessions.size());
  } else {
    EXPECT_EQ(log.error().file, "log.jsonl");
    EXPECT_GT(log.error().line, 0U);
    EXPECT_FALSE(log.error().found.empty());
    EXPECT_FALSE(log.error().expected.empty());
    EXPECT_LE(log.error().sessions_read, log.sessions.size());
    EXPECT_FALSE(log.error().message().empty());
  }
  for (const auto& session : log.sessions) EXPECT_EQ(session.ends, 1);
}

template <typename P>
class Mutation : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Mutation, protocols);

TYPED_TEST(Mutation, ABadByteAnywhere) {
  const auto valid = valid_log<TypeParam>();
  numbers random(1);
  for (int i = 0; i < 60; ++i) {
    auto text = valid;
    text[random.below(text.size())] = static_cast<char>(random.below(256));
    expect_an_answer(text);
  }
}

TYPED_TEST(Mutation, AStructuralCharacterAnywhere) {
  constexpr std::string_view structure = "{}[]:,\"\\\n 0-e";
  const auto valid = valid_log<TypeParam>();
  numbers random(2);
  for (int i = 0; i < 60; ++i) {
    auto text = valid;
    text.insert(random.below(text.size()), 1, structure[random.below(structure.size())]);
    expect_an_answer(text);
  }
}

TYPED_TEST(Mutation, BytesLostAnywhere) {
  const auto valid = valid_log<TypeParam>();
  numbers random(3);
  for (int i = 0; i < 60; ++i) {
    auto text = valid;
    text.erase(random.below(text.size()), 1 + random.below(20));
    expect_an_answer(text);
  }
}

TYPED_TEST(Mutation, CutOffAnywhere) {
  const auto valid = valid_log<TypeParam>();
  numbers random(4);
  for (int i = 0; i < 60; ++i) expect_an_answer(valid.substr(0, random.below(valid.size())));
}

TYPED_TEST(Mutation, PiecesOfItInAnyOrder) {
  const auto valid = valid_log<TypeParam>();
  numbers random(5);
  for (int i = 0; i < 60; ++i) {
    std::string text;
    for (int piece = 0; piece < 6; ++piece) text += valid.substr(random.below(valid.size()), random.below(200));
    expect_an_answer(text);
  }
}

TEST(Mutation, BytesOfNoLogAtAll) {
  numbers random(6);
  for (int i = 0; i < 60; ++i) {
    std::string text(1 + random.below(300), '\0');
    for (auto& byte : text) byte = static_cast<char>(random.below(256));
    expect_an_answer(text);
    expect_an_answer(support::header() + text);
  }
}

TEST(Mutation, NestingWithoutEnd) {
  expect_an_answer(support::header() + "{\"by\":" + std::string(5000, '[') + "\n");
  expect_an_answer(support::header() + std::string(5000, '{') + "\n");
  expect_an_answer("{\"balint\":1,\"people\":" + std::string(5000, '[') + std::string(5000, ']') + "}\n");
}

}  // namespace mutation_test
