// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The report as one HTML page for people, by eye or by ear: counts first, then each session with its timeline.
#include "explained.hpp"
#include "html_page.hpp"
#include "html_timeline.hpp"
#include "markup.hpp"
#include "report.hpp"
#include "span_words.hpp"

#include <balint/text/catalogue.hpp>
#include <balint/text/format.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// Writes HTML.
class html_style final : public style {
 public:
  /// How many findings of a session the page shows: a browser has to hold it all.
  static constexpr std::uint64_t most_findings = 1000;

  [[nodiscard]] bool begins_with_totals() const override { return true; }
  void head(const tally& all, outlet& into) const override {
    into.add(html_page);
    into.add("<main>\n<section>\n<h2>All sessions</h2>\n");
    for (const auto& error : all.unread)
      into.add(fmt::format("<p><strong>Not read to its end:</strong> {}</p>\n", to_markup(error.message())));
    if (const auto fitness = all.fitness.value()) {
      into.add(
          fmt::format("<p>Median fitness of the sessions’ records: {:.3f}, where 1 is a record in which nothing was "
                      "found or left open.</p>\n",
                      *fitness));
    }
    into.add("<div class=\"tables\">\n");
    into.add(fmt::format("<table>\n<caption>{} by verdict</caption>\n", count_of(all.all_sessions(), "session")));
    for (std::size_t i = all.sessions.size(); i-- > 0;) {
      const auto name = name_of(static_cast<balint::verdict>(i));
      into.add(row(balint::say("verdict", name), all.sessions[i]));
    }
    into.add("</table>\n");
    if (all.findings != 0) {
      table(all.by_code, fmt::format("{} by code", count_of(all.findings, "finding")), "", into);
      table(all.by_rule, "Findings by rule", "rule", into);
      table(all.by_stage, "Findings by stage", "stage", into);
    }
    into.add("</div>\n</section>\n<section>\n<h2>Each session</h2>\n");
  }
  [[nodiscard]] std::string finding(const reported_finding& f) const override {
    if (f.number > most_findings) return {};
    auto where = f.event == 0 ? fmt::format("Line {}, the group", f.line)
                              : fmt::format("Line {}, event {}, {}", f.line, f.event, balint::say("stage", f.stage));
    if (f.times > 1) where += fmt::format(", {} times", f.times);
    auto text = fmt::format("<li><p><strong>{}:</strong> {} <code>{}</code></p><p class=\"soft\">Rule: {} ({})</p>",
                            where, to_markup(f.message), f.code, to_markup(balint::say("rule", f.rule)), f.source);
    if (!f.legal.empty())
      text += fmt::format("<p class=\"soft\">{} could have done: {}</p>", to_markup(f.by), to_markup(f.legal));
    return text + "</li>\n";
  }
  void session(const reported_session& s, outlet& findings, outlet& into) const override {
    into.add(fmt::format("<article{}>\n<h3>{}: {}</h3>\n", is_clean(s.verdict) ? "" : " class=\"found\"",
                         to_markup(s.id), to_markup(balint::say("verdict", name_of(s.verdict)))));
    std::string day;
    for (const auto& stage : s.stages) day = day.empty() ? day_of(stage) : day;
    into.add(fmt::format("<p class=\"soft\">{}, {} people{}{}; {}, line {}</p>\n", to_markup(s.protocol), s.people,
                         day.empty() ? "" : fmt::format(", on <time>{}</time>", day),
                         s.is_whole ? "" : "; read only as far as it could be", to_markup(s.file), s.line));
    if (s.fitness) into.add(fmt::format("<p>Fitness of the record: {:.3f}</p>\n", *s.fitness));
    into.add(html_timeline(s));
    into.add(
        "<table>\n<caption>Stages</caption>\n<thead><tr><th scope=\"col\">Stage</th><th scope=\"col\">When</th><th "
        "scope=\"col\" "
        "class=\"number\">Events</th><th scope=\"col\" class=\"number\">Findings</th></tr></thead>\n<tbody>\n");
    for (std::size_t i = 0; i < s.stages.size(); ++i) into.add(stage_row(i, s.stages[i], i > s.reached, day));
    into.add("</tbody>\n</table>\n");
    if (s.findings != 0) {
      into.add("<h4>What was found</h4>\n<ol>\n");
      findings.pour(into);
      into.add("</ol>\n");
      if (s.findings > most_findings) {
        into.add(fmt::format("<p>These are the first {} of {} findings; the report in JSON has all.</p>\n",
                             most_findings, s.findings));
      }
    }
    if (s.causes && !s.causes->empty()) into.add(causes(*s.causes));
    if (s.repair) into.add(repair(*s.repair));
    if (!s.thoughts.empty()) {
      into.add("<h4>Worth a thought</h4>\n<ul>\n");
      for (const auto& thought : s.thoughts)
        into.add(fmt::format("<li>{} <code>{}</code></li>\n", to_markup(thought.message), thought.code));
      into.add("</ul>\n");
    }
    into.add("</article>\n");
  }
  void foot(const tally&, outlet& into) const override { into.add("</section>\n</main>\n</body>\n</html>\n"); }

 private:
  [[nodiscard]] static std::string count_of(std::uint64_t n, std::string_view what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
  }
  [[nodiscard]] static std::string row(std::string_view name, std::uint64_t n) {
    return fmt::format("<tr><th scope=\"row\">{}</th><td class=\"number\">{}</td></tr>\n", to_markup(name), n);
  }
  static void table(const counts& all, std::string_view caption, std::string_view kind, outlet& into) {
    into.add(fmt::format("<table>\n<caption>{}</caption>\n", caption));
    for (const auto& one : all.in_order()) {
      const auto name = kind.empty() ? std::string(one.name) : balint::say(kind, one.name);
      into.add(row(one.source.empty() ? name : fmt::format("{} ({})", name, one.source), one.times));
    }
    into.add("</table>\n");
  }
  [[nodiscard]] static std::string causes(const std::vector<reported_cause>& all) {
    std::string text = "<h4>What of it has one cause</h4>\n<ul>\n";
    for (const auto& one : all) {
      text += fmt::format("<li>{} <code>{}</code><p class=\"soft\">{}{}</p></li>\n",
                          to_markup(balint::say("cause", one.kind)), one.kind, where_found(one),
                          one.related.empty() ? "" : "; about " + events_of(one.related));
    }
    return text + "</ul>\n";
  }
  [[nodiscard]] static std::string repair(const reported_repair& r) {
    auto text = fmt::format("<h4>What would make the record conforming</h4>\n<p>{}</p>\n", to_markup(sum_of(r)));
    if (r.edits.empty()) return text;
    text += "<ul>\n";
    for (const auto& change : r.edits) text += fmt::format("<li>{}</li>\n", to_markup(change.message));
    return text + "</ul>\n";
  }
  [[nodiscard]] static std::string stage_row(std::size_t i, const stage_span& stage, bool is_ahead,
                                             const std::string& day) {
    auto when = stage.events == 0 ? std::string(is_ahead ? "not reached" : "no event") : times_of(stage);
    if (const auto other = day_of(stage); stage.events != 0 && other != day)
      when += fmt::format(" on <time>{}</time>", other);
    return fmt::format(
        "<tr><th scope=\"row\">{} {}</th><td>{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>\n",
        i + 1, to_markup(balint::say("stage", stage.name)), when, stage.events, stage.findings);
  }
};
