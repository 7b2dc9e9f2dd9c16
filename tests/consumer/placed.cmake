# SPDX-License-Identifier: MIT
# The library where its users put it: a folder with a blank in its name, a prefix that is moved after it was installed, and
# a package that is made with DESTDIR.
# Variables: source, build, compiler, generator.
cmake_minimum_required(VERSION 3.25)
set(place ${build}/consumer/placed)
include(${CMAKE_CURRENT_LIST_DIR}/run.cmake)
set(library -D BALINT_BUILD_TESTS=OFF -D BALINT_BUILD_EXAMPLES=OFF)

# Everything in folders with a blank: the clone, the build, the prefix, the project that finds it.
set(blank "${place}/with a blank")
copy_library("${blank}/a clone")
file(COPY ${CMAKE_CURRENT_LIST_DIR}/core DESTINATION "${blank}")
configure("${blank}/a clone" "${blank}/its build" ${library})
run(${CMAKE_COMMAND} --build "${blank}/its build")
run(${CMAKE_COMMAND} --install "${blank}/its build" --prefix "${blank}/a prefix")
build_and_run("${blank}/core" "${blank}/core/build" -D "CMAKE_PREFIX_PATH=${blank}/a prefix")

# The prefix, moved: no installed file knows where it was, or where it was built.
file(RENAME "${blank}/a prefix" ${place}/moved)
build_and_run("${blank}/core" ${place}/core_moved -D CMAKE_PREFIX_PATH=${place}/moved)
file(GLOB_RECURSE files ${place}/moved/*.cmake)
list(LENGTH files count)
if(count LESS 5)
  message(FATAL_ERROR "only ${count} files of CMake were installed")
endif()
foreach(file IN LISTS files)
  file(READ ${file} text)
  if(text MATCHES "with a blank")
    message(FATAL_ERROR "${file} knows where it was installed or built")
  endif()
endforeach()

# DESTDIR: the prefix is below it, and nothing beside.
configure("${blank}/a clone" ${place}/packaged ${library} -D CMAKE_INSTALL_PREFIX=/opt/balint-of-a-package)
run(${CMAKE_COMMAND} -E env DESTDIR=${place}/root ${CMAKE_COMMAND} --install ${place}/packaged)
file(GLOB top RELATIVE ${place}/root ${place}/root/* ${place}/root/opt/*)
if(NOT top STREQUAL "opt;opt/balint-of-a-package")
  message(FATAL_ERROR "with DESTDIR, this was installed: ${top}")
endif()
if(EXISTS /opt/balint-of-a-package)
  message(FATAL_ERROR "DESTDIR was not heeded")
endif()
build_and_run("${blank}/core" ${place}/core_packaged -D CMAKE_PREFIX_PATH=${place}/root/opt/balint-of-a-package)
