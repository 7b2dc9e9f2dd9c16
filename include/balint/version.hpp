// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The version of the library.

#define BALINT_VERSION_MAJOR 0
#define BALINT_VERSION_MINOR 1
#define BALINT_VERSION_PATCH 0
