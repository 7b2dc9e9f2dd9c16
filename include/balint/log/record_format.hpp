// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What a format is to the one who writes: records as text. A format of your own is one class that models it.
#include <balint/log/event_record.hpp>
#include <balint/log/header_record.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

/// What an event did to its session, for a format that writes it down.
struct event_effect {
  /// Whether there is a case that was not there before: that of the person who acted.
  bool makes_case = false;
  /// The number of the option that was not there before; 0: there is none.
  std::uint16_t makes_option = 0;
  /// Whose case is worked on after the event; empty: nobody's yet.
  std::string_view presenter = {};
};

/// A format that asks what each event did: `event(out, event, effect)`. The writer then follows the session as its
/// protocol has it.
template <typename F>
concept effect_format = requires(F format, std::string& out, const event_record& event, const event_effect& did) {
  format.event(out, event, did);
};

/// A format: it appends records to a text, which `record_writer` hands on piece by piece.
///
/// The writer calls `open(out)` when the log begins, for each session `begin(out, header)`, `event(out, event)` and
/// `end(out)`, and `close(out)` when the log ends. `losses()` says what of the log the format could not hold, a
/// sentence each: nothing is lost without a word. What it is given is what a reader would accept.
/// @snippet own_format.cpp format
template <typename F>
concept record_format =
    requires(F format, const F& written, std::string& out, const header_record& header) {
      format.open(out);
      format.begin(out, header);
      format.end(out);
      format.close(out);
      { written.losses() } -> std::same_as<std::vector<std::string>>;
    } &&
    (effect_format<F> || requires(F format, std::string& out, const event_record& event) { format.event(out, event); });

}  // namespace balint
