// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The version of the library.

/// Grows when code that used the library may no longer compile.
#define BALINT_VERSION_MAJOR 0
/// Grows with what is new; below 1.0.0 also with what no longer compiles.
#define BALINT_VERSION_MINOR 1
/// Grows with what is fixed.
#define BALINT_VERSION_PATCH 0
