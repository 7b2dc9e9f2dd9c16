// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Roles as empty types. An office is given when the group forms; `presenter` and `case_giver` are won in the session.
#include <string_view>

/// The roles people have in a session. A role of your own is one more empty type with a name and a source.
namespace balint::role {

using std::string_view_literals::operator""sv;  // of a bare literal, every compiler would count the characters

/// Takes part: presents a case, votes, proposes, assesses. @source STG-1
struct participant final {
  static constexpr std::string_view name = "participant"sv, source = "STG-1"sv;
};
/// Leads the session and answers for its rules. @source RUL-5, RUL-6
struct leader final {
  static constexpr std::string_view name = "leader"sv, source = "RUL-5"sv;
};
/// Leads while the leader is absent. @source house
struct deputy final {
  static constexpr std::string_view name = "deputy"sv, source = "house"sv;
};
/// Watches the process and helps; never leads, never speaks in a stage. @source SUP-2, VAR-3
struct supervisor final {
  static constexpr std::string_view name = "supervisor"sv, source = "SUP-2"sv;
};
/// Owns the case that was selected. @source STG-6, STG-9
struct presenter final {
  static constexpr std::string_view name = "presenter"sv, source = "STG-9"sv;
};
/// Leads a classical group beside the leader, and in the leader's absence. @source domain 3.1
struct co_leader final {
  static constexpr std::string_view name = "co_leader"sv, source = "domain 3.1"sv;
};
/// Guides a case consultation without a leader from outside. @source domain 3.2
struct moderator final {
  static constexpr std::string_view name = "moderator"sv, source = "domain 3.2"sv;
};
/// Brings the case of a case consultation. @source domain 3.2
struct case_giver final {
  static constexpr std::string_view name = "case_giver"sv, source = "domain 3.2"sv;
};
/// Everybody in the group, whatever the office.
struct anyone final {
  static constexpr std::string_view name = "anyone"sv, source = "house"sv;
};

}  // namespace balint::role
