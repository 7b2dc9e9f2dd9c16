// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// JSON Lines as a format that any log can be written in.
#include <balint/log/detail/raw.hpp>
#include <balint/log/json_text.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/timestamp.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// JSON Lines: a line for each session's header and for each event.
class jsonl_format {
 public:
  /// Whether what an event did is asked for.
  static constexpr bool follows = false;

  /// Begins a log.
  static void open(std::string&) {}
  /// Begins a session.
  static void begin(std::string& out, const detail::kept_header& header) {
    out += R"({"balint":1,"protocol":)" + to_json(header.protocol) + R"(,"session":)" + to_json(header.session) +
           R"(,"people":[)";
    const char* comma = "";
    for (const auto& one : header.people) {
      out += comma;
      out += R"({"id":)" + to_json(one.id) + R"(,"offices":[)";
      const char* between = "";
      for (const auto& office : one.offices) {
        out += between + to_json(office);
        between = ",";
      }
      out += ']';
      if (one.agrees != consent::not_declared)
        out += one.agrees == consent::given ? R"(,"consent":true)" : R"(,"consent":false)";
      if (!one.profession.empty()) out += R"(,"profession":)" + to_json(one.profession);
      if (one.less_experienced) out += R"(,"less_experienced":true)";
      if (one.grades) out += R"(,"grades":true)";
      out += '}';
      comma = ",";
    }
    out += "]}\n";
  }
  /// Writes an event.
  static void event(std::string& out, const detail::raw_event& e, const detail::raw_effect&) {
    out += '{';
    if (e.at != unstated) out += R"("at":")" + to_timestamp(e.at) + R"(",)";
    out += R"("by":)" + to_json(e.by) + R"(,"act":)" + to_json(e.act);
    if ((e.targets & detail::key_case) != 0) out += R"(,"case":)" + to_json(e.name_of_target);
    if ((e.targets & detail::key_option) != 0) out += R"(,"option":)" + std::to_string(e.option);
    if ((e.targets & detail::key_rule) != 0) out += R"(,"rule":)" + to_json(e.name_of_target);
    if ((e.targets & detail::key_to) != 0) out += R"(,"to":)" + to_json(e.name_of_target);
    out += "}\n";
  }
  /// Ends a session.
  static void end(std::string&) {}
  /// Ends the log.
  static void close(std::string&) {}
  /// Nothing: JSON Lines hold all that a log has.
  [[nodiscard]] static std::vector<std::string> losses() { return {}; }
};

/// Writes a JSON Lines log.
template <std::predicate<std::string_view> Sink>
using jsonl_log_writer = record_writer<jsonl_format, Sink>;

}  // namespace balint
