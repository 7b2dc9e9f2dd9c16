# SPDX-License-Identifier: MIT
# Installing: headers, targets and a package for find_package(balint [COMPONENTS text jsonl …]).

include(CMakePackageConfigHelpers)

set(balint_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/balint)

install(TARGETS balint EXPORT balint-targets FILE_SET HEADERS)
install(EXPORT balint-targets NAMESPACE balint:: DESTINATION ${balint_cmake_dir})

# The conformance suite is data: for implementations in any language.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/tests/suite/cases ${PROJECT_SOURCE_DIR}/tests/suite/protocols
  ${PROJECT_SOURCE_DIR}/tests/suite/schema DESTINATION ${CMAKE_INSTALL_DATADIR}/balint/suite)
install(FILES ${PROJECT_SOURCE_DIR}/tests/suite/requirements.json DESTINATION ${CMAKE_INSTALL_DATADIR}/balint/suite)

set(balint_component_packages "")
foreach(component IN LISTS balint_components_built)
  install(TARGETS balint_${component} EXPORT balint-${component}-targets FILE_SET HEADERS)
  install(EXPORT balint-${component}-targets NAMESPACE balint:: DESTINATION ${balint_cmake_dir})
  string(APPEND balint_component_packages "set(balint_${component}_packages ${balint_${component}_packages})\n"
    "set(balint_${component}_needs ${balint_${component}_needs})\n")
  foreach(package IN LISTS balint_${component}_packages)
    string(APPEND balint_component_packages "set(balint_target_of_${package} ${balint_target_of_${package}})\n")
  endforeach()
endforeach()

configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/balint-config.cmake.in ${PROJECT_BINARY_DIR}/balint-config.cmake
  INSTALL_DESTINATION ${balint_cmake_dir})
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/balint-config-version.cmake
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(
  FILES ${PROJECT_BINARY_DIR}/balint-config.cmake ${PROJECT_BINARY_DIR}/balint-config-version.cmake
    ${CMAKE_CURRENT_LIST_DIR}/FindRandom123.cmake
  DESTINATION ${balint_cmake_dir})

# What a XES log's extension means, for those who read one with another program.
install(FILES ${PROJECT_SOURCE_DIR}/docs/reference/balint.xesext DESTINATION ${CMAKE_INSTALL_DATADIR}/balint)

# The core in one header, made when it is installed.
install(CODE "execute_process(
  COMMAND \"${CMAKE_COMMAND}\" -D \"OUTPUT=${PROJECT_BINARY_DIR}/single_header/balint.hpp\"
    -P \"${CMAKE_CURRENT_LIST_DIR}/amalgamate.cmake\"
  COMMAND_ERROR_IS_FATAL ANY)")
install(FILES ${PROJECT_BINARY_DIR}/single_header/balint.hpp DESTINATION ${CMAKE_INSTALL_DATADIR}/balint/single_header)
