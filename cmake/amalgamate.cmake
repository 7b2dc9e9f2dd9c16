# SPDX-License-Identifier: MIT
# Writes the core of the library into one header, for those who want a single file: a copy in a project without a build
# system, or Compiler Explorer. It is <balint/balint.hpp> with each header of the library in the place of its first
# #include; lines that are only comments are left out.
#
#   cmake -D OUTPUT=…/balint.hpp [-D HEADERS=balint/balint.hpp] -P cmake/amalgamate.cmake
#
# HEADERS may name further headers that need no package, as balint/alignment/repair.hpp: a list.
cmake_minimum_required(VERSION 3.25)
cmake_path(SET include NORMALIZE ${CMAKE_CURRENT_LIST_DIR}/../include)
if(NOT HEADERS)
  set(HEADERS balint/balint.hpp)
endif()
if(NOT OUTPUT)
  message(FATAL_ERROR "say where the header goes: -D OUTPUT=…")
endif()

set(balint_seen "")
set(balint_text "")
# Appends a header behind those that it includes. All in strings, since a list of lines would lose semicolons and brackets.
function(balint_append header)
  if(header IN_LIST balint_seen)
    return()
  endif()
  list(APPEND balint_seen ${header})
  file(READ ${include}/${header} rest)
  string(PREPEND rest "\n")
  string(REPLACE "\n#pragma once\n" "\n" rest "${rest}")
  while(TRUE)
    string(FIND "${rest}" "\n#include <balint/" at)
    if(at EQUAL -1)
      break()
    endif()
    string(SUBSTRING "${rest}" 0 ${at} before)
    math(EXPR at "${at} + 11")
    string(SUBSTRING "${rest}" ${at} -1 rest)
    string(FIND "${rest}" ">" end)
    string(SUBSTRING "${rest}" 0 ${end} included)
    math(EXPR end "${end} + 1")
    string(SUBSTRING "${rest}" ${end} -1 rest)
    string(APPEND balint_text "${before}\n")
    balint_append(${included})
  endwhile()
  string(APPEND balint_text "${rest}")
  set(balint_seen ${balint_seen} PARENT_SCOPE)
  set(balint_text "${balint_text}" PARENT_SCOPE)
endfunction()
foreach(header IN LISTS HEADERS)
  balint_append(${header})
endforeach()

# Each header of the standard library once, in front; no comments; no blank lines.
string(REGEX MATCHALL "\n#include <[a-z_/]+>" standard "${balint_text}")
string(REGEX REPLACE "\n#include <[a-z_/]+>[^\n]*" "" balint_text "${balint_text}")
list(SORT standard)
list(REMOVE_DUPLICATES standard)
list(JOIN standard "" standard)
string(REGEX REPLACE "\n *//[^\n]*" "" balint_text "${balint_text}")
string(REGEX REPLACE "  +//[/ ][^\n\"]*\n" "\n" balint_text "${balint_text}")
string(REGEX REPLACE "\n\n+" "\n" balint_text "${balint_text}")

set(version "")
foreach(part MAJOR MINOR PATCH)
  string(REGEX MATCH "#define BALINT_VERSION_${part} ([0-9]+)" found "${balint_text}")
  list(APPEND version ${CMAKE_MATCH_1})
endforeach()
list(JOIN version "." version)
file(READ ${CMAKE_CURRENT_LIST_DIR}/../LICENSE license)
string(REGEX REPLACE "\n$" "" license "${license}")
string(REGEX REPLACE "\n" "\n// " license "\n${license}")
string(REGEX REPLACE "// \n" "//\n" license "${license}")
file(WRITE ${OUTPUT} "// SPDX-License-Identifier: MIT
// balint ${version} in one header, made by cmake/amalgamate.cmake from include/balint/: change those.
//${license}
#pragma once${standard}
${balint_text}")
