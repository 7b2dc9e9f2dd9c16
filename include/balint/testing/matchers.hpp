// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// GoogleTest matchers for recorded sessions: whether a trace conforms, what its verdict is, what is found in it.
#include <balint/conformance/verdict.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/testing/detail/explanation.hpp>
#include <balint/testing/recorded_trace.hpp>
#include <balint/vocabulary/code.hpp>

#include <gmock/gmock.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace balint {

namespace detail {

/// Whether an assertion has failed: GoogleTest describes a matcher then, and only then, before it asks why. Other
/// matchers, such as `AllOf`, ask why of those that succeed as well. Copies of a matcher share it.
class assertion_failed {
 public:
  void note() const { *is_so_ = true; }
  [[nodiscard]] repairs shown() const { return *is_so_ ? repairs::shown : repairs::left_out; }

 private:
  std::shared_ptr<std::atomic<bool>> is_so_ = std::make_shared<std::atomic<bool>>(false);
};

/// A trace of whatever protocol has a verdict.
class verdict_matcher {
 public:
  using is_gtest_matcher = void;
  explicit verdict_matcher(verdict wanted) : wanted_(wanted) {}
  template <protocol P>
  bool MatchAndExplain(const recorded_trace<P>& trace, ::testing::MatchResultListener* listener) const {
    const judged_trace<P> judged(trace);
    if (listener->IsInterested()) *listener << judged.explained(failed_.shown());
    return judged.verdict() == wanted_;
  }
  void DescribeTo(std::ostream* out) const { describe("is ", out); }
  void DescribeNegationTo(std::ostream* out) const { describe("is not ", out); }

 private:
  void describe(std::string_view is, std::ostream* out) const {
    failed_.note();
    *out << is << name_of(wanted_);
  }

  verdict wanted_;
  assertion_failed failed_;
};

/// A trace of P conforms.
template <protocol P>
class conforming_matcher {
 public:
  using is_gtest_matcher = void;
  bool MatchAndExplain(const recorded_trace<P>& trace, ::testing::MatchResultListener* listener) const {
    const judged_trace<P> judged(trace);
    if (listener->IsInterested()) *listener << judged.explained(failed_.shown());
    return judged.verdict() == verdict::conforming;
  }
  void DescribeTo(std::ostream* out) const { describe("conforms to ", out); }
  void DescribeNegationTo(std::ostream* out) const { describe("does not conform to ", out); }

 private:
  void describe(std::string_view conforms, std::ostream* out) const {
    failed_.note();
    *out << conforms << P::name;
  }

  assertion_failed failed_;
};

/// Something is found in a trace of whatever protocol.
class finding_matcher {
 public:
  using is_gtest_matcher = void;
  finding_matcher(code wanted, std::optional<std::uint64_t> at) : wanted_(wanted), at_(at) {}
  template <protocol P>
  bool MatchAndExplain(const recorded_trace<P>& trace, ::testing::MatchResultListener* listener) const {
    const judged_trace<P> judged(trace);
    if (!listener->IsInterested()) return judged.has(wanted_, at_.value_or(judged.any_event));
    if (!at_ || *at_ > trace.events.size()) {
      *listener << judged.explained(failed_.shown());
    } else {
      *listener << "around it:\n" << judged.around(*at_);
      std::string elsewhere;
      for (const auto& f : judged.findings()) {
        if (f.code == wanted_ && f.event != *at_) elsewhere += (elsewhere.empty() ? "" : ", ") + judged.place(f);
      }
      if (!elsewhere.empty()) *listener << "which has " << name_of(wanted_) << " at " << elsewhere;
    }
    return judged.has(wanted_, at_.value_or(judged.any_event));
  }
  void DescribeTo(std::ostream* out) const { describe("has ", out); }
  void DescribeNegationTo(std::ostream* out) const { describe("does not have ", out); }

 private:
  void describe(std::string_view has, std::ostream* out) const {
    failed_.note();
    *out << has << "the finding " << name_of(wanted_);
    if (at_) *out << " at " << (*at_ == 0 ? std::string("the group") : "event " + std::to_string(*at_));
  }
  code wanted_;
  std::optional<std::uint64_t> at_;
  assertion_failed failed_;
};

}  // namespace detail

/// Matches a trace of P that came to its end and in which nothing is found. A failed assertion ends with what would
/// repair the trace, which is looked for only then.
/// @snippet conformance_test/room_test.cpp matchers
template <protocol P>
[[nodiscard]] auto conforms_to() {
  return detail::conforming_matcher<P>();
}

/// Matches a trace of that verdict.
[[nodiscard]] inline auto has_verdict(verdict wanted) { return detail::verdict_matcher(wanted); }

/// Matches a trace in which that is found, at whatever event.
[[nodiscard]] inline auto has_finding(code wanted) { return detail::finding_matcher(wanted, std::nullopt); }
/// Matches a trace in which that is found at an event, counted from 1; 0: the group itself.
[[nodiscard]] inline auto has_finding(code wanted, std::uint64_t at) { return detail::finding_matcher(wanted, at); }

}  // namespace balint
