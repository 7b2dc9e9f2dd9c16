// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A session with its people behind one interface, whatever its protocol.
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/lookup.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/session/event.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/words/any_refusal.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/event_words.hpp>
#include <balint/words/read_event.hpp>
#include <balint/words/save.hpp>
#include <balint/words/view.hpp>

#include <cstdint>
#include <expected>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace balint::detail {

/// What `any_session` asks of a session and its people.
class any_room {
 public:
  any_room() = default;
  any_room(const any_room&) = default;
  any_room& operator=(const any_room&) = delete;
  virtual ~any_room() = default;

  [[nodiscard]] virtual std::unique_ptr<any_room> copy() const = 0;
  [[nodiscard]] virtual std::string_view protocol_name() const noexcept = 0;
  [[nodiscard]] virtual std::string_view stage() const noexcept = 0;
  [[nodiscard]] virtual ending end() const noexcept = 0;
  [[nodiscard]] virtual std::span<const std::string_view> names() const noexcept = 0;
  [[nodiscard]] virtual std::expected<option_id, any_refusal> apply(const event_words& words) = 0;
  [[nodiscard]] virtual std::expected<void, any_refusal> can(const event_words& words) const = 0;
  [[nodiscard]] virtual std::vector<event_words> menu(std::string_view who) const = 0;
  [[nodiscard]] virtual std::vector<owed_words> owed() const = 0;
  [[nodiscard]] virtual session_view view() const = 0;
  [[nodiscard]] virtual std::string save() const = 0;
};

/// The one of protocol P.
template <protocol P>
class room final : public any_room {
 public:
  room(cast<P> who, const session<P>& from) : people(std::move(who)), running(from) {}

  cast<P> people;
  session<P> running;

  [[nodiscard]] std::unique_ptr<any_room> copy() const override { return std::make_unique<room>(*this); }
  [[nodiscard]] std::string_view protocol_name() const noexcept override { return P::name; }
  [[nodiscard]] std::string_view stage() const noexcept override { return name_of<P>(running.stage()); }
  [[nodiscard]] ending end() const noexcept override { return running.end(); }
  [[nodiscard]] std::span<const std::string_view> names() const noexcept override { return people.names(); }
  [[nodiscard]] std::expected<option_id, any_refusal> apply(const event_words& words) override {
    const auto e = read_event<P>(people, words);
    if (!e) return std::unexpected(any_refusal{.word = e.error()});
    const auto options = running.option_count();
    if (const auto done = running.apply(*e); !done) return std::unexpected(in_words<P>(done.error(), people));
    const bool is_new = running.option_count() > options;
    return option_id{static_cast<std::uint16_t>(is_new ? running.option_count() : 0)};
  }
  [[nodiscard]] std::expected<void, any_refusal> can(const event_words& words) const override {
    const auto e = read_event<P>(people, words);
    if (!e) return std::unexpected(any_refusal{.word = e.error()});
    if (const auto done = running.can(*e); !done) return std::unexpected(in_words<P>(done.error(), people));
    return {};
  }
  [[nodiscard]] std::vector<event_words> menu(std::string_view who) const override {
    std::vector<event_words> all;
    running.each_legal_event(people.find(who), [&](const event<P>& e) {
      if (const auto words = to_words<P>(people, e)) all.push_back(*words);
    });
    return all;
  }
  [[nodiscard]] std::vector<owed_words> owed() const override {
    std::vector<owed_words> all;
    for (const auto& one : running.owed()) all.push_back(in_words<P>(one, people));
    return all;
  }
  [[nodiscard]] session_view view() const override { return view_of<P>(running); }
  /// The session is held by the group of its cast.
  [[nodiscard]] std::string save() const override { return balint::save<P>(running, people).value_or(std::string()); }
};

}  // namespace balint::detail
