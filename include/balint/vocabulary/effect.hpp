// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What an act does to the session beyond having happened. Acts of your own choose from these.
#include <cstdint>

namespace balint {

/// What an act does to the session, beyond having happened.
enum class effect : std::uint8_t {
  none,           ///< It happened; nothing else changes.
  opens,          ///< The meeting begins: before anything else is accepted.
  makes_case,     ///< The actor now has a case in the round.
  supports_case,  ///< The actor's vote for the target case.
  selects_case,   ///< The owner of the target case becomes the presenter.
  takes_case,     ///< The actor becomes the one whose case is worked on.
  accepts_case,   ///< The presenter agrees to be worked with.
  declines_case,  ///< The selection is undone and the case is out; votes for it are void.
  tells_story,    ///< The story is told; in a trace it shows who the presenter is.
  makes_option,   ///< A new option, authored by the actor.
  weighs_option,  ///< The target option is assessed or forecast.
  advances,       ///< To the next stage, when this one is complete.
  cuts_short,     ///< To the next stage, although turns of this one are open.
  closes,         ///< The session ends, complete.
  terminates,     ///< The session ends, at once.
  passes,         ///< Discharges what the actor still owes in this stage.
  withdraws,      ///< The actor leaves for good.
  drops,          ///< The actor is absent.
  rejoins,        ///< The actor is present again.
  hands_over,     ///< Leadership moves to the target person.
  takes_lead,     ///< The actor leads from now on; only while nobody leads.
  flags,          ///< A breach of the target rule is open.
  reminds,        ///< Every open flag of the target rule is answered.
  refocuses,      ///< The discussion is brought back.
};

}  // namespace balint
