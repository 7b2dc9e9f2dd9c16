// SPDX-License-Identifier: MIT
#include "check.hpp"

#include "session_report.hpp"

std::optional<balint::format_error> check_log(const balint::log_input& log, reading& from, const request& asked,
                                              tally& all, outlet& into) {
  const auto read = balint::read_log(log, [&]<balint::protocol P>(const balint::session_header<P>& header) {
    return session_report<P>(header, from, asked, all, into);
  });
  return read.sessions ? std::nullopt : std::optional(read.sessions.error());
}
