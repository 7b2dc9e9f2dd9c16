// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// JSON as the suite's files write it: small things on one line, a list's items each on a line of their own.
#include <balint/log/jsonl/writer.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace suite {

/// The format of the suite's files; one that cannot be read as the one before was has another number.
inline constexpr int format = 2;

/// JSON text that is ready to be put into more of it.
struct json {
  std::string text;
};

inline json value(std::string_view text) { return {balint::to_json(text)}; }
inline json value(const char* text) { return value(std::string_view(text)); }
inline json value(std::integral auto number) { return {std::to_string(number)}; }
inline json value(json made) { return made; }

/// An object; `add` puts a key behind the others.
class object {
 public:
  template <typename Value>
  object& add(std::string_view key, Value&& of) {
    members_.push_back(balint::to_json(key) + ":" + value(std::forward<Value>(of)).text);
    return *this;
  }
  [[nodiscard]] json on_one_line() const { return {"{" + joined(",", "") + "}"}; }
  [[nodiscard]] json on_lines() const { return {"{\n" + joined(",\n", " ") + "\n}\n"}; }

 private:
  [[nodiscard]] std::string joined(std::string_view between, std::string_view before) const {
    std::string all;
    for (const auto& one : members_) {
      if (!all.empty()) all += between;
      all += before;
      all += one;
    }
    return all;
  }
  std::vector<std::string> members_;
};

/// A list on one line.
inline json list(const std::vector<json>& items) {
  std::string all = "[";
  for (const auto& one : items) all += (all.size() > 1 ? "," : "") + one.text;
  return {all + "]"};
}
/// A list with each item on a line of its own.
inline json lines(const std::vector<json>& items) {
  if (items.empty()) return {"[]"};
  std::string all = "[";
  for (const auto& one : items) all += (all.size() > 1 ? ",\n  " : "\n  ") + one.text;
  return {all + "\n ]"};
}

}  // namespace suite
