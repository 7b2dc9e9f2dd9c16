# SPDX-License-Identifier: MIT
# Builds the site, judges what Doxygen warned of and follows the links.
# cmake -D DOXYGEN=... -D SITE_DIR=... -D MEMBERS=... -D LINKS=... -P build.cmake
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${SITE_DIR}/html)
file(REMOVE ${SITE_DIR}/warnings.txt)
execute_process(COMMAND ${DOXYGEN} ${SITE_DIR}/Doxyfile RESULT_VARIABLE failed)
if(failed OR NOT EXISTS ${SITE_DIR}/warnings.txt)
  message(FATAL_ERROR "Doxygen failed")
endif()
execute_process(COMMAND sh ${CMAKE_CURRENT_LIST_DIR}/warnings.sh ${MEMBERS} ${SITE_DIR}/warnings.txt RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "Doxygen has complaints")
endif()
execute_process(COMMAND ${LINKS} ${SITE_DIR}/html RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "a link leads nowhere")
endif()
message(STATUS "The site begins at ${SITE_DIR}/html/index.html")
