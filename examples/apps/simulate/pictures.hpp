// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Pictures of the report as SVG in the page: each has a title and says in words what it shows.
#include "check_session/markup.hpp"

#include <balint/experiment/statistics/interval.hpp>

#include <fmt/format.h>

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// How pictures look, in light and in dark.
inline constexpr std::string_view picture_style = R"(
.picture { overflow-x: auto; margin-bottom: 1rem; }
.picture svg { min-width: 40rem; width: 100%; height: auto; }
.picture text { font-size: 12px; text-anchor: start; }
.picture text.end { text-anchor: end; }
.picture text.middle { text-anchor: middle; }
.axis { stroke: var(--line); stroke-width: 1; }
.a0 { fill: #2f6fab; stroke: #2f6fab; }
.a1 { fill: #b4541a; stroke: #b4541a; }
.a2 { fill: #3d7d4a; stroke: #3d7d4a; }
.a3 { fill: #7a4fa3; stroke: #7a4fa3; }
@media (prefers-color-scheme: dark) {
  .a0 { fill: #7fb4e6; stroke: #7fb4e6; }
  .a1 { fill: #f0a070; stroke: #f0a070; }
  .a2 { fill: #86c995; stroke: #86c995; }
  .a3 { fill: #c3a0e6; stroke: #c3a0e6; }
}
.line { fill: none; stroke-width: 2; }
.a1.line { stroke-dasharray: 7 3; }
.a2.line { stroke-dasharray: 2 3; }
.a3.line { stroke-dasharray: 9 3 2 3; }
.bar { stroke: none; fill-opacity: .75; }
.wide { overflow-x: auto; }
.note { border-left: .35rem solid var(--mark); padding-left: .75rem; }
)";

/// Where axes are, and how wide a picture is.
inline constexpr double left = 170, right = 700, picture_width = 720;

/// From numbers to places of a picture.
class scale {
 public:
  scale(double from, double to, double at, double until)
      : from_(from), to_(to > from ? to : from + 1), at_(at), until_(until) {}
  [[nodiscard]] double operator()(double number) const {
    return at_ + (number - from_) / (to_ - from_) * (until_ - at_);
  }
  /// Round numbers along it, five or so.
  [[nodiscard]] std::vector<double> marks() const {
    const double wide = (to_ - from_) / 5;
    const double ten = std::pow(10.0, std::floor(std::log10(wide)));
    const double step = wide / ten > 5 ? 10 * ten : wide / ten > 2 ? 5 * ten : wide / ten > 1 ? 2 * ten : ten;
    std::vector<double> all;
    for (double one = std::ceil(from_ / step) * step; one <= to_ + step * 1e-9; one += step) all.push_back(one);
    return all;
  }

 private:
  double from_, to_, at_, until_;
};

/// A picture: `number` tells it from the others of the page, `title` says what it is, `words` what it shows.
[[nodiscard]] inline std::string picture(std::size_t number, double height, std::string_view title,
                                         std::string_view words, std::string_view inside) {
  return fmt::format(
      "<div class=\"picture\" tabindex=\"0\" role=\"group\" aria-label=\"{1}\"><svg role=\"img\" "
      "aria-labelledby=\"t{0} d{0}\" viewBox=\"0 0 {3} {4}\"><title id=\"t{0}\">{1}</title><desc "
      "id=\"d{0}\">{2}</desc>{5}</svg></div>\n",
      number, to_markup(title), to_markup(words), picture_width, height, inside);
}
/// A line.
[[nodiscard]] inline std::string line(double x1, double y1, double x2, double y2, std::string_view kind) {
  return fmt::format(R"(<line class="{}" x1="{:.1f}" y1="{:.1f}" x2="{:.1f}" y2="{:.1f}"/>)", kind, x1, y1, x2, y2);
}
/// A text: it begins at its place, or has its middle or its end there.
[[nodiscard]] inline std::string text(double x, double y, std::string_view words, std::string_view kind = "") {
  return fmt::format(R"(<text x="{:.1f}" y="{:.1f}" class="{}">{}</text>)", x, y, kind, to_markup(words));
}
/// An axis with its numbers.
[[nodiscard]] inline std::string axis_below(const scale& x, double y) {
  std::string out = line(left, y, right, y, "axis");
  for (const auto mark : x.marks())
    out += line(x(mark), y, x(mark), y + 4, "axis") + text(x(mark), y + 17, fmt::format("{:.6g}", mark), "middle");
  return out;
}
/// The interval as it is drawn: of too few sessions there is none, and it is the estimate alone.
[[nodiscard]] inline balint::experiment::interval drawable(balint::experiment::interval one) {
  if (!std::isfinite(one.lo)) one.lo = one.estimate;
  if (!std::isfinite(one.hi)) one.hi = one.estimate;
  return one;
}
/// The class of an arm: its color, and its dashes.
[[nodiscard]] inline std::string color(std::size_t arm) { return fmt::format("a{}", arm % 4); }
