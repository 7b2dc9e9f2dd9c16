// SPDX-License-Identifier: MIT
// The reader of CSV logs on any bytes: what it reads comes back from every format.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/round_trip.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::reads_and_comes_back<balint::csv_reader<>>({reinterpret_cast<const char*>(data), size});
  return 0;
}
