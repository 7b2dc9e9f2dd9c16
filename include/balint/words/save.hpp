// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Saving a session with its people as bytes that any machine loads again, or refuses.
#include <balint/group/group.hpp>
#include <balint/group/person.hpp>
#include <balint/log/header_record.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/protocol/detail/table.hpp>
#include <balint/session/observer.hpp>
#include <balint/session/session.hpp>
#include <balint/session/snapshot.hpp>
#include <balint/session/state.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/detail/bytes.hpp>
#include <balint/words/detail/state_numbers.hpp>
#include <balint/words/load_error.hpp>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace balint {

/// A session that was loaded, with its people.
template <protocol P, typename Observer = no_observer>
struct loaded_session {
  /// The people.
  cast<P> people;
  /// The session, as it was when it was saved.
  session<P, Observer> running;
};

namespace detail {

/// The first bytes of a saved session: a transfer as text changes the end of the line in them.
inline constexpr std::string_view saved_mark{"balint\r\n", 8};
/// The version of the layout of saved sessions, which holds a state in that of its snapshot.
inline constexpr std::uint32_t saved_version = 1;
inline constexpr std::size_t check_bytes = 8;

/// A number that changes if any one byte does.
[[nodiscard]] inline std::uint64_t checksum_of(std::string_view bytes) noexcept {
  mixer all;
  all.word(bytes);
  return all.sum;
}

/// What all saved sessions begin with.
struct saved_head {
  std::string_view protocol;  ///< Of which protocol it is, by name.
  byte_reader rest;           ///< What follows.
};
/// Reads the head, and holds the bytes against their checksum.
[[nodiscard]] inline std::expected<saved_head, load_error> read_head(std::string_view bytes) {
  if (!bytes.starts_with(saved_mark)) return std::unexpected(load_error{load_fault::not_saved});
  byte_reader in(bytes.substr(saved_mark.size()));
  const auto version = in.number<std::uint32_t>();
  if (version != saved_version && bytes.size() >= saved_mark.size() + sizeof version)
    return std::unexpected(
        load_error{load_fault::other_version, std::to_string(version), std::to_string(saved_version)});
  if (bytes.size() < saved_mark.size() + sizeof version + check_bytes)
    return std::unexpected(load_error{load_fault::damaged});
  const auto checked = bytes.substr(0, bytes.size() - check_bytes);
  if (byte_reader(bytes.substr(checked.size())).number<std::uint64_t>() != checksum_of(checked))
    return std::unexpected(load_error{load_fault::damaged});
  byte_reader rest(checked.substr(saved_mark.size() + sizeof version));
  const auto protocol = rest.text();
  return saved_head{protocol, rest};
}

template <protocol P>
void write_person(byte_writer& out, const person<P>& one) {
  out.text(one.id);
  out.number(one.offices.bits);
  out.number(static_cast<std::uint8_t>(one.agrees));
  out.text(one.profession);
  out.number(static_cast<std::uint8_t>((one.less_experienced ? 1U : 0U) | (one.grades ? 2U : 0U)));
}
template <protocol P>
[[nodiscard]] person_record read_person(byte_reader& in) {
  person_record one{.id = std::string(in.text())};
  const auto offices = in.number<std::uint32_t>();
  for (std::size_t i = 0; i < P::offices::size; ++i) {
    if (((offices >> i) & 1U) != 0) one.offices.emplace_back(P::offices::names[i]);
  }
  const auto agrees = in.number<std::uint8_t>();
  one.profession = in.text();
  const auto traits = in.number<std::uint8_t>();
  if ((offices & ~low_bits(P::offices::size)) != 0 || agrees > static_cast<std::uint8_t>(consent::refused) ||
      traits > 3)
    in.refuse();
  one.agrees = static_cast<consent>(agrees % 3);
  one.less_experienced = (traits & 1U) != 0;
  one.grades = (traits & 2U) != 0;
  return one;
}

/// What is saved of a session of P.
template <protocol P>
struct saved_content {
  std::vector<person_record> people;
  snapshot<P> state;
};
template <protocol P>
[[nodiscard]] std::expected<saved_content<P>, load_error> read_saved(std::string_view bytes) {
  auto head = read_head(bytes);
  if (!head) return std::unexpected(std::move(head.error()));
  const std::string name(P::name);
  if (head->protocol != name)
    return std::unexpected(load_error{load_fault::other_protocol, std::string(head->protocol), name});
  byte_reader& in = head->rest;
  saved_content<P> found;
  found.state.version = in.number<std::uint32_t>();
  if (found.state.version != snapshot<P>::current_version)
    return std::unexpected(load_error{load_fault::other_version, std::to_string(found.state.version),
                                      std::to_string(snapshot<P>::current_version)});
  found.state.fingerprint = in.number<std::uint64_t>();
  if (found.state.fingerprint != fingerprint<P>)
    return std::unexpected(load_error{load_fault::other_declaration, {}, name});
  found.state.people = in.number<std::uint8_t>();
  for (std::uint32_t i = 0; i < found.state.people; ++i) found.people.push_back(read_person<P>(in));
  static_assert(state_bytes<P> == sizeof(session_state<P>));
  each_number(found.state.state, [&in]<typename Number>(Number& one) { one = in.template number<Number>(); });
  if (!in.is_at_end()) return std::unexpected(load_error{load_fault::damaged});
  return found;
}

/// The session in a saved state, of a group of the people it was saved with.
template <protocol P, typename Observer>
[[nodiscard]] std::expected<session<P, Observer>, load_error> restored(const group<P>& people, const snapshot<P>& from,
                                                                       Observer&& observer) {
  auto back = session<P, Observer>::restore(people, from, std::forward<Observer>(observer));
  if (back) return std::move(*back);
  return std::unexpected(load_error{load_fault::impossible, std::string(back.error().invariant)});
}

/// The first person whom a cast has otherwise, as far as a session knows people: ids, their order, offices and who
/// grades.
template <protocol P>
[[nodiscard]] std::expected<void, load_error> same_people(const cast<P>& people,
                                                          const std::vector<person_record>& saved) {
  const auto given = people.people();
  for (std::size_t i = 0; i < given.size() || i < saved.size(); ++i) {
    office_set<P> offices;
    if (i < saved.size()) {
      for (const auto& office : saved[i].offices) (void)offices.insert(office);
      if (i < given.size() && given[i].id == saved[i].id && given[i].offices == offices &&
          given[i].grades == saved[i].grades)
        continue;
    }
    return std::unexpected(load_error{load_fault::other_people, i < saved.size() ? saved[i].id : std::string(),
                                      i < given.size() ? std::string(given[i].id) : std::string()});
  }
  return {};
}

/// Says it where a session has the people of another protocol.
template <typename P, typename Q>
consteval bool are_own_people() {
  static_assert(
      std::is_same_v<P, Q>,
      "balint: a session has people of its own protocol: give the cast<P> that its group is of [not_the_people]");
  return std::is_same_v<P, Q>;
}
template <protocol P>
[[nodiscard]] std::string saved(const snapshot<P>& of, const cast<P>& people) {
  byte_writer out;
  out.raw(saved_mark);
  out.number(saved_version);
  out.text(P::name);
  out.number(of.version);
  out.number(of.fingerprint);
  out.number(static_cast<std::uint8_t>(people.size()));
  for (const auto& one : people.people()) write_person(out, one);
  each_number(of.state, [&out](const auto& one) { out.number(one); });
  out.number(checksum_of(out.bytes()));
  return std::move(out.bytes());
}

}  // namespace detail

/// A session and its people as bytes: the same on every machine, with the version, the declaration and a checksum. They
/// hold pseudonyms, offices and numbers, and no content. The session has to be held by the group of the cast.
/// @snippet save_and_load.cpp save
template <protocol P, typename Observer, protocol Q>
[[nodiscard]] std::expected<std::string, save_error> save(const session<P, Observer>& running, const cast<Q>& people) {
  if constexpr (detail::are_own_people<P, Q>()) {
    if (running.people() == people.group()) return detail::saved<P>(running.snapshot(), people);
  }
  return std::unexpected(save_error::other_people);
}

/// The session that was saved, of the people of a cast: the same ids in the same order with the same offices. What they
/// agreed to since, or have learnt, may have changed. Bytes are not trusted.
/// @snippet save_and_load.cpp load
template <protocol P, typename Observer = no_observer>
[[nodiscard]] std::expected<session<P, Observer>, load_error> load(std::string_view bytes, const cast<P>& people,
                                                                   Observer&& observer = {}) {
  const auto saved = detail::read_saved<P>(bytes);
  if (!saved) return std::unexpected(saved.error());
  if (auto same = detail::same_people(people, saved->people); !same) return std::unexpected(std::move(same.error()));
  return detail::restored<P, Observer>(people.group(), saved->state, std::forward<Observer>(observer));
}

/// The session that was saved, with its people. Bytes are not trusted.
/// @snippet save_and_load.cpp load
template <protocol P>
[[nodiscard]] std::expected<loaded_session<P>, load_error> load(std::string_view bytes) {
  const auto saved = detail::read_saved<P>(bytes);
  if (!saved) return std::unexpected(saved.error());
  const auto people = cast<P>::of(saved->people);
  if (!people) return std::unexpected(load_error{load_fault::not_formed, people.error().reasons()});
  auto running = detail::restored<P>(people->group(), saved->state, no_observer{});
  if (!running) return std::unexpected(std::move(running.error()));
  return loaded_session<P>{*people, std::move(*running)};
}

}  // namespace balint
