# SPDX-License-Identifier: MIT
# Components that cannot be had: those that are optional leave the rest found, those that are required are named, with the
# package that is missing.
# Variables: source, build, compiler, generator.
cmake_minimum_required(VERSION 3.25)
set(place ${build}/consumer/optional)
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)

configure(${source} ${place}/library -D BALINT_BUILD_TESTS=OFF -D BALINT_BUILD_EXAMPLES=OFF)
run(${CMAKE_COMMAND} --install ${place}/library --prefix ${place}/prefix)

# What find_package says, as `balint_FOUND`, then each component that was found.
file(WRITE ${place}/project/CMakeLists.txt [[
cmake_minimum_required(VERSION 3.25)
project(app LANGUAGES CXX)
include(wanted.cmake)
find_package(balint ${wanted})
set(found "${balint_FOUND}")
foreach(component text words jsonl csv xes ocel any log monitoring alignment testing)
  if(balint_${component}_FOUND)
    if(NOT TARGET balint::${component})
      message(FATAL_ERROR "${component} is found and is no target")
    endif()
    string(APPEND found " ${component}")
  elseif(TARGET balint::${component})
    message(FATAL_ERROR "${component} is a target and was not found")
  endif()
endforeach()
message(STATUS "found: ${found}.")
]])
function(finds wanted without expected)
  set(options "")
  foreach(package IN LISTS without)
    list(APPEND options -D CMAKE_DISABLE_FIND_PACKAGE_${package}=ON)
  endforeach()
  file(REMOVE_RECURSE ${place}/project/build)
  file(WRITE ${place}/project/wanted.cmake "set(wanted ${wanted})\n")
  configure(${place}/project ${place}/project/build -D CMAKE_PREFIX_PATH=${place}/prefix ${options})
  expect("found: ${expected}.")
endfunction()
finds("OPTIONAL_COMPONENTS;text;csv" fmt "1 csv log alignment")
finds("COMPONENTS;csv;OPTIONAL_COMPONENTS;text" fmt "1 csv log alignment")
finds("OPTIONAL_COMPONENTS;any;text" simdjson "1 text csv xes ocel log monitoring alignment")
finds("OPTIONAL_COMPONENTS;xes;jsonl" "LibXml2;ZLIB" "1 jsonl log monitoring")
finds("OPTIONAL_COMPONENTS;no_such;ocel" "" "1 ocel log")
finds("OPTIONAL_COMPONENTS;balint;text" "" "1 text alignment")
finds("OPTIONAL_COMPONENTS;words" "" "1 words log")
finds("COMPONENTS;balint" "" "1")
finds("" "fmt;simdjson;LibXml2;ZLIB;GTest" "1")
finds("COMPONENTS;text;csv" fmt "0 csv log alignment")

# Required, it is an error that says why.
function(refuses wanted without expected)
  file(REMOVE_RECURSE ${place}/project/build)
  file(WRITE ${place}/project/wanted.cmake "set(wanted ${wanted})\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -G ${generator} -S ${place}/project -B ${place}/project/build
      -D CMAKE_CXX_COMPILER=${compiler} -D CMAKE_PREFIX_PATH=${place}/prefix
      -D CMAKE_DISABLE_FIND_PACKAGE_${without}=ON
    RESULT_VARIABLE code ERROR_VARIABLE complained OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " complained "${complained}")
  if(code EQUAL 0 OR NOT complained MATCHES "${expected}")
    message(FATAL_ERROR "${wanted} without ${without}: exit code ${code}, and nothing says \"${expected}\":\n${complained}")
  endif()
endfunction()
refuses("REQUIRED;COMPONENTS;text" fmt "the component text of balint needs fmt, which was not found")
refuses("REQUIRED;COMPONENTS;any" simdjson "the component any of balint needs simdjson, which was not found")
refuses("REQUIRED;COMPONENTS;csv;no_such" none "balint was installed without the component no_such")
