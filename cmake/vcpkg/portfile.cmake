# SPDX-License-Identifier: MIT
# An overlay port, which takes the tree that it stands in: vcpkg install balint[text,any] --overlay-ports=cmake/vcpkg
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)

set(VCPKG_BUILD_TYPE release) # headers alone
set(adapters ${FEATURES})
list(REMOVE_ITEM adapters core)
string(REPLACE ";" "\\;" adapters "${adapters}")

vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS
    -DBALINT_BUILD_TESTS=OFF
    -DBALINT_BUILD_EXAMPLES=OFF
    -DBALINT_BUILD_BENCH=OFF
    -DBALINT_BUILD_DOCS=OFF
    "-DBALINT_ADAPTERS=${adapters}")
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/balint)
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/lib" "${CURRENT_PACKAGES_DIR}/debug")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
