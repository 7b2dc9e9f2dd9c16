# SPDX-License-Identifier: MIT
# Builds a project of this folder in an empty folder beside the library, and runs it: it prints printed.txt. Each program
# is named like its project, or `app`.
file(REMOVE_RECURSE ${place}/${project})
file(MAKE_DIRECTORY ${place})
file(COPY ${CMAKE_CURRENT_LIST_DIR}/${project} DESTINATION ${place})
file(CREATE_LINK ${source} ${place}/balint SYMBOLIC)

function(run result)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE complained)
  if(NOT code EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}: exit code ${code}\n${said}\n${complained}")
  endif()
  set(${result} "${said}" PARENT_SCOPE)
endfunction()

set(build ${place}/${project}/build)
run(said ${CMAKE_COMMAND} -G ${generator} -S ${place}/${project} -B ${build} -D CMAKE_CXX_COMPILER=${compiler}
  -D FETCHCONTENT_SOURCE_DIR_BALINT=${source})
run(said ${CMAKE_COMMAND} --build ${build})
if(EXISTS ${build}/${project})
  run(said ${build}/${project})
else()
  run(said ${build}/app)
endif()
file(READ ${place}/${project}/printed.txt expected)
if(NOT said STREQUAL expected)
  message(FATAL_ERROR "${project} printed\n${said}\nand not\n${expected}")
endif()
