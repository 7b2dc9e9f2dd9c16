// SPDX-License-Identifier: MIT
#include "check.hpp"

#include "session_report.hpp"

std::optional<balint::format_error> check_log(const log_to_check& log, const request& asked, tally& all, outlet& into) {
  auto& from = log.from;
  const auto reporting = [&]<balint::protocol P>(const balint::session_header<P>& header) {
    return session_report<P>(header, from, asked, all, into);
  };
  const auto read =
      log.format == balint::log_format::jsonl ? balint::jsonl_reader<>(from.file(), from.name(), log.part).read(reporting)
      : log.format == balint::log_format::csv ? balint::csv_reader<>(from.file(), from.name(), log.part).read(reporting)
                                      : balint::read_log(log.format, from.file(), from.name(), log.mapping, reporting).sessions;
  return read ? std::nullopt : std::optional(read.error());
}
