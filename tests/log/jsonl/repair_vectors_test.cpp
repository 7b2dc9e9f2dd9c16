// SPDX-License-Identifier: MIT
// The repair of every recorded vector: nothing for a clean one, a conforming trace for any other of a group that is
// formed.
#include <balint/alignment/repair.hpp>
#include <vector>

#include "tests/log/reading.hpp"
#include "tests/support.hpp"

using namespace balint;

namespace repair_vectors_test {

struct seen {
  std::size_t clean = 0, mended = 0, not_formed = 0, unsound = 0;
};
struct mending_all {
  seen* all;
  template <typename P>
  struct handler {
    seen* all;
    formation<P> people;
    std::vector<balint::event<P>> trace{};
    void event(const logged_event<P>& e) { trace.push_back(e.event); }
    void end(bool) {
      const auto mended = repair_trace<P>(people, trace);
      if (!people.is_formed()) {
        ++(mended.is_possible ? all->unsound : all->not_formed);
      } else if (is_clean(judge_trace<P>(people, trace))) {
        ++(mended.cost() != 0 ? all->unsound : all->clean);
      } else {
        const auto after = judge_trace<P>(people, apply_edits<P>(trace, mended.edits));
        ++(after != verdict::conforming || mended.cost() == 0 ? all->unsound : all->mended);
      }
    }
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
  EXPECT_EQ(reader.read(mending_all{&all}), 80U);
  std::fclose(file);
  EXPECT_EQ(all.unsound, 0U);
  EXPECT_EQ(all.not_formed, 3U);
  EXPECT_GT(all.mended, 40U);
  EXPECT_EQ(all.clean + all.mended + all.not_formed, 80U);
}

}  // namespace repair_vectors_test
