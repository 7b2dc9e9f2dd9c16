// SPDX-License-Identifier: MIT
/// @file
/// People by name, events from words and back: what a program does that is spoken to in words.
#include <balint/balint.hpp>
#include <balint/text/message.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/read_event.hpp>

#include <fmt/core.h>

#include <string>

namespace {

using namespace balint;

int failed(const char* what) {
  fmt::print("not as said: {}\n", what);
  return 1;
}

//! [read]
/// What the session answers to somebody's words.
std::string answer(session<student_group>& evening, const cast<student_group>& people, const event_words& said) {
  const auto event = read_event(people, said);
  if (!event) return event.error().message();
  const auto done = evening.apply(*event);
  if (!done) return message(done.error(), {people.names()});
  return "on record";
}
//! [read]

}  // namespace

int main() {
  //! [cast]
  const auto people = cast<student_group>::of({
      {"anna", {"participant"}},
      {"boris", {"participant", "deputy"}},
      {.id = "maria", .offices = {"leader"}, .profession = "teacher"},
  });
  if (!people) {
    fmt::print("{}\n", people.error().message());
    return 1;
  }
  session<student_group> evening{people->group()};
  //! [cast]

  const auto slip = cast<student_group>::of({{"anna", {"participant"}}, {"boris", {"particpant"}}});
  if (slip) return failed("there is no such office");
  fmt::print("{}\n", slip.error().message());
  if (slip.error().entry != 1 || slip.error().nearest != "participant") return failed("the nearest office is named");

  for (const auto& said :
       {event_words{.by = "anna", .act = "present_case", .at = {1'772'467'200'000}},
        event_words{.by = "boris", .act = "present_case"}, event_words{.by = "boris", .act = "vote", .on = "anna"},
        event_words{.by = "maria", .act = "advance"}, event_words{.by = "boris", .act = "vote", .on = "anna"},
        event_words{.by = "boris", .act = "vote", .on = "ana"},
        event_words{.by = "boris", .act = "assess", .on = "300"}})
    fmt::print("{} {} {}: {}\n", said.by, said.act, said.on, answer(evening, *people, said));
  if (evening.votes_for(case_id{people->find("anna")}) != 1) return failed("there is one vote for anna's case");

  //! [misspelt]
  const auto no = read_event(*people, {.by = "anna", .act = "votes", .on = "boris"}).error();
  const bool is_clear = no.field == word_field::act && no.why == word_fault::unknown && no.nearest == "vote";
  //! [misspelt]
  if (!is_clear) return failed("the error says which word it is, and the nearest known one");

  //! [back]
  const auto vote = event<student_group>::of<act::vote>(people->find("anna"), case_id{people->find("boris")});
  const auto words = to_words(*people, vote);  // by "anna", act "vote", on "boris"
  //! [back]
  if (!words || read_event(*people, *words) != vote) return failed("words and events are each other's");
}
