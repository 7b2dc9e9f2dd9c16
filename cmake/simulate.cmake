# SPDX-License-Identifier: MIT
# Whether the program simulate can be built here: balint_has_simulate.
find_package(tomlplusplus QUIET)
set(balint_has_simulate OFF)
if(tomlplusplus_FOUND AND TARGET balint::experiment_players AND TARGET balint::deviation AND TARGET balint::calibration)
  set(balint_has_simulate ON)
endif()
