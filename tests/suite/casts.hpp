// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The people of the generated cases: a small group in which every office is held.
#include "tests/suite/trace.hpp"

namespace suite {

template <typename P>
std::vector<person<P>> usual_people();
template <>
inline std::vector<person<student_group>> usual_people() {
  using p = student_group;
  return {somebody_with<p>("p1", {"participant"}), somebody_with<p>("p2", {"participant"}),
          somebody_with<p>("p3", {"participant"}), somebody_with<p>("lead", {"leader"}, "teacher"),
          somebody_with<p>("dep", {"deputy"}),     somebody_with<p>("sup", {"supervisor"}, "psychologist")};
}
template <>
inline std::vector<person<staff_group>> usual_people() {
  using p = staff_group;
  return {somebody_with<p>("p1", {"participant"}), somebody_with<p>("p2", {"participant"}),
          somebody_with<p>("lead", {"participant", "leader"}), somebody_with<p>("dep", {"participant", "deputy"}),
          somebody_with<p>("sup", {"supervisor"}, "methodologist")};
}
template <>
inline std::vector<person<led_staff_group>> usual_people() {
  using p = led_staff_group;
  return {somebody_with<p>("p1", {"participant"}), somebody_with<p>("p2", {"participant"}),
          somebody_with<p>("lead", {"leader"}, "psychologist"), somebody_with<p>("dep", {"participant", "deputy"}),
          somebody_with<p>("sup", {"supervisor"})};
}
template <>
inline std::vector<person<classical_group>> usual_people() {
  using p = classical_group;
  return {somebody_with<p>("p1", {"participant"}), somebody_with<p>("p2", {"participant"}),
          somebody_with<p>("p3", {"participant"}), somebody_with<p>("lead", {"leader"}),
          somebody_with<p>("co", {"co_leader"}),   somebody_with<p>("sup", {"supervisor"})};
}
template <>
inline std::vector<person<case_consultation>> usual_people() {
  using p = case_consultation;
  return {somebody_with<p>("p1", {"participant"}), somebody_with<p>("p2", {"participant"}),
          somebody_with<p>("p3", {"participant"}), somebody_with<p>("mod", {"participant", "moderator"})};
}

/// The people of stories of the pedagogical group: three participants who hold nothing else, a deputy from outside.
template <typename P>
std::vector<person<P>> people_of_stories() {
  auto people =
      std::vector{somebody_with<P>("p1", {"participant"}), somebody_with<P>("p2", {"participant"}),
                  somebody_with<P>("p3", {"participant"}), somebody_with<P>("lead", {"leader"}, "methodologist"),
                  somebody_with<P>("dep", {"deputy"}),     somebody_with<P>("sup", {"supervisor"}, "psychologist")};
  if constexpr (std::same_as<P, staff_group>) people[3].offices.insert("participant");
  return people;
}

}  // namespace suite
