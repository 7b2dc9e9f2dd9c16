// SPDX-License-Identifier: MIT
// What reading JSON Lines and judging costs, next to a bare simdjson loop over the same bytes that touches every field
// and checks nothing; and what writing them costs, next to a bare loop that appends the same bytes and checks nothing.
#include "workload.hpp"

#include <balint/log/jsonl/jsonl.hpp>

#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct sessions_read {
  std::uint64_t events = 0;
  std::uint64_t conforming = 0;
};

/// Sessions of one group, or of two that meet in turn, so that no group meets twice in a row.
std::string log_text(std::size_t groups) {
  std::string text;
  auto others = bench::people();
  for (auto& one : others) one.agrees = balint::consent::given;
  const std::vector<balint::person<balint::student_group>>* const all[]{&bench::people(), &others};
  const balint::roster<balint::student_group> people(bench::people());
  for (std::size_t i = 0; i < 20 * bench::legal_workload().sessions.size(); ++i) {
    const auto& events = bench::legal_workload().sessions[i % bench::legal_workload().sessions.size()];
    text += balint::to_jsonl<balint::student_group>("s-" + std::to_string(i), *all[i % groups]).value();
    for (const auto& e : events) text += balint::to_jsonl(e, people).value();
  }
  return text;
}

/// Judges, or only counts.
template <balint::protocol P, bool Judges>
struct handler {
  balint::judge<P> judge;
  sessions_read* total;
  void event(const balint::logged_event<P>& e) {
    ++total->events;
    if constexpr (Judges) {
      judge.apply(e.event);
    } else {
      benchmark::DoNotOptimize(e.event.target());
    }
  }
  void end(bool) { total->conforming += judge.verdict() == balint::verdict::conforming ? 1U : 0U; }
};
template <bool Judges>
struct visitor {
  sessions_read* total;
  template <balint::protocol P>
  handler<P, Judges> operator()(const balint::session_header<P>& header) const {
    return {balint::judge<P>(balint::form(*header.roster)), total};
  }
};
template <bool Judges>
sessions_read read(std::string& text) {
  sessions_read total;
  std::FILE* const file = fmemopen(text.data(), text.size(), "r");
  balint::jsonl_reader<> reader(file, "log.jsonl");
  const auto read = reader.read(visitor<Judges>{&total});
  if (!read) {
    std::fprintf(stderr, "%s\n", read.error().message().c_str());
    std::abort();
  }
  std::fclose(file);
  return total;
}

namespace od = simdjson::ondemand;

/// Touches a value, whatever it is; gives something of it.
std::uint64_t touch(od::value v) {
  switch (v.type().value()) {
    case od::json_type::string: return std::string_view(v.get_string().value()).size();
    case od::json_type::number: return v.get_uint64().value();
    case od::json_type::boolean: return v.get_bool().value() ? 1 : 0;
    case od::json_type::array: {
      std::uint64_t sum = 0;
      for (auto each : v.get_array().value()) sum += touch(each.value());
      return sum;
    }
    case od::json_type::object: {
      std::uint64_t sum = 0;
      for (auto field : v.get_object().value()) {
        sum += std::string_view(field.unescaped_key().value()).size();
        sum += touch(field.value().value());
      }
      return sum;
    }
    case od::json_type::null: break;
  }
  return 0;
}
std::uint64_t touch_object(od::object object) {
  std::uint64_t sum = 0;
  for (auto field : object) {
    sum += std::string_view(field.unescaped_key().value()).size();
    sum += touch(field.value().value());
  }
  return sum;
}
std::uint64_t touch_documents(od::parser& parser, const simdjson::padded_string& text) {
  od::document_stream lines;
  if (parser.iterate_many(text).get(lines) != simdjson::SUCCESS) std::abort();
  std::uint64_t sum = 0;
  for (auto line : lines) sum += touch_object(line.get_object().value());
  return sum;
}
/// The same with one parse for each line: what a reader pays that knows the line of every event.
std::uint64_t touch_lines(od::parser& parser, const simdjson::padded_string& text) {
  std::uint64_t sum = 0;
  const char* const end = text.data() + text.size();
  for (const char* line = text.data(); line != end;) {
    const auto* const stop = static_cast<const char*>(std::memchr(line, '\n', static_cast<std::size_t>(end - line)));
    const auto length = static_cast<std::size_t>(stop - line);
    od::document document;
    if (parser.iterate(line, length, length + simdjson::SIMDJSON_PADDING).get(document) != simdjson::SUCCESS)
      std::abort();
    sum += touch_object(document.get_object().value());
    line = stop + 1;
  }
  return sum;
}

/// The legal sessions, as the library writes them.
template <typename Sink>
void write(const Sink& sink) {
  balint::jsonl_writer<Sink> to(sink);
  const balint::roster<balint::student_group> people(bench::people());
  for (const auto& events : bench::legal_workload().sessions) {
    auto session = to(balint::session_header<balint::student_group>{"s-1", bench::people(), &people});
    for (const auto& e : events) {
      if (!session.event(e)) std::abort();
    }
    session.end();
  }
  if (!to.finish()) std::abort();
}

/// What a bare loop has to know: words by number, and what follows the id of each person in the header.
struct words {
  std::array<std::string, bench::people_count> roles;
  std::array<std::string_view, balint::act_count<balint::student_group>> acts;
  std::array<balint::target_kind, balint::act_count<balint::student_group>> kinds;
  std::array<std::string_view, balint::rules_of<balint::student_group>::size> rules;
};
const words& words_written() {
  static const words all = [] {
    words made;
    // After each id of the line of a header: up to the next one, or to its end.
    std::string header = balint::to_jsonl<balint::student_group>("s-1", bench::people()).value();
    for (std::size_t i = 0; i < made.roles.size(); ++i) {
      header.erase(0, header.find(R"({"id":")", 1) + 7 + bench::people()[i].id.size());
      made.roles[i] = header.substr(0, header.find(R"({"id":")"));
    }
    for (std::uint16_t i = 0; i < made.acts.size(); ++i) {
      made.acts[i] = balint::name_of<balint::student_group>(balint::act_id<balint::student_group>{i});
      made.kinds[i] = balint::target_of<balint::student_group>(balint::act_id<balint::student_group>{i});
    }
    for (std::uint8_t i = 0; i < made.rules.size(); ++i)
      made.rules[i] = balint::name_of<balint::student_group>(balint::rule_id{i});
    return made;
  }();
  return all;
}
/// The same bytes by hand, in pieces as large.
template <typename Sink>
void write_by_hand(const Sink& sink) {
  std::string text;
  text.reserve(72 << 10);
  const auto& words = words_written();
  const auto& people = bench::people();
  const auto two = [](char* to, std::int64_t number) {
    to[0] = static_cast<char>('0' + number / 10), to[1] = static_cast<char>('0' + number % 10);
  };
  for (const auto& events : bench::legal_workload().sessions) {
    text += R"({"balint":1,"protocol":"student_group","session":"s-1","people":[)";
    for (std::size_t i = 0; i < people.size(); ++i)
      text.append(R"({"id":")").append(people[i].id).append(words.roles[i]);
    for (const auto& e : events) {
      const auto target = balint::detail::raw_target(e);
      const auto days = e.at.since_epoch / 86'400'000, in_day = e.at.since_epoch % 86'400'000;
      const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
      char at[] = R"({"at":"2026-00-00T00:00:00.000Z","by":")";
      two(at + 7, static_cast<int>(date.year()) / 100), two(at + 9, static_cast<int>(date.year()) % 100);
      two(at + 12, static_cast<unsigned>(date.month())), two(at + 15, static_cast<unsigned>(date.day()));
      two(at + 18, in_day / 3'600'000), two(at + 21, in_day / 60'000 % 60), two(at + 24, in_day / 1000 % 60);
      if (in_day % 1000 == 0) {
        text.append(at, 26).append(R"(Z","by":")");
      } else {
        two(at + 27, in_day % 1000 / 10), at[29] = static_cast<char>('0' + in_day % 10);
        text.append(at, sizeof at - 1);
      }
      text.append(people[e.by.index].id).append(R"(","act":")").append(words.acts[e.act.index]);
      switch (words.kinds[e.act.index]) {
        case balint::target_kind::none: text += '"'; break;
        case balint::target_kind::case_of: text.append(R"(","case":")").append(people[target].id).append("\""); break;
        case balint::target_kind::person: text.append(R"(","to":")").append(people[target].id).append("\""); break;
        case balint::target_kind::rule: text.append(R"(","rule":")").append(words.rules[target]).append("\""); break;
        case balint::target_kind::option: text.append(R"(","option":)").append(std::to_string(target)); break;
      }
      text += "}\n";
      if (text.size() >= std::size_t{1} << 16U) {
        sink(std::string_view(text));
        text.clear();
      }
    }
  }
  sink(std::string_view(text));
}

}  // namespace

int main(int argc, char** argv) {
  auto text = log_text(1), of_two = log_text(2);
  const simdjson::padded_string padded(text), padded_of_two(of_two);
  od::parser parser;
#ifdef SIMDJSON_THREADS_ENABLED
  parser.threaded = false;  // One thread each, as the reader has.
#endif
  const auto total = read<true>(text);
  if (total.conforming != 20 * bench::legal_workload().sessions.size() ||
      read<true>(of_two).conforming != total.conforming ||
      touch_documents(parser, padded) != touch_lines(parser, padded)) {
    std::fprintf(stderr, "the log is not read as it was written\n");
    std::abort();
  }
  const auto add = [&](const char* name, auto run, std::size_t times = 20) {  // how often the workload is in it
    benchmark::RegisterBenchmark(name, [run, times, &text, &total](benchmark::State& state) {
      for (auto _ : state) benchmark::DoNotOptimize(run());
      state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(total.events * times / 20));
      state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size() * times / 20));
    });
  };
  add("jsonl/log/simdjson", [&] { return touch_documents(parser, padded); });
  add("jsonl/log/simdjson_by_line", [&] { return touch_lines(parser, padded); });
  add("jsonl/log/reader", [&] { return read<false>(text).events; });
  add("jsonl/log/reader_and_judge", [&] { return read<true>(text).conforming; });
  add("jsonl/log_of_two_groups/simdjson", [&] { return touch_documents(parser, padded_of_two); });
  add("jsonl/log_of_two_groups/reader", [&] { return read<false>(of_two).events; });
  std::string by_library, by_hand;
  write([&](std::string_view some) { return by_library += some, true; });
  write_by_hand([&](std::string_view some) { return by_hand += some, true; });
  if (by_library != by_hand) {
    std::fprintf(stderr, "the bare loop writes something else\n");
    std::abort();
  }
  std::size_t size = 0;
  const auto count = [&size](std::string_view some) { return size += some.size(), true; };
  add("jsonl/write/bare", [&] { return write_by_hand(count), size; }, 1);
  add("jsonl/write/writer", [&] { return write(count), size; }, 1);
  benchmark::Initialize(&argc, argv);
  benchmark::AddCustomContext("simdjson", simdjson::get_active_implementation()->name());
  benchmark::RunSpecifiedBenchmarks();
}
