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

using balint::is_same_file;
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

TEST_F(OutputFile, HasNothingToDoWithAnotherProgramThatWritesTheSame) {
  output_file first(name_);
  output_file second(name_);
  EXPECT_TRUE(first.write("the first, whole"));
  EXPECT_TRUE(second.write("the second, whole"));
  EXPECT_TRUE(first.keep()) << first.why();
  EXPECT_EQ(text(), "the first, whole");
  EXPECT_TRUE(second.keep()) << second.why();
  EXPECT_EQ(text(), "the second, whole");
  EXPECT_EQ(files(), 1);
}

TEST_F(OutputFile, RemovesWhatInterruptedRunsLeft) {
  // With this very process id, as after a restart of the machine, and with another.
  const auto part = [&](int process, int n) {
    return folder_ / (".balint-" + std::to_string(process) + "-" + std::to_string(n) + ".part");
  };
  std::ofstream(part(getpid(), 0)) << "left";
  std::ofstream(part(getpid(), 1)) << "left";
  std::ofstream(part(1, 0)) << "left";
  output_file next(name_);
  ASSERT_TRUE(next.is_good()) << next.why();
  EXPECT_TRUE(next.write("next") && next.keep());
  EXPECT_EQ(text(), "next");
  EXPECT_EQ(files(), 1);
}

TEST_F(OutputFile, IsDoneOnceItIsKept) {
  output_file file(name_);
  EXPECT_TRUE(file.write("whole"));
  EXPECT_TRUE(file.keep()) << file.why();
  EXPECT_EQ(file.stream(), nullptr);
  EXPECT_FALSE(file.write(" and more"));
  EXPECT_TRUE(file.is_good());
  EXPECT_TRUE(file.keep());
  EXPECT_EQ(text(), "whole");
  EXPECT_EQ(files(), 1);

  std::filesystem::create_directory(folder_ / "none");
  output_file lost(folder_ / "none" / "log.csv");
  EXPECT_TRUE(lost.write("x"));
  std::filesystem::remove_all(folder_ / "none");
  EXPECT_FALSE(lost.keep());
  const auto why = lost.why();
  EXPECT_FALSE(lost.keep());
  EXPECT_FALSE(lost.write("more"));
  EXPECT_EQ(lost.why(), why);
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
  ASSERT_TRUE(std::filesystem::exists("/dev/full")) << "Linux has it";
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
    EXPECT_FALSE(is_same_file(name_, folder_));
    EXPECT_TRUE(is_same_file(name_, name_));
    EXPECT_TRUE(pipe.write("through the pipe"));
    EXPECT_TRUE(pipe.keep()) << pipe.why();
    EXPECT_EQ(pipe.stream(), nullptr);
    EXPECT_FALSE(pipe.write("more"));
    EXPECT_TRUE(pipe.keep());
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
  EXPECT_TRUE(is_same_file(folder_ / "links" / "first", name_));
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

TEST_F(OutputFile, KeepsTheOwnerOfWhatItReplacesWhereItMay) {
  put("old");
  if (::chown(name_.c_str(), 1, 2) != 0) GTEST_SKIP() << "needs a user who may give files away";
  output_file file(name_);
  EXPECT_TRUE(file.write("new") && file.keep()) << file.why();
  struct stat its{};
  ASSERT_EQ(::stat(name_.c_str(), &its), 0);
  EXPECT_EQ(its.st_uid, 1U);
  EXPECT_EQ(its.st_gid, 2U);
}

TEST_F(OutputFile, DoesNotReplaceWhatNobodyMayWrite) {
  put("old");
  std::filesystem::permissions(name_, std::filesystem::perms::owner_read | std::filesystem::perms::others_read);
  std::filesystem::create_symlink("log.csv", folder_ / "link");
  for (const auto& name : {name_, folder_ / "link"}) {
    output_file file(name);
    EXPECT_FALSE(file.is_good());
    EXPECT_THAT(file.why(), testing::HasSubstr("Permission denied"));
    EXPECT_FALSE(file.write("new"));
    EXPECT_FALSE(file.keep());
  }
  EXPECT_EQ(text(), "old");
  EXPECT_EQ(files(), 2);
}

TEST_F(OutputFile, RefusesLinksThatLeadNowhere) {
  std::filesystem::create_symlink("second", folder_ / "first");
  std::filesystem::create_symlink("first", folder_ / "second");
  const output_file file(folder_ / "first");
  EXPECT_FALSE(file.is_good());
  EXPECT_EQ(files(), 2);
}

TEST_F(OutputFile, GoesOnWithWhatIsOpenAlready) {
  ASSERT_TRUE(std::filesystem::exists("/dev/fd")) << "Linux has it, where /proc is mounted";
  const int open_already = open(name_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  ASSERT_GE(open_already, 0);
  ASSERT_EQ(::write(open_already, "before, ", 8), 8);
  std::filesystem::create_symlink("/dev/fd/" + std::to_string(open_already), folder_ / "link");
  for (const auto& name : {std::filesystem::path("/dev/fd") / std::to_string(open_already), folder_ / "link"}) {
    output_file file(name);
    ASSERT_TRUE(file.is_good()) << file.why();
    EXPECT_TRUE(is_same_file(name, name_));
    EXPECT_TRUE(file.write("within, ") && file.keep()) << file.why();
  }
  ASSERT_EQ(::write(open_already, "behind", 6), 6);
  close(open_already);
  EXPECT_EQ(text(), "before, within, within, behind");
  EXPECT_EQ(files(), 2);
  const output_file closed("/dev/fd/" + std::to_string(open_already));
  EXPECT_FALSE(closed.is_good());
  EXPECT_THAT(closed.why(), testing::HasSubstr("Bad file descriptor"));
}

TEST_F(OutputFile, DoesNotWriteToWhatIsOpenForReading) {
  put("a log");
  const int open_already = open(name_.c_str(), O_RDONLY | O_CLOEXEC);
  ASSERT_GE(open_already, 0);
  const output_file file("/dev/fd/" + std::to_string(open_already));
  EXPECT_FALSE(file.is_good());
  close(open_already);
  EXPECT_EQ(text(), "a log");
}

TEST_F(OutputFile, TakesANameAsLongAsAFolderHolds) {
  const auto name = folder_ / std::string(255, 'x');
  output_file file(name);
  EXPECT_TRUE(file.write("x") && file.keep()) << file.why();
  EXPECT_EQ(std::filesystem::file_size(name), 1U);
}

TEST_F(OutputFile, IsStandardOutputByItsName) {
  for (const auto* name : {"-", ""}) {
    output_file out(name);
    EXPECT_EQ(out.stream(), *name == '-' ? stdout : nullptr);
    EXPECT_EQ(out.is_good(), *name == '-');
    EXPECT_EQ(out.write(""), *name == '-');
    EXPECT_EQ(out.keep(), *name == '-');
    EXPECT_EQ(out.stream(), nullptr);
  }
  EXPECT_EQ(output_file().stream(), stdout);
}

TEST_F(OutputFile, IsToldFromTheFilesThatAreRead) {
  put("a log");
  const auto other = folder_ / "other.csv";
  std::ofstream(other) << "another log";
  std::filesystem::create_hard_link(name_, folder_ / "same.csv");
  EXPECT_TRUE(is_same_file(name_, name_));
  EXPECT_TRUE(is_same_file(name_, folder_ / "." / "log.csv"));
  EXPECT_TRUE(is_same_file(folder_ / "same.csv", name_));
  EXPECT_FALSE(is_same_file(name_, other));
  EXPECT_FALSE(is_same_file(name_, folder_ / "none.csv"));
  EXPECT_FALSE(is_same_file(folder_ / "none.csv", name_));
  EXPECT_FALSE(is_same_file(folder_, folder_));
  EXPECT_FALSE(is_same_file("/dev/null", "/dev/null"));
}

}  // namespace output_file_test
