// SPDX-License-Identifier: MIT
#pragma once
/// A trace with all that a search of it needs, and a partial alignment that has read so much of it.
#include <balint/alignment/search/detail/moves.hpp>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/conformance/traces.hpp"

namespace support {

/// A search of a trace in which every event that was read stays.
template <balint::protocol P>
class aligning {
 public:
  explicit aligning(std::vector<balint::event<P>> all, std::size_t events = 0,
                    balint::formation<P> people = formed<P>())
      : trace_(std::move(all)),
        people_(std::move(people)),
        problem(trace_, balint::detail::group_of(people_)),
        order(problem) {
    for (; events != 0; --events) stay();
  }
  aligning(const aligning&) = delete;
  aligning& operator=(const aligning&) = delete;

  /// The next event stays.
  void stay() {
    EXPECT_EQ(at.now.why_not(c.rest.next()), balint::detail::no_refusal) << c.rest.position();
    balint::detail::move_synchronously(c, at);
    c.rest.pass();
  }
  /// The next event goes.
  void go() {
    balint::detail::move_on_log(c, at);
    c.rest.pass();
  }
  /// The moves of a partial alignment.
  [[nodiscard]] auto moves(const balint::detail::partial_alignment<P>& d) const { return c.log.moves(d.last); }
  /// The names of what came in, in order.
  [[nodiscard]] std::vector<std::string_view> put_in(const balint::detail::partial_alignment<P>& d) const {
    std::vector<std::string_view> names;
    for (const auto& one : moves(d)) {
      if (one.kind == balint::detail::move_kind::on_model) names.push_back(balint::name_of<P>(one.what.act));
    }
    return names;
  }

 private:
  std::vector<balint::event<P>> trace_;
  balint::formation<P> people_;

 public:
  balint::detail::alignment_problem<P> problem;
  balint::detail::order_bound<P> order;
  balint::detail::search_context<P> c{problem, order, balint::detail::out_of_reach};
  balint::detail::partial_alignment<P> at{.now = balint::detail::engine<P>(problem.people())};
};

/// Where an alternative is that costs least; none: there is no alternative.
template <balint::protocol P>
[[nodiscard]] const balint::detail::partial_alignment<P>* cheapest(const balint::detail::alternatives<P>& ways) {
  const balint::detail::partial_alignment<P>* best = nullptr;
  for (const auto& d : ways) {
    if (best == nullptr || d.cost < best->cost) best = &d;
  }
  return best;
}

}  // namespace support
