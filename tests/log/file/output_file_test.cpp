// SPDX-License-Identifier: MIT
// An output file is whole or not there, whatever its name leads to.
#include <balint/log/file/output_file.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

using balint::output_file;

namespace output_file_test {

class OutputFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) /
              (std::string("balint_output_") + testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directory(folder_);
    name_ = folder_ / "log.csv";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void put(const std::string& text) const { std::ofstream(name_) << text; }
  [[nodiscard]] std::string text() const {
    std::ifstream file(name_);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  [[nodiscard]] std::ptrdiff_t files() const {
    return std::distance(std::filesystem::directory_iterator(folder_), std::filesystem::directory_iterator());
  }
  std::filesystem::path folder_, name_;
};

TEST_F(OutputFile, IsInItsPlaceOnceItIsKept) {
  put("old");
  output_file file(name_);
  ASSERT_TRUE(file.is_good()) << file.why();
  EXPECT_TRUE(file.write("new "));
  EXPECT_TRUE(file.write("log"));
  EXPECT_EQ(text(), "old");
  EXPECT_TRUE(file.keep()) << file.why();
  EXPECT_EQ(text(), "new log");
  EXPECT_EQ(files(), 1);
}

TEST_F(OutputFile, LeavesWhatWasThereWhenItIsNotKept) {
  put("old");
  {
    output_file file(name_);
    EXPECT_TRUE(file.write("half a"));
  }
  EXPECT_EQ(text(), "old");
  EXPECT_EQ(files(), 1);
}

TEST_F(OutputFile, LeavesTheNewFileOfAnInterruptedRunAndOfAnotherProgramAlone) {
  output_file first(name_);
  output_file second(name_);
  EXPECT_TRUE(first.write("the first, whole"));
  EXPECT_TRUE(second.write("the second, whole"));
  EXPECT_TRUE(first.keep()) << first.why();
  EXPECT_EQ(text(), "the first, whole");
  EXPECT_TRUE(second.keep()) << second.why();
  EXPECT_EQ(text(), "the second, whole");
  EXPECT_EQ(files(), 1);
  // What a run with this very process id left behind, as after a restart of the machine.
  const auto part = [&](int n) {
    return folder_ / ("log.csv." + std::to_string(getpid()) + "-" + std::to_string(n) + ".part");
  };
  std::ofstream(part(0)) << "left";
  std::ofstream(part(1)) << "left";
  output_file next(name_);
  ASSERT_TRUE(next.is_good()) << next.why();
  EXPECT_TRUE(next.write("next") && next.keep());
  EXPECT_EQ(text(), "next");
  EXPECT_EQ(files(), 3);
}

TEST_F(OutputFile, SaysWhenItCannotBeWritten) {
  const output_file nowhere(folder_ / "none" / "log.csv");
  EXPECT_FALSE(nowhere.is_good());
  EXPECT_EQ(nowhere.stream(), nullptr);
  EXPECT_THAT(nowhere.why(), testing::HasSubstr("No such file"));
  std::filesystem::create_directory(name_);
  output_file folder(name_);
  EXPECT_FALSE(folder.is_good());
  EXPECT_THAT(folder.why(), testing::HasSubstr("directory"));
  EXPECT_FALSE(folder.write("x"));
  EXPECT_FALSE(folder.keep());
  EXPECT_EQ(files(), 1);
}

TEST_F(OutputFile, LeavesWhatWasThereWhenTheDiskIsFull) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
  output_file full("/dev/full");
  ASSERT_TRUE(full.is_good()) << full.why();
  EXPECT_TRUE(full.write("a little, which stays in the buffer"));
  EXPECT_FALSE(full.keep());
  EXPECT_THAT(full.why(), testing::HasSubstr("No space"));
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/full"));
}

TEST_F(OutputFile, WritesToAPipeAsItIs) {
  ASSERT_EQ(mkfifo(name_.c_str(), 0600), 0);
  const int reader = open(name_.c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  {
    output_file pipe(name_);
    ASSERT_TRUE(pipe.is_good()) << pipe.why();
    EXPECT_FALSE(pipe.replaces(name_));
    EXPECT_TRUE(pipe.write("through the pipe"));
    EXPECT_TRUE(pipe.keep()) << pipe.why();
  }
  std::string got(64, '\0');
  got.resize(static_cast<std::size_t>(std::max<ssize_t>(0, read(reader, got.data(), got.size()))));
  close(reader);
  EXPECT_EQ(got, "through the pipe");
  EXPECT_TRUE(std::filesystem::is_fifo(name_));
  EXPECT_EQ(files(), 1);
}

TEST_F(OutputFile, FollowsLinks) {
  put("old");
  std::filesystem::create_directory(folder_ / "links");
  std::filesystem::create_symlink("second", folder_ / "links" / "first");
  std::filesystem::create_symlink("../log.csv", folder_ / "links" / "second");
  output_file file(folder_ / "links" / "first");
  EXPECT_TRUE(file.replaces(name_));
  EXPECT_TRUE(file.write("new") && file.keep()) << file.why();
  EXPECT_EQ(text(), "new");
  EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "links" / "first"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "links" / "second"));
  // A link to what is not there yet stays a link, too.
  std::filesystem::remove(name_);
  output_file again(folder_ / "links" / "first");
  EXPECT_TRUE(again.write("made") && again.keep()) << again.why();
  EXPECT_EQ(text(), "made");
  EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "links" / "second"));
}

TEST_F(OutputFile, KeepsThePermissionsOfWhatItReplaces) {
  put("old");
  using enum std::filesystem::perms;
  const auto permissions = [&] { return std::filesystem::status(name_).permissions(); };
  for (const auto wanted : {owner_read | owner_write, owner_all | group_all | others_all}) {
    std::filesystem::permissions(name_, wanted);
    output_file file(name_);
    EXPECT_TRUE(file.write("new") && file.keep()) << file.why();
    EXPECT_EQ(permissions(), wanted);
  }
  // A new file has those that the user's mask leaves.
  std::filesystem::remove(name_);
  const auto before = umask(027);
  output_file file(name_);
  umask(before);
  EXPECT_TRUE(file.write("new") && file.keep()) << file.why();
  EXPECT_EQ(permissions(), owner_read | owner_write | group_read);
}

TEST_F(OutputFile, SaysWhichFileItWouldReplace) {
  put("a log");
  const auto other = folder_ / "other.csv";
  std::ofstream(other) << "another log";
  std::filesystem::create_hard_link(name_, folder_ / "same.csv");
  const output_file file(name_);
  EXPECT_TRUE(file.replaces(name_));
  EXPECT_TRUE(file.replaces(folder_ / "." / "log.csv"));
  EXPECT_TRUE(file.replaces(folder_ / "same.csv"));
  EXPECT_FALSE(file.replaces(other));
  EXPECT_FALSE(file.replaces(folder_ / "none.csv"));
  const output_file fresh(folder_ / "new.csv");
  EXPECT_FALSE(fresh.replaces(folder_ / "new.csv"));
}

TEST_F(OutputFile, IsStandardOutputWithoutAName) {
  output_file out;
  EXPECT_EQ(out.stream(), stdout);
  EXPECT_FALSE(out.replaces(""));
  EXPECT_TRUE(out.write("") && out.keep()) << out.why();
  EXPECT_EQ(out.stream(), stdout);
}

}  // namespace output_file_test
