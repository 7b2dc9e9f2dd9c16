// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A small application around a session: a room in which a group meets. What people do there goes through the session,
/// and what it accepts is kept.
#include <balint/balint.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// A room of a group of students.
class room {
 public:
  using protocol = balint::student_group;
  using event = balint::event<protocol>;

  explicit room(std::vector<balint::person<protocol>> people)
      : people_(std::move(people)),
        roster_(people_),
        session_(balint::form<protocol>(roster_).formed().value(), {&happened_}) {}
  room(const room&) = delete;
  room& operator=(const room&) = delete;
  ~room() = default;

  /// Somebody does something, on somebody's case or on an option where the act has such a target; false: not now.
  template <typename Act>
  bool does(std::string_view who) {
    return session_.record<Act>(roster_[who]).has_value();
  }
  template <typename Act>
  bool does(std::string_view who, std::string_view whose_case) {
    return session_.record<Act>(roster_[who], balint::case_id{roster_[whose_case]}).has_value();
  }
  template <typename Act>
  bool does(std::string_view who, balint::option_id option) {
    return session_.record<Act>(roster_[who], option).has_value();
  }

  [[nodiscard]] std::span<const balint::person<protocol>> people() const { return people_; }
  [[nodiscard]] std::span<const event> happened() const { return happened_; }

 private:
  /// Keeps what the session accepts.
  struct keeper {
    std::vector<event>* into;
    void on_accepted(const event& e) const { into->push_back(e); }
  };

  std::vector<balint::person<protocol>> people_;
  balint::roster<protocol> roster_;
  std::vector<event> happened_;
  balint::session<protocol, keeper> session_;
};
