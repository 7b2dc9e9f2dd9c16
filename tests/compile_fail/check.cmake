# SPDX-License-Identifier: MIT
# Compiles one file of this folder and looks at what the compiler says.
#
#   cmake -D MODE=misuse|twin -D FILE=tests/compile_fail/NAME.cpp -D COMPILER=… -D STANDARD=-std=c++23 -D COMPUTED=ON|OFF
#         [-D FLAGS=…] -P check.cmake
#
# Run in the project's folder. A misuse has to fail and to say what the file's first lines expect:
#   // section: CODE            one error, of the library: its message carries [CODE]
#   // expect: TEXT             somewhere in the output
#   // expect-computed: TEXT    the whole message, where COMPUTED says that the compiler computes messages
#   // names: WORD WORD …       at most 9 lines (12 about a declaration), and these words are in the first three of them
#   // lines: NUMBER            at most so many lines
#   // options: OPTION …        compiled with these options as well
# A twin has to compile without a word.

set(limit 9)
file(STRINGS ${FILE} declares REGEX "^#include \"circle")
if(declares)
  set(limit 12)
endif()

function(directives name result)
  file(STRINGS ${FILE} lines REGEX "^// ${name}: " ENCODING UTF-8)
  set(values)
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^// ${name}: " "" value "${line}")
    list(APPEND values "${value}")
  endforeach()
  set(${result} "${values}" PARENT_SCOPE)
endfunction()

directives(options options)
separate_arguments(options UNIX_COMMAND "${options} ${FLAGS}")
set(command ${COMPILER} ${STANDARD} -fsyntax-only -Iinclude ${options})
if(MODE STREQUAL "misuse")
  list(APPEND command -DMISUSE)
else()
  list(APPEND command -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
endif()

set(ENV{LC_ALL} C)
execute_process(COMMAND ${command} ${FILE} RESULT_VARIABLE failed OUTPUT_VARIABLE said ERROR_VARIABLE said)

string(REGEX MATCHALL "\n" ends "${said}")
list(LENGTH ends length)
set(wrong "")

if(MODE STREQUAL "twin")
  if(failed)
    string(APPEND wrong "the twin does not compile\n")
  elseif(NOT said STREQUAL "")
    string(APPEND wrong "the twin compiles with a warning\n")
  endif()
else()
  if(NOT failed)
    string(APPEND wrong "the misuse compiles\n")
  endif()

  directives(section sections)
  foreach(section IN LISTS sections)
    if(NOT said MATCHES "error: [^\n]*balint: [^\n]*\\[${section}\\]")
      string(APPEND wrong "no error says 'balint: …' with the section ${section}\n")
    endif()
    string(REGEX MATCHALL "[ :]error: " errors "${said}")
    list(LENGTH errors count)
    if(NOT count EQUAL 1)
      string(APPEND wrong "${count} errors instead of 1\n")
    endif()
  endforeach()

  directives(expect expected)
  if(COMPUTED)
    directives(expect-computed computed)
    list(APPEND expected ${computed})
  endif()
  foreach(text IN LISTS expected)
    string(FIND "${said}" "${text}" at)
    if(at EQUAL -1)
      string(APPEND wrong "the compiler does not say: ${text}\n")
    endif()
  endforeach()

  directives(lines most)
  if(most AND length GREATER most)
    string(APPEND wrong "${length} lines, more than ${most}\n")
  endif()

  directives(names names)
  if(names)
    if(length GREATER limit)
      string(APPEND wrong "${length} lines, more than ${limit}\n")
    endif()
    string(REGEX MATCH "^[^\n]*\n?[^\n]*\n?[^\n]*" top "${said}")
    separate_arguments(names)
    foreach(name IN LISTS names)
      if(NOT top MATCHES "[^a-z_]${name}[^a-z_]")
        string(APPEND wrong "the first three lines do not name ${name}\n")
      endif()
    endforeach()
  endif()
endif()

message("${length} lines:\n${said}")
if(wrong)
  message(FATAL_ERROR "${FILE}, ${MODE}\n${wrong}")
endif()
