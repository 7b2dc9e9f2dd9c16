# SPDX-License-Identifier: MIT
# No macro of the library is seen behind balint.hpp but those that docs/reference/stability.md lists.
#
#   cmake -D COMPILER=… -D FILE=a file that includes it -P macros.cmake    (run in the project's folder)

execute_process(COMMAND ${COMPILER} -std=c++23 -Iinclude -dM -E ${FILE}
  RESULT_VARIABLE failed OUTPUT_VARIABLE all ERROR_VARIABLE said)
if(failed)
  message(FATAL_ERROR "${said}")
endif()
string(REGEX MATCHALL "#define [^\n]*(BALINT|balint)[A-Za-z0-9_]*" lines "${all}")
set(seen)
foreach(line IN LISTS lines)
  if(line MATCHES "#define ([A-Za-z0-9_]*(BALINT|balint)[A-Za-z0-9_]*)")
    list(APPEND seen ${CMAKE_MATCH_1})
  endif()
endforeach()
file(READ docs/reference/stability.md page)
string(REGEX MATCHALL "`BALINT_[A-Z_]+`" documented "${page}")
list(TRANSFORM documented REPLACE "`" "")
list(SORT seen)
list(SORT documented)
list(REMOVE_DUPLICATES seen)
list(REMOVE_DUPLICATES documented)
if(NOT seen STREQUAL documented)
  message(FATAL_ERROR "macros behind balint.hpp: ${seen}\nmacros that docs/reference/stability.md lists: ${documented}")
endif()
