// SPDX-License-Identifier: MIT
#include "suite.hpp"

#include <balint/log/json_text.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace conformance {
namespace {

namespace dom = simdjson::dom;
using texts = std::vector<std::string>;

std::string text_at(dom::element from, std::string_view key) {
  std::string_view text;
  if (from[key].get(text) != simdjson::SUCCESS) return {};
  return std::string(text);
}
std::optional<std::uint64_t> number_at(dom::element from, std::string_view key) {
  std::uint64_t number = 0;
  if (from[key].get(number) != simdjson::SUCCESS) return std::nullopt;
  return number;
}
std::string json_at(dom::element from, std::string_view key) {
  dom::element part;
  return from[key].get(part) == simdjson::SUCCESS ? simdjson::minify(part) : std::string();
}
std::optional<dom::array> list_at(dom::element from, std::string_view key) {
  dom::array list;
  if (from[key].get(list) != simdjson::SUCCESS) return std::nullopt;
  return list;
}
std::optional<texts> words_at(dom::element from, std::string_view key) {
  const auto list = list_at(from, key);
  if (!list) return std::nullopt;
  texts words;
  for (const auto one : *list) {
    std::string_view word;
    if (one.get(word) != simdjson::SUCCESS) return std::nullopt;
    words.emplace_back(word);
  }
  return words;
}
std::string joined(const texts& items, std::string_view between) {
  std::string all;
  for (const auto& one : items) {
    if (!all.empty()) all += between;
    all += one;
  }
  return all;
}

/// What is owed, in words; empty: it is not said.
std::string owed_at(dom::element from) {
  dom::element owed;
  if (from["owed"].get(owed) != simdjson::SUCCESS) return {};
  const auto option = number_at(owed, "option");
  return text_at(owed, "what") + (option ? " for option " + std::to_string(*option) : "") + " by " +
         joined(words_at(owed, "by").value_or(texts()), ", ");
}

/// The events of a variant: those of its case, edited once. Nothing: there is no such edit.
std::optional<texts> edited(const texts& events, dom::element how) {
  texts all = events;
  const auto position = [&](std::string_view key, std::size_t most) -> std::optional<std::size_t> {
    const auto n = number_at(how, key);
    return n && *n >= 1 && *n <= most ? std::optional<std::size_t>(*n) : std::nullopt;
  };
  const auto place = [&](std::size_t n) { return all.begin() + static_cast<std::ptrdiff_t>(n); };
  const auto event = json_at(how, "event");
  const auto appended = list_at(how, "append");
  const auto instead = list_at(how, "events");
  if (const auto kept = number_at(how, "keep"); kept && *kept <= all.size() && appended) {
    all.resize(*kept);
    for (const auto one : *appended) all.push_back(simdjson::minify(one));
  } else if (const auto first = number_at(how, "splice"), dropped = number_at(how, "drop");
             first && dropped && *first <= all.size() && *dropped <= all.size() - *first && instead) {
    all.erase(place(*first), place(*first + *dropped));
    texts others;
    for (const auto one : *instead) others.push_back(simdjson::minify(one));
    all.insert(place(*first), others.begin(), others.end());
  } else if (const auto out = position("remove", all.size())) {
    all.erase(place(*out - 1));
  } else if (const auto before = position("swap", all.size() - 1)) {
    std::swap(all[*before - 1], all[*before]);
  } else if (const auto in = position("insert", all.size() + 1); in && !event.empty()) {
    all.insert(place(*in - 1), event);
  } else if (const auto at = position("replace", all.size()); at && !event.empty()) {
    all[*at - 1] = event;
  } else if (json_at(how, "people").empty()) {
    return std::nullopt;
  }
  return all;
}

/// A header with other people.
std::string recast(dom::element header, const std::string& people) {
  dom::object members;
  if (header.get(members) != simdjson::SUCCESS) return {};
  texts all;
  for (const auto member : members) {
    all.push_back(balint::to_json(member.key) + ":" +
                  (member.key == "people" ? people : simdjson::minify(member.value)));
  }
  return "{" + joined(all, ",") + "}";
}

std::string shown(const finding& one) {
  return "event " + std::to_string(one.event) + ": " + one.code + " (" + one.about + ", " +
         (one.rule.empty() ? "no rule" : one.rule) + (one.stage.empty() ? "" : ", in " + one.stage) + ")" +
         (one.times > 1 ? " " + std::to_string(one.times) + " times" : "");
}
std::string shown(const std::vector<breach>& breaches) {
  texts all;
  for (const auto& one : breaches)
    all.push_back(one.rule + " at event " + std::to_string(one.event) + ", " +
                  (one.answered.empty() ? "not answered" : "answered by " + one.answered));
  return "[" + joined(all, "; ") + "]";
}

std::optional<finding> to_finding(dom::element from) {
  const auto event = number_at(from, "event");
  const auto times = number_at(from, "times");
  finding made{event.value_or(0),      text_at(from, "class"), text_at(from, "code"), text_at(from, "rule"),
               text_at(from, "stage"), times.value_or(0),      owed_at(from)};
  if (!event || !times || made.about.empty() || made.code.empty()) return std::nullopt;
  return made;
}
std::optional<breach> to_breach(dom::element from) {
  const auto event = number_at(from, "event");
  const auto answer = number_at(from, "answered");
  breach made{event.value_or(0), text_at(from, "rule"), answer ? std::to_string(*answer) : text_at(from, "answered")};
  if (!event || made.rule.empty()) return std::nullopt;
  return made;
}

}  // namespace

std::expected<judgement, std::string> to_judgement(dom::element from) {
  judgement made{text_at(from, "verdict"), number_at(from, "record_faults").value_or(0), {}, {}, {}};
  constexpr std::array<std::string_view, 5> verdicts{"different", "departs", "terminated", "in_progress", "conforming"};
  if (std::ranges::find(verdicts, made.verdict) == verdicts.end())
    return std::unexpected("no \"verdict\", or one that is none");
  const auto findings = list_at(from, "findings");
  if (!findings) return std::unexpected("no list \"findings\"");
  for (const auto one : *findings) {
    auto found = to_finding(one);
    if (!found) return std::unexpected("a finding without \"event\", \"class\", \"code\" or \"times\"");
    made.findings.push_back(*std::move(found));
  }
  if (const auto breaches = list_at(from, "breaches")) {
    for (const auto one : *breaches) {
      auto named = to_breach(one);
      if (!named) return std::unexpected("a breach without \"event\" or \"rule\"");
      made.breaches.push_back(*std::move(named));
    }
  }
  if (auto advisories = words_at(from, "advisories")) {
    std::ranges::sort(*advisories);
    made.advisories = std::move(advisories);
  }
  return made;
}

std::string difference(const judgement& expected, const judgement& answer) {
  for (std::size_t i = 0; i < std::max(expected.findings.size(), answer.findings.size()); ++i) {
    if (i >= answer.findings.size()) return "not found: " + shown(expected.findings[i]);
    const auto& found = answer.findings[i];
    if (i >= expected.findings.size()) return "found, though nothing is wrong: " + shown(found);
    const auto& wanted = expected.findings[i];
    if (shown(wanted) != shown(found)) return "expected " + shown(wanted) + "; found " + shown(found);
    if (!found.owed.empty() && found.owed != wanted.owed)
      return shown(wanted) + ": expected that is owed " + wanted.owed + "; found " + found.owed;
  }
  if (expected.verdict != answer.verdict)
    return "expected the verdict " + expected.verdict + "; found " + answer.verdict;
  if (expected.record_faults != answer.record_faults) {
    return "expected " + std::to_string(expected.record_faults) + " faults of the record; found " +
           std::to_string(answer.record_faults);
  }
  if (expected.breaches != answer.breaches)
    return "expected the breaches " + shown(expected.breaches) + "; found " + shown(answer.breaches);
  if (answer.advisories && expected.advisories && *answer.advisories != *expected.advisories) {
    return "expected the advisories [" + joined(*expected.advisories, ", ") + "]; found [" +
           joined(*answer.advisories, ", ") + "]";
  }
  return {};
}

std::string trace::request() const {
  return R"({"case":)" + balint::to_json(name) + R"(,"header":)" + header + R"(,"events":[)" + joined(events, ",") +
         "]}\n";
}
std::string trace::log() const { return header + "\n" + joined(events, "\n") + (events.empty() ? "" : "\n"); }

std::expected<test_case, std::string> read_case(const std::filesystem::path& path) {
  dom::parser parser;
  dom::element whole;
  if (const auto error = parser.load(path.string()).get(whole); error != simdjson::SUCCESS)
    return std::unexpected(path.string() + ": " + simdjson::error_message(error));
  return to_case(whole, path);
}

std::expected<test_case, std::string> to_case(dom::element whole, const std::filesystem::path& path) {
  const auto complain = [&](const std::string& what) { return std::unexpected(path.string() + ": " + what); };
  if (number_at(whole, "format") != format)
    return complain("not of format " + std::to_string(format) + ", which is the one that is read here");
  test_case made{text_at(whole, "id"), text_at(whole, "title"), path, {}, {}};
  const auto requirements = words_at(whole, "requirements");
  const auto events = list_at(whole, "events");
  dom::element header;
  dom::element expected;
  if (made.id.empty() || made.title.empty() || !requirements || !events)
    return complain("no \"id\", \"title\", \"requirements\" or \"events\"");
  if (whole["header"].get(header) != simdjson::SUCCESS || whole["expected"].get(expected) != simdjson::SUCCESS)
    return complain("no \"header\" or \"expected\"");
  made.requirements = *requirements;
  texts own;
  for (const auto one : *events) own.push_back(simdjson::minify(one));
  const auto add = [&](std::string name, std::string head, texts all, dom::element says) {
    auto judged = to_judgement(says);
    if (!judged) return false;
    made.traces.push_back({std::move(name), std::move(head), std::move(all), *std::move(judged)});
    return true;
  };
  if (!add(made.id, simdjson::minify(header), own, expected)) return complain("\"expected\" is no judgement");
  const auto variants = list_at(whole, "variants");
  if (!variants) return made;
  for (const auto one : *variants) {
    const auto name = text_at(one, "name");
    auto all = edited(own, one);
    const auto people = json_at(one, "people");
    if (name.empty() || !all || one["expected"].get(expected) != simdjson::SUCCESS ||
        !add(made.id + "#" + name, people.empty() ? simdjson::minify(header) : recast(header, people), *std::move(all),
             expected)) {
      return complain("the variant \"" + name + "\" has no edit that there is, or no judgement");
    }
  }
  return made;
}

std::expected<std::vector<test_case>, std::string> read_cases(const std::filesystem::path& suite) {
  std::vector<std::filesystem::path> paths;
  std::error_code cannot;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(suite / "cases", cannot)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  if (cannot || paths.empty()) return std::unexpected(suite.string() + ": no cases/, or nothing in it");
  std::ranges::sort(paths);
  std::vector<test_case> all;
  for (const auto& path : paths) {
    auto one = read_case(path);
    if (!one) return std::unexpected(one.error());
    all.push_back(*std::move(one));
  }
  return all;
}

}  // namespace conformance
