// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// XES (IEEE 1849-2016) as a format that any log can be written in.
#include <balint/log/detail/person_fields.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/timestamp.hpp>
#include <balint/log/xes/detail/keys.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// XES: a trace for each session, an event for each event; targets, protocol and people in an extension of its own.
class xes_format {
 public:
  /// Begins a log.
  void open(std::string& out) {
    out +=
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"1849.2016\" "
        "xes.features=\"nested-attributes\">\n";
    const auto extension = [&](std::string_view name, std::string_view prefix, std::string_view uri) {
      out.append("<extension name=\"")
          .append(name)
          .append("\" prefix=\"")
          .append(prefix)
          .append("\" uri=\"")
          .append(uri)
          .append("\"/>\n");
    };
    extension("Concept", "concept", "http://www.xes-standard.org/concept.xesext");
    extension("Organizational", "org", "http://www.xes-standard.org/org.xesext");
    extension("Time", "time", "http://www.xes-standard.org/time.xesext");
    extension("Balint", "balint", detail::xes::extension);
    out += "<global scope=\"trace\">";
    put(out, "string", "concept:name", "unknown");
    put(out, "string", detail::xes::protocol, "unknown");
    out += "</global>\n<global scope=\"event\">";
    put(out, "string", "concept:name", "unknown");
    put(out, "string", "org:resource", "unknown");
    out +=
        "</global>\n<classifier name=\"Act\" scope=\"event\" keys=\"concept:name\"/>\n"
        "<classifier name=\"Person\" scope=\"event\" keys=\"org:resource\"/>\n";
    put(out, "int", detail::xes::version, "1");
    out += '\n';
  }
  /// Begins a session.
  void begin(std::string& out, const header_record& header) {
    out += "<trace>\n";
    put(out, "string", "concept:name", header.session);
    put(out, "string", detail::xes::protocol, header.protocol);
    out += '\n';
    if (header.people.empty()) return;
    // The schema of the standard asks for a key of `values`, too.
    out.append("<list key=\"")
        .append(detail::xes::people)
        .append("\"><values key=\"")
        .append(detail::xes::people)
        .append("\">\n");
    for (const auto& one : header.people) {
      put(out, "string", detail::xes::person, one.id, ">");
      detail::each_field(one, [&]<typename Value>(detail::person_field field, Value value) {
        if (field == detail::person_field::id) return;  // It is the person's own value.
        const auto type = std::same_as<Value, bool> ? "boolean" : "string";
        put(out, type, detail::xes::key_of(field), detail::field_text(value));
      });
      out += "</string>\n";
    }
    out += "</values></list>\n";
  }
  /// An event is a line.
  void event(std::string& out, const event_record& e) {
    out += "<event>";
    put(out, "string", "concept:name", e.act);
    put(out, "string", "org:resource", e.by);
    if (e.at != unstated) put(out, "date", "time:timestamp", to_timestamp(e.at));
    if (e.targets.has(target_kind::case_of)) put(out, "string", "balint:case", e.target_name);
    if (e.targets.has(target_kind::option)) put(out, "int", "balint:option", std::to_string(e.option));
    if (e.targets.has(target_kind::rule)) put(out, "string", "balint:rule", e.target_name);
    if (e.targets.has(target_kind::person)) put(out, "string", "balint:to", e.target_name);
    out += "</event>\n";
  }
  /// Ends a session.
  static void end(std::string& out) { out += "</trace>\n"; }
  /// Ends the log.
  static void close(std::string& out) { out += "</log>\n"; }
  /// Control characters have no place in XML 1.0.
  [[nodiscard]] std::vector<std::string> losses() const {
    if (replaced_ == 0) return {};
    return {std::to_string(replaced_) + " characters that XML does not have, each replaced by U+FFFD"};
  }

 private:
  void put(std::string& out, std::string_view type, std::string_view key, std::string_view value,
           std::string_view end = "/>") {
    out.append("<").append(type).append(" key=\"").append(key).append("\" value=\"");
    put_text(out, value);
    out.append("\"").append(end);
  }
  void put_text(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      // U+FFFE and U+FFFF, as UTF-8.
      const bool is_no_character = byte == 0xEF && i + 2 < text.size() &&
                                   static_cast<unsigned char>(text[i + 1]) == 0xBF &&
                                   static_cast<unsigned char>(text[i + 2]) >= 0xBE;
      if (byte == '&')
        out += "&amp;";
      else if (byte == '<')
        out += "&lt;";
      else if (byte == '>')
        out += "&gt;";
      else if (byte == '"')
        out += "&quot;";
      else if (byte == '\t' || byte == '\n' || byte == '\r')
        out.append("&#").append(std::to_string(byte)).append(";");
      else if (byte >= 0x20 && !is_no_character)
        out += text[i];
      else {
        out += "\xEF\xBF\xBD";
        ++replaced_;
        if (is_no_character) i += 2;
      }
    }
  }

  std::uint64_t replaced_ = 0;
};

/// Writes a XES log.
template <std::predicate<std::string_view> Sink>
using xes_writer = record_writer<xes_format, Sink>;

}  // namespace balint
