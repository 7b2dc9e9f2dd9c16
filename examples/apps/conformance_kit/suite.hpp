// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The conformance suite as programs meet it: cases read from their files, each edit carried out.
#include <simdjson.h>

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

/// The format of the suite's files that is read here.
inline constexpr std::uint64_t format = 2;

/// A finding, as the suite writes it.
struct finding {
  std::uint64_t event = 0;
  std::string about;  ///< Its class.
  std::string code;
  std::string rule;   ///< Empty: there is none.
  std::string stage;  ///< Empty: it is about the group.
  std::uint64_t times = 1;
  std::string owed;  ///< In words; empty: not said.
};

/// A breach that somebody named.
struct breach {
  std::uint64_t event = 0;
  std::string rule;
  std::string answered;  ///< The event of the reminder, or "terminated"; empty: nothing answered it.
  friend bool operator==(const breach&, const breach&) = default;
};

/// What is said of a trace.
struct judgement {
  std::string verdict;
  std::uint64_t record_faults = 0;
  std::vector<finding> findings;
  std::vector<breach> breaches;
  std::optional<std::vector<std::string>> advisories;  ///< Absent: not said.
};

/// Reads a judgement, or says what is wrong with it. No "record_faults" means that there are none, no "breaches" that
/// nobody named any.
[[nodiscard]] std::expected<judgement, std::string> to_judgement(simdjson::dom::element from);

/// The first thing in which an answer differs from what is expected; empty: nothing. What the answer does not say
/// of what is owed and of advisories is not compared.
[[nodiscard]] std::string difference(const judgement& expected, const judgement& answer);

/// One trace of a case: the case's own, or a variant.
struct trace {
  std::string name;  ///< The case's id, for a variant with `#` and its name behind.
  std::string header;
  std::vector<std::string> events;
  judgement expected;

  /// The line that an implementation is sent.
  [[nodiscard]] std::string request() const;
  /// The lines of a log.
  [[nodiscard]] std::string log() const;
};

/// A case file.
struct test_case {
  std::string id;
  std::string title;
  std::filesystem::path path;
  std::vector<std::string> requirements;
  std::vector<trace> traces;
};

/// Reads a case file, or says what is wrong with it.
[[nodiscard]] std::expected<test_case, std::string> read_case(const std::filesystem::path& path);
/// Reads a case that stands in a file of that name, or says what is wrong with it.
[[nodiscard]] std::expected<test_case, std::string> to_case(simdjson::dom::element whole,
                                                            const std::filesystem::path& path);
/// Reads every case of a suite, in the order of their paths.
[[nodiscard]] std::expected<std::vector<test_case>, std::string> read_cases(const std::filesystem::path& suite);

}  // namespace conformance
