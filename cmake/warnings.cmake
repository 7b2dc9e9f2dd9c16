# SPDX-License-Identifier: MIT
# The warnings that the project's own code is held to. They are errors for the presets that test it (BALINT_WERROR) and
# for nobody else: the next compiler has warnings that nobody has seen yet. Users of the library get none of these flags.
option(BALINT_WERROR "Take the warnings of the project's own code for errors" OFF)
add_library(balint_warnings INTERFACE)
target_compile_options(balint_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow
  $<$<BOOL:${BALINT_WERROR}>:-Werror>
  $<$<CXX_COMPILER_ID:Clang>:-Wconsumed>)
