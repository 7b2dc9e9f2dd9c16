// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What every HTML report begins with. The page fetches nothing and runs nothing: its policy forbids both.
#include <string>
#include <string_view>

/// How reports look, in light and in dark.
inline constexpr std::string_view html_style_sheet =
    R"html(:root { --paper: #fff; --ink: #1c2126; --soft: #545d66; --line: #d5dae0; --panel: #f4f6f8; --stage: #b7cfe6; --next: #d9e6f2; --mark: #8f4a00; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14181c; --ink: #e6eaee; --soft: #a7b1ba; --line: #39424b; --panel: #1d2329; --stage: #2f5577; --next: #24405a; --mark: #ffb866; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.1rem; margin: 0 0 .25rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .25rem 0 .75rem; }
.soft { color: var(--soft); }
.tables { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 0 2rem; align-items: start; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { overflow-wrap: break-word; text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { color: var(--soft); border-top: 0; }
time { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
article { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; margin: 1rem 0; background: var(--panel); }
article.found { border-left: .35rem solid var(--mark); }
.breaches li { margin: .25rem 0; }
code { font: .9em ui-monospace, monospace; color: var(--soft); }
ol, ul { padding-left: 1.75rem; margin: .25rem 0; }
li { margin: .5rem 0; }
li p { margin: 0; }
svg { display: block; margin: .75rem 0 0; }
svg text { fill: var(--ink); font-size: 13px; text-anchor: middle; }
.stage { fill: var(--stage); }
.next { fill: var(--next); }
.found circle { fill: var(--mark); }
.found line { stroke: var(--mark); stroke-width: 2; }
@media (max-width: 30rem) {
  article { padding: .75rem; }
  article table { font-size: .9rem; }
  th, td { padding-right: .4rem; }
}
)html";

/// From the doctype to the first heading; `title` is markup already.
[[nodiscard]] inline std::string html_head(std::string_view title, std::string_view more_style = {}) {
  std::string out = R"html(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
)html";
  out += "<title>";
  out += title;
  out += "</title>\n<style>\n";
  out += html_style_sheet;
  out += more_style;
  out += "</style>\n</head>\n<body>\n<h1>";
  out += title;
  return out += "</h1>\n";
}
