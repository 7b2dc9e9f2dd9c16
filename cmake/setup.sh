# SPDX-License-Identifier: MIT
# Sourced by examples/run.sh, tests/run.sh, bench/run.sh and docs/build.sh: installs what is missing, on Debian and Ubuntu, saying so.
#
# require PACKAGE PROBE ...: PROBE is a command, a file with its path, or a header in angle brackets. Where a package can
# not be had, the script ends.
# can_have PACKAGE PROBE ...: the same for what can be done without; false where it cannot be had.

has() {
  case $1 in
    '<'*) printf '#include %s\n' "$1" | c++ -std=c++20 -E -x c++ - >/dev/null 2>&1 ;;
    /*) [ -f "$1" ] ;;
    *) command -v "$1" >/dev/null 2>&1 ;;
  esac
}

require() {
  local missing=()
  while [ $# -gt 0 ]; do
    has "$2" || missing+=("$1")
    shift 2
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "These are missing (named as Debian packages); install them and start again: ${missing[*]}" >&2
    exit 1
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      echo "These packages are missing, and neither root nor sudo is there to install them: ${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  echo "Installing with apt: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
}

# In a shell of its own, so that what ends `require` ends no more than that; nothing there is installed twice.
can_have() {
  (require "$@")
}

require_for_examples() {
  require g++ g++ cmake cmake ninja-build ninja
  require libxml2-dev /usr/include/libxml2/libxml/parser.h zlib1g-dev '<zlib.h>'
  require libsimdjson-dev '<simdjson.h>' libfmt-dev '<fmt/format.h>' libcli11-dev '<CLI/CLI.hpp>'
  require librandom123-dev '<Random123/philox.h>' libboost-dev '<boost/math/distributions/beta.hpp>'
  require libtomlplusplus-dev '<toml++/toml.h>'
}

require_for_docs() {
  require g++ g++ cmake cmake ninja-build ninja
  require doxygen doxygen graphviz dot doxygen-awesome-css /usr/share/doxygen-awesome-css/doxygen-awesome.css
}

require_for_tests() {
  require_for_examples
  require_for_docs
  require clang-19 clang++-19 libgtest-dev '<gtest/gtest.h>' libgmock-dev '<gmock/gmock.h>' librapidcheck-dev '<rapidcheck.h>'
  require pkg-config pkg-config libcpp-httplib-dev '<httplib.h>'
  require python3 python3 python3-jsonschema /usr/lib/python3/dist-packages/jsonschema/__init__.py
  require libopenmpi-dev mpicxx openmpi-bin mpirun
  [ -n "$(find /usr/lib/llvm-19 -name 'libclang_rt.asan*' -print -quit 2>/dev/null)" ] || require libclang-rt-19-dev /
}

require_for_format() {
  require clang-format-19 clang-format-19 clang-tidy-19 clang-tidy-19 g++ g++ libopenmpi-dev mpicxx
  require libxml2-dev /usr/include/libxml2/libxml/parser.h zlib1g-dev '<zlib.h>'
  require libsimdjson-dev '<simdjson.h>' libfmt-dev '<fmt/format.h>' libgtest-dev '<gtest/gtest.h>' libgmock-dev '<gmock/gmock.h>'
  require librandom123-dev '<Random123/philox.h>' libboost-dev '<boost/math/distributions/beta.hpp>'
}

# What tests/portability.sh builds with; false where it cannot be had.
can_have_libcxx() {
  can_have clang-19 clang++-19 libfmt-dev '<fmt/format.h>' cmake cmake ninja-build ninja \
    googletest /usr/src/googletest/CMakeLists.txt \
    libc++-19-dev /usr/lib/llvm-19/include/c++/v1/version libc++abi-19-dev /usr/lib/llvm-19/lib/libc++abi.a
}
can_have_mingw() {
  can_have libfmt-dev '<fmt/format.h>' g++-mingw-w64-x86-64-posix x86_64-w64-mingw32-g++-posix
}
can_have_wasm() {
  can_have clang-19 clang++-19 libfmt-dev '<fmt/format.h>' lld-19 wasm-ld-19 nodejs node \
    libc++-19-dev-wasm32 /usr/include/wasm32-wasi/c++/v1/version \
    libc++abi-19-dev-wasm32 /usr/lib/wasm32-wasi/libc++abi.a wasi-libc /usr/lib/wasm32-wasi/libc.a \
    libclang-rt-19-dev-wasm32 /usr/lib/llvm-19/lib/clang/19/lib/wasi/libclang_rt.builtins-wasm32.a
}
can_have_debootstrap() {
  can_have debootstrap debootstrap
}

# The official schema of SARIF, for one test: it comes with an npm package and is not shipped here.
fetch_sarif_schema() {
  local place=build/sarif
  export BALINT_SARIF_SCHEMA=$PWD/$place/package/lib/schemas/sarif-2.1.0-rtm.5.json
  [ -f "$BALINT_SARIF_SCHEMA" ] && return 0
  require npm npm
  echo "Fetching with npm: @microsoft/jest-sarif"
  mkdir -p $place
  (cd $place && tar xzf "$(npm pack --silent @microsoft/jest-sarif@1.0.0-beta.0)") || echo "not to be had: the test of SARIF's schema will be skipped"
}

require_for_bench() {
  require g++ g++ cmake cmake ninja-build ninja
  require librandom123-dev '<Random123/philox.h>'
  require libbenchmark-dev '<benchmark/benchmark.h>' libboost-dev '<boost/msm/back/state_machine.hpp>'
  require libxml2-dev /usr/include/libxml2/libxml/parser.h zlib1g-dev '<zlib.h>' libsimdjson-dev '<simdjson.h>'
}

require_for_coverage() {
  require_for_tests
  require llvm-19 llvm-cov-19 llvm-19 llvm-profdata-19
}
