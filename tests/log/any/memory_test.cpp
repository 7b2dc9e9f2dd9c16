// SPDX-License-Identifier: MIT
// Memory grows with no log: a large one takes as little as a small one. The peak is that of a process of its own.
#include <balint/log/csv/csv.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/xes/xes.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "tests/log/any_reading.hpp"
#include "tests/support.hpp"

using namespace balint;

namespace memory_test {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif
#elif defined(__SANITIZE_ADDRESS__)
constexpr bool is_sanitized = true;
#else
constexpr bool is_sanitized = false;
#endif

/// Counts events and keeps none.
struct counting {
  std::uint64_t* events;
  struct handler {
    std::uint64_t* events;
    template <typename P>
    void event(const logged_event<P>&) const {
      ++*events;
    }
    void end(bool) const {}
  };
  template <typename P>
  handler operator()(const session_header<P>&) const {
    return {events};
  }
};

/// The peak of memory, in KiB, of a process that writes a log of so many events to a temporary file and reads it back.
template <typename Reader, typename Format>
long peak_of(int events) {
  const auto child = fork();
  if (child == 0) {
    std::FILE* const file = std::tmpfile();
    record_writer<Format, support::appending> writer(
        [file](std::string_view piece) { return std::fwrite(piece.data(), 1, piece.size(), file) == piece.size(); });
    const auto people = support::people_of<student_group>();
    for (int i = 0; i < events; i += 1000) {
      auto session = writer(session_header<student_group>{"s-" + std::to_string(i), people});
      for (int k = 0; k < 1000; ++k) {
        event<student_group> e = event<student_group>::of<act::vote>({1}, case_id{{0}});
        e.at = {1'772'467'200'000 + k};
        (void)session.event(e);
      }
      session.end();
    }
    bool good = writer.finish();
    std::rewind(file);
    std::uint64_t seen = 0;
    Reader reader(file, "log");
    good = reader.read(counting{&seen}).has_value() && good && seen == static_cast<std::uint64_t>(events);
    _exit(good ? 0 : 1);
  }
  int status = 1;
  rusage used{};
  EXPECT_EQ(wait4(child, &status, 0, &used), child);
  EXPECT_EQ(status, 0);
  return used.ru_maxrss;
}

template <typename Reader, typename Format>
void expect_flat() {
  if (is_sanitized) GTEST_SKIP() << "a sanitizer keeps what is freed";
  const auto small = peak_of<Reader, Format>(1000);
  const auto large = peak_of<Reader, Format>(100'000);  // 20 MB of XES, 6 MB of CSV.
  EXPECT_LT(large, small + 3 * 1024);
  EXPECT_LT(large, 32 * 1024);
}

TEST(Memory, OfXesDoesNotGrowWithTheLog) { expect_flat<xes_reader<>, xes_format>(); }
TEST(Memory, OfCsvDoesNotGrowWithTheLog) { expect_flat<csv_reader<>, csv_format>(); }

}  // namespace memory_test
