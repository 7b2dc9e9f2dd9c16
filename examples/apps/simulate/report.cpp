// SPDX-License-Identifier: MIT
#include "report.hpp"

#include "common/html_head.hpp"
#include "odd.hpp"
#include "pictures.hpp"
#include "report_parts.hpp"
#include "summary_text.hpp"

#include <balint/experiment/blocks/archive.hpp>
#include <balint/experiment/blocks/identity.hpp>
#include <balint/experiment/schedule.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ex = balint::experiment;

namespace {

class page {
 public:
  page(const experiment& what, const simulator& with, const ex::results& found,
       std::span<const std::filesystem::path> from)
      : what_(what), with_(with), plan_(with.plan()), found_(found), from_(from) {}

  [[nodiscard]] std::string write() {
    out_ = html_head(to_markup(what_.title), picture_style);
    out_ += "<main>\n";
    head();
    points();
    if (!found_.summary.empty()) {
      intervals();
      sweep();
      contrasts();
      distribution();
      stages();
      who_acts();
      metrics();
    }
    parameters();
    return out_ + "</main>\n</body>\n</html>\n";
  }

 private:
  /// The metrics that have pictures.
  static constexpr std::string_view drawn[]{"minutes", "turns", "gini", "aba", "closed"};

  void head() {
    out_ += fmt::format(
        "<p class=\"note\"><strong>{}</strong> No benefit is built in: effects on any outcome are the "
        "caller’s. Intervals are at 95 %, each alone.</p>\n",
        no_evidence);
    std::uint64_t sessions = 0;
    for (const auto n : found_.sessions) sessions += n * plan_.arms.size();
    out_ += fmt::format(
        "<table>\n<caption>What was simulated</caption>\n"
        "<tr><th scope=\"row\">Protocol</th><td>{}</td></tr>\n<tr><th scope=\"row\">People</th><td>{}</td></tr>\n"
        "<tr><th scope=\"row\">Sessions</th><td>{}</td></tr>\n<tr><th scope=\"row\">Points, arms</th><td>{}, "
        "{}</td></tr>\n"
        "<tr><th scope=\"row\">Seed</th><td>{}</td></tr>\n<tr><th scope=\"row\">Hash of the "
        "scenario</th><td><code>{}</code></td></tr>\n"
        "</table>\n",
        what_.cells[0].what.protocol, what_.cells[0].what.people.size(), sessions, plan_.point_count(),
        plan_.arms.size(), plan_.seed, ex::hex_of(plan_.scenario));
    if (what_.plants())
      out_ +=
          "<p>Deviations are planted into the recorded logs. What is measured here is the sessions without them.</p>\n";
    for (const auto point : found_.not_precise)
      out_ += fmt::format("<p>Point {}: {} sessions were too few for the precision that was asked for.</p>\n", point,
                          found_.sessions[point]);
  }
  /// A picture with the next number.
  [[nodiscard]] std::string draw(double height, std::string_view title, std::string_view words,
                                 std::string_view inside) {
    return picture(++pictures_, height, title, words, inside);
  }
  [[nodiscard]] std::string name_of(std::uint32_t point) const {
    const auto& names = plan_.design.parameters;
    if (names.size() != 1) return fmt::format("point {}", point);
    return fmt::format("{} = {}", names[0].substr(names[0].rfind('.') + 1), plan_.design.points[point][0]);
  }
  [[nodiscard]] std::string name_of(std::uint32_t point, std::uint32_t arm) const {
    std::string name;
    if (plan_.arms.size() > 1) name = plan_.arms[arm];
    if (plan_.point_count() > 1) name += (name.empty() ? "" : ", ") + name_of(point);
    return name.empty() ? std::string("all sessions") : name;
  }
  /// What the points are, where a number is all that names them.
  void points() {
    const auto& design = plan_.design;
    if (design.parameters.size() < 2) return;
    std::vector<std::string> columns{"Point"};
    for (const auto& name : design.parameters) columns.push_back(name + '#');
    out_ += begin_table("Points of the sweep", columns);
    constexpr std::size_t most = 200;
    for (std::size_t i = 0; i < design.points.size() && i < most; ++i) {
      out_ += fmt::format("<tr><th scope=\"row\">{}</th>", i);
      for (const auto& one : design.points[i]) out_ += fmt::format("<td class=\"number\">{}</td>", to_markup(one));
      out_ += "</tr>\n";
    }
    out_ += end_table;
    if (design.points.size() > most)
      out_ += fmt::format("<p>These are the first {} of {}; points.csv has all.</p>\n", most, design.points.size());
  }
  [[nodiscard]] std::vector<const ex::summary_row*> rows_of(std::string_view metric) const {
    std::vector<const ex::summary_row*> rows;
    for (const auto& row : found_.summary) {
      if (plan_.metrics[row.metric].name == metric) rows.push_back(&row);
    }
    return rows;
  }

  /// From the lowest to the highest end of the intervals of some rows.
  template <typename Rows>
  static std::pair<double, double> range_of(const Rows& rows) {
    std::pair<double, double> all{drawable(rows[0]->at_95).lo, drawable(rows[0]->at_95).hi};
    for (const auto* row : rows) {
      all.first = std::min(all.first, drawable(row->at_95).lo);
      all.second = std::max(all.second, drawable(row->at_95).hi);
    }
    return all;
  }
  void intervals() {
    out_ += "<section>\n<h2>Means and proportions, with intervals</h2>\n";
    constexpr std::size_t most = 40;
    for (const auto metric : drawn) {
      const auto rows = rows_of(metric);
      if (rows.empty()) continue;
      const auto [least, greatest] = range_of(rows);
      const double margin = greatest > least ? (greatest - least) * 0.05 : std::max(std::abs(least) * 0.05, 0.05);
      const bool is_share = plan_.metrics[rows[0]->metric].kind == ex::metric_kind::yes_no;
      const scale x(is_share ? 0 : least - margin, is_share ? 1 : greatest + margin, left, right);
      std::string inside;
      std::string words = fmt::format("Intervals of {}: ", metric);
      double y = 14;
      for (std::size_t i = 0; i < rows.size() && i < most; ++i, y += 20) {
        const auto& row = *rows[i];
        const auto drawn_at = drawable(row.at_95);
        const auto name = name_of(row.point, row.arm);
        inside += text(left - 8, y + 4, name, "end") +
                  line(x(drawn_at.lo), y, x(drawn_at.hi), y, color(row.arm) + " line") +
                  fmt::format(R"(<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="4"/>)", color(row.arm),
                              x(row.at_95.estimate), y);
        words += fmt::format("{}{} {:.4g}, from {:.4g} to {:.4g}", i == 0 ? "" : "; ", name, row.at_95.estimate,
                             row.at_95.lo, row.at_95.hi);
      }
      inside += axis_below(x, y);
      out_ += fmt::format("<h3>{}</h3>\n", title_of(metric)) +
              draw(y + 24, fmt::format("{}: estimates with intervals", title_of(metric)), words + ".", inside);
    }
    out_ += "</section>\n";
  }

  /// A curve of each arm over the parameter that is swept, where there is one and it is a number.
  void sweep() {
    if (plan_.design.parameters.size() != 1 || plan_.point_count() < 2) return;
    std::vector<double> at;
    for (const auto& row : plan_.design.points) {
      char* end = nullptr;
      at.push_back(std::strtod(row[0].c_str(), &end));
      if (row[0].empty() || *end != '\0') return;
    }
    const auto& parameter = plan_.design.parameters[0];
    out_ += fmt::format("<section>\n<h2>Over {}</h2>\n", to_markup(parameter));
    for (const auto metric : drawn) {
      const auto rows = rows_of(metric);
      if (rows.empty()) continue;
      const auto [least, greatest] = range_of(rows);
      if (!(greatest > least)) continue;
      const auto [from, to] = std::ranges::minmax(at);
      const bool is_share = plan_.metrics[rows[0]->metric].kind == ex::metric_kind::yes_no;
      const scale x(from, to, left, right - 10), y(is_share ? 0 : least, is_share ? 1 : greatest, 180, 12);
      std::string inside = axis_below(x, 190);
      for (const auto mark : y.marks())
        inside += line(left, y(mark), right, y(mark), "axis") +
                  text(left - 8, y(mark) + 4, fmt::format("{:.5g}", mark), "end");
      std::string words = fmt::format("{} over {}: ", metric, parameter);
      for (std::uint32_t arm = 0; arm < plan_.arm_count(); ++arm) {
        std::vector<const ex::summary_row*> own;
        for (const auto* row : rows) {
          if (row->arm == arm) own.push_back(row);
        }
        std::ranges::sort(own, {}, [&](const auto* row) { return at[row->point]; });
        std::string points;
        if (plan_.arms.size() > 1) words += fmt::format("{}arm {}: ", arm == 0 ? "" : "; ", plan_.arms[arm]);
        for (const auto* row : own) {
          const double px = x(at[row->point]);
          points += fmt::format("{:.1f},{:.1f} ", px, y(row->at_95.estimate));
          inside += line(px, y(drawable(row->at_95).lo), px, y(drawable(row->at_95).hi), color(arm) + " line") +
                    fmt::format(R"(<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="3.5"/>)", color(arm), px,
                                y(row->at_95.estimate));
          words += fmt::format("{}at {} {:.4g}", row == own[0] ? "" : ", ", plan_.design.points[row->point][0],
                               row->at_95.estimate);
        }
        inside += fmt::format(R"(<polyline class="{} line" points="{}"/>)", color(arm), points);
        if (plan_.arms.size() > 1) inside += legend(arm, 226);
      }
      out_ += fmt::format("<h3>{}</h3>\n", title_of(metric)) +
              draw(234, fmt::format("{} over {}", title_of(metric), parameter), words + ".", inside);
    }
    out_ += "</section>\n";
  }
  [[nodiscard]] std::string legend(std::uint32_t arm, double y) const {
    const double x = left + 130.0 * arm;
    return line(x, y, x + 24, y, color(arm) + " line") + text(x + 30, y + 4, plan_.arms[arm]);
  }

  void contrasts() {
    if (found_.contrasts.empty()) return;
    out_ +=
        "<section>\n<h2>What arms differ in</h2>\n<p>Sessions are compared in pairs that draw the same random "
        "numbers.</p>\n";
    out_ +=
        begin_table("Differences", {"Metric", "Of", "Difference#", "From#", "To#", "Method", "Variance reduction#"});
    for (const auto& row : found_.contrasts) {
      const auto of = fmt::format("{} less {}{}", plan_.arms[row.arms.arm], plan_.arms[row.arms.versus],
                                  plan_.point_count() > 1 ? ", " + name_of(row.point) : "");
      const auto ceiling =
          row.ceiling > 0 && std::isfinite(row.ceiling) ? fmt::format(", at most {:.3g}", row.ceiling) : std::string();
      out_ += fmt::format(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"number\">{:.6g}</td><td class=\"number\">{:.6g}</td><td "
          "class=\"number\">{:.6g}</td><td>{}</td><td class=\"number\">{:.3g}{}</td></tr>\n",
          to_markup(plan_.metrics[row.metric].name), to_markup(of), row.at_95.estimate, row.at_95.lo, row.at_95.hi,
          row.method, row.variance_reduction, ceiling);
    }
    out_.append(end_table) += "</section>\n";
  }

  /// How the minutes of the first point are spread, an arm each.
  void distribution() {
    const auto archive = ex::archive::open(plan_, from_);
    if (!archive) return;
    const auto sums = ex::sums_of_point(plan_, *archive, 0);
    if (!sums || sums->count() == 0) return;
    out_ += "<section>\n<h2>How long sessions take</h2>\n";
    double from = sums->of(0, 0).values.quantile(0.001) / 60'000, to = 0;
    for (std::uint32_t arm = 0; arm < plan_.arm_count(); ++arm) {
      from = std::min(from, sums->of(arm, 0).values.quantile(0.001) / 60'000);
      to = std::max(to, sums->of(arm, 0).values.quantile(0.999) / 60'000 + 1);
    }
    for (std::uint32_t arm = 0; arm < plan_.arm_count(); ++arm) {
      const auto& values = sums->of(arm, 0).values;
      constexpr std::size_t columns = 40;
      double counts[columns]{};
      for (std::size_t i = 0; i < values.size(); ++i) {
        const auto cell = values.at_place(i);
        const double minutes = static_cast<double>(cell.from + cell.to) / 2 / 60'000;
        const auto column = static_cast<int>((minutes - from) / (to - from) * columns);
        if (column >= 0 && column < static_cast<int>(columns)) counts[column] += static_cast<double>(cell.count);
      }
      const double most = std::max(1.0, *std::ranges::max_element(counts));
      const scale x(from, to, left, right), y(0, most, 150, 10);
      std::string inside;
      const double wide = (right - left) / columns;
      for (std::size_t i = 0; i < columns; ++i)
        inside +=
            fmt::format(R"(<rect class="{} bar" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>)", color(arm),
                        left + wide * static_cast<double>(i), y(counts[i]), wide - 1, 150 - y(counts[i]));
      inside += axis_below(x, 150) + text(left - 8, 80, "sessions", "end") + text(right, 186, "minutes", "end");
      const auto part = [&](double p) { return values.quantile(p) / 60'000; };
      out_ += fmt::format("<h3>{}</h3>\n", to_markup(name_of(0, arm))) +
              draw(190, fmt::format("Histogram of minutes, {}", name_of(0, arm)),
                   fmt::format("Of {} sessions, a twentieth are below {:.4g}, half below {:.4g}, "
                               "a twentieth above {:.4g}.",
                               values.count(), part(0.05), part(0.5), part(0.95)),
                   inside);
    }
    out_ += "</section>\n";
  }

  /// The mean length of each stage at the first point.
  void stages() {
    const auto names = with_.stages();
    std::string inside, words = "Mean minutes of each stage: ";
    double longest = 0;
    std::vector<std::vector<double>> all(plan_.arms.size());
    for (const auto& row : found_.summary) {
      const auto& metric = plan_.metrics[row.metric].name;
      if (row.point == 0 && metric.starts_with("minutes_")) all[row.arm].push_back(row.at_95.estimate);
    }
    for (const auto& arm : all) {
      double sum = 0;
      for (const auto one : arm) sum += one;
      longest = std::max(longest, sum);
    }
    const scale x(0, longest, left, right);
    double y = 8;
    for (std::uint32_t arm = 0; arm < all.size(); ++arm, y += 34) {
      inside += text(left - 8, y + 16, name_of(0, arm), "end");
      words += fmt::format("{}{}: ", arm == 0 ? "" : "; ", name_of(0, arm));
      double before = 0;
      for (std::size_t i = 0; i < all[arm].size() && i < names.size(); ++i) {
        const double wide = x(before + all[arm][i]) - x(before);
        inside += fmt::format(R"(<rect class="{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="24"/>)",
                              i % 2 == 0 ? "stage" : "next", x(before), y, wide);
        if (wide > 14) inside += text(x(before) + wide / 2, y + 16, std::to_string(i + 1), "middle");
        words += fmt::format("{}{} {:.3g}", i == 0 ? "" : ", ", of_stage(names[i]), all[arm][i]);
        before += all[arm][i];
      }
    }
    inside += axis_below(x, y);
    out_ += "<section>\n<h2>How long stages take</h2>\n" +
            draw(y + 24, "Stages one after the other", words + ".", inside) + "<ol>\n";
    for (const auto& name : names) out_ += fmt::format("<li>{}</li>\n", to_markup(of_stage(name)));
    out_ += "</ol>\n</section>\n";
  }

  /// Who did something when, in the first session.
  void who_acts() {
    const auto events = with_.events_of({});
    if (events.empty()) return;
    const auto& people = what_.cells[0].what.people;
    const auto names = with_.stages();
    const scale x(0, static_cast<double>(events.back().milliseconds) / 60'000, left, right);
    const double height = 18.0 * static_cast<double>(people.size()) + 8;
    std::string inside, words = "Events of each person: ";
    double began = 0;
    for (std::size_t stage = 0; stage < names.size(); ++stage) {
      double ended = began;
      for (const auto& e : events) {
        if (e.stage == stage) ended = static_cast<double>(e.milliseconds) / 60'000;
      }
      if (ended > began)
        inside += fmt::format(R"(<rect class="{}" x="{:.1f}" y="0" width="{:.1f}" height="{:.1f}"/>)",
                              stage % 2 == 0 ? "stage" : "next", x(began), x(ended) - x(began), height);
      began = ended;
    }
    for (std::size_t who = 0; who < people.size(); ++who) {
      const double y = 14 + 18.0 * static_cast<double>(who);
      inside += text(left - 8, y + 4, people[who].id, "end");
      std::size_t count = 0;
      for (const auto& e : events) {
        if (e.person != who) continue;
        ++count;
        inside += fmt::format(R"(<circle class="a1" cx="{:.1f}" cy="{:.1f}" r="3"/>)",
                              x(static_cast<double>(e.milliseconds) / 60'000), y);
      }
      words += fmt::format("{}{} {}", who == 0 ? "" : ", ", people[who].id, count);
    }
    inside += axis_below(x, height);
    out_ +=
        "<section>\n<h2>Who acts when</h2>\n<p>Session 0 of the first point and arm; one dot is one event, when it "
        "ended. Bands are stages; numbers are minutes.</p>\n" +
        draw(height + 24, "Events of a session by person", words + ".", inside) + "</section>\n";
  }

  /// All that is estimated.
  void metrics() {
    out_ += "<section>\n<h2>All metrics</h2>\n";
    out_ += begin_table("Estimates with intervals", {"Metric", "Of", "n#", "Estimate#", "From#", "To#", "Method"});
    constexpr std::size_t most_rows = 600;
    for (std::size_t i = 0; i < found_.summary.size() && i < most_rows; ++i) {
      const auto& row = found_.summary[i];
      out_ += fmt::format(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"number\">{}</td><td class=\"number\">{:.6g}</td><td "
          "class=\"number\">{:.6g}</td><td class=\"number\">{:.6g}</td><td>{}{}</td></tr>\n",
          to_markup(plan_.metrics[row.metric].name), to_markup(name_of(row.point, row.arm)), row.n, row.at_95.estimate,
          row.at_95.lo, row.at_95.hi, row.method, row.is_skewed ? ", skewed: it may cover less than 95 %" : "");
    }
    out_ += end_table;
    if (found_.summary.size() > most_rows)
      out_ += fmt::format("<p>These are the first {} of {} rows; summary.csv has all.</p>\n", most_rows,
                          found_.summary.size());
    out_ += "</section>\n";
  }

  void parameters() {
    out_ += "<section>\n<h2>Assumptions</h2>\n" + begin_table("Parameters that are played, at the first point",
                                                              {"Policy", "Parameter", "Value#", "Where it comes from"});
    for (const auto& one : parameters_in(what_.cells[0].what))
      out_ += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td><td class=\"number\">{}</td><td>{}</td></tr>\n",
                          to_markup(one.policy), to_markup(one.name), to_markup(one.number), to_markup(one.source));
    out_.append(end_table) += "</section>\n";
  }

  const experiment& what_;
  const simulator& with_;
  const ex::plan& plan_;
  const ex::results& found_;
  std::span<const std::filesystem::path> from_;
  std::string out_;
  std::size_t pictures_ = 0;
};

}  // namespace

std::string report_page(const experiment& what, const simulator& with, const ex::results& found,
                        std::span<const std::filesystem::path> from) {
  return page(what, with, found, from).write();
}
