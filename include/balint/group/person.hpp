// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A person of the roster: a pseudonym, the offices, and what the conditions on a group ask about.
#include <balint/protocol/concepts.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace balint {

/// Whether somebody agrees to take part. @source GRP-7
enum class consent : std::uint8_t {
  not_declared,  ///< Nobody asked, or it was not written down: an advisory.
  given,         ///< Agreed.
  refused,       ///< Declined: a participant who refused is a formation error.
};

/// The offices that one person holds in a group of protocol P.
template <protocol P>
struct office_set {
  /// Bit i: holds the i-th of P's offices.
  std::uint32_t bits = 0;

  /// The set of these offices: `office_set<student_group>::of<role::participant>()`.
  template <typename... Roles>
    requires(P::offices::template has<Roles> && ...)
  [[nodiscard]] static constexpr office_set of() noexcept {
    return {(0U | ... | (std::uint32_t{1} << P::offices::template index<Roles>))};
  }
  /// Adds the office of that name; false if P has none.
  constexpr bool insert(std::string_view name) noexcept {
    for (std::size_t i = 0; i < P::offices::size; ++i) {
      if (P::offices::names[i] == name) {
        bits |= std::uint32_t{1} << i;
        return true;
      }
    }
    return false;
  }
  /// Whether Role is among them.
  template <typename Role>
    requires(P::offices::template has<Role>)
  [[nodiscard]] constexpr bool has() const noexcept {
    return ((bits >> P::offices::template index<Role>)&1U) != 0;
  }
  /// Whether there is an office other than Role.
  template <typename Role>
    requires(P::offices::template has<Role>)
  [[nodiscard]] constexpr bool has_beside() const noexcept {
    return (bits & ~(std::uint32_t{1} << P::offices::template index<Role>)) != 0;
  }
  /// Whether there is none.
  [[nodiscard]] constexpr bool empty() const noexcept { return bits == 0; }
  /// Whether there is one of P's.
  [[nodiscard]] constexpr bool is_of_protocol() const noexcept {
    return (bits & static_cast<std::uint32_t>((std::uint64_t{1} << P::offices::size) - 1)) != 0;
  }
  friend constexpr bool operator==(office_set, office_set) = default;
};

namespace detail {
template <typename P, typename... Roles>
inline constexpr bool are_offices = (P::offices::template has<Roles> && ...);
}  // namespace detail

/// A person of the roster. The id is a pseudonym, 1 to 64 of `A-Z a-z 0-9 _ . -`; the caller keeps its text alive.
/// @snippet form_group.cpp form
template <protocol P>
struct person {
  /// The pseudonym.
  std::string_view id{};
  /// What was given to this person when the group formed.
  office_set<P> offices{};
  /// Whether this person agrees to take part.
  consent agrees = consent::not_declared;
  /// The profession by name, as in `profession::teacher::name`; empty: not stated.
  std::string_view profession = {};
  /// Has less working experience than the others; what that means is the caller's to say. @source GRP-9
  bool less_experienced = false;
  /// Grades members of the group elsewhere. @source A23
  bool grades = false;

  /// Somebody with these offices: `person<student_group>::as<role::participant>("p1", consent::given)`.
  template <typename... Roles>
  [[nodiscard]] static constexpr person as(std::string_view id, consent agrees = consent::not_declared,
                                           std::string_view profession = {}) noexcept {
    person made{.id = id, .agrees = agrees, .profession = profession};
    static_assert(detail::are_offices<P, Roles...>,
                  "balint: this role is no office of the protocol: give one that it has [role_unknown]");
    if constexpr (detail::are_offices<P, Roles...>) made.offices = office_set<P>::template of<Roles...>();
    return made;
  }

  /// Of a temporary text nothing is kept: the id is a view.
  template <typename... Roles, typename Text>
    requires(!std::is_lvalue_reference_v<Text> && requires(const Text& text) { text.c_str(); })
  static person as(Text&& id, consent agrees = consent::not_declared, std::string_view profession = {}) = delete;

  /// Whether consent was refused.
  [[nodiscard]] constexpr bool refuses() const noexcept { return agrees == consent::refused; }
  /// Whether consent is not on record.
  [[nodiscard]] constexpr bool is_undeclared() const noexcept { return agrees == consent::not_declared; }
};

namespace detail {
/// The characters of pseudonyms; a bit for each of the first 128.
constexpr bool is_plain(char c) noexcept {
  const auto code = static_cast<unsigned char>(c);
  constexpr std::uint64_t low = 0x03FF'6000'0000'0000;   // - . 0 to 9
  constexpr std::uint64_t high = 0x07FF'FFFE'87FF'FFFE;  // A to Z, _, a to z
  return code < 128 && (((code < 64 ? low : high) >> (code & 63U)) & 1U) != 0;
}
}  // namespace detail

/// Whether a text is a pseudonym as logs may carry it: 1 to 64 bytes of `A-Z a-z 0-9 _ . -`. @source RUL-3
[[nodiscard]] constexpr bool is_pseudonym(std::string_view text) noexcept {
  if (text.empty() || text.size() > 64) return false;
  for (const char c : text) {
    if (!detail::is_plain(c)) return false;
  }
  return true;
}

}  // namespace balint
