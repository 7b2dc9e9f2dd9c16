// SPDX-License-Identifier: MIT
#pragma once
/// What the fuzz targets of formats share: a file in memory, and that what is read can be written in every format and
/// read again.
#include <balint/log/csv/csv.hpp>
#include <balint/log/jsonl/jsonl.hpp>
#include <balint/log/ocel/format.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/xes/xes.hpp>

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <expected>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/fuzz/bytes.hpp"

namespace fuzz {

/// A text that is read as a file, at most `piece` bytes at a time.
class text_file {
 public:
  text_file(std::string_view text, std::size_t piece) : rest_(text), piece_(piece) {
    file_ = ::fopencookie(this, "rb", {.read = give, .write = nullptr, .seek = nullptr, .close = nullptr});
    demand(file_ != nullptr, "a file in memory can be opened");
  }
  text_file(const text_file&) = delete;
  text_file& operator=(const text_file&) = delete;
  ~text_file() { std::fclose(file_); }
  [[nodiscard]] std::FILE* get() const { return file_; }

 private:
  static ::ssize_t give(void* self, char* into, std::size_t room) {
    auto& from = *static_cast<text_file*>(self);
    const auto n = std::min({from.rest_.size(), room, from.piece_});
    std::copy_n(from.rest_.data(), n, into);
    from.rest_.remove_prefix(n);
    return static_cast<::ssize_t>(n);
  }

  std::string_view rest_;
  std::size_t piece_;
  std::FILE* file_;
};

/// Whether a text has no control character, on one line or at all, and is UTF-8.
inline bool can_be_shown(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) return false;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return false;
  }
  return simdjson::validate_utf8(text.data(), text.size());
}

/// What converting a log came to.
struct conversion {
  std::expected<std::uint64_t, balint::format_error> read;
  std::string text;
  std::vector<std::string> losses;
};
/// A log in another format, up to where it cannot be read.
template <typename Reader, typename Format, typename... More>
conversion converted(std::string_view log, std::size_t piece, More&&... more) {
  using sink = std::function<bool(std::string_view)>;
  conversion done;
  const text_file file(log, piece);
  Reader reader(file.get(), "log", std::forward<More>(more)...);
  balint::record_writer<Format, sink> writer([&](std::string_view some) {
    done.text += some;
    return true;
  });
  done.read = reader.read(writer);
  demand(writer.finish(), "what is read can be written");
  done.losses = writer.losses();
  if (!done.read) {
    demand(!done.read.error().found.empty() && !done.read.error().expected.empty(), "a fault says what is wrong");
    demand(can_be_shown(done.read.error().message()), "what a fault says can be shown");
  }
  return done;
}

/// What is written in a format is read as it was, but for the losses that the format names.
template <typename Reader, typename Format>
void comes_back(const std::string& jsonl) {
  const auto there = converted<balint::jsonl_reader<>, Format>(jsonl, jsonl.size() + 1);
  demand(there.read.has_value(), "what was written can be read");
  const auto back = converted<Reader, balint::jsonl_format>(there.text, there.text.size() + 1);
  if (there.losses.empty()) {
    demand(back.read.has_value() && *back.read == *there.read, "what is written in any format can be read");
    demand(back.text == jsonl, "what is written in any format comes back the same");
  }
}
/// A log in JSON Lines comes back from every format.
inline void comes_back_from_every_format(const std::string& jsonl) {
  using namespace balint;
  comes_back<jsonl_reader<>, jsonl_format>(jsonl);
  comes_back<csv_reader<>, csv_format>(jsonl);
  comes_back<xes_reader<>, xes_format>(jsonl);
  const auto ocel = converted<jsonl_reader<>, ocel_format>(jsonl, jsonl.size() + 1);
  simdjson::dom::parser parser;
  demand(parser.parse(ocel.text).error() == simdjson::SUCCESS, "OCEL is JSON");
}

/// Reads a log as a reader does, whole and in pieces, which gives the same; what is read comes back from every format.
template <typename Reader, typename... More>
void reads_and_comes_back(std::string_view log, const More&... more) {
  const auto whole = converted<Reader, balint::jsonl_format>(log, log.size() + 1, more...);
  const auto pieces = converted<Reader, balint::jsonl_format>(log, 1 + log.size() % 7, more...);
  demand(whole.text == pieces.text, "the same bytes in other pieces are the same log");
  demand(whole.read.has_value() == pieces.read.has_value(), "the same bytes in other pieces are as good");
  demand(whole.read || whole.read.error().message() == pieces.read.error().message(),
         "the same bytes in other pieces have the same fault");
  comes_back_from_every_format(whole.text);
}

}  // namespace fuzz
