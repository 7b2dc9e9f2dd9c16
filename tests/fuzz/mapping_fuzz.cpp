// SPDX-License-Identifier: MIT
// Mappings, and logs of other programs that are read with them: the input is a mapping in JSON, a zero byte, and a log
// in XES if that begins with `<`, else in CSV. What is read comes back from every format.
#include <balint/log/any/mapping_file.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/fuzz/round_trip.hpp"

using namespace balint;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const auto end = all.find('\0');
  const auto json = all.substr(0, end);
  const auto log = end == std::string_view::npos ? std::string_view() : all.substr(end + 1);
  const auto mapping = read_mapping(json, "mapping");
  const auto marked = read_mapping("\xEF\xBB\xBF" + std::string(json), "mapping");
  if (!json.starts_with("\xEF\xBB\xBF") && !json.starts_with("\xFF") && !json.starts_with("\xFE"))
    fuzz::demand(marked.has_value() == mapping.has_value(), "a byte order mark makes no difference");
  if (!mapping) {
    fuzz::demand(fuzz::can_be_shown(mapping.error().message()), "what a fault says can be shown");
    return 0;
  }
  if (log.starts_with('<')) {
    fuzz::reads_and_comes_back<xes_reader<>>(log, *mapping);
  } else {
    fuzz::reads_and_comes_back<mapped_csv_reader<>>(log, *mapping);
  }
  return 0;
}
