// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What the monitor prints, each thing at once: as text for a person or as one JSON object a line.
#include <balint/balint.hpp>
#include <balint/log/jsonl/monitor.hpp>
#include <balint/log/jsonl/writer.hpp>
#include <balint/text/catalogue.hpp>
#include <balint/text/format.hpp>
#include <balint/text/message.hpp>

#include <fmt/format.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

/// How many of what were seen.
struct tally {
  std::array<std::uint64_t, 5> ended{};  ///< Sessions by their verdict when they were over.
  std::uint64_t live = 0, live_with_findings = 0;
  std::uint64_t findings = 0, deliveries = 0, faults = 0;

  [[nodiscard]] std::uint64_t of(balint::verdict v) const { return ended[static_cast<std::size_t>(v)]; }
};

/// Prints, and counts what it printed.
class report {
 public:
  explicit report(bool as_json) : as_json_(as_json) {}

  /// A finding, or one more of the like.
  template <balint::protocol P>
  void operator()(const auto& where, const balint::finding<P>& f, const balint::as_written& event) {
    if (f.times == 1) ++seen_.findings;
    const auto ids = where.context().people.all();
    const auto act = balint::shown(event.act);
    balint::pseudonyms names{ids};
    if (f.event != 0) names.outsider = event.by;
    if (f.event != 0) names.unknown_act = act;
    const auto said = message(f, names);
    if (as_json_) {
      put(R"({{"told":"finding","session":"{}","line":{},"event":{},"code":"{}","rule":"{}","times":{},"stage":"{}","act":{},"by":{},"message":{},"verdict":"{}"}})",
          where.id(), event.line, f.event, f.code, balint::name_of<P>(f.rule), f.times, balint::name_of<P>(f.stage),
          balint::to_json(act), balint::to_json(event.by), balint::to_json(said), name_of(where.verdict()));
      return;
    }
    std::string place = f.event == 0 ? "the group" : fmt::format("event {}", f.event);
    if (f.times > 1) place += fmt::format(", now {} times", f.times);
    std::string instead;
    if (f.event != 0 && f.code != balint::code::flagged)
      instead = balint::message<P>(where.session().legal_acts(f.what.by));
    if (!instead.empty()) instead = fmt::format("\n    {} could have done: {}", event.by, instead);
    put("{}: line {}, {}: {} [{}]\n    rule: {} ({}){}", where.id(), event.line, place, said, f.code,
        balint::say("rule", balint::name_of<P>(f.rule)), balint::source_of<P>(f.rule), instead);
  }

  /// A session is over.
  template <typename Live>
  void ended(const Live& where) {
    ++seen_.ended[static_cast<std::size_t>(where.verdict())];
    if (as_json_) {
      put(R"({{"told":"end","session":"{}","protocol":"{}","verdict":"{}","events":{},"skipped":{}}})", where.id(),
          Live::protocol_type::name, name_of(where.verdict()), where.position(), where.skipped());
    } else {
      put("{}: {} after {} event{}{}", where.id(), name_of(where.verdict()), where.position(),
          where.position() == 1 ? "" : "s",
          where.skipped() == 0 ? "" : fmt::format(", {} of them not come in their place", where.skipped()));
    }
  }

  /// A line that did not come as it should.
  void delivered(const balint::line_taken& taken, std::uint64_t line) {
    ++seen_.deliveries;
    if (as_json_) {
      put(R"({{"told":"delivery","session":"{}","line":{},"seq":{},"came":"{}"}})", taken.session, line, taken.seq,
          name_of(taken.came));
    } else {
      put("{}: line {}{}: {} [{}]", taken.session, line, taken.seq == 0 ? "" : fmt::format(", event {}", taken.seq),
          words(taken.came), name_of(taken.came));
    }
  }

  /// A line that could not be read.
  void fault(const balint::line_fault& why, std::uint64_t line) {
    ++seen_.faults;
    if (as_json_) {
      put(R"({{"told":"fault","line":{},"column":{},"found":{},"expected":{}}})", line, why.column,
          balint::to_json(why.found), balint::to_json(why.expected));
    } else {
      put("line {}{}: found {}, expected {}, the line is left out", line,
          why.column == 0 ? "" : fmt::format(", byte {}", why.column), why.found, why.expected);
    }
  }

  /// The end of all.
  template <typename Sessions>
  void summary(const Sessions& sessions) {
    using balint::verdict;
    sessions.each_live([&](const auto& one) {
      ++seen_.live;
      seen_.live_with_findings += is_clean(one.verdict()) ? 0U : 1U;
    });
    std::uint64_t over = 0;
    for (const auto n : seen_.ended) over += n;
    if (as_json_) {
      put(R"({{"told":"summary","over":{},"conforming":{},"terminated":{},"different":{},"rule_violation":{},"live":{},"live_with_findings":{},"findings":{},"deliveries":{},"faults":{}}})",
          over, seen_.of(verdict::conforming), seen_.of(verdict::terminated), seen_.of(verdict::different),
          seen_.of(verdict::rule_violation), seen_.live, seen_.live_with_findings, seen_.findings, seen_.deliveries,
          seen_.faults);
      return;
    }
    put("{} over: {} conforming, {} terminated, {} different, {} with rules not kept, and {} going on, {} of them with "
        "findings",
        over, seen_.of(verdict::conforming), seen_.of(verdict::terminated), seen_.of(verdict::different),
        seen_.of(verdict::rule_violation), seen_.live, seen_.live_with_findings);
    put("findings: {}, lines not delivered as they should be: {}, lines that could not be read: {}", seen_.findings,
        seen_.deliveries, seen_.faults);
  }

  [[nodiscard]] const tally& seen() const noexcept { return seen_; }
  /// Whether something could not be written.
  [[nodiscard]] bool is_broken() const noexcept { return is_broken_; }

 private:
  static std::string_view words(balint::delivery came) {
    using enum balint::delivery;
    switch (came) {
      case in_order: break;
      case gap: return "what came before it has not come, judged all the same";
      case after_end: return "the session was over, judged all the same";
      case late: return "came after its place, not judged";
      case duplicate: return "came before, not judged";
      case second_header: return "the session has a header already, left out";
      case unknown_session: return "no header opened this session, or it was over long ago, not judged";
    }
    return "";
  }
  template <typename... Args>
  void put(fmt::format_string<Args...> how, Args&&... args) {
    text_.clear();
    fmt::format_to(std::back_inserter(text_), how, std::forward<Args>(args)...);
    text_ += '\n';
    is_broken_ =
        std::fwrite(text_.data(), 1, text_.size(), stdout) != text_.size() || std::fflush(stdout) != 0 || is_broken_;
  }

  bool as_json_;
  bool is_broken_ = false;
  std::string text_;
  tally seen_;
};
