// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Logs of any format in memory, read and converted: what the tests of formats share.
#include <balint/log/jsonl/format.hpp>
#include <balint/log/record_writer.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/log/reading.hpp"

namespace support {

/// A log that was read: its sessions, how the reading ended, and what was passed over.
template <typename Reader>
struct any_reading {
  std::vector<read_session> sessions;
  std::expected<std::uint64_t, balint::format_error> result;
  std::uint64_t left_out = 0;

  template <typename... More>
  explicit any_reading(std::string text, More&&... more) {
    const text_file file(std::move(text));
    Reader reader(file.get(), "log", std::forward<More>(more)...);
    result = reader.read(session_keeper{&sessions});
    left_out = reader.left_out();
  }
  [[nodiscard]] bool is_read() const { return result.has_value(); }
  [[nodiscard]] balint::format_error error() const { return result ? balint::format_error{} : result.error(); }
};

/// Appends to a text.
using appending = std::function<bool(std::string_view)>;

/// A log, read and written in another format.
template <typename Reader, typename Format, typename... More>
[[nodiscard]] std::string converted(const std::string& log, std::vector<std::string>* losses = nullptr,
                                    More&&... more) {
  std::string out;
  const text_file file(log);
  Reader reader(file.get(), "log", std::forward<More>(more)...);
  balint::record_writer<Format, appending> writer([&out](std::string_view piece) {
    out += piece;
    return true;
  });
  const auto read = reader.read(writer);
  EXPECT_TRUE(read) << read.error().message();
  EXPECT_TRUE(writer.finish());
  if (losses != nullptr) *losses = writer.losses();
  return out;
}
/// A JSON Lines log in another format.
template <typename Format>
[[nodiscard]] std::string from_jsonl(const std::string& log, std::vector<std::string>* losses = nullptr) {
  return converted<balint::jsonl_reader<>, Format>(log, losses);
}
/// A log of any format in JSON Lines.
template <typename Reader, typename... More>
[[nodiscard]] std::string as_jsonl(const std::string& log, More&&... more) {
  return converted<Reader, balint::jsonl_format>(log, nullptr, std::forward<More>(more)...);
}

/// A session of everything that a log can hold: every target, times with and without milliseconds and none, people with
/// all that is known of them, somebody outside, an act and targets that nobody knows.
inline constexpr std::string_view everything =
    R"({"balint":1,"protocol":"student_group","session":"s-1","people":[{"id":"p1","offices":["participant"],"consent":true,"less_experienced":true},{"id":"p2","offices":["participant","deputy"],"consent":false,"profession":"teacher_of_maths_2"},{"id":"lead","offices":["leader"],"profession":"methodologist","grades":true}]}
{"at":"2026-03-02T16:00:00Z","by":"p1","act":"present_case"}
{"at":"2026-03-02T16:00:00.250Z","by":"p2","act":"vote","case":"p1"}
{"by":"p2","act":"assess","option":1}
{"by":"lead","act":"flag","rule":"confidentiality"}
{"by":"lead","act":"flag","rule":"no such rule, \"really\", <b> & 'c'\u000d\u000a\u0009two; Учитель"}
{"by":"lead","act":"hand_over","to":"p2"}
{"by":"stranger","act":"vote","case":"other-stranger"}
{"by":"p1","act":"sing_and_dance","case":"p2"}
{"by":"p1","act":"assess","option":65535}
{"balint":1,"protocol":"case_consultation","session":"s-1","people":[]}
{"balint":1,"protocol":"staff_group","session":"s-2","people":[{"id":"p1","offices":["participant","leader"]},{"id":"p1","offices":["supervisor"]}]}
{"by":"p1","act":"close"}
)";

}  // namespace support
