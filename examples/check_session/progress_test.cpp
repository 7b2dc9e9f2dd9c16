// SPDX-License-Identifier: MIT
#include "progress.hpp"

#include <gtest/gtest.h>

#include <pty.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string>

namespace {

/// A terminal, and what came to it.
class terminal {
 public:
  terminal() {
    if (openpty(&master_, &slave_, nullptr, nullptr, nullptr) == 0) stream_ = fdopen(slave_, "w");
  }
  terminal(const terminal&) = delete;
  terminal& operator=(const terminal&) = delete;
  ~terminal() {
    if (stream_ != nullptr) std::fclose(stream_);
    close(master_);
  }
  std::FILE* stream() { return stream_; }
  /// All that came until now, up to a mark that is written behind it.
  std::string text() {
    std::fputs("|", stream_);
    std::fflush(stream_);
    std::string all;
    for (char c = 0; read(master_, &c, 1) == 1 && c != '|';) all += c;
    return all;
  }

 private:
  int master_ = -1;
  int slave_ = -1;
  std::FILE* stream_ = nullptr;
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

}  // namespace
