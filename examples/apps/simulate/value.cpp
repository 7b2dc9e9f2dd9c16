// SPDX-License-Identifier: MIT
#include "value.hpp"

#include <fmt/format.h>

#include <cmath>

namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    } else {
      out += c;
    }
  }
  return out + '"';
}
std::string decimal(double number) {
  if (std::isnan(number)) return "nan";
  if (std::isinf(number)) return number < 0 ? "-inf" : "inf";
  auto out = fmt::format("{}", number);
  if (out.find_first_of(".e") == std::string::npos) out += ".0";
  return out;
}

}  // namespace

std::string value::text() const {
  struct writer {
    std::string operator()(bool truth) const { return truth ? "true" : "false"; }
    std::string operator()(std::int64_t whole) const { return std::to_string(whole); }
    std::string operator()(double number) const { return decimal(number); }
    std::string operator()(const std::string& words) const { return quoted(words); }
    std::string operator()(const list& all) const {
      std::string out = "[";
      for (const auto& one : all) out += (out.size() == 1 ? "" : ", ") + one.text();
      return out + "]";
    }
    std::string operator()(const number_range& r) const {
      return fmt::format("{{from = {}, to = {}, step = {}}}", decimal(r.from), decimal(r.to), decimal(r.step));
    }
  };
  return std::visit(writer{}, is);
}

std::string place::text() const { return line == 0 ? name : fmt::format("{}:{}:{}", name, line, column); }
