// SPDX-License-Identifier: MIT
// Any bytes taken for a gzip, and any bytes packed: what is packed, in one member or several, comes back the same, and
// so does a log.
#include <balint/log/any/any_log.hpp>
#include <balint/log/xes/gzip_sink.hpp>
#include <balint/log/xes/gzip_source.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tests/fuzz/round_trip.hpp"

using namespace balint;
using fuzz::demand;

namespace {

/// What a gzip holds, and what is wrong with it.
struct unpacked {
  std::string text, fault;
  unpacked(std::string_view bytes, std::size_t piece, std::size_t room) {
    const fuzz::text_file file(bytes, piece);
    gzip_source source(file.get());
    std::array<char, 4096> some{};
    std::ptrdiff_t got = 0;
    while ((got = source(some.data(), std::min(room, some.size()))) > 0)
      text.append(some.data(), static_cast<std::size_t>(got));
    demand((got < 0) == source.fault().has_value(), "a fault is told once everything before it was given");
    if (const auto why = source.fault()) fault = why->found;
  }
};
std::string packed(std::string_view text) {
  std::string out;
  const auto append = [&out](std::string_view some) {
    out += some;
    return true;
  };
  gzip_sink sink(append);
  demand(sink(text) && sink.finish(), "any text can be packed");
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const std::string& bytes : {std::string(text), "\x1F\x8B\x08" + std::string(text)}) {
    const unpacked whole(bytes, bytes.size() + 1, 4096), pieces(bytes, 1 + size % 5, 1 + size % 61);
    demand(whole.text == pieces.text, "the same bytes in other pieces hold the same");
    demand(whole.fault == pieces.fault, "the same bytes in other pieces have the same fault");
  }
  const auto half = size / 2;
  for (const auto& bytes : {packed(text), packed(text.substr(0, half)) + packed(text.substr(half)),
                            packed(text) + std::string(size * 3, '\0')}) {
    const unpacked back(bytes, 1 + size % 97, 1 + size % 4096);
    demand(back.fault.empty() && back.text == text, "what is packed comes back the same");
  }
  // A log, packed or not, is the same log.
  const auto as_log = [&](std::string_view bytes) {
    const fuzz::text_file file(bytes, bytes.size() + 1);
    std::string out;
    record_writer<jsonl_format, std::function<bool(std::string_view)>> writer([&out](std::string_view some) {
      out += some;
      return true;
    });
    const auto done = read_log({.stream = file.get(), .name = "log"}, writer);
    demand(writer.finish(), "what is read can be written");
    return out + (done.sessions ? "" : done.sessions.error().message());
  };
  if (!text.starts_with('\x1F')) demand(as_log(text) == as_log(packed(text)), "a log that is packed is the same log");
  return 0;
}
