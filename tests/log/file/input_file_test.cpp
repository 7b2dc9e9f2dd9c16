// SPDX-License-Identifier: MIT
#include <balint/log/file/input_file.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace input_file_test {

TEST(InputFile, IsReadFromItsBeginning) {
  const auto name = std::filesystem::path(testing::TempDir()) / "balint_input_file.txt";
  std::ofstream(name) << "a log";
  {
    const auto file = balint::open_input(name);
    ASSERT_TRUE(file) << file.error();
    std::string text(16, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file->get()));
    EXPECT_EQ(text, "a log");
  }
  std::filesystem::remove(name);
}
TEST(InputFile, SaysWhyItCannotBeOpened) {
  const auto file = balint::open_input("no/such/file.jsonl");
  ASSERT_FALSE(file);
  EXPECT_THAT(file.error(), testing::HasSubstr("No such file"));
}
TEST(InputFile, LeavesStandardInputOpen) {
  const bool was_open = fcntl(STDIN_FILENO, F_GETFD) != -1;
  {
    const auto file = balint::open_input("-");
    ASSERT_TRUE(file);
    EXPECT_EQ(file->get(), stdin);
  }
  EXPECT_EQ(fcntl(STDIN_FILENO, F_GETFD) != -1, was_open);
}

}  // namespace input_file_test
