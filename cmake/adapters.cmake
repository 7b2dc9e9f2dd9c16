# SPDX-License-Identifier: MIT
# An adapter is a part of floor 5 with packages of its own, a component of find_package(balint):
#
#   balint_adapter(text PACKAGES fmt TARGETS fmt::fmt)
#
# makes balint::text of include/balint/text/ where fmt is found. A folder that several adapters share is divided by
# FOLDER and FILES, patterns of names in it; NEEDS names adapters that come along.

set(balint_adapters "")
set(balint_headers_left_out "")

function(balint_adapter name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER" "FILES;NEEDS;PACKAGES;TARGETS")
  if(NOT arg_FOLDER)
    set(arg_FOLDER ${name})
  endif()
  if(NOT arg_FILES)
    set(arg_FILES *)
  endif()
  list(TRANSFORM arg_FILES PREPEND ${PROJECT_SOURCE_DIR}/include/balint/${arg_FOLDER}/)
  list(TRANSFORM arg_FILES APPEND .hpp)
  file(GLOB headers CONFIGURE_DEPENDS ${arg_FILES})
  set(missing "")
  foreach(package target IN ZIP_LISTS arg_PACKAGES arg_TARGETS)
    find_package(${package} QUIET)
    if(NOT TARGET ${target})
      list(APPEND missing ${package})
    endif()
  endforeach()
  foreach(need IN LISTS arg_NEEDS)
    if(NOT TARGET balint_${need})
      list(APPEND missing balint::${need})
    endif()
  endforeach()
  if(missing)
    message(STATUS "balint::${name} is left out: ${missing} was not found")
    set(balint_headers_left_out ${balint_headers_left_out} ${headers} PARENT_SCOPE)
    return()
  endif()
  list(TRANSFORM arg_NEEDS PREPEND balint:: OUTPUT_VARIABLE needed)
  add_library(balint_${name} INTERFACE)
  add_library(balint::${name} ALIAS balint_${name})
  set_target_properties(balint_${name} PROPERTIES
    EXPORT_NAME ${name}
    VERIFY_INTERFACE_HEADER_SETS ${PROJECT_IS_TOP_LEVEL})
  target_link_libraries(balint_${name} INTERFACE balint::balint ${needed} ${arg_TARGETS})
  target_sources(balint_${name} INTERFACE
    FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/include FILES ${headers})
  set(balint_adapters ${balint_adapters} ${name} PARENT_SCOPE)
  set(balint_${name}_packages ${arg_PACKAGES} PARENT_SCOPE)
  set(balint_${name}_needs ${arg_NEEDS} PARENT_SCOPE)
endfunction()
