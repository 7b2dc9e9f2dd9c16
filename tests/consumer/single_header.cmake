# SPDX-License-Identifier: MIT
# The core in one header: installed, it compiles alone and runs the README's program, without a warning; it is small enough
# to be pasted somewhere. So does one with more of what needs no package.
# Variables: source, build, compiler, generator.
cmake_minimum_required(VERSION 3.25)
set(place ${build}/consumer/single_header)
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)
set(flags -std=c++23 -O2 -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)

configure(${source} ${place}/library -D BALINT_BUILD_TESTS=OFF -D BALINT_BUILD_EXAMPLES=OFF)
run(${CMAKE_COMMAND} --install ${place}/library --prefix ${place}/prefix)
set(header ${place}/prefix/share/balint/single_header/balint.hpp)
file(SIZE ${header} size)
message(STATUS "${size} bytes")
if(size GREATER 327680 OR size LESS 100000)
  message(FATAL_ERROR "the header has ${size} bytes")
endif()
file(READ ${header} text)
foreach(wrong "#include <balint/" "\n  // ")
  string(FIND "${text}" "${wrong}" at)
  if(NOT at EQUAL -1)
    message(FATAL_ERROR "the header still has \"${wrong}\"")
  endif()
endforeach()

# As a user has it: the file beside the program.
write_readme_program(${place}/readme/main.cpp)
file(READ ${place}/readme/main.cpp code)
string(REPLACE "<balint/balint.hpp>" "\"balint.hpp\"" code "${code}")
file(WRITE ${place}/readme/main.cpp "${code}")
file(COPY ${header} DESTINATION ${place}/readme)
run(${compiler} ${flags} -o ${place}/readme/app ${place}/readme/main.cpp)
run(${place}/readme/app)

# Two of a program's files may include it.
file(WRITE ${place}/readme/other.cpp "#include \"balint.hpp\"\n#include \"balint.hpp\"\n")
run(${compiler} ${flags} -o ${place}/readme/app ${place}/readme/main.cpp ${place}/readme/other.cpp)

# Other headers that need no package.
run(${CMAKE_COMMAND} -D OUTPUT=${place}/more/balint.hpp
  -D "HEADERS=balint/balint.hpp\\;balint/monitoring/monitor.hpp\\;balint/alignment/repair.hpp"
  -P ${source}/cmake/amalgamate.cmake)
file(WRITE ${place}/more/main.cpp "#include \"balint.hpp\"\n")
run(${compiler} ${flags} -fsyntax-only ${place}/more/main.cpp)
