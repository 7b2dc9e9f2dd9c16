// SPDX-License-Identifier: MIT
/// @file
/// Uses the library as a subproject, with the packages that the project around it has.
#include <balint/balint.hpp>
#ifdef HAS_ADAPTERS
#include <balint/log/xes/xes.hpp>
#include <balint/text/message.hpp>
#endif

#if defined(PACKAGES_ARE_SUBPROJECTS) && !(defined(FMT_IS_A_SUBPROJECT) && defined(LIBXML2_IS_A_SUBPROJECT))
#error "other packages were found than those of the project"
#endif

int main() {
  using namespace balint;
  using somebody = person<student_group>;
  const somebody people[]{somebody::as<role::leader>("lead"), somebody::as<role::participant>("p1"),
                          somebody::as<role::participant>("p2")};
  const session<student_group> now(form<student_group>(people).formed().value());
  const auto no = now.can<act::close>({0});
#ifdef HAS_ADAPTERS
  const std::string_view names[]{"lead", "p1", "p2"};
  return !no && message(no.error(), pseudonyms{names}).starts_with("closing the session by lead") ? 0 : 1;
#else
  return no ? 1 : 0;
#endif
}
