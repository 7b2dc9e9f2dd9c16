// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A monitor: many sessions judged as they go, their events coming interleaved. `balint.hpp` leaves it out, because it
/// keeps the sessions in containers.
#include <balint/conformance/finding.hpp>
#include <balint/conformance/judge.hpp>
#include <balint/conformance/verdict.hpp>
#include <balint/group/form.hpp>
#include <balint/monitoring/delivery.hpp>
#include <balint/monitoring/detail/known_session.hpp>
#include <balint/monitoring/detail/session_table.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/session/session.hpp>
#include <balint/session/event.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace balint {

/// What is kept with a session where a monitor's sink asks for nothing to be kept.
struct no_context {};

namespace detail {
template <typename Sink>
struct context_of {
  using type = no_context;
};
template <typename Sink>
  requires requires { typename Sink::context; }
struct context_of<Sink> {
  using type = typename Sink::context;
};
template <typename Sink>
struct context_of<Sink&> : context_of<Sink> {};
}  // namespace detail

template <typename Sink, protocol... Ps>
class monitor;

/// A session of protocol P that a monitor follows. It lives until it is over and enough others were over after it.
template <protocol P, typename Sink>
class live_session : private detail::known_session {
 public:
  using protocol_type = P;
  /// What the caller keeps with it: `Sink::context`.
  using context_type = typename detail::context_of<Sink>::type;

  live_session(const live_session&) = delete;
  live_session& operator=(const live_session&) = delete;
  ~live_session() = default;

  /// Its id.
  using known_session::id;
  /// What it is, as far as it went.
  [[nodiscard]] balint::verdict verdict() const noexcept { return judge_.verdict(); }
  /// The session as the judge follows it.
  [[nodiscard]] const balint::session<P>& session() const noexcept { return judge_.session(); }
  /// The advisories about it, as far as it went.
  [[nodiscard]] auto advisories() const { return judge_.advisories(); }
  /// How many of its events were judged.
  [[nodiscard]] std::uint64_t position() const noexcept { return judge_.position(); }
  /// How many of its events did not come in their place, and so are missing from what was judged.
  [[nodiscard]] std::uint64_t skipped() const noexcept { return numbers().skipped(); }
  /// What the caller keeps with it, such as the pseudonyms of its people.
  [[nodiscard]] const context_type& context() const noexcept { return context_; }
  /// The same, to be changed.
  [[nodiscard]] context_type& context() noexcept { return context_; }

 private:
  template <typename, protocol...>
  friend class monitor;

  /// The judge's sink: passes findings on with the session they are of.
  struct telling {
    const live_session* here;
    std::remove_reference_t<Sink>* sink;
    void operator()(const finding<P>& found) const {
      if constexpr (!std::same_as<std::remove_cvref_t<Sink>, no_sink>) (*sink)(*here, found);
    }
    /// A breach that was named, or an answer.
    template <typename Word>
    void operator()([[maybe_unused]] const Word& word) const {
      if constexpr (requires { (*sink)(*here, word); }) (*sink)(*here, word);
    }
  };

  live_session(std::string_view id, std::uint32_t kind, const formation<P>& people, context_type&& about,
               std::remove_reference_t<Sink>& sink)
      : known_session(id, kind), context_(std::move(about)), judge_(people, telling{this, &sink}) {}

  [[no_unique_address]] context_type context_;
  judge<P, telling> judge_;
};

/// Judges many sessions of the protocols Ps as they go, by id, each as a judge would judge it alone.
///
/// The sink is called as `sink(session, finding)` when something is found, with the same meaning of a finding's `times`
/// as a judge's; `session` is the `live_session` it is of. A sink that takes them is told of breaches and their answers
/// in the same way, and, as `ended(session)`, of a session that was closed or terminated. A sink does not call the
/// monitor. With `Sink::context` it names what is to be kept with each session.
///
/// An exception that a sink throws leaves the monitor's function. A session whose group it was told of is not opened.
/// An event whose finding it was told of counts as judged, and the finding as found, but it may not have had its
/// effect. A session that is over by then is over, be its end told or not. The monitor can be used on.
///
/// Memory is that of the sessions that go on, about a judge each, and of the sessions that were over last, which are
/// kept so that what comes after their end is recognised. One monitor is used by one thread at a time; many monitors
/// may share the sessions by their ids.
/// @snippet follow_sessions.cpp monitor
template <typename Sink, protocol... Ps>
class monitor {
 public:
  /// A session of P as this monitor follows it.
  template <protocol P>
  using live = live_session<P, Sink>;
  /// What is kept with each session.
  using context_type = typename detail::context_of<Sink>::type;
  /// How many sessions are kept after their end unless something else is asked for.
  static constexpr std::size_t default_remembered = 1024;

  /// Begins without a session; `remembered` is how many are kept after their end.
  explicit monitor(Sink sink = {}, std::size_t remembered = default_remembered)
      : sink_(std::forward<Sink>(sink)), most_ended_(remembered) {}
  monitor(const monitor&) = delete;
  monitor& operator=(const monitor&) = delete;
  ~monitor() { sessions_.each(drop); }

  /// Opens a session: what stands against its group is found at once. `second_header`: there is one of that id, be it
  /// over or not, and nothing changes.
  template <protocol P>
    requires(std::same_as<P, Ps> || ...)
  [[nodiscard]] delivery open(std::string_view id, const formation<P>& people, context_type about = {}) {
    if (sessions_.find(id) != nullptr) return delivery::second_header;
    std::unique_ptr<live<P>> opened(new live<P>(id, kind_of<P>, people, std::move(about), sink_));
    sessions_.reserve_one();
    sessions_.insert(*opened.release());
    return delivery::in_order;
  }

  /// Judges the next event of a session, with its number in the session where it carries one (from 1).
  template <protocol P>
  [[nodiscard]] delivery apply(std::string_view id, const event<P>& e, std::uint64_t number = unnumbered) {
    auto* const any = sessions_.find(id);
    if (any == nullptr || any->kind() != kind_of<P>) return delivery::unknown_session;
    return apply(static_cast<live<P>&>(*any), e, number);
  }
  /// Judges the next event of a session of this monitor, which may be forgotten by it when it ends it.
  template <protocol P>
  [[nodiscard]] delivery apply(live<P>& of, const event<P>& e, std::uint64_t number = unnumbered) {
    const auto came = of.numbers().take(number);
    if (!is_taken(came)) return came;
    if (of.session().is_over()) {
      of.judge_.apply(e);
      return delivery::after_end;
    }
    following<P> now{this, &of};
    of.judge_.apply(e);
    if (now.note_end()) {
      if constexpr (requires { sink_.ended(std::as_const(of)); }) sink_.ended(std::as_const(of));
    }
    return came;
  }

  /// Calls f with the `live_session` of that id; false: there is none.
  template <typename F>
  bool visit(std::string_view id, F f) {
    auto* const any = sessions_.find(id);
    if (any == nullptr) return false;
    with(*any, f);
    return true;
  }
  /// Calls f with the `live_session` of each session that goes on, in any order. f may give up sessions, this one
  /// included, and open others, with which it is not called.
  template <typename F>
  void each_live(F f) const {
    for (const auto& there : sessions_.all()) {
      if (!sessions_.has(there)) continue;
      with(*there.session, [&](const auto& one) {
        if (!one.session().is_over()) f(one);
      });
    }
  }
  /// Gives a session up, be it over or not, as for one that was left without an end; false: there is none of that id.
  bool forget(std::string_view id) {
    auto* const gone = sessions_.find(id);
    if (gone == nullptr) return false;
    give_up(*gone);
    return true;
  }

  /// How many sessions go on.
  [[nodiscard]] std::size_t live_count() const noexcept { return sessions_.size() - ended_.size(); }
  /// How many sessions are kept after their end.
  [[nodiscard]] std::size_t ended_count() const noexcept { return ended_.size(); }
  /// The sink, which the monitor keeps by value unless Sink is a reference.
  [[nodiscard]] std::remove_reference_t<Sink>& sink() noexcept { return sink_; }

 private:
  /// The place of P among the protocols, from 0.
  template <protocol P>
  static constexpr std::uint32_t kind_of = [] {
    std::uint32_t before = 0;
    (void)((std::same_as<P, Ps> || (++before, false)) || ...);
    return before;
  }();
  /// Calls f with a session as one of its protocol; f may give it up.
  template <typename F>
  static void with(detail::known_session& any, F f) {
    const auto kind = any.kind();
    (void)((kind == kind_of<Ps> && (void(f(static_cast<live<Ps>&>(any))), true)) || ...);
  }
  static void drop(detail::known_session& gone) noexcept {
    with(gone, [](auto& one) { delete &one; });
  }
  void give_up(detail::known_session& gone) noexcept {
    ended_.remove(gone);
    sessions_.erase(gone);
    drop(gone);
  }

  /// Follows a session through an event: notes that it is over whatever the sink throws, and gives up what was over
  /// first where there is too much of it.
  template <protocol P>
  struct following {
    monitor* here;
    live<P>* of;
    bool is_noted = false;

    bool note_end() noexcept {
      if (!of->session().is_over()) return false;
      is_noted = true;
      here->ended_.add(*of);
      return true;
    }
    ~following() {
      if (!is_noted) note_end();
      while (here->ended_.size() > here->most_ended_) here->give_up(here->ended_.first());
    }
  };
  [[no_unique_address]] Sink sink_;
  std::size_t most_ended_;
  detail::session_table sessions_;
  detail::ended_sessions ended_;
};

}  // namespace balint
