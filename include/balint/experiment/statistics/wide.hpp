// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Whole numbers of 128 bits, which g++ and clang have: sums in them are the same in any order.

namespace balint::experiment {

/// A whole number of 128 bits.
__extension__ typedef __int128 int128;
/// One without a sign.
__extension__ typedef unsigned __int128 uint128;

}  // namespace balint::experiment
