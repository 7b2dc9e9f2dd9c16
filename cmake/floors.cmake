# SPDX-License-Identifier: MIT
# The house, once: CMake, the house test and the documentation read it from here.
#
# A folder of include/balint/ is one idea. It stands on a floor, belongs to a component of find_package(balint), and may
# include its own folder and lower floors only, and of those only what its component needs. `balint` is the component
# that everybody has: the core. `-` means nothing.
set(balint_floors
  # folder         floor  component   needs                      packages
  "vocabulary      0      balint      -                          -"
  "process         0      process     -                          POSIX"
  "protocol        1      balint      -                          -"
  "random          1      random      -                          Random123"
  "protocols       2      balint      -                          -"
  "group           2      balint      -                          -"
  "session         3      balint      -                          -"
  "transcript      4      balint      -                          -"
  "menu            4      balint      -                          -"
  "conformance     4      balint      -                          -"
  "simulation      4      simulation  random                     -"
  "simulation/policies 5  simulation  random                     -"
  "deviation       5      deviation   random                     -"
  "alignment/search 5     alignment   -                          -"
  "monitoring      5      monitoring  -                          -"
  "alignment       6      alignment   -                          -"
  "calibration     6      calibration random,simulation          Boost"
  "log             6      log         -                          -"
  "log/file        6      log         -                          POSIX"
  "experiment/statistics 6 experiment random,simulation,log      Boost"
  "text            7      text        alignment                  fmt"
  "testing         7      testing     alignment                  GTest"
  "words           7      words       log                        -"
  "experiment/blocks 7    experiment  random,simulation,log      -"
  "log/jsonl       7      jsonl       log,monitoring             simdjson"
  "log/csv         7      csv         log                        -"
  "log/xes         7      xes         log                        LibXml2,ZLIB"
  "log/ocel        7      ocel        log                        -"
  "players         8      players     simulation,words,jsonl,process simdjson,POSIX"
  "experiment      8      experiment  random,simulation,log      -"
  "log/any         8      any         jsonl,csv,xes,ocel         simdjson"
  "experiment/mpi  9      mpi         experiment                 MPI"
  "experiment/players 9   experiment_players experiment,players  -")

# The packages: what CMake links, and what their headers begin with. POSIX is the system's: there is nothing to find.
set(balint_packages
  # package   target             headers
  "fmt        fmt::fmt           fmt/"
  "Boost      Boost::headers     boost/"
  "GTest      GTest::gmock       gtest/,gmock/"
  "Random123  Random123::Random123 Random123/"
  "MPI        MPI::MPI_CXX       mpi.h"
  "simdjson   simdjson::simdjson simdjson.h"
  "LibXml2    LibXml2::LibXml2   libxml/"
  "ZLIB       ZLIB::ZLIB         zlib.h"
  "POSIX      -                  fcntl.h,poll.h,signal.h,sys/,unistd.h")
