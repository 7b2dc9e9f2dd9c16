// SPDX-License-Identifier: MIT
/// @file
/// Sessions of any protocol, opened by name, the reader's own among them; and a view of them for others.
#include <balint/balint.hpp>
#include <balint/words/any_session.hpp>

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace {

using namespace balint;

//! [list]
/// A protocol of your own; here, the student group under another name.
struct evening_group : student_group {
  static constexpr std::string_view name = "evening_group";
};
using meeting = any_session<all_protocols::with<evening_group>>;
//! [list]

int failed(const char* what) {
  fmt::print("not as said: {}\n", what);
  return 1;
}

}  // namespace

int main() {
  //! [open]
  const std::vector<person_record> people{{"anna", {"participant"}}, {"boris", {"participant"}}, {"maria", {"leader"}}};
  auto opened = meeting::open("evening_group", people);
  if (!opened) {
    fmt::print("{}\n", opened.error().message());
    return 1;
  }
  meeting& now = *opened;

  for (const auto& entry : now.menu("anna")) fmt::print("anna may {} {}\n", entry.act, entry.on);
  if (const auto done = now.apply({.by = "maria", .act = "advance"}); !done) fmt::print("{}\n", done.error().message());
  //! [open]
  if (!now.apply({.by = "anna", .act = "present_case", .at = {1'772'467'200'000}})) return failed("anna presents");

  //! [view]
  const session_view view = now.view();
  fmt::print("{}, stage {} of {}, {} cases\n", view.stage, view.stage_number, view.stages, view.cases.size());
  fmt::print("{}\n", now.json());
  //! [view]

  //! [store]
  const std::string bytes = now.save();
  auto again = meeting::load(bytes);
  if (!again) return failed("what was saved is loaded, whatever its protocol");
  //! [store]
  if (again->json() != now.json()) return failed("it is as it was");

  //! [visit]
  const auto options =
      again->visit([]<protocol P>(session<P>& running, const cast<P>&) { return running.option_count(); });
  //! [visit]
  return options == 0 && view.cases.size() == 1 ? 0 : failed("there is a case and no option");
}
