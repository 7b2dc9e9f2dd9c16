// SPDX-License-Identifier: MIT
// A protocol has more than 63 acts.
// section: protocol_too_large
// expect: at most 63 acts
// names: talk acts
#include "circle.hpp"

#include <cstddef>
#include <utility>

using namespace balint;
using namespace balint::declare;

#ifdef MISUSE
constexpr std::size_t steps = 61;
#else
constexpr std::size_t steps = 60;
#endif

template <std::size_t Number>
struct step final : act_on<> {
  static constexpr char digits[] = {'s', static_cast<char>('0' + Number / 10), static_cast<char>('0' + Number % 10)};
  static constexpr std::string_view name{digits, 3}, source = "house";
};
template <std::size_t... Numbers>
sequence<in<stage::closing, may<role::participant, step<Numbers>>...>> all_steps(std::index_sequence<Numbers...>);

/// Three acts are open throughout.
struct talk : circle {
  using order = decltype(all_steps(std::make_index_sequence<steps>{}));
};
static_assert(well_formed<talk>());
