// SPDX-License-Identifier: MIT
// A log that was written is read the same: the header, the people, every event.
#include <balint/log/jsonl/jsonl.hpp>
#include <span>
#include <string>
#include <vector>

#include "tests/log/reading.hpp"
#include "tests/property/session_properties.hpp"

using namespace balint;

namespace log_property_test {

/// Keeps what it reads, and whether the header was the one expected.
template <typename P>
struct keeper {
  const std::vector<person<P>>* people;
  std::vector<balint::event<P>>* events;
  bool* is_same;

  struct handler {
    std::vector<balint::event<P>>* events;
    bool* is_same;
    void event(const logged_event<P>& e) const {
      events->push_back(e.event);
      *is_same = *is_same && e.act == name_of<P>(e.event.act);
    }
    void end(bool whole) const { *is_same = *is_same && whole; }
  };
  handler operator()(const session_header<P>& h) const {
    *is_same = h.session == "s-1" && h.people.size() == people->size();
    for (std::size_t i = 0; *is_same && i < people->size(); ++i) {
      const auto &was = (*people)[i], &is = h.people[i];
      *is_same = is.id == was.id && is.offices == was.offices && is.agrees == was.agrees &&
                 is.profession == was.profession && is.less_experienced == was.less_experienced &&
                 is.grades == was.grades;
    }
    return {events, is_same};
  }
};

/// Whether a person and a log can name all that an event has.
template <typename P>
bool can_be_written(const event<P>& e, std::size_t people) {
  if (e.by.index >= people || e.act.index >= act_count<P>) return false;
  switch (target_of<P>(e.act)) {
    case target_kind::none: return detail::raw_target(e) == 0;
    case target_kind::option: return detail::raw_target(e) >= 1;
    case target_kind::rule: return detail::raw_target(e) < rules_of<P>::size;
    default: return detail::raw_target(e) < people;
  }
}

/// Whether all events of a script, refused ones too, come back from a log; `line` writes one.
template <typename P, typename Write>
bool comes_back(const property::script& s, Write line) {
  auto people = property::people_of<P>(s);
  for (std::size_t i = 0; i < people.size() && i < s.steps.size(); ++i) {
    people[i].agrees = static_cast<consent>(s.steps[i].way % 3);
    people[i].less_experienced = s.steps[i].time % 2 == 0;
    people[i].grades = s.steps[i].by % 2 == 0;
    if (s.steps[i].act % 2 == 0) people[i].profession = "teacher_of_maths_2";
  }
  auto text = to_jsonl<P>("s-1", people).value();
  std::vector<event<P>> written, read;
  session<P> now(detail::group_of(form<P>(people)));
  for (const auto& one : s.steps) {
    const auto e = property::chosen(now, one);
    (void)now.apply(e);
    const auto said = line(e, people);
    if (!can_be_written(e, people.size())) continue;
    if (!said) return false;
    written.push_back(e);
    text += *said;
  }
  bool is_same = false;
  const support::text_file file(text);
  jsonl_reader<protocol_list<P>> reader(file.get(), "log.jsonl");
  return reader.read(keeper<P>{&people, &read, &is_same}) == 1U && is_same && read == written;
}
template <typename P>
struct writer {
  auto operator()(const event<P>& e, std::span<const person<P>> people) const { return to_jsonl<P>(e, people); }
};

template <typename P>
class RandomLog : public testing::Test {};
TYPED_TEST_SUITE(RandomLog, property::protocols);

TYPED_TEST(RandomLog, IsReadAsItWasWritten) {
  EXPECT_TRUE(property::always([](const auto& s) { return comes_back<TypeParam>(s, writer<TypeParam>{}); }));
}

TEST(LogComesBack, CatchesAWriterThatLeavesOutTheTime) {
  using P = student_group;
  const auto timeless = [](event<P> e, std::span<const person<P>> people) {
    e.at = unstated;
    return to_jsonl<P>(e, people);
  };
  EXPECT_TRUE(property::is_caught([&](const auto& s) { return comes_back<P>(s, timeless); }));
}

}  // namespace log_property_test
