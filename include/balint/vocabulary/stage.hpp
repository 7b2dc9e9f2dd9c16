// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Stages as empty types. Their order belongs to a protocol, not to the word.
#include <string_view>

/// The stages of the protocols. A stage of your own is one more empty type with a name and a source.
namespace balint::stage {

using std::string_view_literals::operator""sv;  // of a bare literal, every compiler would count the characters

/// Everybody presents a troubling case in brief. @source STG-1
struct presentation final {
  static constexpr std::string_view name = "presentation"sv, source = "STG-1"sv;
};
/// Group and leader select one case; its owner agrees. @source STG-2
struct selection final {
  static constexpr std::string_view name = "selection"sv, source = "STG-2"sv;
};
/// The presenter tells the story from memory and is questioned. @source STG-3, STG-10
struct story final {
  static constexpr std::string_view name = "story"sv, source = "STG-3"sv;
};
/// Everybody else proposes ways to act. @source STG-4
struct proposals final {
  static constexpr std::string_view name = "proposals"sv, source = "STG-4"sv;
};
/// Every option, never a person, is assessed and forecast. @source STG-5
struct assessment final {
  static constexpr std::string_view name = "assessment"sv, source = "STG-5"sv;
};
/// The presenter says what the discussion gave. @source STG-6
struct self_assessment final {
  static constexpr std::string_view name = "self_assessment"sv, source = "STG-6"sv;
};

/// The leader opens and restates the ground rules. @source domain 3.1
struct convening final {
  static constexpr std::string_view name = "convening"sv, source = "domain 3.1"sv;
};
/// "Who has a case?": participants offer, one case is taken. @source domain 3.1
struct call_for_case final {
  static constexpr std::string_view name = "call_for_case"sv, source = "domain 3.1"sv;
};
/// Short questions of fact to the person who brought the case. @source domain 3.1, 3.2
struct questions final {
  static constexpr std::string_view name = "questions"sv, source = "domain 3.1"sv;
};
/// The group works on the relationship; the presenter listens. @source domain 3.1
struct group_work final {
  static constexpr std::string_view name = "group_work"sv, source = "domain 3.1"sv;
};
/// The presenter is invited back and may respond. @source domain 3.1
struct invitation_back final {
  static constexpr std::string_view name = "invitation_back"sv, source = "domain 3.1"sv;
};
/// The end, in some schools with a brief talk about the session. @source domain 3.1
struct closing final {
  static constexpr std::string_view name = "closing"sv, source = "domain 3.1"sv;
};

/// Somebody brings a case, somebody moderates. @source domain 3.2
struct casting final {
  static constexpr std::string_view name = "casting"sv, source = "domain 3.2"sv;
};
/// The case giver tells the case and asks a question. @source domain 3.2
struct account final {
  static constexpr std::string_view name = "account"sv, source = "domain 3.2"sv;
};
/// Guesses and impressions, no solutions yet. @source domain 3.2
struct hypotheses final {
  static constexpr std::string_view name = "hypotheses"sv, source = "domain 3.2"sv;
};
/// The case giver adds and corrects. @source domain 3.2
struct statement final {
  static constexpr std::string_view name = "statement"sv, source = "domain 3.2"sv;
};
/// Each says what they would do in that place. @source domain 3.2
struct suggestions final {
  static constexpr std::string_view name = "suggestions"sv, source = "domain 3.2"sv;
};
/// The case giver says what is taken up, and why. @source domain 3.2
struct decision final {
  static constexpr std::string_view name = "decision"sv, source = "domain 3.2"sv;
};
/// Everybody says what they take away. @source domain 3.2
struct exchange final {
  static constexpr std::string_view name = "exchange"sv, source = "domain 3.2"sv;
};

}  // namespace balint::stage
