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

/// A style, and how to make one that writes to a stream.
struct style_choice {
  std::string_view name;
  std::unique_ptr<style> (*make)(std::FILE* into);
};

inline constexpr style_choice styles[]{
    {"text", [](std::FILE* into) -> std::unique_ptr<style> { return std::make_unique<text_style>(into); }},
    {"json", [](std::FILE*) -> std::unique_ptr<style> { return std::make_unique<json_style>(); }},
    {"junit", [](std::FILE*) -> std::unique_ptr<style> { return std::make_unique<junit_style>(); }},
    {"sarif", [](std::FILE*) -> std::unique_ptr<style> { return std::make_unique<sarif_style>(); }},
    {"tap", [](std::FILE*) -> std::unique_ptr<style> { return std::make_unique<tap_style>(); }},
    {"html", [](std::FILE*) -> std::unique_ptr<style> { return std::make_unique<html_style>(); }},
};

/// Their names.
[[nodiscard]] inline std::vector<std::string> style_names() {
  std::vector<std::string> names;
  for (const auto& one : styles) names.emplace_back(one.name);
  return names;
}
/// Makes a style by its name, which is one of them.
[[nodiscard]] inline std::unique_ptr<style> make_style(std::string_view name, std::FILE* into) {
  for (const auto& one : styles) {
    if (one.name == name) return one.make(into);
  }
  return nullptr;
}
