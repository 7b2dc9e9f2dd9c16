// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What all the programs have in common: how they begin, complain and end.
#include "standard_streams.hpp"

#include <balint/log/plain_text.hpp>

#include <CLI/CLI.hpp>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

/// The exit code of a program that could not do what was asked.
inline constexpr int exit_cannot = 2;

/// What a program cannot do, on one line.
[[nodiscard]] inline std::string complaint(std::string_view program, std::string_view what) {
  return std::string(program) + ": " + balint::plain_line(what) + '\n';
}
/// Says it on standard errors.
inline void complain_as(std::string_view program, std::string_view what) {
  static_cast<void>(std::fflush(stdout));
  put(complaint(program, what), stderr);
}

/// A text of several lines in which nothing but the ends of the lines is a control.
[[nodiscard]] inline std::string plain_lines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    out += balint::plain_line(text.substr(0, end));
    if (end == std::string_view::npos) break;
    out += '\n';
    text.remove_prefix(end + 1);
  }
  return out;
}

/// Reads the command line. Nothing: the program goes on; else the code with which it ends: it was asked for help, or
/// what is on the command line cannot be. What `check` finds wrong with it, it throws.
template <typename Check>
[[nodiscard]] std::optional<int> parse(CLI::App& app, int count, char** words, Check&& check) {
  try {
    app.parse(count, words);
    check();
    return std::nullopt;
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, errors;
    const bool is_help = app.exit(error, out, errors) == 0;
    put(plain_lines(errors.str()), stderr);
    put(out.str(), stdout);
    return is_help && is_output_written() ? 0 : exit_cannot;
  }
}
/// Reads the command line.
[[nodiscard]] inline std::optional<int> parse(CLI::App& app, int count, char** words) {
  return parse(app, count, words, [] {});
}

/// A number on a command line, within limits: `nan` is within none.
[[nodiscard]] inline CLI::Validator between(double least, double most, const std::string& of_what) {
  std::ostringstream limits;
  limits << of_what << " from " << least << " to " << most;
  return CLI::Validator(
      [least, most, wanted = limits.str()](const std::string& text) {
        char* end = nullptr;
        const double number = std::strtod(text.c_str(), &end);
        const bool is_number = !text.empty() && end == text.c_str() + text.size();
        return is_number && number >= least && number <= most ? std::string() : "expected " + wanted + ", not " + text;
      },
      limits.str());
}

/// A text on a command line that is not empty: else it would be as if the option were not there.
[[nodiscard]] inline CLI::Validator not_empty() {
  return CLI::Validator(
      [](const std::string& text) {
        return text.empty() ? "expected a value, found none: it is empty" : std::string();
      },
      "");
}

/// Runs a program, whatever its standard streams are. What nobody expected ends it with a message.
template <typename Body>
[[nodiscard]] int run_program(std::string_view name, Body&& body) noexcept {
  open_closed_streams();
  try {
    return std::forward<Body>(body)();
  } catch (const std::exception& unexpected) {
    complain_as(name, unexpected.what());
  } catch (...) {
    complain_as(name, "something went wrong");
  }
  return exit_cannot;
}
