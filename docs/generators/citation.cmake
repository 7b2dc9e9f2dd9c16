# SPDX-License-Identifier: MIT
# CITATION.cff has the version of the project: cmake -D source=... -D version=... -P citation.cmake
file(STRINGS ${source}/CITATION.cff stated REGEX "^version: ")
if(NOT stated STREQUAL "version: ${version}")
  message(FATAL_ERROR "CITATION.cff says '${stated}', and the project has version ${version}")
endif()
