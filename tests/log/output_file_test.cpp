// SPDX-License-Identifier: MIT
#include <balint/log/output_file.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

TEST_F(OutputFile, StandsInItsPlaceWhenItIsKept) {
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

TEST_F(OutputFile, SaysWhenSomebodyElseWritesIt) {
  output_file first(name_);
  output_file second(name_);
  EXPECT_TRUE(first.is_good());
  EXPECT_FALSE(second.is_good());
  EXPECT_THAT(second.why(), testing::HasSubstr("is there already"));
  EXPECT_FALSE(second.write("x"));
  EXPECT_FALSE(second.keep());
  EXPECT_TRUE(first.write("x") && first.keep());
  EXPECT_EQ(text(), "x");
}

TEST_F(OutputFile, SaysWhenItCannotBeWritten) {
  const output_file nowhere(folder_ / "none" / "log.csv");
  EXPECT_FALSE(nowhere.is_good());
  EXPECT_THAT(nowhere.why(), testing::HasSubstr("No such file"));
  std::filesystem::create_directory(name_);
  output_file folder(name_);
  EXPECT_TRUE(folder.write("x"));
  EXPECT_FALSE(folder.keep());
  EXPECT_EQ(files(), 1);
}

}  // namespace output_file_test
