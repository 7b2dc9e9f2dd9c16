# SPDX-License-Identifier: MIT
# The library as a part of another project, with add_subdirectory and with FetchContent: beside packages that are
# subprojects themselves, without rules for installing, tests or programs of its own.
# Variables: source, build, compiler, generator.
cmake_minimum_required(VERSION 3.25)
set(place ${build}/consumer/subproject)
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)
copy_library(${place}/balint)
file(COPY ${CMAKE_CURRENT_LIST_DIR}/subproject DESTINATION ${place})

# Nothing of the library is installed, tested or built in that project's build.
function(is_quiet project)
  file(MAKE_DIRECTORY ${place}/prefix)
  run(${CMAKE_COMMAND} --install ${project} --prefix ${place}/prefix)
  file(GLOB_RECURSE installed ${place}/prefix/*)
  if(installed)
    message(FATAL_ERROR "a subproject installs ${installed}")
  endif()
  run(${CMAKE_CTEST_COMMAND} --test-dir ${project} -N)
  expect("Total Tests: 0")
  run(${CMAKE_COMMAND} --build ${project} --target help)
  if(said MATCHES "check_session|_test|verify_interface|balint_warnings")
    message(FATAL_ERROR "a subproject makes targets that its project did not ask for:\n${said}")
  endif()
endfunction()

# A variable of the project around it is not taken for one of the library's (`packages` is one of both).
# Packages that are subprojects, in front of the library and behind it, and none of them.
foreach(packages before behind none)
  build_and_run(${place}/subproject ${place}/${packages} -D balint=${place}/balint -D packages=${packages})
  is_quiet(${place}/${packages})
endforeach()

# FetchContent, from an archive.
execute_process(COMMAND ${CMAKE_COMMAND} -E tar czf ${place}/balint.tar.gz balint WORKING_DIRECTORY ${place})
build_and_run(${place}/subproject ${place}/fetched -D "balint=file://${place}/balint.tar.gz" -D packages=before)
is_quiet(${place}/fetched)

# BALINT_INSTALL asks for the rules all the same.
build_and_run(${place}/subproject ${place}/installs -D balint=${place}/balint -D packages=none -D BALINT_INSTALL=ON)
run(${CMAKE_COMMAND} --install ${place}/installs --prefix ${place}/prefix)
if(NOT EXISTS ${place}/prefix/include/balint/balint.hpp)
  message(FATAL_ERROR "BALINT_INSTALL installs nothing")
endif()

# BALINT_ADAPTERS: what it does not name is not looked for.
function(adapters list expected)
  file(REMOVE_RECURSE ${place}/adapters)
  file(WRITE ${place}/adapters.cmake "set(BALINT_ADAPTERS \"${list}\" CACHE STRING \"\")\n")
  configure(${place}/subproject ${place}/adapters -D balint=${place}/balint -D packages=none
    -C ${place}/adapters.cmake ${ARGN})
  expect("components: ${expected}.")
endfunction()
adapters("" "balint alignment monitoring log words csv ocel")
adapters("text" "balint alignment monitoring log text words csv ocel")
adapters("csv;jsonl" "balint alignment monitoring log words jsonl csv ocel")
adapters("any" "balint alignment monitoring log words jsonl csv xes ocel any")
adapters("all" "balint alignment monitoring log text testing words jsonl csv xes ocel any")
adapters("all" "balint alignment monitoring log testing words jsonl csv xes ocel any" -D CMAKE_DISABLE_FIND_PACKAGE_fmt=ON)
execute_process(
  COMMAND ${CMAKE_COMMAND} -G ${generator} -S ${place}/subproject -B ${place}/adapters -D BALINT_ADAPTERS=no_such
  RESULT_VARIABLE code ERROR_VARIABLE complained OUTPUT_QUIET)
if(code EQUAL 0 OR NOT complained MATCHES "BALINT_ADAPTERS names no_such")
  message(FATAL_ERROR "a component that does not exist was not refused:\n${complained}")
endif()
