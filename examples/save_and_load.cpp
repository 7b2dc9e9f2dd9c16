// SPDX-License-Identifier: MIT
/// @file
/// A session that is saved with its people and loaded again, and what is refused.
#include <balint/balint.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/save.hpp>

#include <fmt/core.h>

#include <string>

namespace {

using namespace balint;

int failed(const char* what) {
  fmt::print("not as said: {}\n", what);
  return 1;
}

}  // namespace

int main() {
  const auto people =
      cast<student_group>::of({{"anna", {"participant"}}, {"boris", {"participant"}}, {"maria", {"leader"}}});
  if (!people) return failed("three people form a group");
  session<student_group> evening{people->group()};
  if (!evening.record<act::present_case>(people->find("anna"))) return failed("anna presents a case");

  //! [save]
  const auto bytes = save(evening, *people);  // write them to a file, a database, another machine
  if (!bytes) return failed("the session is held by these people");
  //! [save]

  //! [load]
  auto loaded = load<student_group>(*bytes);            // with its people
  auto resumed = load<student_group>(*bytes, *people);  // of people that you know already
  if (!loaded || !resumed) return failed("what was saved is loaded");
  //! [load]
  if (loaded->people != *people || loaded->running.snapshot() != evening.snapshot()) return failed("it is as it was");
  if (!resumed->record<act::present_case>(people->find("boris"))) return failed("it goes on");

  //! [refused]
  auto damaged = *bytes;
  damaged[100] ^= 1;
  const auto no = load<student_group>(damaged);
  if (!no) fmt::print("{}\n", no.error().message());  // the saved session is damaged: it was cut off or changed
  //! [refused]
  if (no || no.error().why != load_fault::damaged) return failed("what is damaged is refused");

  const auto others =
      cast<student_group>::of({{"anna", {"participant"}}, {"vera", {"participant"}}, {"maria", {"leader"}}});
  const auto strange = load<student_group>(*bytes, *others);
  if (strange) return failed("it is refused to other people");
  fmt::print("{}\n", strange.error().message());
}
