// SPDX-License-Identifier: MIT
// Words of one's own are a map, which cannot be asked.
// section: not_the_words
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/text/message.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

using namespace balint;
using phrases = std::map<std::string, std::string, std::less<>>;

std::string told(const refusal<student_group>& no, const phrases& mine) {
#ifdef MISUSE
  return message(no, {}, mine);
#else
  const auto ask = [&mine](std::string_view key) -> std::optional<std::string_view> {
    const auto found = mine.find(key);
    return found == mine.end() ? std::nullopt : std::optional<std::string_view>(found->second);
  };
  return message(no, {}, ask);
#endif
}
