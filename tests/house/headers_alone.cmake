# SPDX-License-Identifier: MIT
# Compiles every header alone and makes sure that none was left out.
# cmake -D SOURCE_DIR=... -D BINARY_DIR=... -D CONFIG=... -D LEFT_OUT=... -P headers_alone.cmake
cmake_minimum_required(VERSION 3.25)

execute_process(
  COMMAND ${CMAKE_COMMAND} --build ${BINARY_DIR} --config "${CONFIG}" --target all_verify_interface_header_sets
  RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "a header does not compile alone")
endif()

# An object file for each header of the core and of every adapter that is built.
file(GLOB_RECURSE headers RELATIVE ${SOURCE_DIR}/include ${SOURCE_DIR}/include/balint/*.hpp)
file(GLOB_RECURSE objects RELATIVE ${BINARY_DIR}
  ${BINARY_DIR}/CMakeFiles/*_verify_interface_header_sets.dir/*.o
  ${BINARY_DIR}/CMakeFiles/*_verify_interface_header_sets.dir/*.obj)
set(missing "")
set(count 0)
foreach(header IN LISTS headers)
  if("${SOURCE_DIR}/include/${header}" IN_LIST LEFT_OUT)
    continue()
  endif()
  string(REGEX REPLACE "[.]hpp$" "" name ${header})
  set(compiled ${objects})
  list(FILTER compiled INCLUDE REGEX "/${name}[.]hpp[^/]*[.]o(bj)?$")
  if(compiled)
    math(EXPR count "${count} + 1")
  else()
    list(APPEND missing ${header})
  endif()
endforeach()
if(missing)
  list(JOIN missing "\n  " missing)
  message(FATAL_ERROR "not compiled alone, for it is in no header set:\n  ${missing}")
endif()
if(count EQUAL 0)
  message(FATAL_ERROR "no header was compiled")
endif()
message(STATUS "${count} headers compile alone")
