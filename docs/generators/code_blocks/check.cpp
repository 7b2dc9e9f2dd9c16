// SPDX-License-Identifier: MIT
// Finds each block of C++ and of CMake on the pages in a file that is compiled or configured, word for word but for
// indentation that all its lines share. A block of text that begins with `balint:` is a message of a compiler, and has
// to be what a file of tests/compile_fail expects; one below a heading "What it prints" is the printed.txt of a
// snippet.
//
//   code_blocks SOURCE_DIR FILES    FILES lists the files that are compiled or configured, one a line
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using lines = std::vector<std::string>;

lines read_lines(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  lines found;
  for (std::string line; std::getline(in, line);) found.push_back(line);
  return found;
}

bool is_blank(const std::string& line) { return line.find_first_not_of(' ') == std::string::npos; }
std::size_t indentation(const std::string& line) { return std::min(line.find_first_not_of(' '), line.size()); }

/// The lines without the indentation that all of them share.
lines moved_left(lines block) {
  std::size_t shared = std::string::npos;
  for (const auto& line : block) {
    if (!is_blank(line)) shared = std::min(shared, indentation(line));
  }
  for (auto& line : block) line = is_blank(line) ? "" : line.substr(shared);
  return block;
}

/// Whether a block is in a file, one line after the other, all of them indented by as much.
bool holds(const lines& file, const lines& block) {
  const auto first = std::ranges::find_if_not(block, is_blank);
  if (first == block.end()) return false;
  for (auto at = file.begin(); at != file.end(); ++at) {
    if (!at->ends_with(*first) || indentation(*at) + first->size() - indentation(*first) != at->size()) continue;
    const auto indent = std::string(at->size() - first->size(), ' ');
    const auto left = static_cast<std::size_t>(file.end() - at);
    if (left < static_cast<std::size_t>(block.end() - first)) return false;
    if (std::equal(first, block.end(), at, [&](const auto& wanted, const auto& there) {
          return is_blank(wanted) ? is_blank(there) : there == indent + wanted;
        }))
      return true;
  }
  return false;
}

/// The file as the compiler sees it with MISUSE defined or not.
lines with_misuse(const lines& file, bool is_defined) {
  lines kept;
  bool keeps = true;
  bool is_inside = false;
  for (const auto& line : file) {
    if (line == "#ifdef MISUSE") {
      is_inside = true;
      keeps = is_defined;
    } else if (is_inside && line == "#else") {
      keeps = !keeps;
    } else if (is_inside && line == "#endif") {
      is_inside = false;
      keeps = true;
    } else if (keeps) {
      kept.push_back(line);
    }
  }
  return kept;
}

struct code_files {
  std::vector<lines> cpp;
  std::vector<lines> cmake;
  std::set<std::string> messages;  ///< What a compiler is expected to say.
  std::vector<lines> printed;
};

/// A file and the headers that it includes by their place beside it.
void add_cpp(const fs::path& path, code_files& all, std::set<fs::path>& seen) {
  if (!seen.insert(path.lexically_normal()).second) return;
  const auto file = read_lines(path);
  all.cpp.push_back(file);
  const bool is_misuse = std::ranges::find(file, "#ifdef MISUSE") != file.end();
  if (is_misuse) {
    all.cpp.push_back(with_misuse(file, true));
    all.cpp.push_back(with_misuse(file, false));
  }
  for (const auto& line : file) {
    constexpr std::string_view expected = "// expect-computed: ";
    if (line.starts_with(expected)) all.messages.insert(line.substr(expected.size()));
    constexpr std::string_view include = "#include \"";
    if (!line.starts_with(include)) continue;
    const auto header =
        path.parent_path() / line.substr(include.size(), line.find('"', include.size()) - include.size());
    if (fs::exists(header)) add_cpp(header, all, seen);
  }
}
code_files read_files(const fs::path& source, const fs::path& list) {
  code_files all;
  std::set<fs::path> seen;
  for (const fs::path path : read_lines(list)) {
    if (!fs::exists(path)) continue;  // a file that the build makes, perhaps later
    if (path.filename() == "CMakeLists.txt") {
      all.cmake.push_back(read_lines(path));
    } else {
      add_cpp(path, all, seen);
    }
  }
  for (const auto& entry : fs::recursive_directory_iterator(source / "docs/snippets")) {
    if (entry.path().filename() == "printed.txt") all.printed.push_back(read_lines(entry.path()));
  }
  return all;
}

struct block {
  std::size_t line = 0;
  std::string language;
  std::string heading;
  lines text;
};

std::vector<block> blocks_of(const lines& page) {
  std::vector<block> found;
  std::string heading;
  bool is_inside = false;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const auto indent = indentation(page[i]);
    if (page[i].compare(indent, 3, "```") == 0) {
      is_inside = !is_inside;
      if (is_inside) found.push_back({i + 1, page[i].substr(indent + 3), heading, {}});
    } else if (is_inside) {
      found.back().text.push_back(page[i]);
    } else if (page[i].starts_with("#")) {
      heading = page[i].substr(page[i].find_first_not_of("# "));
    }
  }
  for (auto& one : found) one.text = moved_left(one.text);
  return found;
}

/// Why a block should not be on a page; nothing: it may.
std::string fault_of(const block& one, const code_files& all) {
  const auto is_in = [&](const auto& files) {
    return std::ranges::any_of(files, [&](const auto& file) { return holds(file, one.text); });
  };
  if (one.language == "cpp" && !is_in(all.cpp)) return "is in no file that is compiled";
  if (one.language == "cmake" && !is_in(all.cmake)) return "is in no file that is configured";
  if (one.language == "text" && !one.text.empty() && one.text[0].starts_with("balint: ")) {
    std::string message;
    for (const auto& line : one.text) message += (message.empty() ? "" : " ") + line;
    if (!all.messages.contains(message)) return "is expected of no compiler by tests/compile_fail";
  }
  if (one.language == "text" && one.heading == "What it prints" && !is_in(all.printed))
    return "is printed by no snippet";
  return {};
}

std::vector<fs::path> pages_of(const fs::path& source) {
  std::vector<fs::path> pages;
  for (const auto& entry : fs::directory_iterator(source)) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  }
  for (const auto& entry : fs::recursive_directory_iterator(source / "docs")) {
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  }
  std::ranges::sort(pages);
  return pages;
}

}  // namespace

int main(int count, char** values) {
  if (count != 3) {
    std::cerr << "code_blocks SOURCE_DIR FILES\n";
    return 2;
  }
  const fs::path source = values[1];
  const auto files = read_files(source, values[2]);
  if (files.cpp.empty() || files.cmake.empty() || files.messages.empty() || files.printed.empty()) {
    std::cerr << values[2] << " lists no code\n";
    return 2;
  }
  std::size_t found = 0;
  std::size_t faults = 0;
  for (const auto& path : pages_of(source)) {
    for (const auto& one : blocks_of(read_lines(path))) {
      if (one.language == "cpp" || one.language == "cmake") ++found;
      const auto fault = fault_of(one, files);
      if (fault.empty()) continue;
      ++faults;
      std::cerr << path.lexically_relative(source).string() << ":" << one.line << ": the block " << fault << "\n";
    }
  }
  std::cout << found << " blocks of code, " << files.cpp.size() + files.cmake.size() << " files\n";
  return faults != 0 || found == 0 ? 1 : 0;
}
