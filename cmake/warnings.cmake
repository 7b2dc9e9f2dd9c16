# SPDX-License-Identifier: MIT
# The warnings the project's own code is held to, as errors; users get none of these flags.
add_library(balint_warnings INTERFACE)
target_compile_options(balint_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  $<$<CXX_COMPILER_ID:Clang>:-Wconsumed>)
