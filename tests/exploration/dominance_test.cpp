// SPDX-License-Identifier: MIT
// What one partial alignment costs to catch up with another, against the optimal search from both: of all pairs that a
// beam search of damaged traces of tiny groups has beside each other.
#include <balint/alignment/detail/beam_search.hpp>
#include <balint/alignment/search/detail/optimal_search.hpp>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tests/exploration/damaged.hpp"

using namespace balint;
using namespace exploration;

namespace dominance_test {

/// Partial alignments and all that they become by revising moves, each with what it costs at least until the close.
template <protocol P>
class whole_costs {
  using partial = detail::partial_alignment<P>;

 public:
  explicit whole_costs(detail::search_context<P>& c)
      : c_(c), rest_(c.problem.trace().subspan(c.rest.position()), c.problem.people()), order_(rest_) {}

  /// The cost of the nearest alignment that begins as this one does, if it is below a limit; else the limit.
  std::uint32_t of(const partial& d, std::uint32_t limit) {
    for (const auto& one : revisions(d, limit)) {
      if (one.cost >= limit) continue;
      limit = std::min(limit, one.cost + rest(one.now, limit - one.cost));
    }
    return limit;
  }

 private:
  static constexpr std::size_t most_revisions = 400;

  /// The nearest way to the close from a state on.
  std::uint32_t rest(const detail::engine<P>& now, std::uint32_t limit) {
    const auto key = key_of(detail::canonical_state<P>(now.remembered()));
    if (const auto known = known_.find(key); known != known_.end()) {
      const auto [cost, is_cost] = known->second;
      if (is_cost || cost >= limit) return std::min(cost, limit);
    }
    detail::optimal_search<P> search(rest_, order_);
    EXPECT_TRUE(search.run(now, limit, 1'000'000));
    known_[key] = {search.is_found() ? search.cost() : limit, search.is_found()};
    return search.is_found() ? search.cost() : limit;
  }
  /// A partial alignment and what it becomes, at most so dear.
  std::vector<partial> revisions(const partial& from, std::uint32_t limit) {
    std::vector<partial> all{from};
    std::unordered_map<std::string, std::uint32_t> seen;
    for (std::size_t i = 0; i < all.size() && i < most_revisions; ++i) {
      const auto d = all[i];
      each_revision(d, [&](partial&& next) {
        if (next.cost >= limit) return;
        auto key = key_of(next.now.remembered());
        for (const auto set : {next.revisable, next.could_vote, next.could_propose, next.could_present})
          key += std::to_string(set) + ',';
        const auto [at, is_new] = seen.try_emplace(key, next.cost);
        if (!is_new && at->second <= next.cost) return;
        at->second = next.cost;
        all.push_back(std::move(next));
      });
    }
    return all;
  }
  template <typename F>
  void each_revision(const partial& d, F f) {
    const auto people = static_cast<std::uint8_t>(c_.problem.people().size());
    const auto attempt = [&](auto change) {
      auto next = d;
      if (change(next)) f(std::move(next));
    };
    for (std::uint8_t i = 0; i < people; ++i) {
      const person_id who{i};
      if (d.is_revisable(i)) {
        attempt([&](partial& n) { return detail::drop_instead(c_, n, who); });
        const auto leaves = detail::raw_event<P>({.by = who, .act = detail::act_with_effect<P>(effect::withdraws)});
        attempt([&](partial& n) { return detail::leave_instead(c_, n, leaves); });
      }
      for (auto x = d.now.open_cases(); x != 0; x &= x - 1) {
        if (((d.could_vote & d.now.remembered().passed[d.stage()]) >> i & 1U) != 0)
          attempt([&](partial& n) { return vote_instead(n, who, detail::first_of(x)); });
      }
      if constexpr (detail::act_with_effect<P>(effect::passes).index < detail::search_traits<P>::acts)
        attempt([&](partial& n) { return detail::take_back_pass(c_, n, who); });
      if (((d.could_present >> i) & 1U) != 0) attempt([&](partial& n) { return detail::make_case(c_, n, who); });
    }
    if constexpr (detail::option_capacity<P> != 0) each_revision_of_options(attempt, d);
    if constexpr (votes) each_revision_of_votes(attempt, d);
  }
  template <typename Attempt>
  void each_revision_of_options(Attempt& attempt, const partial& d) {
    using traits = detail::search_traits<P>;
    if (d.stage() < traits::last_option || d.stage() > traits::last_weighing) return;
    const std::size_t options = d.now.remembered().options;
    if (options < 3) attempt([&](partial& n) { return detail::one_more_option(c_, n); });
    for (std::size_t k = 1; k <= d.removable_options && k < options; ++k) {
      attempt([&](partial& n) {
        detail::take_back_options(c_, n, k);
        return true;
      });
    }
  }
  template <typename Attempt>
  void each_revision_of_votes(Attempt& attempt, const partial& d) {
    if (!detail::selects_here(d)) return;
    const auto all = detail::ballots_of(c_, d);
    for (const auto& mine : all) {
      if (!mine.stays || mine.owner == nobody) continue;
      attempt([&](partial& n) {
        detail::take_back_vote(c_, n, mine);
        return true;
      });
      for (const auto& other : all) {
        if (other.stays || other.by != mine.by || (other.owner == nobody && !detail::has_to_vote(d, mine.by))) continue;
        attempt([&](partial& n) {
          auto one = mine, two = other;
          detail::exchange(c_, n, one, two);
          return true;
        });
      }
    }
  }
  bool vote_instead(partial& d, person_id who, person_id x) {
    const auto voting = detail::act_with_effect<P>(effect::supports_case);
    if (!votes || !detail::selects_here(d)) return false;
    auto s = d.now.remembered();
    detail::revise_turn(c_, d, who.index, detail::raw_event<P>({.by = who, .act = voting, .target = x.index}));
    s.passed[s.stage] &= ~detail::bit(who.index);
    detail::set_vote<P>(s, who, x);
    s.happened |= detail::bit(voting.index);
    detail::set_state(d, s);
    return true;
  }

  static constexpr bool votes =
      detail::act_with_effect<P>(effect::supports_case).index < detail::search_traits<P>::acts;

  detail::search_context<P>& c_;
  detail::alignment_problem<P> rest_;
  detail::order_bound<P> order_;
  std::unordered_map<std::string, std::pair<std::uint32_t, bool>> known_;
};

template <typename P>
class DominanceOf : public testing::Test {};
using protocols_of_dominance = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(DominanceOf, protocols_of_dominance);

/// How many pairs were compared, and of how many the optimal search shows that catching up costs more.
struct compared {
  std::size_t pairs = 0, wrong = 0;
};
/// Compares all partial alignments of a beam with each other.
template <protocol P>
void compare_all(detail::search_context<P>& c, const detail::alternatives<P>& beam, std::uint32_t limit,
                 compared& so_far) {
  constexpr std::uint32_t most = 6;
  whole_costs<P> whole(c);
  for (const auto& b : beam) {
    for (const auto& a : beam) {
      const auto more = detail::catch_up_cost(c, a, b);
      if (&a == &b || more > most) continue;
      const auto least = whole.of(b, limit);
      if (least == limit) continue;
      const auto enough = a.cost + (least - b.cost) + more;
      ++so_far.pairs;
      so_far.wrong += whole.of(a, enough + 1) > enough ? 1U : 0U;
    }
  }
}
/// Compares whatever stands beside each other in beam searches of so many damaged traces.
template <protocol P>
compared compare_in_traces(damage done, std::size_t traces) {
  constexpr std::uint32_t above_bound = 8;
  const auto people = tiny_group<P>();
  const every_state<P> every(detail::group_of(people), most_options<P>);
  const auto alphabet = alphabet_of<P>(every, done);
  std::mt19937 random(42);
  compared all;
  for (; traces != 0; --traces) {
    const auto trace = damaged(every, alphabet, people.size(), random, done);
    if (proposes_too_much<P>(trace)) continue;
    const detail::alignment_problem<P> problem(trace, detail::group_of(people));
    const detail::order_bound<P> order(problem);
    const auto limit = order.least(0, 0) + above_bound;
    detail::beam_search<P> search(problem, order, 24, limit);
    while (!search.is_read()) {
      search.read_next();
      compare_all(search.context(), search.beam(), limit, all);
      search.prune_beam();
    }
  }
  return all;
}

TYPED_TEST(DominanceOf, CostsNoMoreThanItSays) {
  const auto all = compare_in_traces<TypeParam>({.times = 4}, 60);
  EXPECT_GT(all.pairs, 500U);
  EXPECT_EQ(all.wrong, 0U);
}
TYPED_TEST(DominanceOf, CostsNoMoreThanItSaysWherePeopleComeAndGo) {
  const auto all = compare_in_traces<TypeParam>({.times = 6, .with_leaving = true}, 150);
  EXPECT_GT(all.pairs, 50U);
  EXPECT_EQ(all.wrong, 0U);
}

}  // namespace dominance_test
