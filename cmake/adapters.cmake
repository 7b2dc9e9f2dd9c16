# SPDX-License-Identifier: MIT
# An adapter is a folder of floor 5 with a package of its own: balint_adapter(text PACKAGE fmt TARGET fmt::fmt) makes
# balint::text of include/balint/text/ where fmt is found.

set(balint_adapters "")

function(balint_adapter name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "PACKAGE;TARGET" "")
  find_package(${arg_PACKAGE} QUIET)
  if(NOT TARGET ${arg_TARGET})
    message(STATUS "balint::${name} is left out: ${arg_PACKAGE} was not found")
    return()
  endif()
  add_library(balint_${name} INTERFACE)
  add_library(balint::${name} ALIAS balint_${name})
  set_target_properties(balint_${name} PROPERTIES
    EXPORT_NAME ${name}
    VERIFY_INTERFACE_HEADER_SETS ${PROJECT_IS_TOP_LEVEL})
  target_link_libraries(balint_${name} INTERFACE balint::balint ${arg_TARGET})
  file(GLOB headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/balint/${name}/*.hpp)
  target_sources(balint_${name} INTERFACE
    FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${headers})
  set(balint_adapters ${balint_adapters} ${name} PARENT_SCOPE)
  set(balint_${name}_package ${arg_PACKAGE} PARENT_SCOPE)
endfunction()
