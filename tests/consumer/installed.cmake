# SPDX-License-Identifier: MIT
# Installs the library beside the build and builds two projects with it: one with the README's first code, which has only
# find_package(balint), and one with every component. Runs the programs that were installed.
# Variables: source, build, compiler, generator; apps, whether the programs are installed.
cmake_minimum_required(VERSION 3.25)
set(place ${build}/consumer/installed)
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

# The installed programs, by name.
function(programs_in prefix variable)
  file(GLOB found RELATIVE ${prefix}/bin ${prefix}/bin/*)
  list(SORT found)
  set(${variable} ${found} PARENT_SCOPE)
endfunction()

write_readme_program(${place}/readme/main.cpp)
file(COPY ${source}/tests/consumer/readme/CMakeLists.txt DESTINATION ${place}/readme)
file(COPY ${source}/tests/consumer/components/ DESTINATION ${place}/components)

run(${CMAKE_COMMAND} --install ${build} --prefix ${place}/prefix)
foreach(project readme components)
  run(${CMAKE_COMMAND} -G ${generator} -S ${place}/${project} -B ${place}/${project}/build
    -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_PREFIX_PATH=${place}/prefix)
  run(${CMAKE_COMMAND} --build ${place}/${project}/build)
  run(${place}/${project}/build/app)
endforeach()

# The conformance suite is there.
foreach(file requirements.json schema/case.schema.json protocols/staff_group.json cases/student_group/stg-6-self-assessment.json)
  file(GLOB found ${place}/prefix/*/balint/suite/${file})
  if(NOT found)
    message(FATAL_ERROR "the suite was installed without ${file}")
  endif()
endforeach()

# The programs are there, and the kit finds the suite that was installed with it: from a folder that has none.
programs_in(${place}/prefix programs)
if(apps)
  if(NOT programs STREQUAL "check_session;conformance_kit;convert_log;model_coverage;monitor;player_check;simulate")
    message(FATAL_ERROR "other programs were installed: ${programs}")
  endif()
  foreach(program IN LISTS programs)
    run(${place}/prefix/bin/${program} --help)
    expect("Usage:")
  endforeach()
  run(${place}/prefix/bin/check_session ${source}/examples/data/student_conforming.jsonl)
  expect(": as the protocol has it")
  run(${CMAKE_COMMAND} -E chdir ${place} ${place}/prefix/bin/conformance_kit --print --only student_group/stg-6-self-assessment)
  expect("\"case\":\"student_group/stg-6-self-assessment\"")
elseif(programs)
  message(FATAL_ERROR "programs were installed: ${programs}")
endif()

# Without BALINT_INSTALL_APPS the library is installed and no program: not even its build is asked for.
run(${CMAKE_COMMAND} -G ${generator} -S ${source} -B ${place}/library -D CMAKE_CXX_COMPILER=${compiler}
  -D BALINT_BUILD_TESTS=OFF -D BALINT_INSTALL_APPS=OFF)
run(${CMAKE_COMMAND} --install ${place}/library --prefix ${place}/library/prefix)
programs_in(${place}/library/prefix programs)
if(programs OR NOT IS_DIRECTORY ${place}/library/prefix/include/balint/session)
  message(FATAL_ERROR "something else than the library was installed: ${programs}")
endif()

# A component that does not exist is said to be missing.
file(WRITE ${place}/missing/CMakeLists.txt
  "cmake_minimum_required(VERSION 3.25)\nproject(app LANGUAGES CXX)\nfind_package(balint REQUIRED COMPONENTS no_such)\n")
execute_process(
  COMMAND ${CMAKE_COMMAND} -G ${generator} -S ${place}/missing -B ${place}/missing/build
    -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_PREFIX_PATH=${place}/prefix
  RESULT_VARIABLE code ERROR_VARIABLE complained OUTPUT_QUIET)
if(code EQUAL 0 OR NOT complained MATCHES "without the component no_such")
  message(FATAL_ERROR "a missing component was not named:\n${complained}")
endif()
