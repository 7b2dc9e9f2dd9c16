// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A view of a session as JSON.
#include <balint/log/json_text.hpp>
#include <balint/log/timestamp.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/set.hpp>
#include <balint/vocabulary/time.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/view.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace balint {

namespace detail {

/// Writes the members of an object of JSON.
class json_object {
 public:
  /// Names people by position.
  explicit json_object(std::span<const std::string_view> names) noexcept : names_(names) {}

  /// A member whose value is JSON already.
  json_object& raw(std::string_view key, std::string_view value) {
    text_ += text_.empty() ? '{' : ',';
    text_.append(balint::to_json(key)).append(":").append(value);
    return *this;
  }
  /// A text.
  json_object& text(std::string_view key, std::string_view value) { return raw(key, balint::to_json(value)); }
  /// A number.
  json_object& number(std::string_view key, std::size_t value) { return raw(key, std::to_string(value)); }
  /// A flag.
  json_object& flag(std::string_view key, bool value) { return raw(key, value ? "true" : "false"); }
  /// A time; null: not stated, or beyond the years 0 to 9999, which no timestamp has.
  json_object& time(std::string_view key, instant at) {
    constexpr instant first{-62'167'219'200'000};
    constexpr instant last{253'402'300'799'999};
    return raw(key, at < first || at > last ? "null" : balint::to_json(to_timestamp(at)));
  }
  /// A person by name; null: nobody.
  json_object& person(std::string_view key, person_id who) {
    return raw(key, who.index < names_.size() ? balint::to_json(names_[who.index]) : "null");
  }
  /// People by name.
  json_object& people(std::string_view key, person_set who) {
    return list(key, who, [this](person_id one) {
      return one.index < names_.size() ? balint::to_json(names_[one.index]) : std::string("null");
    });
  }
  /// Words.
  json_object& words(std::string_view key, const std::vector<std::string_view>& all) {
    return list(key, all, [](std::string_view one) { return balint::to_json(one); });
  }
  /// A list, each of which `write` makes JSON of.
  template <typename List, typename Write>
  json_object& list(std::string_view key, const List& all, Write write) {
    std::string items;
    for (const auto& one : all) items.append(items.empty() ? "" : ",").append(write(one));
    return raw(key, "[" + items + "]");
  }
  /// All of it.
  [[nodiscard]] std::string end() const { return text_.empty() ? "{}" : text_ + "}"; }

 private:
  std::span<const std::string_view> names_;
  std::string text_;
};

}  // namespace detail

/// A view as an object of JSON on one line; people are called by these names. Keys are only added, and
/// `docs/reference/view.md` lists them.
[[nodiscard]] inline std::string to_json(const session_view& view, std::span<const std::string_view> names) {
  using object = detail::json_object;
  std::size_t position = 0;
  std::size_t option = 0;
  const auto person = [&](const seen_person& one) {
    return object(names)
        .person("id", {static_cast<std::uint8_t>(position++)})
        .words("offices", one.offices)
        .flag("present", one.is_present)
        .flag("left", one.has_left)
        .flag("outside", one.is_outside)
        .end();
  };
  const auto a_case = [&](const seen_case& one) {
    return object(names)
        .person("case", one.owner)
        .number("votes", one.votes())
        .people("voters", one.voters)
        .flag("out", one.is_out)
        .end();
  };
  const auto an_option = [&](const seen_option& one) {
    return object(names)
        .number("option", ++option)
        .person("by", one.author)
        .words("weighed", one.weighed)
        .flag("by_author", one.by_author)
        .flag("by_another", one.by_another)
        .end();
  };
  const auto turn = [&](const seen_turn& one) {
    return object(names)
        .text("stage", one.stage)
        .text("act", one.act)
        .people("did", one.did)
        .people("passed", one.passed)
        .end();
  };
  return object(names)
      .text("protocol", view.protocol)
      .text("stage", view.stage)
      .number("stage_number", view.stage_number)
      .number("stages", view.stages)
      .text("end", name_of(view.end))
      .flag("begun", view.has_begun)
      .time("began", view.began)
      .time("stage_began", view.stage_began)
      .time("last", view.last)
      .person("presenter", view.presenter)
      .person("leader", view.leader)
      .list("people", view.people, person)
      .list("cases", view.cases, a_case)
      .list("options", view.options, an_option)
      .list("turns", view.turns, turn)
      .words("happened", view.happened)
      .words("open_flags", view.open_flags)
      .words("cut_short", view.cut_short)
      .end();
}
/// The same; people are called as in their cast.
template <protocol P>
[[nodiscard]] std::string to_json(const session_view& view, const cast<P>& people) {
  return to_json(view, people.names());
}

}  // namespace balint
