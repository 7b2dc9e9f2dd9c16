// SPDX-License-Identifier: MIT
/// @file
/// A protocol of your own in one declaration: Troika Consulting, checked as a whole, run typed and at run time.
#include "troika.hpp"

#include <balint/balint.hpp>

#include <fmt/core.h>

#include <array>
#include <optional>
#include <span>
#include <utility>

namespace troika {

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
