// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What recorded sessions have to be for parameters to be estimated from them, and what they never show.
#include <cstddef>
#include <string_view>

namespace balint::calibration {

/// A free turn is one in which at least two people could have had the floor. With fewer, nothing is estimated.
inline constexpr std::size_t least_turns = 120;
/// How many free turns one group needs for the rates of its people; with fewer they are estimated together.
inline constexpr std::size_t least_turns_of_group = 1'200;
/// How many free turns somebody needs in such a group for a rate of their own.
inline constexpr std::size_t least_turns_of_person = 30;
/// In how many free turns a pull has to tell the candidates apart.
inline constexpr std::size_t least_contrasts = 30;
/// How many durations of an act in a stage are needed.
inline constexpr std::size_t least_durations = 50;

/// The standard deviation of the prior of every parameter of the floor, whose mean is 0.
inline constexpr double prior_deviation = 2;

/// Something that no record of acts shows, with why.
struct hidden {
  /// What it is called in tables.
  std::string_view name;
  /// Why it cannot be estimated.
  std::string_view why;
};

/// What cannot be identified from records of acts that are stamped when they end. Whatever a simulation says of these
/// is an assumption.
inline constexpr hidden not_identifiable[]{
    {"gap_against_talk", "acts are stamped when they end: a pause and the talk after it are seen as one duration"},
    {"base",
     "the level of all rates is a pause, which is not seen apart from talk; the rates of people are differences"},
    {"in_stage", "what changes the rates of everybody alike changes no order, and pauses are not seen apart from talk"},
    {"overlap", "a record has one act at a time: talking at once is not in it"},
    {"wishing_to_speak_in_vain", "who wanted the floor and did not get it is not recorded"},
    {"trust", "a record has no content, and nothing else shows trust"},
    {"misunderstanding", "a record has no content: an act that was misunderstood looks like any other"},
    {"quality_of_supervision", "that something was observed is recorded, not whether it was to the point"},
    {"loss_of_focus", "bringing back is recorded, not how often the focus was lost and nobody brought it back"}};

}  // namespace balint::calibration
