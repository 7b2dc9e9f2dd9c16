// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The styles by name: a new one is a file beside these and a row here.
#include "html_style.hpp"
#include "json_style.hpp"
#include "junit_style.hpp"
#include "report.hpp"
#include "sarif_style.hpp"
#include "tap_style.hpp"
#include "text_style.hpp"

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What a style may go by.
struct surroundings {
  std::FILE* into = nullptr;      ///< The stream that the report is written to.
  bool has_several_logs = false;  ///< Whether it is about more than one log.
};
/// A style, and how to make one.
struct style_choice {
  std::string_view name;
  std::unique_ptr<style> (*make)(const surroundings& where);
};

inline constexpr style_choice styles[]{
    {"text",
     [](const surroundings& where) -> std::unique_ptr<style> { return std::make_unique<text_style>(where.into); }},
    {"json", [](const surroundings&) -> std::unique_ptr<style> { return std::make_unique<json_style>(); }},
    {"junit",
     [](const surroundings& where) -> std::unique_ptr<style> {
       return std::make_unique<junit_style>(where.has_several_logs);
     }},
    {"sarif", [](const surroundings&) -> std::unique_ptr<style> { return std::make_unique<sarif_style>(); }},
    {"tap", [](const surroundings&) -> std::unique_ptr<style> { return std::make_unique<tap_style>(); }},
    {"html", [](const surroundings&) -> std::unique_ptr<style> { return std::make_unique<html_style>(); }},
};

/// Their names.
[[nodiscard]] inline std::vector<std::string> style_names() {
  std::vector<std::string> names;
  for (const auto& one : styles) names.emplace_back(one.name);
  return names;
}
/// Makes a style by its name, which is one of them.
[[nodiscard]] inline std::unique_ptr<style> make_style(std::string_view name, const surroundings& where) {
  for (const auto& one : styles) {
    if (one.name == name) return one.make(where);
  }
  return nullptr;
}
