# SPDX-License-Identifier: MIT
# Every section that a message in the headers names has a misuse here, and no misuse names a section that no message has.
#
#   cmake -P sections.cmake    (run in the project's folder)

function(all_of pattern result)
  set(found)
  foreach(file IN LISTS ARGN)
    file(READ ${file} text)
    string(REGEX MATCHALL "${pattern}" matches "${text}")
    foreach(match IN LISTS matches)
      string(REGEX REPLACE "${pattern}" "\\1" section "${match}")
      list(APPEND found ${section})
    endforeach()
  endforeach()
  list(REMOVE_DUPLICATES found)
  list(SORT found)
  set(${result} "${found}" PARENT_SCOPE)
endfunction()

file(GLOB_RECURSE headers include/balint/*.hpp)
file(GLOB misuses tests/compile_fail/*.cpp)
# The bracket is outside the group: a bracket in a list of CMake would join its items.
all_of("([a-z_]+)]\"" in_headers ${headers})
all_of("// section: ([a-z_]+)" in_misuses ${misuses})

set(untested ${in_headers})
list(REMOVE_ITEM untested ${in_misuses})
set(unknown ${in_misuses})
list(REMOVE_ITEM unknown ${in_headers})
if(untested OR unknown OR NOT in_headers)
  message(FATAL_ERROR "messages without a misuse: ${untested}\nmisuses without a message: ${unknown}")
endif()
