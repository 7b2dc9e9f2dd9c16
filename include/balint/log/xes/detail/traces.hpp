// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The traces and events of a log in XES, as its XML comes, block by block.
#include <balint/group/person.hpp>
#include <balint/log/detail/wanted.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/mapping.hpp>
#include <balint/log/detail/mapped_event.hpp>
#include <balint/log/xes/detail/keys.hpp>
#include <balint/log/xes/detail/people.hpp>
#include <balint/log/xes/detail/xml_input.hpp>

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::detail {

/// Makes headers of traces and events of events, and keeps what a block of the file gave until the next is read.
class xes_traces {
 public:
  /// What there was in the block.
  enum class what : std::uint8_t { header, event, end };
  struct item {
    what is;
    std::uint64_t line;
    mapped_event_texts event;
  };

  xes_traces(std::FILE* from, log_mapping mapping)
      : mapping_(std::move(mapping)), event_(mapping_), xml_(from, *this) {}
  xes_traces(const xes_traces&) = delete;
  xes_traces& operator=(const xes_traces&) = delete;
  ~xes_traces() = default;

  /// Reads blocks until one gives something; false: there is no more, or a fault.
  [[nodiscard]] bool read_block() {
    items.clear();
    headers.clear();
    texts.clear();
    while (items.empty() && !is_at_end_) is_at_end_ = !xml_.parse_block();
    return !items.empty();
  }
  /// What the block gave, in order; the headers of its items, and the texts of its events.
  std::vector<item> items;
  std::vector<header_record> headers;
  std::string texts;

  /// Whether there is no fault.
  [[nodiscard]] bool is_good() const noexcept { return xml_.is_good(); }
  [[nodiscard]] const line_fault& fault() const noexcept { return xml_.fault; }
  [[nodiscard]] std::uint64_t fault_line() const noexcept { return xml_.fault_line; }
  /// How many attributes and events were passed over.
  [[nodiscard]] std::uint64_t left_out() const noexcept { return left_out_ + people_.left_out() + event_.left_out(); }

  /// An element begins.
  void element(const xml_name& full_name, const xml_attributes& with) {
    ++depth_;
    if (depth_ > max_depth) return no("elements in elements, more than 64 deep", "a log, which is flat");
    const auto name = full_name.local;
    if (is_foreign(full_name)) {
      if (inside_ >= in_trace) ++left_out_;
      return;
    }
    if (people_.is_open()) {
      people_.element(with.find("key"), with.find("value"));
      return hold(people_.fault);
    }
    if (depth_ != inside_ + 1) {  // In an attribute, or in what a log declares.
      if (inside_ >= in_trace) ++left_out_;
      return;
    }
    if (inside_ == in_event && name != "event" && name != "trace") return attribute(name, with);
    if (inside_ == in_file && name != "log")
      return no("the element \"" + shown(name) + "\"", "a log in XES: the element log");
    if (inside_ == in_log && name == "event") return no("an event outside any trace", "events in traces");
    if (inside_ >= in_trace && name == "trace") return no("a trace inside a trace", "attributes and events");
    if (inside_ == in_event && name == "event") return no("an event inside an event", "attributes");
    if (inside_ == in_file || (inside_ == in_log && name == "trace") || (inside_ == in_trace && name == "event")) {
      ++inside_;
      if (inside_ == in_trace) begin_trace();
      if (inside_ == in_event) begin_event();
      return;
    }
    attribute(name, with);
  }
  /// An element ends.
  void end_element(xml_text) {
    if (foreign_ != 0) {
      if (foreign_ == depth_) foreign_ = 0;
    } else if (people_.is_open()) {
      people_.end_element();
      hold(people_.fault);
    } else if (depth_ == inside_) {
      if (inside_ == in_event) end_event();
      if (inside_ == in_trace) end_trace();
      --inside_;
    }
    --depth_;
  }

 private:
  static constexpr std::uint64_t max_depth = 64;
  static constexpr std::uint64_t in_file = 0, in_log = 1, in_trace = 2, in_event = 3;

  void no(std::string found, std::string_view wanted) { xml_.fail(std::move(found), std::string(wanted)); }
  void hold(line_fault& why) {
    if (!why.found.empty()) no(std::move(why.found), why.expected);
  }

  /// Whether an element is none of XES, or in such an element; the first one says which namespace is that of the log.
  bool is_foreign(const xml_name& name) {
    if (foreign_ == 0 && depth_ == 1 && (name.prefix.empty() || xes::is_namespace(name.space)))
      space_ = std::string_view(name.space);
    if (foreign_ == 0 && name.space.place() != space_place_) {
      if (name.space == space_) {
        space_place_ = name.space.place();
      } else {
        foreign_ = depth_;
      }
    }
    if (foreign_ == 1) no("the element \"" + shown(name.local) + "\"", "a log in XES: the element log");
    return foreign_ != 0;
  }

  /// Data frames have such a number for each attribute that an event lacks.
  static bool is_no_number(std::string_view value) noexcept { return value == "nan" || value == "NaN"; }

  void attribute(xml_text name, const xml_attributes& with) {
    const auto key = with.find("key"), value = with.find("value");
    if (name == "float" && is_no_number(value)) return;
    if (inside_ == in_event) {
      event_.attribute(key, value);
      return hold(event_.fault);
    }
    if (inside_ == in_log) {
      if (key == xes::version && value != "1") no("format version \"" + shown(value) + "\"", "format version 1");
      return;
    }
    const bool is_needed = key == mapping_.attributes.session || key == xes::protocol || key == xes::people;
    if (has_header_ && is_needed)
      return no("the attribute " + shown(key) + " after the events of a trace", "what is needed of it before events");
    if (key == mapping_.attributes.session) {
      if (has_name_) return no("a second " + shown(key), "each attribute once");
      trace_.session = value;
      has_name_ = true;
    } else if (key == xes::protocol) {
      if (!trace_.protocol.empty()) return no("a second " + shown(key), "each attribute once");
      trace_.protocol = value;
    } else if (key == xes::people) {
      people_.begin();
    } else {
      ++left_out_;
    }
  }

  void begin_trace() {
    trace_ = {};
    people_.begin_trace(trace_.people);
    has_name_ = has_header_ = false;
    trace_line_ = xml_.line();
    ++traces_;
  }
  /// A trace's header is known when its first event begins, or when it ends.
  bool complete_header() {
    if (has_header_) return true;
    const auto& key = mapping_.attributes.session;
    if (!has_name_) {
      no("a trace without " + shown(key), "a name for every trace: the session");
    } else if (!is_pseudonym(trace_.session) && mapping_.is_foreign) {
      trace_.session = "trace-" + std::to_string(traces_);
    } else if (!is_pseudonym(trace_.session)) {
      no("the session \"" + shown(trace_.session) + "\"", wanted_pseudonym);
    }
    if (trace_.protocol.empty()) trace_.protocol = mapping_.protocol;
    if (trace_.protocol.empty())
      no("a trace without balint:protocol", "the protocol of the session, in the log or in a mapping");
    if (trace_.people.empty()) trace_.people = mapping_.people;
    if (!xml_.is_good()) return false;
    headers.push_back(std::move(trace_));
    items.push_back({what::header, trace_line_, {}});
    return has_header_ = true;
  }
  void begin_event() {
    if (!complete_header()) return;
    event_line_ = xml_.line();
    event_.begin();
  }
  void end_event() {
    const auto made = event_.end(texts);
    hold(event_.fault);
    if (made && xml_.is_good()) items.push_back({what::event, event_line_, *made});
  }
  void end_trace() {
    if (complete_header()) items.push_back({what::end, trace_line_, {}});
  }

  log_mapping mapping_;
  xes_people people_;
  mapped_event event_;
  header_record trace_;
  std::string space_;  ///< The namespace of the log's elements.
  static constexpr xmlChar nowhere = 0;
  const xmlChar* space_place_ = &nowhere;  ///< Where libxml2 has it.
  std::uint64_t depth_ = 0;
  std::uint64_t foreign_ = 0;  ///< The depth of the element of another namespace that we are in; 0: none.
  std::uint64_t inside_ = in_file;
  std::uint64_t traces_ = 0;
  std::uint64_t left_out_ = 0;
  std::uint64_t trace_line_ = 0;
  std::uint64_t event_line_ = 0;
  bool has_name_ = false;
  bool has_header_ = false;
  bool is_at_end_ = false;
  xml_input<xes_traces> xml_;
};

}  // namespace balint::detail
