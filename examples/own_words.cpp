// SPDX-License-Identifier: MIT
/// @file
/// Messages in words of your own: some of them in Russian, and what is not said there as the catalogue has it.
#include <balint/balint.hpp>
#include <balint/text/check_wording.hpp>
#include <balint/text/menu_message.hpp>
#include <balint/text/message.hpp>

#include <fmt/core.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace balint;

constexpr person<student_group> everybody[]{person<student_group>::as<role::participant>("p1", consent::given),
                                            person<student_group>::as<role::participant>("p2", consent::given),
                                            person<student_group>::as<role::leader>("lead")};
constexpr std::string_view ids[]{"p1", "p2", "lead"};
constexpr person_id anna{0};
constexpr person_id lead{2};

//! [words]
/// Words by their keys, and the form that Russian has for so many.
struct russian {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> texts{{
      {"you.can", "вы можете {can}"},
      {"you.wrong_stage", "вы пока не можете {can}: {home}"},
      {"home.vote", "голосование — этап {number}"},
      {"can.vote", "проголосовать"},
      {"can.present_case", "рассказать о своём случае"},
      {"more.one", "ещё {n} раз"},
      {"more.few", "ещё {n} раза"},
      {"more", "ещё {n} раз"},
      {"refusal.session_over", "встреча закончена"},
  }};
  std::optional<std::string_view> operator()(std::string_view key) const {
    for (const auto& [mine, text] : texts) {
      if (mine == key) return text;
    }
    return {};  // as the catalogue has it
  }
  [[nodiscard]] std::string_view form(std::uint64_t n) const {
    if (n % 10 == 1 && n % 100 != 11) return "one";
    return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? "few" : "";
  }
};

/// What a participant's menu says about a case and about voting.
std::string two_entries(const session<student_group>& now, person_id who) {
  const pseudonyms names{.ids = ids};
  const auto menu = menu_of(now, who);
  return message<student_group>(menu.of<act::present_case>(), names, russian{}) + "\n" +
         message<student_group>(menu.of<act::vote>(), names, russian{}) + "\n";
}
//! [words]

//! [check]
/// Whether each text fits; what is left to the catalogue is no fault here.
bool do_all_fit() {
  for (const auto& fault : check_wording(russian{})) {
    if (!fault.misfit.empty()) return false;
  }
  return true;
}
//! [check]

}  // namespace

int main() {
  const auto group = form<student_group>(everybody).formed();
  if (!group) return 1;
  session<student_group> now(*group);
  const auto said = two_entries(now, anna);
  fmt::print("{}", said);
  if (said != "вы можете рассказать о своём случае\nвы пока не можете проголосовать: голосование — этап 2\n") return 1;
  if (!now.record<act::terminate>(lead)) return 1;
  const auto no = now.can<act::present_case>(anna);
  return do_all_fit() && message<student_group>(no.error(), {.ids = ids}, russian{}) == "встреча закончена" ? 0 : 1;
}
