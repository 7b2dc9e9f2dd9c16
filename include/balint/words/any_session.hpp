// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A session of any protocol on a list, opened by its name and spoken to in words.
#include <balint/log/header_record.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocols/all.hpp>
#include <balint/session/session.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/words/any_refusal.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/cast_error.hpp>
#include <balint/words/detail/nearest.hpp>
#include <balint/words/detail/room.hpp>
#include <balint/words/event_words.hpp>
#include <balint/words/load_error.hpp>
#include <balint/words/save.hpp>
#include <balint/words/view.hpp>
#include <balint/words/view_json.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <expected>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace balint {

/// A session with its people, of whichever of some protocols it is. It is a value: a copy is another session, in the
/// same state. Names of protocols, stages, acts and rules that it gives live for good; those of people live as long as
/// it or a copy of it.
///
/// For protocols of your own as well: `any_session<all_protocols::with<mine>>`.
/// @snippet any_protocol.cpp open
template <typename Protocols = all_protocols>
class any_session;

/// The one for these protocols.
/// @snippet any_protocol.cpp open
template <protocol... Ps>
class any_session<protocol_list<Ps...>> {
  static constexpr std::array<std::string_view, sizeof...(Ps)> protocol_names{Ps::name...};
  static_assert(
      [] {
        for (std::size_t i = 0; i < sizeof...(Ps); ++i) {
          for (std::size_t k = 0; k < i; ++k) {
            if (protocol_names[i] == protocol_names[k]) return false;
          }
        }
        return sizeof...(Ps) > 0;
      }(),
      "balint: any_session needs protocols of different names, one at least");

 public:
  /// The protocols that can be opened, by name.
  [[nodiscard]] static constexpr std::span<const std::string_view> protocols() noexcept { return protocol_names; }

  /// A session that begins, of the protocol of that name, with these people.
  [[nodiscard]] static std::expected<any_session, cast_error> open(std::string_view protocol,
                                                                   std::span<const person_record> people) {
    std::optional<std::expected<any_session, cast_error>> result;
    (void)((protocol == Ps::name && (result = open_as<Ps>(people), true)) || ...);
    if (result) return std::move(*result);
    cast_error no{
        .why = cast_fault::unknown_protocol, .given = std::string(protocol), .known = detail::owned(protocol_names)};
    no.nearest = detail::nearest_of(protocol, no.known);
    return std::unexpected(std::move(no));
  }
  /// The same from a list in braces: `open("student_group", {{"anna", {"participant"}}, …})`.
  [[nodiscard]] static std::expected<any_session, cast_error> open(std::string_view protocol,
                                                                   std::initializer_list<person_record> people) {
    return open(protocol, std::span(people.begin(), people.size()));
  }
  /// The session that was saved, with its people, if it is of one of these protocols. Bytes are not trusted.
  [[nodiscard]] static std::expected<any_session, load_error> load(std::string_view bytes) {
    const auto head = detail::read_head(bytes);
    if (!head) return std::unexpected(head.error());
    std::optional<std::expected<any_session, load_error>> result;
    (void)((head->protocol == Ps::name && (result = load_as<Ps>(bytes), true)) || ...);
    if (result) return std::move(*result);
    return std::unexpected(load_error{load_fault::other_protocol, std::string(head->protocol)});
  }
  /// A session of one of these protocols that is held by the group of a cast.
  template <protocol P, protocol Q>
  [[nodiscard]] static std::expected<any_session, save_error> of(const cast<Q>& people, const session<P>& running) {
    constexpr bool is_one_of_these = (std::same_as<P, Ps> || ...);
    static_assert(is_one_of_these, "balint: this is a session of another protocol than these [not_for_each_protocol]");
    if constexpr (detail::are_own_people<P, Q>() && is_one_of_these) {
      if (running.people() == people.group()) return any_session(std::make_unique<detail::room<P>>(people, running));
    }
    return std::unexpected(save_error::other_people);
  }

  /// Another session in the same state.
  any_session(const any_session& other) : room_(other.room_->copy()) {}
  /// Another session in the same state.
  any_session& operator=(const any_session& other) {
    room_ = other.room_->copy();
    return *this;
  }
  ~any_session() = default;

  /// Its protocol, by name.
  [[nodiscard]] std::string_view protocol_name() const noexcept { return room_->protocol_name(); }
  /// The stage that it is in, or ended in, by name.
  [[nodiscard]] std::string_view stage() const noexcept { return room_->stage(); }
  /// Whether it is running, and how it ended.
  [[nodiscard]] ending end() const noexcept { return room_->end(); }
  /// Whether it was closed or terminated: nothing more is accepted.
  [[nodiscard]] bool is_over() const noexcept { return end() != ending::running; }

  /// Accepts what was said, or refuses it and changes nothing. Gives the number of the option that was made; 0: none.
  [[nodiscard]] std::expected<option_id, any_refusal> apply(const event_words& words) { return room_->apply(words); }
  /// What `apply` would answer, without changing anything.
  [[nodiscard]] std::expected<void, any_refusal> can(const event_words& words) const { return room_->can(words); }
  /// All that `apply` would accept from a person now, without times; nothing for somebody who is not in the group.
  [[nodiscard]] std::vector<event_words> menu(std::string_view who) const& { return room_->menu(who); }
  /// All that the stage still owes; empty: it is complete.
  [[nodiscard]] std::vector<owed_words> owed() const { return room_->owed(); }
  /// The names of its people, by position.
  [[nodiscard]] std::span<const std::string_view> names() const& noexcept { return room_->names(); }

  /// Its state as plain data, for the acting leader: it says who voted for whom and who passed.
  [[nodiscard]] session_view view() const { return room_->view(); }
  /// The same as JSON.
  [[nodiscard]] std::string json() const { return to_json(view(), room_->names()); }
  /// The session and its people as bytes, for `load`.
  [[nodiscard]] std::string save() const { return room_->save(); }

  // Of a temporary, nothing is lent.
  std::vector<event_words> menu(std::string_view who) const&& = delete;
  std::span<const std::string_view> names() const&& = delete;

  /// Calls f with the session of its own protocol and the people, `f(session<P>&, const cast<P>&)`: for all that words
  /// do not say. What f gives back is of one type for all protocols.
  template <typename F>
  decltype(auto) visit(F&& f) {
    constexpr bool takes_each = (std::invocable<F&, session<Ps>&, const cast<Ps>&> && ...);
    static_assert(takes_each,
                  "balint: visit calls a function with the session of whichever protocol it is, and its people: let it "
                  "take each, as `[](auto& running, const auto& people)` does [not_for_each_protocol]");
    if constexpr (takes_each) {
      constexpr bool gives_one_type = gives_one_type_of<F, Ps...>();
      static_assert(gives_one_type,
                    "balint: what the function gives back is of one type, whichever protocol it is "
                    "called for [not_for_each_protocol]");
      if constexpr (gives_one_type) {
        return visit_as<F, Ps...>(f);
      } else {
        return anything();
      }
    } else {
      return anything();
    }
  }

 private:
  explicit any_session(std::unique_ptr<detail::any_room> room) noexcept : room_(std::move(room)) {}

  template <protocol P>
  static std::expected<any_session, cast_error> open_as(std::span<const person_record> entries) {
    auto people = cast<P>::of(entries);
    if (!people) return std::unexpected(std::move(people.error()));
    return any_session(std::make_unique<detail::room<P>>(*people, session<P>(people->group())));
  }
  template <protocol P>
  static std::expected<any_session, load_error> load_as(std::string_view bytes) {
    auto loaded = balint::load<P>(bytes);
    if (!loaded) return std::unexpected(std::move(loaded.error()));
    return any_session(std::make_unique<detail::room<P>>(loaded->people, loaded->running));
  }
  /// What is given back where the compiler has said already that nothing is: it says no more.
  struct anything {
    template <typename T>
    operator T() const;
  };
  template <typename F, protocol First, protocol... Rest>
  static consteval bool gives_one_type_of() {
    using given = std::invoke_result_t<F&, session<First>&, const cast<First>&>;
    return (std::same_as<given, std::invoke_result_t<F&, session<Rest>&, const cast<Rest>&>> && ...);
  }
  template <typename F, protocol P, protocol... Rest>
  decltype(auto) visit_as(F& f) {
    if constexpr (sizeof...(Rest) > 0) {
      if (protocol_name() != P::name) return visit_as<F, Rest...>(f);
    }
    auto& own = static_cast<detail::room<P>&>(*room_);
    return f(own.running, std::as_const(own.people));
  }

  std::unique_ptr<detail::any_room> room_;
};

}  // namespace balint
