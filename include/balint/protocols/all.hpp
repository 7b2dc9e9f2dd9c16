// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The protocols that ship, as a list.
#include <balint/protocol/concepts.hpp>
#include <balint/protocols/case_consultation.hpp>
#include <balint/protocols/classical_group.hpp>
#include <balint/protocols/led_staff_group.hpp>
#include <balint/protocols/staff_group.hpp>
#include <balint/protocols/student_group.hpp>

namespace balint {

/// Protocols, such as those a reader of logs knows. Add one to those that ship: `all_protocols::with<my_protocol>`.
template <protocol... Ps>
struct protocol_list {
  /// The same protocols and more.
  template <protocol... More>
  using with = protocol_list<Ps..., More...>;
};

/// The protocols of the library.
using all_protocols = protocol_list<student_group, staff_group, led_staff_group, classical_group, case_consultation>;

}  // namespace balint
