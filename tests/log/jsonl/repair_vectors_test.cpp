// SPDX-License-Identifier: MIT
// The repair of every recorded vector: nothing where nothing is found, and else a trace without a finding that ends as
// this one ended, where its group is formed and no protected act would have to go.
#include <balint/alignment/repair.hpp>
#include <balint/conformance/judge.hpp>

#include <algorithm>
#include <array>
#include <vector>

#include "tests/log/reading.hpp"
#include "tests/support.hpp"

using namespace balint;

namespace repair_vectors_test {

struct seen {
  std::size_t clean = 0, repaired = 0, impossible = 0, not_formed = 0, unsound = 0;
};

template <typename P>
bool has_protected_act(const std::vector<event<P>>& trace) {
  constexpr std::array acts{effect::flags, effect::reminds, effect::terminates, effect::withdraws,
                            effect::declines_case};
  return std::ranges::any_of(trace, [&](const event<P>& e) {
    return std::ranges::find(acts, detail::table_of<P>.acts[e.act.index].does) != acts.end();
  });
}
struct repairing_all {
  seen* all;
  template <typename P>
  struct handler {
    seen* all;
    formation<P> people;
    std::vector<balint::event<P>> trace{};
    void event(const logged_event<P>& e) { trace.push_back(e.event); }
    void end(bool) {
      const auto repaired = repair_trace<P>(people, trace);
      judge<P> before(people), after(people);
      for (const auto& e : trace) before.apply(e);
      for (const auto& e : apply_edits<P>(trace, repaired.edits)) after.apply(e);
      if (!people.is_formed()) {
        ++(repaired.is_possible ? all->unsound : all->not_formed);
      } else if (has_no_finding(before)) {
        ++(repaired.cost() != 0 ? all->unsound : all->clean);
      } else if (!repaired.is_possible) {
        ++(!has_protected_act(trace) || !repaired.is_protected ? all->unsound : all->impossible);
      } else {
        const bool ends_alike = before.session().end() == after.session().end();
        ++(repaired.cost() == 0 || !has_no_finding(after) || !ends_alike ? all->unsound : all->repaired);
      }
    }
    static bool has_no_finding(const judge<P>& one) { return is_clean(one.verdict()) && one.record_faults() == 0; }
  };
  template <typename P>
  handler<P> operator()(const session_header<P>& h) const {
    return {all, form<P>(h.people)};
  }
};

TEST(RepairOfVectors, IsSound) {
  seen all;
  std::FILE* const file = std::fopen(BALINT_SOURCE_DIR "/tests/vectors/traces.jsonl", "rb");
  ASSERT_NE(file, nullptr);
  jsonl_reader<> reader(file, "traces.jsonl");
  EXPECT_EQ(reader.read(repairing_all{&all}), 250U);
  std::fclose(file);
  EXPECT_EQ(all.unsound, 0U);
  EXPECT_EQ(all.not_formed, 5U);
  EXPECT_GT(all.repaired, 150U);
  EXPECT_GT(all.impossible, 0U);
  EXPECT_EQ(all.clean + all.repaired + all.impossible + all.not_formed, 250U);
}

}  // namespace repair_vectors_test
