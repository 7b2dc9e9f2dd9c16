// SPDX-License-Identifier: MIT
#include "progress.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace progress_test {

/// A stream in place of a terminal, and what came to it.
class terminal {
 public:
  terminal() : stream_(open_memstream(&text_, &size_)) {}
  terminal(const terminal&) = delete;
  terminal& operator=(const terminal&) = delete;
  ~terminal() {
    if (stream_ != nullptr) std::fclose(stream_);
    std::free(text_);
  }
  std::FILE* stream() { return stream_; }
  /// All that came since this was asked last.
  std::string text() {
    std::fflush(stream_);
    const std::string all(text_ + seen_, size_ - seen_);
    seen_ = size_;
    return all;
  }

 private:
  char* text_ = nullptr;
  std::size_t size_ = 0;
  std::size_t seen_ = 0;
  std::FILE* stream_;
};

constexpr std::uint64_t mib = std::uint64_t{1} << 20U;
constexpr std::string_view cleared = "\r\x1b[K";

TEST(Progress, ShowsHowManyBytesWereReadAndTakesItsLineAway) {
  terminal screen;
  ASSERT_NE(screen.stream(), nullptr);
  {
    progress shown(screen.stream(), 40 * mib, std::chrono::seconds{0});
    shown.add(10 * mib);
    EXPECT_EQ(screen.text(), "\r[#######.......................]  25 %  10 of 40 MiB\x1b[K");
  }
  EXPECT_EQ(screen.text(), cleared);
}

TEST(Progress, SaysNothingBeforeItsTime) {
  terminal screen;
  ASSERT_NE(screen.stream(), nullptr);
  {
    progress shown(screen.stream(), 40 * mib, std::chrono::hours{1});
    shown.add(10 * mib);
  }
  EXPECT_EQ(screen.text(), "");
}

TEST(Progress, KnowsNoShareOfWhatHasNoEnd) {
  terminal screen;
  ASSERT_NE(screen.stream(), nullptr);
  progress shown(screen.stream(), 0, std::chrono::seconds{0});
  shown.add(3 * mib);
  EXPECT_EQ(screen.text(), "\r3 MiB read\x1b[K");
}

TEST(Progress, NeverShowsMoreThanAll) {
  terminal screen;
  ASSERT_NE(screen.stream(), nullptr);
  progress shown(screen.stream(), mib, std::chrono::seconds{0});
  shown.add(5 * mib);
  EXPECT_EQ(screen.text(), "\r[" + std::string(30, '#') + "] 100 %  5 of 1 MiB\x1b[K");
}

TEST(Progress, IsCountedByTheBytesThatARead) {
  terminal screen;
  ASSERT_NE(screen.stream(), nullptr);
  std::FILE* const file = std::tmpfile();
  ASSERT_NE(file, nullptr);
  const std::string block(2 * mib, 'x');
  std::fwrite(block.data(), 1, block.size(), file);
  std::rewind(file);
  progress shown(screen.stream(), 4 * mib, std::chrono::seconds{0});
  {
    reading log(file, "log", shown);
    std::string into(2 * mib, ' ');
    EXPECT_EQ(std::fread(into.data(), 1, into.size(), file), into.size());
    for (int i = 0; i < 4095; ++i) log.tick();
    EXPECT_EQ(screen.text(), "");
    log.tick();
    EXPECT_EQ(screen.text(), "\r[###############...............]  50 %  2 of 4 MiB\x1b[K");
  }
  std::fclose(file);
}

}  // namespace progress_test
