// SPDX-License-Identifier: MIT
#include "check.hpp"

#include "session_report.hpp"

std::string check_log(std::FILE* file, const std::string& name, const style& how, tally& all) {
  balint::jsonl_reader<> reader(file, name);
  const auto read = reader.read([&]<balint::protocol P>(const balint::session_header<P>& header) {
    return session_report<P>(header, how, all);
  });
  return read ? std::string() : read.error().message();
}
