# SPDX-License-Identifier: MIT
# Compiles a unit as users do: no header of the library warns. At -O0 that is what the tests themselves are compiled with;
# here it is at -O3, also where the library is among the system's headers, as g++ then still warns of what it has
# inlined. clang warns before it optimises. EVERYTHING=1 in the environment compiles at each level.
# Variables: compiler, source, unit, packages (further include folders).
cmake_minimum_required(VERSION 3.25)
set(system "")
foreach(folder IN LISTS packages)
  list(APPEND system -isystem ${folder})
endforeach()
set(strict -Wall -Wextra -Wconversion -Wshadow -I${source}/include)
set(wrong "")
set(as_system -DNDEBUG -Wall -isystem ${source}/include)
# g++ takes the address of a template's constant for one that may be null when it looks for null (its bug 71962).
set(undefined -fsanitize=undefined -fno-sanitize=null,nonnull-attribute,returns-nonnull-attribute -I${source}/include)
if(DEFINED ENV{EVERYTHING})
  set(ways "-O0 strict" "-O1 strict" "-O2 strict" "-O3 strict" "-O3 as_system")
elseif(compiler MATCHES "clang")
  set(ways "-fsyntax-only strict" "-fsyntax-only as_system")
else()
  set(ways "-O3 strict" "-O3 as_system")
endif()
if(NOT compiler MATCHES "clang" AND unit STREQUAL "core")
  list(APPEND ways "-fsyntax-only undefined")
endif()
foreach(way IN LISTS ways)
  string(REPLACE " " ";" way "${way}")
  list(GET way 0 flags)
  list(GET way 1 how)
  list(APPEND flags ${${how}})
  execute_process(
    COMMAND ${compiler} -std=c++23 -Werror ${flags} ${system} -c ${source}/tests/portability/units/${unit}.cpp -o /dev/null
    RESULT_VARIABLE failed ERROR_VARIABLE said OUTPUT_VARIABLE said)
  if(failed)
    string(APPEND wrong "${compiler} ${flags}:\n${said}\n")
  endif()
endforeach()
if(wrong)
  message(FATAL_ERROR "${wrong}")
endif()
