// SPDX-License-Identifier: MIT
// What was written is read the same.
#include <balint/log/jsonl/jsonl.hpp>

#include "tests/log/reading.hpp"
#include "tests/support.hpp"

using namespace balint;

namespace jsonl_test {

template <typename P>
class Jsonl : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Jsonl, protocols);

/// Writes what it reads.
struct copyist {
  std::string* text;
  template <typename P>
  struct handler {
    std::string* text;
    std::vector<person<P>> people;
    void event(const logged_event<P>& e) { *text += to_jsonl<P>(e.event, people).value(); }
    void end(bool) {}
  };
  template <typename P>
  handler<P> operator()(const session_header<P>& h) const {
    *text += to_jsonl<P>(h.session, h.people).value();
    return {text, {h.people.begin(), h.people.end()}};
  }
};

std::string copied(const std::string& text) {
  const support::text_file file(text);
  jsonl_reader<> reader(file.get(), "log.jsonl");
  std::string copy;
  EXPECT_TRUE(reader.read(copyist{&copy}));
  return copy;
}

/// A whole session with every act throughout that fits, an event a minute.
template <typename P>
std::vector<event<P>> whole_session() {
  using namespace support;
  trace<P> all;
  all.add(lead, act::flag{}, rule_of<P, rule::respect>)
      .add(lead, act::remind{}, rule_of<P, rule::respect>)
      .add(lead, act::refocus{});
  all.add(boris, act::drop{}).add(boris, act::rejoin{}).whole();
  std::vector<event<P>> events(all.begin(), all.end());
  for (std::size_t i = 0; i < events.size(); i += 2)
    events[i].at = {1'772'469'070'250 + static_cast<std::int64_t>(i) * 60'000};
  return events;
}

TYPED_TEST(Jsonl, ASessionComesBackTheSame) {
  using P = TypeParam;
  const auto people = support::people_of<P>();
  auto text = to_jsonl<P>("s-001", people).value();
  const auto events = whole_session<P>();
  for (const auto& e : events) text += to_jsonl<P>(e, people).value();
  const support::reading log(text);
  ASSERT_EQ(log.result, 1U);
  ASSERT_EQ(log.sessions[0].events.size(), events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    const auto& read = log.sessions[0].events[i];
    EXPECT_EQ((detail::raw_event<P>({read.at, read.who, {read.act_index}, read.target})), events[i]);
    EXPECT_EQ(read.act, name_of<P>(events[i].act));
  }
  EXPECT_EQ(copied(text), text);
}

TYPED_TEST(Jsonl, PeopleComeBackTheSame) {
  using P = TypeParam;
  auto people = support::people_of<P>();
  people[0].profession = "teacher_of_maths_2";
  people[0].grades = true;
  people[1].less_experienced = true;
  people[1].agrees = consent::refused;
  people[2].agrees = consent::not_declared;
  const auto text = to_jsonl<P>("s-001", people).value();
  EXPECT_EQ(copied(text), text);
}

TEST(Jsonl, ALogOfAllProtocolsComesBackTheSame) {
  std::string text;
  const auto write = [&text]<typename P>(P) {
    const auto people = support::people_of<P>();
    text += to_jsonl<P>(P::name, people).value();
    for (const auto& e : whole_session<P>()) text += to_jsonl<P>(e, people).value();
  };
  write(student_group{});
  write(staff_group{});
  write(classical_group{});
  write(case_consultation{});
  EXPECT_EQ(copied(text), text);
}

}  // namespace jsonl_test
