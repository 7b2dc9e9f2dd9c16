// SPDX-License-Identifier: MIT
/// @file
/// A protocol of your own in one declaration: Troika Consulting, checked as a whole, run typed and at run time.
#include <balint/balint.hpp>

#include <fmt/core.h>

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace troika {

using namespace balint;
using namespace balint::declare;
using word = std::string_view;

// clang-format off
struct client final { static constexpr word name = "client", source = "domain 3.2"; };
struct consultant final { static constexpr word name = "consultant", source = "domain 3.2"; };
/// One of the consultants, who watches the clock and says when to go on.
struct timekeeper final { static constexpr word name = "timekeeper", source = "house"; };

struct sharing final { static constexpr word name = "sharing", source = "domain 3.2"; };
struct clarifying final { static constexpr word name = "clarifying", source = "domain 3.2"; };
struct consultation final { static constexpr word name = "consultation", source = "domain 3.2"; };
struct reflection final { static constexpr word name = "reflection", source = "domain 3.2"; };

struct seek_help final : act_on<> { static constexpr word name = "seek_help", source = "domain 3.2"; };
struct inquire final : act_on<> { static constexpr word name = "inquire", source = "domain 3.2"; };
struct explain final : act_on<> { static constexpr word name = "explain", source = "domain 3.2"; };
struct advise final : act_on<> { static constexpr word name = "advise", source = "domain 3.2"; };
struct take_away final : act_on<> { static constexpr word name = "take_away", source = "domain 3.2"; };
// clang-format on

/// A condition on the group: for every client two consultants who are not clients themselves.
struct two_for_each_client {
  static constexpr code error = code::condition_broken;
  static constexpr word text = "for every client there are two consultants who are not clients themselves";
  using rule = balint::rule::everyone_takes_part;
  template <typename Roster>
  static constexpr breach in(const Roster& people) noexcept {
    const auto is_free = [](const auto& one) { return !one.offices.template has<client>(); };
    return {people.template count_where<consultant>(is_free) < 2 * people.template count<client>(), {}};
  }
};

// clang-format off
//! [declaration]
/// The client seeks help and explains, is turned away while the consultants talk, and says what to take away.
struct consulting {
  static constexpr word name = "consulting", source = "domain 3.2";
  using offices = declare::offices<client, consultant, timekeeper>;
  using lead = led_by<timekeeper, consultant>;
  using presented_by = role::presenter;  // the client is an office: nobody wins this role
  using formation = conditions<at_least<1, client>, two_for_each_client, somebody<timekeeper>, no_rival<timekeeper>,
                               comes_from_within<timekeeper, consultant>, voluntarily<client>>;
  using order = sequence<
      in<sharing, each<client, seek_help>>,
      in<clarifying, may<consultant, inquire>, may<client, explain, after<inquire>>>,
      in<consultation, outside<client>, each_at_least_once<consultant, advise>>,
      in<reflection, each<client, take_away>>>;
  using throughout = declare::throughout<
      may<timekeeper, act::advance>, may<timekeeper, act::close>,
      may<either<timekeeper, client>, act::terminate>,  // it is the client's question
      may<consultant, act::pass>, may<role::anyone, act::withdraw>,
      may<role::anyone, act::drop>, may<role::anyone, act::rejoin>>;
};
static_assert(well_formed<consulting>());
//! [declaration]
// clang-format on

// The order, the acts and the roles are the compiler's to hold: none of these is a call that compiles.
static_assert(follows<consulting, clarifying, consultation> && !follows<consulting, sharing, consultation>);
static_assert(!act_of_stage<advise, consulting, clarifying>);
static_assert(!permits<consulting, consultation, explain, client>);

/// A declaration that cannot work is told so: here the client answers although turned away.
struct talking_back : consulting {
  using order = sequence<in<consultation, outside<client>, some<consultant, advise>, may<client, explain>>>;
};
static_assert(!nobody_outside_acts<talking_back>);

constexpr std::array everybody{person<consulting>::as<client>("p1", consent::given),
                               person<consulting>::as<consultant>("p2"),
                               person<consulting>::as<consultant, timekeeper>("p3")};
constexpr seat<client> anna{{0}};
constexpr seat<consultant> boris{{1}};
constexpr seat<consultant> vera{{2}};
constexpr seat<timekeeper> clock{{2}};

/// The session up to the moment when the client is turned away; nothing if something on the way was refused.
std::optional<session_at<consulting, consultation>> turned_away(const group<consulting>& people) {
  session_at<consulting, sharing> starting{people};
  if (!starting.record<seek_help>(anna)) return std::nullopt;
  auto asking = std::move(starting).advance_to<clarifying>(clock);
  if (!asking || !asking->record<inquire>(boris) || !asking->record<explain>(anna)) return std::nullopt;
  auto turning = std::move(*asking).advance_to<consultation>(clock);
  if (!turning) return std::nullopt;
  return *std::move(turning);
}

bool runs_typed(const group<consulting>& people) {
  auto talking = turned_away(people);
  if (!talking || !talking->at_run_time().is_outside(anna.person)) return false;
  if (!talking->record<advise>(boris) || !talking->record<advise>(vera)) return false;
  auto reflecting = std::move(*talking).advance_to<reflection>(clock);
  if (!reflecting || !reflecting->record<take_away>(anna)) return false;
  const auto ended = std::move(*reflecting).close(clock);
  return ended && ended->end() == ending::closed;
}

bool runs_at_run_time(const group<consulting>& people) {
  auto typed = turned_away(people);
  if (!typed) return false;
  session<consulting> talking = std::move(*typed).at_run_time();
  fmt::print("in {} the client may", name_of<consulting>(talking.stage()));
  for (const auto act : talking.legal_acts(anna.person)) fmt::print(" {}", name_of<consulting>(act));
  const auto early = talking.record<explain>(anna.person);
  fmt::print("; to explain is refused: {}\n", name_of(early.error().code));

  (void)talking.record<act::drop>(clock.person);  // another consultant watches the clock
  if (talking.acting_leader() != boris.person || !talking.record<advise>(boris.person)) return false;
  if (!talking.record<act::advance>(boris.person) || !talking.is_in<reflection>()) return false;
  return talking.record<act::terminate>(anna.person).has_value() && talking.end() == ending::terminated;
}

}  // namespace troika

int main() {
  using namespace troika;
  const auto people = form<consulting>(everybody).formed();
  const auto alone = form<consulting>(std::span(everybody).first(2));
  for (const auto& error : alone.errors) fmt::print("two people: {}\n", name_of(error.code));
  if (!people || alone.errors.size() != 2) return 1;
  return runs_typed(*people) && runs_at_run_time(*people) ? 0 : 1;
}
