// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Logs in memory, read as files: what the tests of readers share.
#include <balint/log/jsonl/source.hpp>
#include <balint/log/record_source.hpp>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace support {

/// A text that is read as a file.
class text_file {
 public:
  explicit text_file(std::string text)
      : text_(std::move(text)), file_(text_.empty() ? std::tmpfile() : ::fmemopen(text_.data(), text_.size(), "rb")) {}
  text_file(const text_file&) = delete;
  text_file& operator=(const text_file&) = delete;
  ~text_file() {
    if (file_ != nullptr) std::fclose(file_);
  }
  [[nodiscard]] std::FILE* get() const { return file_; }

 private:
  std::string text_;
  std::FILE* file_;
};

/// An event as it was read.
struct read_event {
  std::string by;
  std::string act;
  std::uint64_t line = 0;
  balint::instant at{};
  balint::person_id who{};
  std::uint16_t act_index = 0;
  std::uint16_t target = 0;
};

/// A session as it was read.
struct read_session {
  std::string name;
  std::string protocol;
  std::uint64_t line = 0;
  std::size_t people = 0;
  std::vector<read_event> events = {};
  int ends = 0;
  bool is_whole = false;
};

/// Keeps every session that is read.
struct session_keeper {
  std::vector<read_session>* all;

  struct handler {
    std::vector<read_session>* all;
    template <typename P>
    void event(const balint::logged_event<P>& e) {
      all->back().events.push_back({std::string(e.by), std::string(e.act), e.line, e.event.at, e.event.by,
                                    e.event.act.index, balint::detail::raw_target(e.event)});
    }
    void end(bool whole) {
      ++all->back().ends;
      all->back().is_whole = whole;
    }
  };
  template <typename P>
  handler operator()(const balint::session_header<P>& header) {
    all->push_back({std::string(header.session), std::string(P::name), header.line, header.people.size()});
    return {all};
  }
};

/// A log that was read: its sessions, and how the reading ended.
struct reading {
  std::vector<read_session> sessions;
  std::expected<std::uint64_t, balint::format_error> result;

  explicit reading(std::string text) {
    const text_file file(std::move(text));
    balint::jsonl_reader<> reader(file.get(), "log.jsonl");
    result = reader.read(session_keeper{&sessions});
  }
  [[nodiscard]] bool is_read() const { return result.has_value(); }
  /// The error; an empty one where there is none.
  [[nodiscard]] balint::format_error error() const { return result ? balint::format_error{} : result.error(); }
};

/// What a source gives, as text: `1 header s1 4`, `2 event anna:ask`, and how it ended.
template <balint::record_source Source>
[[nodiscard]] std::vector<std::string> told_by(Source& source) {
  using balint::record_kind;
  std::vector<std::string> all;
  for (;;) {
    const auto kind = source.next();
    const auto at = std::to_string(source.line()) + " ";
    switch (kind) {
      case record_kind::header:
        all.push_back(at + "header " + source.header().session + " " + std::to_string(source.header().people.size()));
        break;
      case record_kind::event:
        all.push_back(at + "event " + std::string(source.event().by) + ":" + std::string(source.event().act));
        break;
      case record_kind::fault:
        all.push_back(at + "fault " + source.fault().found + (source.is_inside_session() ? " inside" : ""));
        return all;
      case record_kind::end: all.push_back("end"); return all;
    }
  }
}

/// The header of a session of three participants and a leader.
[[nodiscard]] inline std::string header(std::string_view protocol = "student_group", std::string_view session = "s1") {
  return R"({"balint":1,"protocol":")" + std::string(protocol) + R"(","session":")" + std::string(session) +
         R"(","people":[{"id":"anna","offices":["participant"],"consent":true},{"id":"boris","offices":["participant"],"consent":true},)" +
         R"({"id":"clara","offices":["participant"],"consent":true},{"id":"lead","offices":["leader"],"profession":"teacher"}]})" +
         "\n";
}

}  // namespace support
