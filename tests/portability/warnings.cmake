# SPDX-License-Identifier: MIT
# Compiles a unit as users do, at several levels of optimisation: no header of the library warns. At -O3 also where the
# library is among the system's headers, as g++ then still warns of what it has inlined.
# Variables: compiler, source, unit, packages (further include folders).
cmake_minimum_required(VERSION 3.25)
set(system "")
foreach(folder IN LISTS packages)
  list(APPEND system -isystem ${folder})
endforeach()
set(strict -Wall -Wextra -Wconversion -Wshadow -I${source}/include)
set(wrong "")
foreach(flags "-O0;${strict}" "-O2;${strict}" "-O3;${strict}" "-O3;-DNDEBUG;-Wall;-isystem;${source}/include")
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
