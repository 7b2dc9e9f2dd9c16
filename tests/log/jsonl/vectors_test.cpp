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
  std::string code;
  std::string rule;
  std::uint64_t times;
  friend bool operator==(const plain_finding&, const plain_finding&) = default;
  friend std::ostream& operator<<(std::ostream& out, const plain_finding& f) {
    return out << f.event << ' ' << f.code << ' ' << f.rule << " x" << f.times;
  }
};
struct judgement {
  std::string session;
  std::string verdict;
  std::vector<plain_finding> findings;
};

/// Judges every session that is read.
struct judging {
  std::vector<judgement>* all;
  template <typename P>
  struct sink {
    std::vector<plain_finding>* findings;
    void operator()(const finding<P>& f) const {
      if (f.times > 1) findings->pop_back();
      findings->push_back({f.event, std::string(name_of(f.code)), std::string(name_of<P>(f.rule)), f.times});
    }
  };
  template <typename P>
  struct handler {
    std::vector<judgement>* all;
    judge<P, sink<P>> by;
    void event(const logged_event<P>& e) { by.apply(e.event); }
    void end(bool) { all->back().verdict = name_of(by.verdict()); }
  };
  template <typename P>
  handler<P> operator()(const session_header<P>& h) const {
    all->push_back({std::string(h.session), {}, {}});
    return {all, judge<P, sink<P>>(form<P>(h.people), sink<P>{&all->back().findings})};
  }
};

std::vector<judgement> judged() {
  std::vector<judgement> all;
  all.reserve(1000);
  std::FILE* const file = std::fopen(BALINT_SOURCE_DIR "/tests/vectors/traces.jsonl", "rb");
  EXPECT_NE(file, nullptr);
  jsonl_reader<> reader(file, "traces.jsonl");
  EXPECT_EQ(reader.read(judging{&all}), 80U);
  std::fclose(file);
  return all;
}

std::vector<judgement> expected() {
  std::vector<judgement> all;
  simdjson::dom::parser parser;
  const auto text = simdjson::padded_string::load(BALINT_SOURCE_DIR "/tests/vectors/expected.jsonl").value();
  for (const auto line : parser.parse_many(text)) {
    judgement one{
        std::string(line["session"].get_string().value()), std::string(line["verdict"].get_string().value()), {}};
    for (const auto f : line["findings"].get_array()) {
      one.findings.push_back({f["event"].get_uint64().value(), std::string(f["code"].get_string().value()),
                              std::string(f["rule"].get_string().value()), f["times"].get_uint64().value()});
    }
    all.push_back(std::move(one));
  }
  return all;
}

TEST(Vectors, AreJudgedAsExpected) {
  const auto ours = judged();
  const auto theirs = expected();
  ASSERT_EQ(ours.size(), 80U);
  ASSERT_EQ(theirs.size(), 80U);
  for (std::size_t i = 0; i < ours.size(); ++i) {
    EXPECT_EQ(ours[i].session, theirs[i].session);
    EXPECT_EQ(ours[i].verdict, theirs[i].verdict) << theirs[i].session;
    EXPECT_EQ(ours[i].findings, theirs[i].findings) << theirs[i].session;
  }
}

}  // namespace vectors_test
