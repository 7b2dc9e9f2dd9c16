// SPDX-License-Identifier: MIT
#include <balint/log/xes/gzip_source.hpp>

#include <gtest/gtest.h>

#include <array>
#include <string>

#include <balint/log/xes/gzip_sink.hpp>

#include "tests/log/reading.hpp"

using namespace balint;

namespace gzip_source_test {

std::string packed(std::string_view text) {
  std::string out;
  const auto append = [&out](std::string_view piece) {
    out += piece;
    return true;
  };
  gzip_sink sink(append);
  EXPECT_TRUE(sink(text) && sink.finish());
  return out;
}
/// What the source gives, three bytes at a time, and `!` for a fault.
std::string told(const std::string& bytes) {
  const support::text_file file(bytes);
  gzip_source source(file.get());
  std::string text;
  std::array<char, 3> some{};
  EXPECT_EQ(source(some.data(), 0), 0);
  for (;;) {
    const auto got = source(some.data(), some.size());
    EXPECT_EQ(got < 0, got <= 0 && source.fault().has_value());
    if (got <= 0) return got < 0 ? text + "!" + source.fault()->found : text;
    text.append(some.data(), static_cast<std::size_t>(got));
  }
}

TEST(GzipSource, GivesWhatIsPackedOrPlain) {
  EXPECT_EQ(told(packed("anna asks")), "anna asks");
  EXPECT_EQ(told("anna asks"), "anna asks");
  EXPECT_EQ(told(""), "");
}
TEST(GzipSource, SaysWhatIsWrongAfterWhatCameBefore) {
  EXPECT_EQ(told(packed("anna asks") + "more"), "anna asks!something after a gzip");
}

}  // namespace gzip_source_test
