// SPDX-License-Identifier: MIT
#pragma once
// The files that the rules are held against, read once, and a small plan to break rules with.
#include <tests/house/plan.hpp>
#include <tests/house/tree.hpp>

#include <filesystem>
#include <string_view>

namespace house::project {

inline const std::filesystem::path source{BALINT_SOURCE_DIR};

inline const tree& headers() {
  static const tree all = read_tree(source / "include", [](std::string_view path) { return path.ends_with(".hpp"); });
  return all;
}
inline const plan& the_plan() {
  static const plan all = read_plan(read_file(source / "cmake" / "floors.cmake"));
  return all;
}
/// A small house with two rooms on floor 1.
inline const plan& small() {
  static const plan all = read_plan(R"(
set(balint_floors
  # folder   floor component needs packages
  "words      0    balint    -     -"
  "left       1    balint    -     -"
  "right      1    balint    -     -"
  "tools      2    tools     -     fmt"
  "log        3    log       -     -"
  "log/csv    4    csv       log   -"
  "log/both   5    both      csv   SQLite,ZLIB")
set(balint_packages
  "fmt    fmt::fmt   fmt/"
  "SQLite x::x       sqlite3.h"
  "ZLIB   ZLIB::ZLIB zlib.h,zconf.h")
)");
  return all;
}

}  // namespace house::project
