// SPDX-License-Identifier: MIT
// Words of one's own: they are said before the catalogue's, in every text that the library makes.
#include <balint/alignment/repair.hpp>
#include <balint/balint.hpp>
#include <balint/text/advisory_message.hpp>
#include <balint/text/breach_message.hpp>
#include <balint/text/formation_message.hpp>
#include <balint/text/menu_message.hpp>
#include <balint/text/message.hpp>
#include <balint/text/repair_message.hpp>
#include <balint/text/verdict_message.hpp>
#include <balint/text/wording.hpp>
#include <concepts>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/session/rounds.hpp"
#include "tests/support.hpp"
#include "tests/text/pseudo_language.hpp"

using namespace balint;
using namespace support;

namespace wording_test {

constexpr std::array<std::string_view, 6> ids{"1", "2", "3", "4", "5", "6"};
constexpr pseudonyms names{.ids = ids};

std::optional<std::string_view> french(std::string_view key) {
  if (key == "refusal.session_over") return "la séance est finie";
  if (key == "act.vote") return "un vote";
  return {};
}
struct russian {
  std::optional<std::string_view> operator()(std::string_view key) const {
    if (key == "votes.one") return "{n} голос";
    if (key == "votes.few") return "{n} голоса";
    if (key == "votes") return "{n} голосов";
    return {};
  }
  [[nodiscard]] std::string_view form(std::uint64_t n) const {
    if (n % 10 == 1 && n % 100 != 11) return "one";
    return n % 10 >= 2 && n % 10 <= 4 && n % 100 / 10 != 1 ? "few" : "";
  }
};

/// Answers with texts that nobody would keep.
struct fleeting {
  std::optional<std::string> operator()(std::string_view key) const { return std::string(key); }
};
static_assert(own_words<russian> && !own_words<fleeting>);
static_assert(std::convertible_to<russian, wording> && !std::convertible_to<fleeting, wording>);

TEST(Wording, SaysWordsOfYourOwnAndElseTheCatalogues) {
  refusal<student_group> no{.code = code::session_over};
  EXPECT_EQ(message<student_group>(no, names), "the session is over");
  EXPECT_EQ(message<student_group>(no, names, french), "la séance est finie");
  EXPECT_EQ(message<student_group>(no, names, [](std::string_view) { return std::optional<std::string_view>("x"); }),
            "x");
  no.code = code::absent;
  EXPECT_EQ(message<student_group>(no, names, french), "somebody outside the group is away");
  EXPECT_EQ(say("act", "vote", french), "un vote");
  EXPECT_EQ(say("act", "turn_away", french), "turn away");
  EXPECT_EQ(wording(french)("act.ask"), find_phrase("act.ask"));
  EXPECT_FALSE(wording().own("act.vote"));
}

TEST(Say, ReadsAWordOfYourOwnAsItsNameWithSpaces) {
  EXPECT_EQ(say("act", "turn_away"), "turn away");
  EXPECT_EQ(say("act", "tell_story"), "the story");
}

TEST(Wording, CountsAsItsLanguageDoes) {
  const auto votes = [](std::uint64_t n) {
    return detail::fill(detail::key_for("votes", n, russian{}), russian{}, fmt::arg("n", n));
  };
  EXPECT_EQ(votes(1), "1 голос");
  EXPECT_EQ(votes(21), "21 голос");
  EXPECT_EQ(votes(3), "3 голоса");
  EXPECT_EQ(votes(11), "11 голосов");
  EXPECT_EQ(votes(5), "5 голосов");
}

TEST(Wording, LeavesNoEnglishFormBesideATextOfYourOwn) {
  const auto mine = [](std::string_view key) -> std::optional<std::string_view> {
    if (key == "more") return "{n}x";
    return {};
  };
  EXPECT_EQ(detail::say_more(1, mine), "1x");
}

TEST(Wording, SaysWhereATextDoesNotFitAndNeverThrows) {
  const refusal<student_group> no{.code = code::session_over};
  const auto said = [&](const char* text) {
    const auto mine = [text](std::string_view key) -> std::optional<std::string_view> {
      if (key == "refusal.session_over") return text;
      return {};
    };
    return message<student_group>(no, names, mine);
  };
  EXPECT_EQ(said("{wer} ist fertig"), "[balint: the text of 'refusal.session_over' does not fit: it has no {wer}]");
  for (const auto* text : {"{", "}", "{}", "{0}", "{who:>99999999999}", "{who", "who}", "{{who}", "{ who }", "{who!r}"})
    EXPECT_TRUE(said(text).starts_with("[balint: the text of 'refusal.session_over' does not fit")) << text;
  EXPECT_EQ(said("{{{who}}}"), "{somebody outside the group}");
  EXPECT_EQ(said(""), "");
}

/// Keeps what is said of everything that a judge tells.
template <typename P>
struct sayings {
  const wording* in;
  std::vector<std::string>* all;
  verdict_grounds grounds{};

  void operator()(const finding<P>& f) {
    for (const auto how : {naming::counted, naming::by_id}) all->push_back(message<P>(f, names, how, *in));
    all->push_back(message<P>(f, pseudonyms{.ids = ids, .line = 3, .earlier_line = 2}, naming::by_id, *in));
    for (const std::uint64_t acts : {0U, 1U, 0xFFU})
      all->push_back(instead_message<P>(f, act_set<P>{acts & detail::low_bits(act_count<P>)}, names, *in));
    grounds.add(f);
  }
  void operator()(const named_breach& breach) {
    all->push_back(message<P>(breach, *in));
    for (const auto how : {breach_answer::reminder, breach_answer::terminated, breach_answer{}})
      all->push_back(message<P>(breach, 3, how, 4, *in));
  }
  void operator()(const answered_breaches& answer) { all->push_back(message<P>(answer, *in)); }
};

/// Everything that the library says about random sessions of P.
template <typename P>
std::vector<std::string> everything(const wording& in) {
  std::vector<std::string> all;
  rounds::walk<P>(1, [&](const session<P>& now) {
    for (const auto& owed : now.owed()) all.push_back(message<P>(owed, names, in));
    for (const auto who : {person_id{0}, person_id{1}, person_id{3}, nobody}) {
      all.push_back(message<P>(now.legal_acts(who), in));
      for (const auto& entry : menu_of(now, who)) {
        all.push_back(message<P>(entry, names, in));
        if (!entry.is_legal()) all.push_back(message<P>(entry.why, names, in));
        for (const auto& choice : entry.choices) {
          all.push_back(choice_message<P>(choice, names, in));
          all.push_back(message<P>(edit<P>{.does = edit<P>::way::insert, .at = 1, .what = choice}, 9, names, in));
          all.push_back(message<P>(edit<P>{.does = edit<P>::way::insert, .at = 10, .what = choice}, 9, names, in));
          all.push_back(message<P>(edit<P>{.does = edit<P>::way::remove, .at = 1, .what = choice}, 9, names, in));
        }
      }
    }
    for (const auto& advisory : advisories_of(now)) {
      for (const auto how : {naming::counted, naming::by_id}) all.push_back(message<P>(advisory, names, how, in));
    }
  });
  // Every code, as a judge and as a session would say it, whatever the act.
  for (std::size_t i = 0; i < code_count; ++i) {
    for (std::uint16_t act = 0; act <= act_count<P>; ++act) {
      for (const bool is_so : {false, true}) {
        sayings<P> say{&in, &all};
        finding<P> f{.code = static_cast<code>(i),
                     .what = detail::raw_event<P>({.by = {1}, .act = {act}, .target = 1})};
        f.event = 1;
        f.times = is_so ? 3 : 1;
        f.rule = is_so ? rule_id{1} : no_rule;
        f.who = person_set{is_so ? 0b110U : 0U};
        f.behind.has_withdrawn = f.behind.has_passed = f.behind.was_elsewhere = is_so;
        f.behind.roles = is_so ? 1U << P::offices::size : 0;
        f.behind.rules = rule_set{is_so ? 0b11U : 0b1U};
        say(f);
        all.push_back(
            message<P>(refusal<P>{.code = static_cast<code>(i), .rule = f.rule, .refused = f.what}, names, in));
      }
    }
  }
  for (std::size_t i = 0; i < advisory_count; ++i) {
    for (const bool is_so : {false, true}) {
      const advisory one{.code = static_cast<advisory_code>(i),
                         .who = person_set{is_so ? 0b11U : 0U},
                         .was = is_so ? 1 : 0,
                         .from = is_so ? 10 : 5,
                         .to = 12,
                         .stages = is_so ? 0b11U : 0b1U,
                         .is_silence = is_so};
      all.push_back(message<P>(one, names, naming::by_id, in));
    }
  }
  for (std::uint8_t rule = 0; rule < rules_of<P>::size; ++rule) {
    sayings<P> say{&in, &all};
    say(named_breach{.rule = {rule}});
    say(answered_breaches{.rule = {rule}});
  }
  for (std::size_t i = 0; i < 5; ++i) {
    all.push_back(message<P>(static_cast<verdict>(i), {}, in));
    all.push_back(
        message<P>(static_cast<verdict>(i), {.departures = 2, .left_out = 3, .elsewhere = 2, .was_led = false}, in));
  }
  for (const std::uint64_t n : {0U, 1U, 2U}) {
    all.push_back(record_faults_message(n, in));
    for (const bool can : {false, true}) all.push_back(repair_message(can, n, n == 2 ? 1 : n, in));
    all.push_back(absence_message<P>({1}, {0}, {static_cast<std::uint8_t>(n)}, names, in));
  }
  for (const auto ms : {1, 5'000, 500'000, 10'000'000, 200'000'000}) all.push_back(detail::length_in_words({ms}, in));
  return all;
}

template <typename P>
class WordsOfYourOwn : public testing::Test {};
TYPED_TEST_SUITE(WordsOfYourOwn, rounds::protocols);

TYPED_TEST(WordsOfYourOwn, LeaveNothingInEnglish) {
  using P = TypeParam;
  pseudo_language::words mine;
  mine.add_words_of<P>();
  std::set<std::string> english;
  const auto all = everything<P>(mine);
  EXPECT_GT(all.size(), 1000U);
  for (const auto& text : all) {
    if (auto left = pseudo_language::english_in(text); !left.empty()) english.insert(left);
  }
  EXPECT_TRUE(english.empty()) << english.size() << ", the first is " << *english.begin();
}

TEST(WordsOfTheCatalogue, AreFoundToBeEnglish) {
  std::size_t english = 0;
  for (const auto& text : everything<student_group>({})) english += pseudo_language::english_in(text).empty() ? 0U : 1U;
  EXPECT_GT(english, 1000U);
}

TYPED_TEST(WordsOfYourOwn, CanHaveEveryPlaceholderThatIsSaidToFit) {
  using P = TypeParam;
  const pseudo_language::words mine(true);
  EXPECT_TRUE(check_wording(mine).empty());
  for (const auto& text : everything<P>(mine)) ASSERT_EQ(text.find("[balint"), std::string::npos) << text;
}

}  // namespace wording_test
