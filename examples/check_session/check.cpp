// SPDX-License-Identifier: MIT
#include "check.hpp"

#include "session_report.hpp"

std::optional<balint::format_error> check_log(std::FILE* file, const std::string& name, const balint::log_part& part, const request& asked,
                                              tally& all, outlet& into) {
  balint::jsonl_reader<> reader(file, name, part);
  const auto read = reader.read([&]<balint::protocol P>(const balint::session_header<P>& header) {
    return session_report<P>(header, asked, all, into);
  });
  return read ? std::nullopt : std::optional(read.error());
}
