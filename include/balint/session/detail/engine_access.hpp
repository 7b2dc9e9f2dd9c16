// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The way to the engine inside a session: for the judge, which goes on after a refusal, and for the typed face.
namespace balint::detail {

/// Reaches the engine of any session.
struct engine_access {
  /// The engine of a session, as constant as the session is.
  template <typename Session>
  [[nodiscard]] static constexpr auto& of(Session& session) noexcept {
    return session.engine_;
  }
};

}  // namespace balint::detail
