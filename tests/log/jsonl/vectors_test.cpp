// SPDX-License-Identifier: MIT
// The vectors: recorded sessions and what a judge that shares no line with this one found in them.
#include <simdjson.h>

#include <balint/conformance/collect.hpp>
#include <string>
#include <vector>

#include "tests/log/reading.hpp"
#include "tests/support.hpp"

using namespace balint;

namespace vectors_test {

struct plain_finding {
  std::uint64_t event;
  std::string about;
  std::string code;
  std::string rule;   ///< Empty: none.
  std::string stage;  ///< Empty: it is about the group.
  std::uint64_t times;
  friend bool operator==(const plain_finding&, const plain_finding&) = default;
  friend std::ostream& operator<<(std::ostream& out, const plain_finding& f) {
    return out << f.event << ' ' << f.about << ' ' << f.code << ' ' << f.rule << " in " << f.stage << " x" << f.times;
  }
};
struct plain_breach {
  std::uint64_t event;
  std::string rule;
  std::string answered;  ///< Empty: nothing answered it.
  friend bool operator==(const plain_breach&, const plain_breach&) = default;
  friend std::ostream& operator<<(std::ostream& out, const plain_breach& b) {
    return out << b.event << ' ' << b.rule << " answered by " << b.answered;
  }
};
struct judgement {
  std::string session;
  std::string verdict;
  std::uint64_t record_faults = 0;
  std::vector<plain_finding> findings;
  std::vector<plain_breach> breaches;
};

/// Judges every session that is read.
struct judging {
  std::vector<judgement>* all;
  template <typename P>
  struct sink {
    judgement* into;
    void operator()(const finding<P>& f) const {
      if (f.times > 1) into->findings.pop_back();
      into->findings.push_back({f.event, std::string(name_of(f.about)), std::string(name_of(f.code)),
                                f.rule == no_rule ? std::string() : std::string(name_of<P>(f.rule)),
                                f.event == 0 ? std::string() : std::string(name_of<P>(f.stage)), f.times});
    }
    void operator()(const named_breach& b) const {
      into->breaches.push_back({b.event, std::string(name_of<P>(b.rule)), {}});
    }
    void operator()(const answered_breaches& a) const {
      for (auto& b : into->breaches) {
        if (!b.answered.empty() || (a.rule != no_rule && b.rule != name_of<P>(a.rule))) continue;
        b.answered = a.how == breach_answer::terminated ? "terminated" : std::to_string(a.event);
      }
    }
  };
  template <typename P>
  struct handler {
    std::vector<judgement>* all;
    judge<P, sink<P>> by;
    void event(const logged_event<P>& e) { by.apply(e.event); }
    void end(bool) {
      all->back().verdict = name_of(by.verdict());
      all->back().record_faults = by.record_faults();
    }
  };
  template <typename P>
  handler<P> operator()(const session_header<P>& h) const {
    all->push_back({std::string(h.session), {}, 0, {}, {}});
    return {all, judge<P, sink<P>>(form<P>(h.people), sink<P>{&all->back()})};
  }
};

std::vector<judgement> judged() {
  std::vector<judgement> all;
  all.reserve(1000);
  std::FILE* const file = std::fopen(BALINT_SOURCE_DIR "/tests/vectors/traces.jsonl", "rb");
  EXPECT_NE(file, nullptr);
  jsonl_reader<> reader(file, "traces.jsonl");
  EXPECT_EQ(reader.read(judging{&all}), 250U);
  std::fclose(file);
  return all;
}

/// The text at a key; empty: it is null or is not there.
std::string text_at(simdjson::dom::element from, const char* key) {
  std::string_view text;
  return from[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

std::vector<judgement> expected() {
  std::vector<judgement> all;
  simdjson::dom::parser parser;
  const auto text = simdjson::padded_string::load(BALINT_SOURCE_DIR "/tests/vectors/expected.jsonl").value();
  for (const simdjson::dom::element line : parser.parse_many(text)) {
    judgement one{
        text_at(line, "session"), text_at(line, "verdict"), line["record_faults"].get_uint64().value(), {}, {}};
    for (const auto f : line["findings"].get_array()) {
      one.findings.push_back({f["event"].get_uint64().value(), text_at(f, "class"), text_at(f, "code"),
                              text_at(f, "rule"), text_at(f, "stage"), f["times"].get_uint64().value()});
    }
    for (const auto b : line["breaches"].get_array()) {
      std::uint64_t reminder = 0;
      const bool is_reminded = b["answered"].get(reminder) == simdjson::SUCCESS;
      one.breaches.push_back({b["event"].get_uint64().value(), text_at(b, "rule"),
                              is_reminded ? std::to_string(reminder) : text_at(b, "answered")});
    }
    all.push_back(std::move(one));
  }
  return all;
}

TEST(Vectors, AreJudgedAsExpected) {
  const auto ours = judged();
  const auto theirs = expected();
  ASSERT_EQ(ours.size(), 250U);
  ASSERT_EQ(theirs.size(), 250U);
  for (std::size_t i = 0; i < ours.size(); ++i) {
    EXPECT_EQ(ours[i].session, theirs[i].session);
    EXPECT_EQ(ours[i].verdict, theirs[i].verdict) << theirs[i].session;
    EXPECT_EQ(ours[i].record_faults, theirs[i].record_faults) << theirs[i].session;
    EXPECT_EQ(ours[i].findings, theirs[i].findings) << theirs[i].session;
    EXPECT_EQ(ours[i].breaches, theirs[i].breaches) << theirs[i].session;
  }
}

}  // namespace vectors_test
