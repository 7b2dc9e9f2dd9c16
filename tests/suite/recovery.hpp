// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Stories of the pedagogical group: how a judge goes on after each kind of fault, named for what happens in them.
#include "tests/suite/casts.hpp"
#include "tests/suite/story.hpp"

namespace suite {

template <typename P>
inline constexpr bool is_pedagogical = std::same_as<typename P::order, pedagogical::six_stages>;

/// Words of one stage said in another one.
template <typename P>
case_file<P> out_of_turn_story(const cast<P>& people) {
  story<P> s(people, "jdg-4-words-out-of-turn", "A word out of turn takes effect where it can, and skips no stage",
             {"JDG-4", "STG-8"});
  const auto told = s.before(effect::tells_story) + 1;
  s.add("a proposal while the story is told", told, "p2 propose");
  s.add("two proposals while the story is told, then a question", told - 1,
        "p2 propose; p3 propose; p1 tell_story; p2 ask");
  s.add("two proposals when the story is told: the session has moved on", told, "p2 propose; p3 propose");
  s.add("two proposals, a question: that was an excursion", told, "p2 propose; p3 propose; p2 ask; p1 answer");
  s.add("three proposals before the story", told - 1, "p2 propose; p3 propose; p2 propose");
  s.add("two proposals before the story", told - 1, "p2 propose; p3 propose");
  s.add("proposals with a note between them are a run", told, "p2 propose; sup note; p3 propose");
  s.add("proposals with a pass between them are none", s.begin(2), "p1 propose; p2 pass; p3 propose; lead propose");
  s.add("a run of one stage, then of another", told - 1, "p2 propose; p3 propose; p2 assess 1; p2 propose");
  s.add("a late question", s.begin(4), "p2 ask");
  s.add("two late questions before anybody proposes: back to the story", s.begin(4),
        "p2 ask; p3 ask; p1 answer; lead advance");
  s.add("two late questions after a proposal", s.begin(4) + 1, "p2 ask; p3 ask; p1 answer");
  s.add("a late option", s.begin(5), "p3 propose");
  s.add("two late options before anything is assessed: back to the proposals", s.begin(5),
        "p2 propose; p3 propose; lead advance");
  s.add("an option after everything was assessed", s.end(5), "p3 propose");
  s.add("an assessment while options are proposed", s.end(4), "p2 assess 1");
  s.add("an assessment of an option that is not yet there", s.begin(4), "p2 assess 1");
  s.add("three assessments that come to nothing", s.begin(3), "p2 assess 1; p2 assess 1; p2 forecast 1");
  s.add("an early vote for a case that is there", s.end(1), "p2 vote p1");
  s.add("an early vote for a case that is not there", s.begin(1), "p2 vote p1");
  s.instead("an early vote is not cast again", s.end(1), 3, "p1 vote p1; lead advance");
  s.add("a late case, before anybody votes", s.begin(2), "lead present_case");
  s.instead("the last case comes late", s.end(1) - 1, 2, "lead advance; p3 present_case");
  s.add("self-assessed once everything is assessed, before the leader's word", s.end(5), "p1 self_assess");
  s.instead("self-assessed a second early", s.end(5), 2, "p1 self_assess; lead advance");
  s.instead("the story a second early", s.end(2), 2, "p1 tell_story; lead advance");
  s.add("two questions out of turn carry no stage", s.end(2), "p2 ask; p3 ask");
  s.instead("a question moves the session with the story", s.end(2), 2,
            "p1 tell_story; p2 ask; p1 answer; lead advance");
  s.add("a proposal by somebody who may not", told, "sup propose");
  s.add("self-assessed first of all", 0, "p1 self_assess");
  s.add("a word of the last stage, four times", told, "p1 self_assess; p1 self_assess; p1 self_assess; p1 self_assess");
  return s.file();
}

/// The leader's word that comes late, or twice.
template <typename P>
case_file<P> leaders_word_story(const cast<P>& people) {
  story<P> s(people, "jdg-1-the-leader-s-word", "The word that moves the session on: late, twice, or somebody else's",
             {"JDG-1", "JDG-6"});
  const auto told = s.before(effect::tells_story) + 1;
  for (std::size_t stage = 1; stage < 6; ++stage)
    s.add("pressed twice at the end of stage " + std::to_string(stage), s.end(stage), "lead advance");
  s.add("pressed three times", s.end(3), "lead advance; lead advance");
  s.add("cut short, and pressed again", s.end(3), "lead cut_short");
  s.add("pressed, and cut short right after", s.begin(4), "lead cut_short");
  s.add("a second press with a word between", s.begin(4), "lead refocus; lead advance");
  s.add("a second press while a flag is open that a move has found", s.end(3), "p2 flag respect; lead advance");
  s.instead("a participant moves the session on", s.end(3), 1, "p2 advance");
  s.instead("a participant moves on with something owed", s.end(3) - 1, 2, "p2 advance");
  s.instead("a participant cuts short", s.end(4) - 1, 2, "p2 cut_short");
  s.instead("a participant presses what the leader pressed", s.begin(4), 0, "p2 advance");
  s.instead("a participant closes", s.end(6), 1, "p2 close");
  s.instead("a participant closes with something owed", s.end(6) - 1, 2, "p2 close");
  s.instead("a participant moves on while nobody leads", s.end(3), 1, "lead drop; dep drop; p2 advance; lead rejoin");
  s.add("three proposals before the leader says so, and the leader says so", s.end(3), "p2 propose; p3 propose");
  s.add("three proposals from the selection on, two late words", s.end(2),
        "p2 propose; p3 propose; p2 propose; lead advance; lead advance");
  s.add("three proposals from the selection on, three late words", s.end(2),
        "p2 propose; p3 propose; p2 propose; lead advance; lead cut_short; lead refocus; lead advance");
  s.add("a late word by a participant", s.end(2), "p2 propose; p3 propose; p2 propose; p3 advance; lead advance");
  s.add("a late word with a flag open", told,
        "p2 propose; p3 propose; p2 flag respect; lead advance; lead remind respect");
  s.add("a run, and a run of it: late words count anew", s.begin(3),
        "p2 propose; p3 propose; p2 propose; p2 assess 1; p2 assess 2; p2 assess 3; lead advance; lead advance");
  s.add("late words end by going back", told, "p2 propose; p3 propose; p2 ask; lead advance; lead advance");
  s.add("moves in the last stage", s.begin(6), "lead advance; lead advance; lead cut_short");
  s.add("a move in the last stage by a participant", s.begin(6), "p2 advance");
  return s.file();
}

/// Closing before the last stage.
template <typename P>
case_file<P> closing_early_story(const cast<P>& people) {
  story<P> s(people, "jdg-5-closed-early", "Closing before the last stage leaves every stage from there on",
             {"JDG-5", "STG-8"});
  for (std::size_t stage = 1; stage < 6; ++stage) {
    s.ends("closed when stage " + std::to_string(stage) + " is done", s.end(stage), "lead close");
    s.ends("closed on entering stage " + std::to_string(stage), s.begin(stage), "lead close");
  }
  s.ends("by a participant", s.end(3), "p2 close; lead advance");
  s.ends("with a flag open and no supervisor", s.end(3), "p2 flag respect; sup drop; lead close; p1 note");
  s.ends("with the last stage gone through", s.end(5), "p1 self_assess; lead close");
  s.ends("with the last stage gone through, from the proposals", s.end(4), "p1 self_assess; lead close; lead close");
  s.ends("in a run of the last stage that came to nothing", s.end(5), "p2 self_assess; lead close");
  s.ends("in a run of a stage between", s.end(3), "p2 propose; lead close");
  s.ends("while nobody leads", s.end(3), "lead drop; dep drop; p2 close");
  return s.file();
}

/// A stage that is left out, left open or gone through elsewhere.
template <typename P>
case_file<P> leaving_story(const cast<P>& people) {
  story<P> s(people, "jdg-5-stages-left-out",
             "A stage that is left with something owed was skipped where nobody worked in it", {"JDG-5", "STG-8"});
  for (std::size_t stage = 1; stage <= 6; ++stage) {
    const auto number = std::to_string(stage);
    const auto length = s.end(stage) - s.begin(stage);
    s.instead("nothing of stage " + number, s.begin(stage), length, "");
    if (stage < 6) s.instead("stage " + number + " left out with its move", s.begin(stage), length + 1, "");
    if (length > 1) s.instead("stage " + number + " but for its last act", s.end(stage) - 1, 1, "");
    if (stage < 6) s.instead("stage " + number + " without the leader's word", s.end(stage), 1, "");
    s.instead("stage " + number + " cut short before anything", s.begin(stage), length + 1,
              stage < 6 ? "lead cut_short" : "lead close");
  }
  s.instead("all of the proposals during the story", s.end(3), s.end(4) - s.end(3), "p2 propose; lead advance");
  s.instead("the self-assessment during the assessment", s.end(5), 2, "p1 self_assess; lead advance");
  s.instead("everything but the leader's words", s.end(1), 1, "");
  s.instead("a pass works a stage", s.begin(4), s.end(4) - s.begin(4), "p2 pass");
  s.instead("a question alone does not", s.begin(3), s.end(3) - s.begin(3), "p2 ask");
  return s.file();
}

/// Cutting a discussion short.
template <typename P>
case_file<P> cutting_short_story(const cast<P>& people) {
  story<P> s(people, "rul-4-cut-short", "The leader may cut a discussion short that has begun", {"RUL-4"});
  s.instead("the presentation", s.end(1) - 1, 2, "lead cut_short");
  s.instead("the presentation, after passes alone", s.begin(1), s.end(1) + 1 - s.begin(1), "p1 pass; lead cut_short");
  s.instead("the vote, with a case selected early", s.begin(2), 0, "p1 vote p1; lead cut_short");
  s.instead("the selection, without an agreement", s.end(2) - 1, 2, "lead cut_short");
  s.instead("the story before it is told", s.begin(3), s.end(3) + 1 - s.begin(3), "lead cut_short");
  s.instead("the questions", s.end(3), 1, "p2 ask; lead cut_short");
  s.instead("the proposals after one", s.begin(4) + 1, s.end(4) - s.begin(4), "lead cut_short");
  s.instead("the proposals after a pass alone", s.begin(4), s.end(4) + 1 - s.begin(4), "p2 pass; lead cut_short");
  s.instead("the assessment after one", s.begin(5) + 1, s.end(5) - s.begin(5), "lead cut_short");
  s.instead("the assessment before it began", s.begin(5), s.end(5) + 1 - s.begin(5), "lead cut_short");
  s.instead("what is complete", s.end(4), 1, "lead cut_short");
  s.instead("by a participant", s.begin(5) + 1, s.end(5) - s.begin(5), "p2 cut_short");
  s.add("in the last stage", s.begin(6), "lead cut_short");
  s.instead("with a flag open", s.begin(5) + 1, s.end(5) - s.begin(5), "p2 flag respect; lead cut_short");
  s.instead("with no supervisor", s.begin(5) + 1, s.end(5) - s.begin(5), "sup drop; lead cut_short; sup rejoin");
  s.ends("ending at any time, by whoever may", s.begin(5) + 1, "p2 terminate; lead terminate");
  return s.file();
}

/// Ending a session, and what is said afterwards.
template <typename P>
case_file<P> terminating_story(const cast<P>& people) {
  story<P> s(people, "rul-4-terminated", "The leader may end it from any state, and while nobody leads everybody may",
             {"RUL-4"});
  s.ends("a participant while somebody leads", s.end(3), "p2 terminate");
  s.ends("a participant while nobody leads", s.end(3), "lead drop; dep drop; p2 terminate");
  s.ends("the presenter while nobody leads", s.end(3), "lead drop; dep drop; p1 terminate");
  s.ends("a supervisor while nobody leads", s.end(3), "lead drop; dep drop; sup terminate");
  s.ends("a deputy while the leader is away", s.end(3), "lead drop; dep terminate");
  s.ends("a leader who dropped", s.end(3), "lead drop; dep drop; lead terminate");
  s.ends("then an act of a stage", s.end(3), "lead terminate; p2 propose; p3 propose");
  s.ends("then acts outside the stages", s.end(3), "lead terminate; lead advance; p2 flag respect; sup note");
  s.ends("with something owed and a flag open", s.begin(3), "p2 flag respect; lead terminate");
  s.ends("with a flag that a move has found", s.end(3), "p2 flag respect; lead advance; lead terminate");
  s.ends("after closing", s.end(6), "lead close; lead terminate; p1 self_assess");
  return s.file();
}

/// Breaches that are named, and how they are answered.
template <typename P>
case_file<P> breaches_story(const cast<P>& people) {
  story<P> s(people, "jdg-7-breaches-are-named",
             "Naming a breach is no finding; leaving it open at a move is one, once", {"JDG-7", "RUL-6", "JDG-6"});
  s.add("named and answered", s.end(3), "p2 flag respect; lead remind respect");
  s.add("named by the presenter, the supervisor and the leader", s.end(3),
        "p1 flag respect; sup flag no_criticism; lead flag confidentiality; lead remind confidentiality; lead remind "
        "respect; lead remind no_criticism");
  s.add("named twice, answered once", s.end(3), "p2 flag respect; p3 flag respect; lead remind respect");
  s.add("another rule is answered", s.end(3), "p2 flag respect; lead remind no_criticism; lead remind respect");
  s.add("never answered", s.end(3), "p2 flag respect");
  s.add("answered after the move that found it", s.begin(4), "lead remind respect");
  s.instead("found by one move, answered, named again", s.end(3), 1,
            "p2 flag respect; lead advance; lead remind respect; p2 flag respect");
  s.instead("found by one move, another named", s.end(3), 1, "p2 flag respect; lead advance; p2 flag no_criticism");
  s.instead("found by one move, the same named again", s.end(3), 1, "p2 flag respect; lead advance; p3 flag respect");
  s.add("open at the end", s.end(6), "p2 flag respect");
  s.add("a rule that is none", s.end(3), "p2 flag no_such_rule; lead remind no_such_rule");
  s.add("reminded by a participant", s.end(3), "p2 flag respect; p3 remind respect; lead remind respect");
  s.add("by somebody who dropped", s.end(3), "p2 drop; p2 flag respect; lead remind respect");
  s.add("by a stranger", s.end(3), "stranger flag respect");
  s.instead("with the supervisor away and something owed", s.end(3) - 1, 2,
            "p2 flag respect; sup drop; lead advance; sup rejoin");
  s.instead("a reminder that nobody asked for", s.end(3), 0, "lead remind respect");
  return s.file();
}

/// Cases that are missing from the record, and selections against what stands.
template <typename P>
case_file<P> selection_story(const cast<P>& people) {
  story<P> s(people, "stg-2-selection-all-the-same",
             "A selection against what stands takes effect; a case may be missing from the record",
             {"STG-2", "JDG-1", "JDG-6"});
  const auto select = s.before(effect::selects_case);
  const auto votes = s.begin(2);
  s.instead("the case that is voted for was not recorded", 0, 1, "");
  s.instead("the case that is selected was not recorded", 0, select + 1,
            "p2 present_case; p1 pass; p3 pass; lead pass; lead advance; p2 vote p2; lead select_case p1");
  s.instead("a vote for somebody who takes no part", votes, 1, "p1 vote sup");
  s.instead("a vote for a stranger", votes, 1, "p1 vote stranger");
  s.instead("a vote for a case that is out", votes, 1, "p3 withdraw; p1 vote p3");
  s.instead("selected before anybody voted", votes, select + 1 - votes, "lead select_case p2; p2 accept_case");
  s.instead("selected before anybody voted, votes given later", votes, select + 1 - votes,
            "lead select_case p1; p2 vote p1; p3 vote p2");
  s.instead("selected before anybody voted, then another one", votes, select + 1 - votes,
            "lead select_case p2; lead select_case p1");
  s.instead("selected before anybody voted, a pass that is not owed", votes, select + 1 - votes,
            "lead select_case p1; p2 pass");
  s.instead("selected early while one dropped, who owes the vote again", votes, select + 1 - votes,
            "p3 drop; lead select_case p1; p3 rejoin");
  s.add("selected twice", select + 1, "lead select_case p1");
  s.add("another one selected", select + 1, "lead select_case p2; p2 accept_case");
  s.add("another one selected after the agreement", select + 2, "lead select_case p2");
  s.instead("one that fewer voted for", select, 1, "lead select_case p2; p2 accept_case");
  s.instead("one that nobody presented", select, 1, "lead select_case sup");
  s.instead("by a participant", select, 1, "p2 select_case p1");
  s.instead("by nobody", select, 1, "");
  s.add("agreed before a selection", select, "p1 accept_case");
  s.add("declined after the agreement", select + 2, "p1 decline_case");
  s.instead("selected out of turn", s.begin(3), 0, "lead select_case p2");
  s.instead("voting twice, after a pass too", votes, 1, "p1 vote p1; p1 vote p2; lead vote p2; lead vote p2");
  if constexpr (std::same_as<P, staff_group>) {
    s.instead("the leader's own case", select, 2,
              "lead select_case lead; lead accept_case; lead advance; lead tell_story");
    s.instead("the leader's own case, the lead handed over", select, 2,
              "lead hand_over p2; p2 select_case lead; p2 select_case p1; p1 accept_case");
  } else {
    s.instead("the leader's own case, which is none", select, 1, "lead select_case lead");
  }
  return s.file();
}

/// Votes that are void because their case is out.
template <typename P>
case_file<P> void_votes_story(const cast<P>& people) {
  story<P> s(people, "grp-7-votes-are-void", "A case that is out takes its votes with it, and they are owed again",
             {"GRP-7", "STG-2"});
  const auto select = s.before(effect::selects_case);
  const auto agree = select + 1;
  const std::string again = std::same_as<P, staff_group> ? "p1 vote p2; p2 vote p2; p3 vote p2; lead vote p2; "
                                                         : "p1 vote p2; p2 vote p2; p3 vote p2; ";
  s.ends("declined, voted anew", agree,
         "p1 decline_case; " + again + "lead select_case p2; p2 accept_case; lead advance; p2 tell_story");
  s.ends("declined, selected without a vote", agree,
         "p1 decline_case; lead select_case p2; p2 accept_case; lead advance");
  s.ends("declined, the same selected again", agree, "p1 decline_case; lead select_case p1; p1 vote p1");
  s.ends("declined by somebody else", agree, "p2 decline_case");
  s.ends("the presenter withdraws before the agreement, voted anew", agree,
         "p1 withdraw; p2 vote p2; p3 vote p2; lead vote p2; lead select_case p2; p2 accept_case; lead advance");
  s.ends("the presenter withdraws after the agreement", agree + 1, "p1 withdraw; lead advance; p2 tell_story");
  s.ends("the presenter withdraws after the story", s.end(3),
         "p1 withdraw; lead advance; p2 propose; p3 propose; lead advance");
  s.ends("another owner withdraws", select, "p3 withdraw; lead select_case p1; p1 accept_case; lead advance");
  s.ends("a voter withdraws, the vote counts", select,
         "p2 withdraw; lead select_case p1; p1 accept_case; lead advance");
  s.ends("somebody comes back who withdrew", select, "p2 withdraw; p2 rejoin; p2 vote p1");
  s.ends("every case is out", s.end(1), "p1 withdraw; p2 withdraw; p3 withdraw; lead advance");
  return s.file();
}

/// Who turns out to be the presenter.
template <typename P>
case_file<P> teller_story(const cast<P>& people) {
  story<P> s(people, "jdg-1-the-story-shows-the-presenter",
             "Whoever tells the story while nobody presents is the presenter", {"JDG-1", "STG-3"});
  const auto select = s.before(effect::selects_case);
  const auto unselected = s.end(2) + 1 - select;
  s.instead("no selection on record", select, unselected, "lead advance");
  s.instead("no selection on record, and somebody from outside tells", select, unselected + 1,
            "lead advance; sup tell_story; p1 tell_story");
  s.instead("no selection on record, told by two", select, unselected + 1,
            "lead advance; p2 tell_story; p1 tell_story");
  s.instead("told before the leader's word", select, unselected + 1, "p2 tell_story; lead advance");
  s.instead("told before the leader's word by one, then by another", select, unselected + 1,
            "p2 tell_story; p3 tell_story; lead advance");
  s.instead("told before the leader's word by somebody who then leaves", select, unselected + 1,
            "p2 tell_story; p2 withdraw; lead advance; p1 tell_story");
  s.instead("told before the leader's word by somebody who drops and is back", select, unselected + 1,
            "p2 tell_story; p2 drop; lead advance; p2 rejoin; p2 tell_story");
  s.instead("told before the leader's word, and selected after all", select, unselected + 1,
            "p2 tell_story; lead select_case p1; p1 accept_case; lead advance");
  s.instead("told and gone on with", select, unselected + 1, "p2 tell_story; p2 propose; lead advance");
  s.ends("the story of the first stage", s.begin(1), "p1 tell_story; p1 tell_story; p2 ask; p2 propose");
  s.ends("the teller of another stage, and back", s.begin(4), "p2 ask; p3 ask; p2 tell_story; p1 answer");
  s.ends("selected after the story: confirmed, or refused", select,
         "lead advance; p2 tell_story; lead select_case p1; lead select_case p2; p2 accept_case");
  return s.file();
}

/// Passes, and in which stage they count.
template <typename P>
case_file<P> passes_story(const cast<P>& people) {
  story<P> s(people, "a7-passes-of-each-stage", "A pass counts in the stage in which it is made",
             {"A7", "GRP-7", "JDG-6"});
  s.instead("of a case, then a vote", 1, 1, "p2 pass");
  s.instead("of a case, then presented", 1, 0, "p2 pass");
  s.instead("of a vote, then voted", s.begin(2) + 1, 0, "p2 pass");
  s.add("of what is done", s.end(1), "p1 pass");
  s.add("where nobody owes a turn", s.begin(3), "p2 pass");
  s.add("where options are owed", s.begin(5), "p2 pass");
  s.instead("of a proposal, then proposed", s.begin(4), 0, "p2 pass");
  s.add("of a proposal by the presenter", s.begin(4), "p1 pass");
  s.instead("of the self-assessment", s.begin(6), 1, "p1 pass");
  s.instead("of the self-assessment, then given", s.begin(6), 0, "p1 pass");
  s.add("of the self-assessment by another", s.begin(6), "p2 pass");
  s.add("twice", s.begin(4), "p2 pass; p2 pass");
  s.add("by a supervisor", s.begin(1), "sup pass");
  s.instead("by everybody", s.begin(1), s.end(1) - s.begin(1), "p1 pass; p2 pass; p3 pass");
  return s.file();
}

/// What comes before its time within a stage.
template <typename P>
case_file<P> too_early_story(const cast<P>& people) {
  story<P> s(people, "jdg-1-too-early",
             "What comes too early within its stage is ignored, and shows that the stage was worked in",
             {"JDG-1", "STG-3", "JDG-2"});
  s.add("a question before the story", s.begin(3), "p2 ask");
  s.instead("a question in place of the story", s.begin(3), 1, "p2 ask");
  s.add("a question and an answer before the story", s.begin(3), "p2 ask; p1 answer; p3 ask");
  s.add("an answer before a question", s.end(3), "p1 answer; p1 answer; p2 ask; p1 answer");
  s.instead("a selection in place of the votes, of somebody who takes no part", s.begin(2), s.end(2) - s.begin(2),
            "lead select_case sup");
  s.instead("nothing but an agreement", s.begin(2), s.end(2) - s.begin(2), "p1 accept_case");
  return s.file();
}

/// Who leads, and who takes the lead.
template <typename P>
case_file<P> leading_story(const cast<P>& people) {
  story<P> s(people, "rul-5-the-lead-moves",
             "The lead moves by hand-over, and where the declaration has it by being taken", {"RUL-5", "HSE-5"});
  s.ends("handed to a deputy", s.end(3), "lead hand_over dep; lead advance; dep refocus");
  s.ends("handed to a participant", s.end(3), "lead hand_over p2; p2 refocus; p2 advance");
  s.ends("handed to the presenter", s.end(3), "lead hand_over p1; lead refocus");
  s.ends("handed to oneself, to a supervisor, to a stranger", s.end(3),
         "lead hand_over lead; lead hand_over sup; lead hand_over stranger");
  s.ends("handed to somebody who dropped", s.end(3), "dep drop; lead hand_over dep");
  s.ends("handed over by a participant", s.end(3), "p2 hand_over dep");
  s.ends("a deputy leads while the leader is away", s.end(3), "lead drop; dep advance; lead rejoin; dep refocus");
  s.ends("a leader who dropped moves on", s.end(3), "lead drop; lead advance");
  s.ends("a leader who withdrew moves on", s.end(3), "lead withdraw; lead advance; dep advance");
  s.ends("taken while somebody leads", s.end(3), "p2 take_lead; p2 refocus");
  s.ends("taken while nobody leads", s.end(3),
         "lead drop; dep drop; p2 take_lead; p2 advance; lead rejoin; lead refocus");
  s.ends("taken by the presenter", s.end(3), "lead drop; dep drop; p1 take_lead");
  s.ends("taken by a supervisor", s.end(3), "lead drop; dep drop; sup take_lead");
  return s.file();
}

/// One fault is one finding.
template <typename P>
case_file<P> likeness_story(const cast<P>& people) {
  story<P> s(people, "jdg-2-the-like-in-a-row",
             "The like of the finding before is counted onto it, with no act of a stage between", {"JDG-2", "JDG-6"});
  s.add("two acts of one stage, out of turn", s.begin(2), "p2 propose; p1 propose");
  s.add("two acts of two stages, out of turn", s.begin(2), "p2 propose; p1 tell_story");
  s.add("with an accepted act of the stage between", s.begin(2), "p2 propose; p1 vote p1; p2 propose");
  s.add("with a note between", s.begin(3), "p2 accept_case; sup note; p3 accept_case");
  s.add("with another finding between", s.begin(2), "p2 propose; p2 rejoin; p3 propose");
  s.add("roles, by the act", s.end(3), "p2 tell_story; p3 tell_story; p2 answer");
  s.add("to move on and to cut short are two acts", s.begin(6), "lead advance; lead cut_short; lead cut_short");
  s.add("one word that is no act, and a call that is none", s.end(3), "p2 applaud; p3 applaud; p2 rejoin; p3 rejoin");
  if constexpr (!std::same_as<P, staff_group>)
    s.add("two words that are no acts", s.end(3), "p2 applaud; p2 take_lead");
  s.add("a forced selection ends no row", s.begin(2), "lead select_case p1; lead select_case p2; lead select_case p1");
  s.add("one judged again and accepted does", s.begin(4), "p2 drop; p2 propose; p2 drop; p2 propose");
  s.add("one absent and then ignored", s.begin(4), "p2 withdraw; p2 propose; p2 propose");
  s.instead("stuck moves are never alike", s.begin(2), s.end(2) + 1 - s.begin(2),
            "lead advance; lead refocus; lead advance; lead refocus; lead advance");
  s.add("the record's faults alone", s.end(3), "p1 rejoin; p2 applaud; p2 assess 9; p2 pass; p1 tell_story");
  return s.file();
}

/// How a meeting is opened, and what stands beside the stages.
template <typename P>
case_file<P> opening_story(const cast<P>& people) {
  story<P> s(people, "hse-6-a-meeting-opens", "A meeting may be opened, before anything else", {"HSE-6", "JDG-6"});
  s.add("opened", 0, "lead open");
  s.add("opened twice", 0, "lead open; lead open");
  s.add("opened after the first case", 1, "lead open");
  s.add("opened by a participant", 0, "p2 open");
  s.add("opened after something was refused", 0, "p2 propose; stranger note; lead open");
  s.add("opened by a deputy", 0, "lead drop; dep open");
  s.add("assisted", s.end(3), "sup assist; sup note; p2 assist");
  return s.file();
}

/// Who weighs an option, so that it is weighed.
template <typename P>
case_file<P> weighing_story(const cast<P>& people) {
  story<P> s(people, "stg-5-who-weighs", "An option is weighed by a participant who is not the presenter", {"STG-5"});
  s.instead("by the leader alone", s.begin(5), 1, "lead assess 1");
  s.instead("by the presenter", s.begin(5), 1, "p1 assess 1");
  s.instead("by somebody else", s.begin(5), 1, "p3 assess 1");
  s.instead("by the leader too", s.begin(5), 0, "lead assess 1; lead forecast 1");
  s.instead("not at all", s.begin(5), 1, "");
  s.add("an option that is none", s.begin(5), "p2 assess 7; p2 forecast 0");
  s.add("by everybody who may, again and again", s.begin(5), "p2 assess 1; p2 assess 1; p3 assess 1");
  return s.file();
}

/// Those in which it matters who may lead.
template <typename P>
std::vector<case_file<P>> stories_of_the_lead(const cast<P>& people) {
  return {leading_story(people), terminating_story(people), selection_story(people), opening_story(people)};
}
template <typename P>
std::vector<case_file<P>> recovery_stories(const cast<P>& people) {
  return {out_of_turn_story(people),   leaders_word_story(people), closing_early_story(people), leaving_story(people),
          cutting_short_story(people), terminating_story(people),  breaches_story(people),      selection_story(people),
          void_votes_story(people),    teller_story(people),       passes_story(people),        too_early_story(people),
          leading_story(people),       likeness_story(people),     opening_story(people),       weighing_story(people)};
}

}  // namespace suite
