// SPDX-License-Identifier: MIT
// A session that is saved comes back, on any machine; what is damaged or does not fit is refused.
#include <balint/words/save.hpp>

#include <cstring>

#include "tests/words/casts.hpp"

using namespace balint;
using namespace support;
using students = student_group;

namespace save_test {

template <typename P>
class Save : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, led_staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Save, protocols);

TYPED_TEST(Save, LosesNothingAtAnyPoint) {
  using P = TypeParam;
  const auto people = casts::cast_of<P>();
  session<P> now(people.group());
  std::int64_t at = 1'000;
  for (auto e : trace<P>().whole()) {
    e.at = instant{at += 1'000};
    ASSERT_TRUE(now.apply(e));
    const auto bytes = save(now, people);
    ASSERT_TRUE(bytes);
    const auto back = load<P>(*bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->running.snapshot(), now.snapshot());
    EXPECT_EQ(back->people, people);
    EXPECT_EQ(save(back->running, back->people), bytes);
    EXPECT_EQ(load(*bytes, people)->snapshot(), now.snapshot());
  }
}

/// A session of students in its second stage, with a time and a vote.
session<students> in_selection(const cast<students>& people) {
  session<students> now(people.group());
  EXPECT_TRUE(now.record<act::present_case>({0}, instant{5}));
  EXPECT_TRUE(now.record<act::present_case>({1}));
  EXPECT_TRUE(now.record<act::advance>({2}, instant{9}));
  EXPECT_TRUE(now.record<act::vote>({0}, case_id{{1}}));
  return now;
}
const std::string& saved() {
  static const auto bytes = [] {
    const auto people = casts::students();
    return *save(in_selection(people), people);
  }();
  return bytes;
}
load_fault why_not(std::string_view bytes) {
  const auto back = load<students>(bytes);
  EXPECT_FALSE(back);
  return back.error().why;
}

TEST(SavedBytes, AreRefusedWhereverOneOfThemIsChanged) {
  for (std::size_t i = 0; i < saved().size(); ++i) {
    for (int change = 1; change < 256; change = change < 8 ? change + 1 : change * 2 - 1) {
      auto damaged = saved();
      damaged[i] = static_cast<char>(damaged[i] ^ change);
      EXPECT_FALSE(load<students>(damaged)) << i << " " << change;
    }
  }
}
TEST(SavedBytes, AreRefusedWhereverTheyAreCutOff) {
  for (std::size_t i = 0; i < saved().size(); ++i) EXPECT_FALSE(load<students>(saved().substr(0, i))) << i;
  EXPECT_EQ(why_not(""), load_fault::not_saved);
  EXPECT_EQ(why_not("balint\n"), load_fault::not_saved);
  EXPECT_EQ(why_not(saved().substr(0, 8)), load_fault::damaged);
  EXPECT_EQ(why_not(saved().substr(0, 300)), load_fault::damaged);
  EXPECT_EQ(why_not(saved() + '\0'), load_fault::damaged);
}

/// The bytes with their checksum worked out again: what somebody forged.
std::string forged(std::string bytes) {
  bytes.resize(bytes.size() - 8);
  auto sum = detail::checksum_of(bytes);
  for (int i = 0; i < 8; ++i, sum >>= 8U) bytes += static_cast<char>(sum & 0xFFU);
  return bytes;
}

TEST(SavedBytes, AreRefusedOrMeantWhereTheyAreForged) {
  std::size_t taken = 0;
  for (std::size_t i = 0; i + 8 < saved().size(); ++i) {
    for (const int change : {1, 2, 4, 128, 255}) {
      auto damaged = saved();
      damaged[i] = static_cast<char>(damaged[i] ^ change);
      damaged = forged(damaged);
      const auto back = load<students>(damaged);
      if (!back) continue;
      ++taken;
      EXPECT_EQ(save(back->running, back->people), damaged) << i << " " << change;
    }
  }
  EXPECT_GT(taken, 10U);
  EXPECT_EQ(forged(saved()), saved());
}
TEST(SavedBytes, AreRefusedWithMoreThanASessionInThem) {
  auto longer = saved();
  longer.insert(longer.size() - 8, 1, '\0');
  EXPECT_EQ(why_not(forged(longer)), load_fault::damaged);
}

/// Puts numbers and texts as a machine of another byte order has to: byte by byte.
class by_hand {
 public:
  by_hand& number(std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) text_ += static_cast<char>((value >> (8 * i)) & 0xFFU);
    return *this;
  }
  by_hand& text(std::string_view words) {
    number(words.size(), 2);
    text_ += words;
    return *this;
  }
  by_hand& person(std::string_view id, std::uint64_t offices) {
    return text(id).number(offices, 4).number(0, 1).text("").number(0, 1);
  }
  by_hand& zeros(std::size_t count) {
    text_.append(count, '\0');
    return *this;
  }
  [[nodiscard]] std::string end() { return forged(text_ + std::string(8, '\0')); }
  std::string text_ = "balint\r\n";
};

TEST(SavedBytes, AreTheSameOnEveryMachine) {
  by_hand bytes;
  bytes.number(1, 4).text("student_group").number(snapshot<students>::current_version, 4);
  bytes.number(detail::fingerprint<students>, 8).number(3, 1);
  bytes.person("anna", 1).person("boris", 5).person("lead", 2);
  bytes.number(5, 8).number(9, 8).number(9, 8);  // the first time, the last one, that of the move
  bytes.number(4, 8).number(0, 8);               // the longest silence; nobody had to attend
  bytes.number(7, 8).number(0, 8).number(4, 8);  // all are present, nobody is gone, the third leads
  const auto happened = detail::bit(act_id_of<act::present_case, students>.index) |
                        detail::bit(act_id_of<act::vote, students>.index) |
                        detail::bit(act_id_of<act::advance, students>.index);
  bytes.number(happened, 8).number(3, 8).number(0, 8).number(0, 8).number(3, 8).number(0, 8);
  bytes.zeros(std::size_t{6} * 8);                            // nobody passed
  bytes.number(3, 8).number(1, 8).number(0, 8).zeros(3 * 8);  // two presented, one voted; nobody is excused
  bytes.zeros(std::size_t{4} * 4 * 8);                        // no option is weighed
  bytes.number(2, 1).zeros(63).zeros(256);                    // a vote for the second; no authors
  bytes.zeros(std::size_t{3} * 2).number(1, 1).number(0, 1).number(0xFF, 1).number(1, 1).zeros(6);
  EXPECT_EQ(bytes.end(), saved());
  const auto back = load<students>(bytes.end());
  ASSERT_TRUE(back) << back.error().message();
  EXPECT_EQ(back->running.snapshot(), in_selection(casts::students()).snapshot());
}

TEST(Load, RefusesAnotherVersion) {
  auto later = saved();
  later[8] = 2;
  EXPECT_EQ(why_not(forged(later)), load_fault::other_version);
  EXPECT_EQ(load<students>(forged(later)).error().found, "2");
  auto layout = saved();
  layout[12 + 2 + 13] = 77;
  EXPECT_EQ(why_not(forged(layout)), load_fault::other_version);
}
TEST(Load, RefusesAnotherProtocolAndAnotherDeclaration) {
  EXPECT_EQ(load<staff_group>(saved()).error().why, load_fault::other_protocol);
  EXPECT_EQ(load<staff_group>(saved()).error().found, "student_group");
  EXPECT_EQ(load<staff_group>(saved()).error().expected, "staff_group");
  auto other = saved();
  other[12 + 2 + 13 + 4] = static_cast<char>(other[12 + 2 + 13 + 4] ^ 1);
  EXPECT_EQ(why_not(forged(other)), load_fault::other_declaration);
}
TEST(Load, RefusesOtherPeople) {
  const auto no = [](const std::vector<person_record>& entries) {
    const auto people = cast<students>::of(entries);
    EXPECT_TRUE(people);
    const auto back = load(saved(), *people);
    EXPECT_FALSE(back);
    EXPECT_EQ(back.error().why, load_fault::other_people);
    return back.error().found + "/" + back.error().expected;
  };
  const person_record anna{"anna", {"participant"}};
  const person_record boris{"boris", {"deputy", "participant"}};
  const person_record leads{"lead", {"leader"}};
  EXPECT_EQ(no({anna, {"vera", {"participant", "deputy"}}, leads}), "boris/vera");
  EXPECT_EQ(no({boris, anna, leads}), "anna/boris");
  EXPECT_EQ(no({anna, {"boris", {"participant"}}, leads}), "boris/boris");
  EXPECT_EQ(no({anna, boris, leads, {"sup", {"supervisor"}}}), "/sup");
  EXPECT_EQ(no({anna, boris, {.id = "lead", .offices = {"leader"}, .grades = true}}), "lead/lead");
  const auto two = cast<students>::of({anna, boris, leads});
  EXPECT_TRUE(load(saved(), *two));
}
TEST(Load, TakesTheSamePeopleWhoHaveAgreedSince) {
  const auto agreed = cast<students>::of({{.id = "anna", .offices = {"participant"}, .agrees = consent::given},
                                          {"boris", {"participant", "deputy"}},
                                          {.id = "lead", .offices = {"leader"}, .profession = "teacher"}});
  EXPECT_TRUE(load(saved(), *agreed));
}
TEST(Load, RefusesAStateThatCannotBe) {
  auto bytes = saved();
  bytes[bytes.size() - 8 - 10] = 6;  // a stage behind the last
  const auto back = load<students>(forged(bytes));
  ASSERT_FALSE(back);
  EXPECT_EQ(back.error().why, load_fault::impossible);
  EXPECT_EQ(back.error().found, "the_stage_exists");
}
TEST(Load, RefusesPeopleWhoFormNoGroup) {
  auto bytes = saved();
  const auto at = bytes.find("lead") + 4;
  bytes[at] = 1;  // no leader
  EXPECT_EQ(why_not(forged(bytes)), load_fault::not_formed);
}

TEST(Save, RefusesOtherPeople) {
  const session<students> now(casts::students().group());
  EXPECT_EQ(save(now, casts::cast_of<students>()).error(), save_error::other_people);
}

struct counting {
  int accepted = 0;
  void on_accepted(const event<students>&) { ++accepted; }
};
TEST(Load, GivesTheSessionAnObserver) {
  const auto people = casts::students();
  auto back = load(saved(), people, counting{40});
  ASSERT_TRUE(back);
  EXPECT_TRUE(back->record<act::vote>({1}, case_id{{1}}));
  EXPECT_EQ(back->observer().accepted, 41);
}
TEST(Load, LetsAnObserverWithANameHear) {
  const auto people = casts::students();
  counting here;
  auto back = load(saved(), people, here);
  ASSERT_TRUE(back);
  EXPECT_TRUE(back->record<act::vote>({1}, case_id{{1}}));
  EXPECT_EQ(here.accepted, 1);
}

}  // namespace save_test
