// SPDX-License-Identifier: MIT
// What reading JSON Lines and judging costs, next to a bare simdjson loop over the same bytes that touches every field
// and checks nothing.
#include "workload.hpp"

#include <balint/log/jsonl/jsonl.hpp>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

namespace {

struct sessions_read {
  std::uint64_t events = 0;
  std::uint64_t conforming = 0;
};

std::string log_text() {
  std::string text;
  const balint::roster<balint::student_group> people(bench::people());
  for (std::size_t i = 0; i < 20 * bench::legal_workload().sessions.size(); ++i) {
    const auto& events = bench::legal_workload().sessions[i % bench::legal_workload().sessions.size()];
    text += balint::to_jsonl<balint::student_group>("s-" + std::to_string(i), bench::people()).value();
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

}  // namespace

int main(int argc, char** argv) {
  auto text = log_text();
  const simdjson::padded_string padded(text);
  od::parser parser;
#ifdef SIMDJSON_THREADS_ENABLED
  parser.threaded = false;  // One thread each, as the reader has.
#endif
  const auto total = read<true>(text);
  if (total.conforming != 20 * bench::legal_workload().sessions.size() ||
      touch_documents(parser, padded) != touch_lines(parser, padded)) {
    std::fprintf(stderr, "the log is not read as it was written\n");
    std::abort();
  }
  const auto add = [&](const char* name, auto run) {
    benchmark::RegisterBenchmark(name, [run, &text, &total](benchmark::State& state) {
      for (auto _ : state) benchmark::DoNotOptimize(run());
      state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(total.events));
      state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
    });
  };
  add("jsonl/log/simdjson", [&] { return touch_documents(parser, padded); });
  add("jsonl/log/simdjson_by_line", [&] { return touch_lines(parser, padded); });
  add("jsonl/log/reader", [&] { return read<false>(text).events; });
  add("jsonl/log/reader_and_judge", [&] { return read<true>(text).conforming; });
  benchmark::Initialize(&argc, argv);
  benchmark::AddCustomContext("simdjson", simdjson::get_active_implementation()->name());
  benchmark::RunSpecifiedBenchmarks();
}
