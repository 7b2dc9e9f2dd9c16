// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What the monitor prints, each thing at once: as text for a person or as one JSON object a line.
#include <balint/balint.hpp>
#include <balint/log/json_text.hpp>
#include <balint/log/jsonl/monitor.hpp>
#include <balint/log/plain_text.hpp>
#include <balint/text/format.hpp>
#include <balint/text/message.hpp>
#include <balint/text/verdict_message.hpp>
#include <balint/text/wording.hpp>

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
  std::uint64_t live = 0, live_departing = 0;
  std::uint64_t findings = 0, deliveries = 0, faults = 0;

  /// Sessions that came, whether they are over or not.
  [[nodiscard]] std::uint64_t sessions() const {
    std::uint64_t all = live;
    for (const auto n : ended) all += n;
    return all;
  }
  [[nodiscard]] std::uint64_t of(balint::verdict v) const { return ended[static_cast<std::size_t>(v)]; }
};

/// Prints, and counts what it printed.
class report {
 public:
  explicit report(bool as_json) : as_json_(as_json) {}

  /// A finding, or one more of the same.
  template <balint::protocol P>
  void operator()(const auto& where, const balint::finding<P>& f, const balint::as_written& event) {
    if (f.times == 1) ++seen_.findings;
    const auto ids = where.context().people.all();
    balint::pseudonyms names{.ids = ids, .line = event.line};
    if (f.event != 0) names.outsider = event.by;
    const auto said = balint::message<P>(f, names);
    const auto rule = f.rule == balint::no_rule ? std::string_view() : balint::name_of<P>(f.rule);
    if (as_json_) {
      const bool is_known = f.event != 0 && f.what.act.index < balint::act_count<P>;
      put(R"({{"told":"finding","session":"{}","line":{},"event":{},"class":"{}","code":"{}","rule":{},"times":{},"stage":{},"act":{},"by":{},"message":{},"verdict":"{}"}})",
          where.id(), event.line, f.event, name_of(f.about), f.code, or_null(rule), f.times,
          or_null(f.event == 0 ? std::string_view() : balint::name_of<P>(f.stage)),
          or_null(is_known ? balint::name_of<P>(f.what.act) : std::string_view()), or_null(event.by),
          balint::to_json(said), name_of(where.verdict()));
      return;
    }
    const auto place = f.event == 0 ? std::string("the group") : fmt::format("event {}", f.event);
    const bool is_fault = f.about == balint::finding_class::record;
    std::string more;
    if (!rule.empty() && !is_fault)
      more = fmt::format("\n    {} ({})", balint::say("rule", rule), balint::source_of<P>(f.rule));
    if (f.event != 0 && f.times == 1) {
      const auto instead = balint::instead_message<P>(f, where.session().legal_acts(f.what.by), names);
      if (!instead.empty()) more += "\n    " + instead;
    }
    put("{}: line {}, {}: {}{} [{}]{}", where.id(), event.line, place, is_fault ? "in the record, " : "", said, f.code,
        more);
  }
  /// A breach that somebody named.
  template <typename Live>
  void operator()(const Live& where, const balint::named_breach& breach, const balint::as_written& event) {
    using P = typename Live::protocol_type;
    if (as_json_) {
      put(R"({{"told":"breach","session":"{}","line":{},"event":{},"rule":"{}","by":{}}})", where.id(), event.line,
          breach.event, balint::name_of<P>(breach.rule), balint::to_json(event.by));
    } else {
      put("{}: line {}, event {}: {}", where.id(), event.line, breach.event, balint::message<P>(breach));
    }
  }
  /// An answer to whatever was named: a reminder of a rule, or the end.
  template <typename Live>
  void operator()(const Live& where, const balint::answered_breaches& answer, const balint::as_written& event) {
    using P = typename Live::protocol_type;
    if (as_json_) {
      const auto rule = answer.rule == balint::no_rule ? std::string_view() : balint::name_of<P>(answer.rule);
      put(R"({{"told":"answer","session":"{}","line":{},"event":{},"rule":{},"how":"{}"}})", where.id(), event.line,
          answer.event, or_null(rule), answer.how == balint::breach_answer::terminated ? "terminated" : "reminder");
    } else if (answer.how == balint::breach_answer::reminder) {
      put("{}: line {}, event {}: {}", where.id(), event.line, answer.event, balint::message<P>(answer));
    }
  }

  /// A session is over.
  template <typename Live>
  void ended(const Live& where) {
    using P = typename Live::protocol_type;
    ++seen_.ended[static_cast<std::size_t>(where.verdict())];
    if (as_json_) {
      put(R"({{"told":"end","session":"{}","protocol":"{}","verdict":"{}","events":{},"skipped":{}}})", where.id(),
          P::name, name_of(where.verdict()), where.position(), where.skipped());
      return;
    }
    // Ending a session changes nobody's office.
    const balint::verdict_grounds grounds{.was_led = where.session().acting_leader() != balint::nobody};
    put("{}: {}; {} event{}{}", where.id(), balint::message<P>(where.verdict(), grounds), where.position(),
        where.position() == 1 ? "" : "s",
        where.skipped() == 0 ? "" : fmt::format(", {} of them not come in their place", where.skipped()));
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
          why.column == 0 ? "" : fmt::format(", byte {}", why.column), balint::plain_line(why.found),
          balint::plain_line(why.expected));
    }
  }

  /// The end of all.
  template <typename Sessions>
  void summary(const Sessions& sessions) {
    using balint::verdict;
    sessions.each_live([&](const auto& one) {
      ++seen_.live;
      seen_.live_departing += is_clean(one.verdict()) ? 0U : 1U;
    });
    const auto over = seen_.sessions() - seen_.live;
    if (as_json_) {
      put(R"({{"told":"summary","over":{},"conforming":{},"terminated":{},"different":{},"departs":{},"live":{},"live_departing":{},"findings":{},"deliveries":{},"faults":{}}})",
          over, seen_.of(verdict::conforming), seen_.of(verdict::terminated), seen_.of(verdict::different),
          seen_.of(verdict::departs), seen_.live, seen_.live_departing, seen_.findings, seen_.deliveries, seen_.faults);
      return;
    }
    std::string sum;
    for (const auto one : {verdict::conforming, verdict::terminated, verdict::departs, verdict::different}) {
      if (seen_.of(one) != 0)
        sum += fmt::format("{}{} {}", sum.empty() ? ": " : "; ", seen_.of(one), balint::say("verdicts", name_of(one)));
    }
    put("{} over{}", over, sum);
    put("{} going on, {} of them {}", seen_.live, seen_.live_departing,
        balint::say("verdicts", name_of(verdict::departs)));
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
  [[nodiscard]] static std::string or_null(std::string_view text) {
    return text.empty() ? "null" : balint::to_json(text);
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
