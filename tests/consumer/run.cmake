# SPDX-License-Identifier: MIT
# What the tests here share. `place` is an empty folder for each.
file(REMOVE_RECURSE ${place})
file(MAKE_DIRECTORY ${place})

# Runs a command that has to work; what it printed is in `said`.
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE complained)
  if(NOT code EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}: exit code ${code}\n${said}\n${complained}")
  endif()
  set(said "${said}" PARENT_SCOPE)
endfunction()

# `said` has to hold a text.
function(expect text)
  string(FIND "${said}" "${text}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "nothing says \"${text}\":\n${said}")
  endif()
endfunction()

# Configures a project; further arguments go to CMake.
macro(configure from to)
  run(${CMAKE_COMMAND} -G ${generator} -S ${from} -B ${to} -D CMAKE_CXX_COMPILER=${compiler} ${ARGN})
endmacro()

# Configures and builds a project whose program is `app`, and runs it.
macro(build_and_run from to)
  configure(${from} ${to} ${ARGN})
  run(${CMAKE_COMMAND} --build ${to})
  run(${to}/app)
endmacro()

# Copies what a clone has that the library is made of.
function(copy_library to)
  file(COPY ${source}/CMakeLists.txt ${source}/LICENSE ${source}/cmake ${source}/include DESTINATION ${to})
  file(COPY ${source}/tests/suite DESTINATION ${to}/tests)
  file(COPY ${source}/docs/reference/balint.xesext DESTINATION ${to}/docs/reference)
endfunction()

# The first C++ code of the README, word for word.
function(write_readme_program to)
  file(READ ${source}/README.md readme)
  string(FIND "${readme}" "```cpp\n" from)
  if(from EQUAL -1)
    message(FATAL_ERROR "the README has no C++ code")
  endif()
  math(EXPR from "${from} + 7")
  string(SUBSTRING "${readme}" ${from} -1 readme)
  string(FIND "${readme}" "```" to_end)
  string(SUBSTRING "${readme}" 0 ${to_end} code)
  file(WRITE ${to} "${code}")
endfunction()
