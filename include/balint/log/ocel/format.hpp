// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// OCEL 2.0 (JSON) as a format that any log can be written in: people, cases and options as objects of the events.
#include <balint/log/detail/person_fields.hpp>
#include <balint/log/event_record.hpp>
#include <balint/log/header_record.hpp>
#include <balint/log/json_text.hpp>
#include <balint/log/record_format.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/timestamp.hpp>
#include <balint/vocabulary/id.hpp>
#include <balint/vocabulary/time.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace balint {

/// OCEL 2.0: written, never read. The objects are kept until the end, for they follow the events.
///
/// The ids of a session's objects begin with the session: `s-1`, `s-1/p1`, `s-1/case/p1`, `s-1/option/1`.
class ocel_format {
 public:
  /// Begins a log.
  static void open(std::string& out) { out += "{\"events\":["; }
  /// Begins a session.
  void begin(std::string&, const header_record& header) {
    session_ = header.session;
    for (std::uint64_t n = 2; !sessions_.insert(session_).second; ++n)
      session_ = header.session + "." + std::to_string(n);
    made_.clear();
    begin_object(session_, "session");
    attribute("protocol", to_json(header.protocol));
    end_object();
    std::unordered_set<std::string> known;
    for (const auto& one : header.people) {
      if (!known.insert(one.id).second) {
        ++repeated_;
        continue;
      }
      const auto id = "/" + one.id;
      made_.insert(id);
      begin_object(session_ + id, "participant");
      detail::each_field(one, [&]<typename Value>(detail::person_field field, Value value) {
        if (field == detail::person_field::id) return;  // It is the object's.
        const auto name = detail::person_field_names[static_cast<std::size_t>(field)];
        attribute(name, std::same_as<Value, bool> ? std::string(detail::field_text(value))
                                                  : to_json(detail::field_text(value)));
      });
      end_object({{session_, "session"}});
    }
  }
  /// Writes an event.
  void event(std::string& out, const event_record& e, const event_effect& did) {
    if (e.at == unstated) {
      ++untimed_;
      return;
    }
    ++events_;
    const bool has_rule = e.targets.has(target_kind::rule);
    acts_[std::string(e.act)] |= has_rule;
    out += events_ == 1 ? "\n" : ",\n";
    out += R"({"id":"e)" + std::to_string(events_) + R"(","type":)" + to_json(e.act) + R"(,"time":")" +
           to_timestamp(e.at) + R"(","attributes":[)";
    if (has_rule) out += R"({"name":"rule","value":)" + to_json(e.target_name) + '}';
    out += R"(],"relationships":[)";
    std::string between;
    const auto relate = [&](const std::string& object, std::string_view qualifier) {
      out += between + R"({"objectId":)" + to_json(object) + R"(,"qualifier":")" + std::string(qualifier) + "\"}";
      between = ",";
    };
    relate(session_, "session");
    relate(participant(e.by), "by");
    if (e.targets.has(target_kind::person)) relate(participant(e.target_name), "to");
    if (e.targets.has(target_kind::case_of)) relate(case_of(e.target_name), "case");
    if (e.targets.has(target_kind::option)) relate(option(e.option, {}), "option");
    if (did.makes_case) relate(case_of(e.by), "presents");
    if (did.makes_option != 0) relate(option(did.makes_option, e.by), "proposes");
    if (!did.presenter.empty() && !e.targets.has(target_kind::case_of)) relate(case_of(did.presenter), "about");
    out += "]}";
  }
  /// Ends a session.
  static void end(std::string&) {}
  /// Ends the log.
  void close(std::string& out) const {
    out += "\n],\n\"objects\":[" + objects_ + "\n],\n\"eventTypes\":[";
    std::string between;
    for (const auto& [act, has_rule] : acts_) {
      out += between + "\n{\"name\":" + to_json(act) + R"(,"attributes":[)" +
             (has_rule ? R"({"name":"rule","type":"string"})" : "") + "]}";
      between = ",";
    }
    out += R"(
],
"objectTypes":[
{"name":"session","attributes":[{"name":"protocol","type":"string"}]},
{"name":"participant","attributes":[{"name":"offices","type":"string"},{"name":"consent","type":"boolean"},{"name":"profession","type":"string"},{"name":"less_experienced","type":"boolean"},{"name":"grades","type":"boolean"}]},
{"name":"case","attributes":[]},
{"name":"option","attributes":[]}
]}
)";
  }
  /// An event of OCEL has a time; an object has its attributes once.
  [[nodiscard]] std::vector<std::string> losses() const {
    std::vector<std::string> all;
    if (untimed_ != 0)
      all.push_back(std::to_string(untimed_) + " events that state no time, which OCEL asks of every event");
    if (repeated_ != 0)
      all.push_back(std::to_string(repeated_) +
                    " people who are listed twice in a session, of whom OCEL has the first entry");
    return all;
  }

 private:
  struct relation {
    std::string object;
    std::string_view qualifier;
  };

  void begin_object(const std::string& id, std::string_view type) {
    objects_ += objects_.empty() ? "\n" : ",\n";
    objects_ += R"({"id":)" + to_json(id) + R"(,"type":")" + std::string(type) + R"(","attributes":[)";
    comma_ = "";
  }
  void attribute(std::string_view name, std::string_view value) {
    objects_.append(comma_)
        .append(R"({"name":")")
        .append(name)
        .append(R"(","time":"1970-01-01T00:00:00Z","value":)")
        .append(value)
        .append("}");
    comma_ = ",";
  }
  void end_object(const std::vector<relation>& relations = {}) {
    objects_ += R"(],"relationships":[)";
    comma_ = "";
    for (const auto& one : relations) {
      objects_.append(comma_)
          .append(R"({"objectId":)")
          .append(to_json(one.object))
          .append(R"(,"qualifier":")")
          .append(one.qualifier)
          .append("\"}");
      comma_ = ",";
    }
    objects_ += "]}";
  }
  std::string participant(std::string_view id) {
    const auto local = "/" + std::string(id);
    if (made_.insert(local).second) {  // Somebody outside the group.
      begin_object(session_ + local, "participant");
      end_object({{session_, "session"}});
    }
    return session_ + local;
  }
  std::string case_of(std::string_view owner) {
    const auto local = "/case/" + std::string(owner);
    if (made_.insert(local).second) {
      const auto who = participant(owner);
      begin_object(session_ + local, "case");
      end_object({{session_, "session"}, {who, "of"}});
    }
    return session_ + local;
  }
  std::string option(std::uint16_t number, std::string_view author) {
    const auto local = "/option/" + std::to_string(number);
    if (made_.insert(local).second) {
      std::vector<relation> relations{{session_, "session"}};
      if (!author.empty()) relations.push_back({participant(author), "of"});
      begin_object(session_ + local, "option");
      end_object(relations);
    }
    return session_ + local;
  }

  std::string session_;
  std::string objects_;
  std::string_view comma_;
  std::unordered_set<std::string> sessions_;
  std::unordered_set<std::string> made_;
  std::map<std::string, bool> acts_;  ///< And whether some event of it has a rule.
  std::uint64_t events_ = 0;
  std::uint64_t untimed_ = 0;
  std::uint64_t repeated_ = 0;
};

/// Writes a log in OCEL 2.0.
template <std::predicate<std::string_view> Sink>
using ocel_writer = record_writer<ocel_format, Sink>;

}  // namespace balint
