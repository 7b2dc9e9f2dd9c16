# SPDX-License-Identifier: MIT
# Builds the site and follows its links.
# cmake -D DOXYGEN=... -D SITE_DIR=... -D LINKS=... -P build.cmake
cmake_minimum_required(VERSION 3.25)
file(REMOVE_RECURSE ${SITE_DIR}/html)
execute_process(COMMAND ${DOXYGEN} ${SITE_DIR}/Doxyfile RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "Doxygen has complaints")
endif()
execute_process(COMMAND ${LINKS} ${SITE_DIR}/html RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "a link leads nowhere")
endif()
message(STATUS "The site begins at ${SITE_DIR}/html/index.html")
