// SPDX-License-Identifier: MIT
// A file that is being written leaves nothing behind, or nothing but what the next one removes.
#include <balint/log/file/detail/part_file.hpp>

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using balint::detail::part_file;

namespace part_file_test {

class PartFile : public testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / ("balint_part_" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directory(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  [[nodiscard]] std::ptrdiff_t files() const {
    return std::distance(std::filesystem::directory_iterator(folder_), std::filesystem::directory_iterator());
  }
  [[nodiscard]] std::string text(const char* name) const {
    std::ifstream file(folder_ / name);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  std::filesystem::path folder_;
};

TEST_P(PartFile, IsCalledAsItIsTold) {
  std::ofstream(folder_ / "log.csv") << "old";
  part_file part;
  const int file = part.make(folder_, 0640, GetParam());
  ASSERT_GE(file, 0);
  ASSERT_EQ(::write(file, "new", 3), 3);
  EXPECT_EQ(text("log.csv"), "old");
  EXPECT_TRUE(part.rename(folder_ / "log.csv"));
  close(file);
  EXPECT_EQ(text("log.csv"), "new");
  EXPECT_EQ(files(), 1);
}
TEST_P(PartFile, IsGoneWhenItIsNotCalledAnything) {
  {
    part_file part;
    close(part.make(folder_, 0600, GetParam()));
  }
  EXPECT_EQ(files(), 0);
}
TEST_P(PartFile, LeavesOthersAloneThatAreBeingWritten) {
  part_file first, second;
  const int one = first.make(folder_, 0600, GetParam());
  const int other = second.make(folder_, 0600, GetParam());
  ASSERT_EQ(::write(one, "1", 1), 1);
  ASSERT_EQ(::write(other, "2", 1), 1);
  EXPECT_TRUE(second.rename(folder_ / "second"));
  EXPECT_TRUE(first.rename(folder_ / "first"));
  close(one);
  close(other);
  EXPECT_EQ(text("first"), "1");
  EXPECT_EQ(text("second"), "2");
  EXPECT_EQ(files(), 2);
}
TEST_P(PartFile, IsRemovedByTheNextWhereItsWriterWasInterrupted) {
  const auto left = folder_ / ".balint-7-0.part";
  std::ofstream(left) << "left";
  const int held = open(left.c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(flock(held, LOCK_EX), 0);
  for (const auto* name : {".balint-7-0.part.csv", ".balint-x-0.part", ".balint-.part", "balint-7-0.part"})
    std::ofstream(folder_ / name) << "of somebody else";
  {
    part_file part;
    close(part.make(folder_, 0600, GetParam()));
  }
  EXPECT_TRUE(std::filesystem::exists(left));
  close(held);
  {
    part_file part;
    close(part.make(folder_, 0600, GetParam()));
  }
  EXPECT_FALSE(std::filesystem::exists(left));
  EXPECT_EQ(files(), 4);
}
TEST_P(PartFile, CannotBeMadeInAFolderThatIsNotThere) {
  part_file part;
  EXPECT_EQ(part.make(folder_ / "none", 0600, GetParam()), -1);
  EXPECT_EQ(errno, ENOENT);
}
TEST_P(PartFile, StaysWithoutANameThatItCannotHave) {
  part_file part;
  const int file = part.make(folder_, 0600, GetParam());
  std::filesystem::create_directory(folder_ / "taken");
  EXPECT_FALSE(part.rename(folder_ / "taken"));
  EXPECT_EQ(errno, EISDIR);
  close(file);
}
INSTANTIATE_TEST_SUITE_P(WithAndWithoutANameOfItsOwn, PartFile, testing::Bool());

}  // namespace part_file_test
