// SPDX-License-Identifier: MIT
#include <balint/log/xes/detail/gzip_input.hpp>
#include <balint/log/xes/gzip_sink.hpp>

#include <array>
#include <string>
#include <string_view>

#include "tests/log/reading.hpp"
#include "tests/support.hpp"

using namespace balint;

namespace gzip_sink_test {

std::string unpacked(const std::string& text) {
  const support::text_file file(text);
  detail::gzip_input input(file.get());
  std::array<char, 1000> block;
  std::string all;
  while (const auto n = input.read(block)) all.append(block.data(), n);
  EXPECT_EQ(input.found(), "");
  return all;
}

TEST(GzipSink, CompressesWhatComesBack) {
  std::string text, packed;
  const auto append = [&packed](std::string_view piece) {
    packed += piece;
    return true;
  };
  gzip_sink sink(append);
  std::uint32_t state = 1;
  for (int i = 0; i < 3000; ++i) {
    std::string piece(state % 100, '\0');
    for (auto& c : piece) c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
    EXPECT_TRUE(sink(piece));
    text += piece;
  }
  EXPECT_TRUE(sink.finish());
  EXPECT_EQ(packed.substr(0, 2), "\x1F\x8B");
  EXPECT_EQ(unpacked(packed), text);
}

TEST(GzipSink, SaysWhenItsSinkFails) {
  gzip_sink sink([](std::string_view) { return false; });
  EXPECT_FALSE(sink.finish());
  EXPECT_FALSE(sink("more"));
}

}  // namespace gzip_sink_test
