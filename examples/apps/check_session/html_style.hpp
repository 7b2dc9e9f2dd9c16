// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as one HTML page for people, by eye or by ear: counts of several sessions first, then each session with
/// its timeline.
#include "cause_words.hpp"
#include "html_page.hpp"
#include "html_timeline.hpp"
#include "markup.hpp"
#include "report.hpp"
#include "span_words.hpp"

#include <balint/text/catalogue.hpp>
#include <balint/text/format.hpp>
#include <balint/text/wording.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Writes HTML.
class html_style final : public style {
 public:
  /// How many findings of a session the page shows: a browser has to hold it all.
  static constexpr std::uint64_t most_findings = 1000;

  [[nodiscard]] bool begins_with_totals() const override { return true; }
  [[nodiscard]] bool parts_findings() const override { return true; }
  void head(const tally& all, outlet& into) const override {
    into.add(html_page());
    into.add("<main>\n");
    for (const auto& error : all.unread)
      into.add(fmt::format("<p><strong>Not read to its end:</strong> {}</p>\n", to_markup(error.message())));
    if (all.has_many()) totals(all, into);
    into.add(all.has_many() ? "<section>\n<h2>Each session</h2>\n" : "<section>\n");
  }
  [[nodiscard]] std::string finding(const reported_finding& f) const override {
    if (f.number > most_findings) return {};
    const auto where = f.event == 0
                           ? fmt::format("Line {}, the group", f.line)
                           : fmt::format("Line {}, event {}, {}", f.line, f.event, balint::say("stage", f.stage));
    auto text = fmt::format("<li><p><strong>{}:</strong> {} <code>{}</code></p>", where, to_markup(f.message), f.code);
    if (f.about == balint::finding_class::departure && !f.rule.empty())
      text += fmt::format("<p class=\"soft\">Rule: {} ({})</p>", to_markup(balint::say("rule", f.rule)), f.source);
    if (!f.instead.empty()) text += fmt::format("<p class=\"soft\">{}</p>", to_markup(f.instead));
    return text + "</li>\n";
  }
  void session(const reported_session& s, finding_texts& findings, outlet& into) const override {
    into.add(fmt::format("<article{}>\n<h3>{}: {}</h3>\n", is_clean(s.verdict) ? "" : " class=\"found\"",
                         to_markup(s.id), to_markup(s.verdict_words)));
    const auto whole = whole_of(s.stages);
    const bool two_days = is_over_midnight(whole);
    const auto when = !whole.has_times()
                          ? std::string()
                          : fmt::format("; {}{} (UTC)", two_days ? "" : time(day_of(whole.entered)) + ", ",
                                        times_of(whole, two_days));
    into.add(fmt::format("<p class=\"soft\">{}, {} people{}; {}, line {}{}</p>\n",
                         to_markup(balint::say("protocol", s.protocol)), s.people, when, to_markup(s.file), s.line,
                         s.is_whole ? "" : "; read only as far as it could be"));
    into.add(html_timeline(s));
    into.add(
        "<table>\n<caption>Stages</caption>\n<thead><tr><th scope=\"col\">Stage</th><th scope=\"col\">When</th><th "
        "scope=\"col\" class=\"number\">Events</th></tr></thead>\n<tbody>\n");
    for (std::size_t i = 0; i < s.stages.size(); ++i) into.add(stage_row(i, s.stages[i], i > s.reached, two_days));
    into.add("</tbody>\n</table>\n");
    list("Where it departs from the protocol", "", findings.departures, into);
    if (!s.record_words.empty()) list("Faults of the record", to_markup(s.record_words), findings.faults, into);
    if (s.findings > most_findings) {
      into.add(fmt::format("<p>These are the first {} of {} findings; the report in JSON has all.</p>\n", most_findings,
                           s.findings));
    }
    if (!s.breaches.empty()) {
      into.add("<h4>Breaches that were named</h4>\n<ul class=\"breaches\">\n");
      for (const auto& one : s.breaches) into.add(fmt::format("<li>{}</li>\n", to_markup(one.message)));
      into.add("</ul>\n");
    }
    if (!s.advisories.empty()) {
      into.add("<h4>To think about</h4>\n<ul>\n");
      for (const auto& one : s.advisories)
        into.add(fmt::format("<li>{} <code>{}</code></li>\n", to_markup(one.message), one.code));
      into.add("</ul>\n");
    }
    if (s.fitness && *s.fitness) into.add(fmt::format("<p>Fitness of the record: {:.3f}</p>\n", **s.fitness));
    if (s.causes && !s.causes->empty()) into.add(causes(*s.causes));
    if (s.repair) into.add(repair(*s.repair));
    into.add("</article>\n");
  }
  void foot(const tally&, outlet& into) const override { into.add("</section>\n</main>\n</body>\n</html>\n"); }

 private:
  [[nodiscard]] static std::string count_of(std::uint64_t n, std::string_view what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
  }
  [[nodiscard]] static std::string time(std::string_view day) { return fmt::format("<time>{}</time>", day); }
  [[nodiscard]] static std::string row(std::string_view name, std::uint64_t n) {
    return fmt::format("<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td></tr>\n", to_markup(name), n);
  }
  static void totals(const tally& all, outlet& into) {
    into.add("<section>\n<h2>All sessions</h2>\n<div class=\"tables\">\n");
    into.add(fmt::format("<table>\n<caption>{}</caption>\n", count_of(all.all_sessions(), "session")));
    for (std::size_t i = all.sessions.size(); i-- > 0;)
      into.add(row(balint::say("verdicts", name_of(static_cast<balint::verdict>(i))), all.sessions[i]));
    into.add("</table>\n");
    if (all.findings != 0) {
      table(all.by_code, fmt::format("{} by code", count_of(all.findings, "finding")), "", into);
      table(all.by_rule, "Findings by rule", "rule", into);
      table(all.by_stage, "Findings by stage", "stage", into);
    }
    into.add("</div>\n</section>\n");
  }
  static void table(const counts& all, std::string_view caption, std::string_view kind, outlet& into) {
    const auto rows = all.in_order();
    if (rows.empty()) return;
    into.add(fmt::format("<table>\n<caption>{}</caption>\n", caption));
    for (const auto& one : rows) {
      const auto name = kind.empty() ? std::string(one.name) : balint::say(kind, one.name);
      into.add(row(one.source.empty() ? name : fmt::format("{} ({})", name, one.source), one.times));
    }
    into.add("</table>\n");
  }
  static void list(std::string_view heading, std::string_view first, outlet& items, outlet& into) {
    if (items.is_fresh()) return;
    into.add(fmt::format("<h4>{}</h4>\n", heading));
    if (!first.empty()) into.add(fmt::format("<p>{}.</p>\n", first));
    into.add("<ol>\n");
    items.pour(into);
    into.add("</ol>\n");
  }
  [[nodiscard]] static std::string causes(const std::vector<reported_cause>& all) {
    auto text = fmt::format("<h4>{}</h4>\n<ul>\n", balint::find_phrase("causes"));
    for (const auto& one : all) {
      text += fmt::format("<li>{} <code>{}</code><p class=\"soft\">{}</p></li>\n",
                          to_markup(balint::say("cause", one.kind)), one.kind, where_found(one));
    }
    return text + "</ul>\n";
  }
  [[nodiscard]] static std::string repair(const reported_repair& r) {
    auto text = fmt::format("<h4>{}</h4>\n<p>{}</p>\n", balint::find_phrase("repair"), to_markup(r.sum));
    if (r.lines.empty()) return text;
    text += "<ul>\n";
    for (const auto& line : r.lines) text += fmt::format("<li>{}</li>\n", to_markup(line));
    return text + "</ul>\n";
  }
  [[nodiscard]] static std::string stage_row(std::size_t i, const stage_span& stage, bool is_ahead, bool days) {
    auto when = times_of(stage, days);
    if (when.empty() && stage.events == 0) when = is_ahead ? "not reached" : "no event";
    return fmt::format("<tr><th scope=\"row\">{} {}</th><td>{}</td><td class=\"number\">{}</td></tr>\n", i + 1,
                       to_markup(balint::say("stage", stage.name)), when, stage.events);
  }
};
