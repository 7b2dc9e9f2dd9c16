// SPDX-License-Identifier: MIT
#include "calibrate.hpp"

#include "common/program.hpp"
#include "people_text.hpp"
#include "value.hpp"

#include <balint/calibration/calibrate.hpp>
#include <balint/calibration/recorded_sessions.hpp>
#include <balint/calibration/scenario.hpp>
#include <balint/calibration/table.hpp>
#include <balint/group/form.hpp>
#include <balint/group/group.hpp>
#include <balint/log/any/any_log.hpp>
#include <balint/log/file/input_file.hpp>
#include <balint/log/file/output_file.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/record.hpp>
#include <balint/log/to_record.hpp>
#include <balint/protocols/all.hpp>
#include <balint/session/event.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace calibration = balint::calibration;

namespace {

int complain(const std::string& what) {
  complain_as("simulate calibrate", what);
  return exit_cannot;
}

/// The sessions of one protocol, by groups: people of the same ids and offices in the same log are one group.
template <balint::protocol P>
struct gathered {
  struct group {
    std::string log;
    std::vector<balint::person_record> people;
    std::string name;
  };

  calibration::recorded_sessions<P> sessions;
  std::vector<group> groups;
  std::size_t without_group = 0;  ///< Sessions whose people form none.

  [[nodiscard]] const group& group_of(const std::string& log, const std::vector<balint::person_record>& people) {
    for (const auto& one : groups) {
      if (one.log == log && one.people == people) return one;
    }
    const auto of_log = std::ranges::count(groups, log, &group::log);
    return groups.emplace_back(group{log, people, of_log == 0 ? log : fmt::format("{}-{}", log, of_log + 1)});
  }
  [[nodiscard]] bool empty() const { return sessions.sessions() + without_group == 0; }
};

/// Takes in one session.
template <balint::protocol P>
class session_taker {
 public:
  session_taker(gathered<P>& to, std::string log, const balint::session_header<P>& header)
      : to_(&to), log_(std::move(log)), people_(balint::form<P>(header.people).formed()) {
    if (const auto record = balint::to_record<P>(header.session, header.people)) listed_ = record->people;
    for (const auto& one : listed_) names_.push_back(one.id);
  }
  void event(const balint::logged_event<P>& one) { events_.push_back(one.event); }
  void end(bool) {
    if (!people_) {
      ++to_->without_group;
    } else {
      to_->sessions.add(to_->group_of(log_, listed_).name, names_, *people_, events_);
    }
  }

 private:
  gathered<P>* to_;
  std::string log_;
  std::expected<balint::group<P>, balint::formation_error> people_;
  std::vector<balint::person_record> listed_;
  std::vector<std::string> names_;
  std::vector<balint::event<P>> events_;
};

template <typename List>
struct gathered_of;
template <balint::protocol... Ps>
struct gathered_of<balint::protocol_list<Ps...>> {
  std::tuple<gathered<Ps>...> all;

  /// Visits the sessions of a log.
  struct visitor {
    gathered_of* to;
    std::string log;
    template <balint::protocol P>
    session_taker<P> operator()(const balint::session_header<P>& header) {
      return {std::get<gathered<P>>(to->all), log, header};
    }
  };
  template <typename F>
  void each(F f) {
    (f.template operator()<Ps>(std::get<gathered<Ps>>(all)), ...);
  }
};

/// Where numbers come from: `estimated(...)`.
std::string names_of(const std::vector<std::string>& logs) {
  auto text = std::filesystem::path(logs[0]).filename().string();
  if (logs.size() > 1) text += fmt::format(" and {} more", logs.size() - 1);
  return text;
}

template <balint::protocol P>
int write(const gathered<P>& of, const std::vector<std::string>& logs, const std::string& table) {
  const auto& sessions = of.sessions;
  if (of.without_group != 0)
    complain(fmt::format("{} sessions are left out: their people form no group", of.without_group));
  const auto found = calibration::calibrate(sessions);
  if (!found)
    return complain(fmt::format("{} sessions have {} free turns; with fewer than {} nothing is estimated",
                                sessions.sessions(), found.error().turns, found.error().least));
  if (sessions.refused() != 0)
    complain(fmt::format("{} events are left out: the session refuses them", sessions.refused()));
  if (!table.empty()) {
    balint::output_file file(table);
    if (!file.is_good() || !file.write(calibration::table_of(*found)) || !file.keep())
      return complain(fmt::format("{}: cannot be written ({})", table, file.why()));
  }
  const auto& like = found->rates.empty()
                         ? of.groups.front()
                         : *std::ranges::find(of.groups, found->rates.front().who.group, &gathered<P>::group::name);
  put(fmt::format("# Sessions like those of {}. Simulated sessions are no evidence about people.\ntitle = {}\n"
                  "protocol = {}\nsessions = 1000\n\n",
                  names_of(logs), value{"Like " + names_of(logs)}.text(), value{std::string(P::name)}.text()) +
          calibration::scenario_of(*found, names_of(logs)) + people_text(like.people),
      stdout);
  return is_output_written() ? 0 : complain("standard output could not be written");
}

}  // namespace

int calibrate_logs(const std::vector<std::string>& logs, const std::string& table) {
  gathered_of<balint::all_protocols> gathered;
  for (const auto& log : logs) {
    if (!table.empty() && table != "-" && balint::is_same_file(table, log))
      return complain(fmt::format("{}: is one of the logs; the table needs a name of its own", table));
    const auto read = balint::read_log(log, decltype(gathered)::visitor{&gathered, std::filesystem::path(log).stem()});
    if (!read.sessions) return complain(read.sessions.error().message());
  }
  std::vector<std::string> protocols;
  gathered.each([&]<balint::protocol P>(const auto& one) {
    if (!one.empty()) protocols.emplace_back(P::name);
  });
  if (protocols.empty()) return complain("there is no session in it");
  if (protocols.size() > 1)
    return complain(
        fmt::format("the sessions are of {} and {}: calibrate on one protocol at a time", protocols[0], protocols[1]));
  int code = exit_cannot;
  gathered.each([&]<balint::protocol P>(const auto& one) {
    if (!one.empty()) code = write<P>(one, logs, table);
  });
  return code;
}
