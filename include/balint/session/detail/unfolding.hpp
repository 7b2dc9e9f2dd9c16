// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Whether every act gets functions of its own.

namespace balint::detail {

/// Where the compiler optimises, every act gets functions of its own, in which its row is a constant: that is as fast
/// as one would write it by hand. Where it does not, one function reads the rows, and costs a user's compiler little.
#if defined(__OPTIMIZE__)
inline constexpr bool unfolds_acts = true;
/// @cond
#define BALINT_UNFOLDED [[gnu::always_inline]]
/// @endcond
#else
inline constexpr bool unfolds_acts = false;
/// @cond
#define BALINT_UNFOLDED
/// @endcond
#endif

}  // namespace balint::detail
