// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The codes of refusals, formation errors, findings and advisories, with their names.
#include <balint/vocabulary/detail/name_at.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace balint {

/// Why the session says no, why a group cannot be formed, or what a judge found. `docs/reference/errors.md` has a
/// section for each.
enum class code : std::uint8_t {
  // Refusals, in the order in which they are looked for.
  session_over,         ///< The session was closed or terminated.
  time_reversed,        ///< Earlier than the last accepted event.
  unknown_person,       ///< Not in the group.
  unknown_act,          ///< Not an act of this protocol.
  absent,               ///< Dropped or withdrew.
  wrong_stage,          ///< The act belongs to another stage.
  wrong_role,           ///< None of the person's offices may do it.
  too_early,            ///< What has to come before has not.
  unknown_target,       ///< No such case, option, rule or person.
  repeated,             ///< Done before.
  nothing_owed,         ///< A pass by somebody who owes nothing.
  not_absent,           ///< A rejoin by somebody present.
  somebody_leads,       ///< The lead is taken while somebody leads.
  leader_is_presenter,  ///< The leader's own case: the lead is handed over first.
  not_supported,        ///< Another case has more votes.
  too_many_options,     ///< One more option than a session holds.
  flag_open,            ///< A flag is not answered.
  supervisor_absent,    ///< No supervisor is present.
  stage_incomplete,     ///< Something is owed.
  // What only a judge finds.
  stage_skipped,  ///< A stage was left out, or gone through elsewhere.
  // Formation errors, in the order in which they are reported.
  duplicate_person,       ///< An id twice.
  too_many_people,        ///< More than 64.
  too_few_participants,   ///< Fewer than the protocol needs.
  no_leader,              ///< Nobody leads.
  several_leaders,        ///< More than one leads.
  supervisor_takes_part,  ///< A supervisor with another office.
  leader_takes_part,      ///< The leader is a participant.
  leader_must_be_member,  ///< The leader is not a participant.
  no_supervisor,          ///< Nobody is supervisor.
  supervisor_profession,  ///< Not a profession that may supervise.
  not_voluntary,          ///< A participant did not consent.
  condition_broken,       ///< A condition that a user's own protocol declares.
};

/// Something to think about, never an error. The numbers of each are in its `advisory`.
enum class advisory_code : std::uint8_t {
  // Of the group.
  group_size,              ///< Outside the recommended size. @source GRP-5
  less_experienced_share,  ///< More less experienced participants than recommended. @source GRP-9
  consent_not_declared,    ///< A participant's consent is not on record. @source GRP-7
  leader_profession,       ///< Not one of the professions the source names. @source VAR-1
  supervisor_not_stated,   ///< The supervisor, or the supervisor's profession, is not on record. @source VAR-3
  dual_role,               ///< The leader also grades. @source A23
  // Of the session.
  passed,              ///< Turns were let go by. @source A7
  own_option_only,     ///< Only its author weighed an option. @source A12
  leader_proposed,     ///< The leader proposed options. @source STG-4
  presenter_proposed,  ///< The presenter proposed options. @source STG-4
  leader_weighed,      ///< A leader who grades weighed options. @source A23
  cut_short,           ///< The leader ended the discussion of a stage. @source RUL-4
  session_length,      ///< Outside the recommended length. @source CAD-1
  no_refocus,          ///< A long session without one refocus. @source RSK-2
  not_live,            ///< A long silence in the record, or too long in all. @source REM-1
  supervisor_away,     ///< No supervisor was present for some of the time. @source VAR-3
};

/// What a finding is about: what was done, or how it was recorded.
enum class finding_class : std::uint8_t {
  departure,  ///< Something was done otherwise than the protocol has it.
  record,     ///< The record has a fault, which says nothing about the group.
};

/// How many codes there are.
inline constexpr std::size_t code_count = 32;
/// How many codes of advisories there are.
inline constexpr std::size_t advisory_count = 16;

namespace detail {
inline constexpr const char* code_names[code_count]{"session_over",
                                                    "time_reversed",
                                                    "unknown_person",
                                                    "unknown_act",
                                                    "absent",
                                                    "wrong_stage",
                                                    "wrong_role",
                                                    "too_early",
                                                    "unknown_target",
                                                    "repeated",
                                                    "nothing_owed",
                                                    "not_absent",
                                                    "somebody_leads",
                                                    "leader_is_presenter",
                                                    "not_supported",
                                                    "too_many_options",
                                                    "flag_open",
                                                    "supervisor_absent",
                                                    "stage_incomplete",
                                                    "stage_skipped",
                                                    "duplicate_person",
                                                    "too_many_people",
                                                    "too_few_participants",
                                                    "no_leader",
                                                    "several_leaders",
                                                    "supervisor_takes_part",
                                                    "leader_takes_part",
                                                    "leader_must_be_member",
                                                    "no_supervisor",
                                                    "supervisor_profession",
                                                    "not_voluntary",
                                                    "condition_broken"};
inline constexpr const char* advisory_names[advisory_count]{"group_size",
                                                            "less_experienced_share",
                                                            "consent_not_declared",
                                                            "leader_profession",
                                                            "supervisor_not_stated",
                                                            "dual_role",
                                                            "passed",
                                                            "own_option_only",
                                                            "leader_proposed",
                                                            "presenter_proposed",
                                                            "leader_weighed",
                                                            "cut_short",
                                                            "session_length",
                                                            "no_refocus",
                                                            "not_live",
                                                            "supervisor_away"};
}  // namespace detail

/// The name of a code, as logs and documents write it.
[[nodiscard]] constexpr std::string_view name_of(code c) noexcept {
  return detail::name_at(detail::code_names, std::size(detail::code_names), static_cast<std::size_t>(c));
}
/// The name of an advisory, as logs and documents write it.
[[nodiscard]] constexpr std::string_view name_of(advisory_code c) noexcept {
  return detail::name_at(detail::advisory_names, std::size(detail::advisory_names), static_cast<std::size_t>(c));
}
/// Whether a code says that a group cannot be formed.
[[nodiscard]] constexpr bool is_formation_error(code c) noexcept { return c >= code::duplicate_person; }
/// Whether a code is an answer of the session.
[[nodiscard]] constexpr bool is_refusal(code c) noexcept { return c < code::stage_skipped; }

/// The name of a class of findings, as reports write it.
[[nodiscard]] constexpr std::string_view name_of(finding_class c) noexcept {
  return c == finding_class::departure ? "departure" : "record";
}

}  // namespace balint
