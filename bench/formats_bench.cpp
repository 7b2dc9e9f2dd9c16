// SPDX-License-Identifier: MIT
// What reading XES and CSV and judging costs, next to a bare parser over the same bytes: libxml2's SAX that looks at
// every element, and the splitting of rows into cells.
#include "workload.hpp"

#include <balint/log/csv/csv.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/xes/xes.hpp>

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>

namespace {

struct sessions_read {
  std::uint64_t events = 0;
  std::uint64_t conforming = 0;
};

template <typename Format>
std::string log_text() {
  std::string text;
  balint::record_writer<Format, std::function<bool(std::string_view)>> writer([&text](std::string_view piece) {
    text += piece;
    return true;
  });
  const auto& sessions = bench::legal_workload().sessions;
  for (std::size_t i = 0; i < 20 * sessions.size(); ++i) {
    const auto name = "s-" + std::to_string(i);
    auto session = writer(balint::session_header<balint::student_group>{name, bench::people()});
    for (const auto& e : sessions[i % sessions.size()]) {
      if (!session.event(e)) std::abort();
    }
    session.end();
  }
  if (!writer.finish()) std::abort();
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
    return {balint::judge<P>(balint::form<P>(header.people)), total};
  }
};
template <typename Reader, bool Judges>
sessions_read read(std::string& text) {
  sessions_read total;
  std::FILE* const file = fmemopen(text.data(), text.size(), "r");
  Reader reader(file, "log");
  const auto read = reader.read(visitor<Judges>{&total});
  if (!read) {
    std::fprintf(stderr, "%s\n", read.error().message().c_str());
    std::abort();
  }
  std::fclose(file);
  return total;
}

/// Looks at every element.
std::uint64_t touch_elements(const std::string& text) {
  std::uint64_t elements = 0;
  xmlSAXHandler calls{};
  calls.initialized = XML_SAX2_MAGIC;
  calls.startElementNs = [](void* data, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**, int, int,
                            const xmlChar**) { ++*static_cast<std::uint64_t*>(data); };
  xmlParserCtxt* const parser = xmlCreatePushParserCtxt(&calls, &elements, nullptr, 0, nullptr);
  constexpr std::size_t block = std::size_t{1} << 14U;
  for (std::size_t at = 0; at < text.size(); at += block) {
    const auto size = std::min(block, text.size() - at);
    if (xmlParseChunk(parser, text.data() + at, static_cast<int>(size), at + size == text.size() ? 1 : 0) != 0)
      std::abort();
  }
  xmlFreeParserCtxt(parser);
  return elements;
}
std::uint64_t split_rows(std::string& text) {
  std::FILE* const file = fmemopen(text.data(), text.size(), "r");
  balint::detail::csv_row rows(file);
  std::uint64_t cells = 0;
  while (rows.next() == balint::detail::csv_row::result::row) cells += rows.count();
  std::fclose(file);
  return cells;
}

}  // namespace

int main(int argc, char** argv) {
  auto xes = log_text<balint::xes_format>();
  auto csv = log_text<balint::csv_format>();
  const auto total = read<balint::xes_reader<>, true>(xes);
  const auto other = read<balint::csv_reader<>, true>(csv);
  if (total.conforming != 20 * bench::legal_workload().sessions.size() || other.events != total.events ||
      other.conforming != total.conforming) {
    std::fprintf(stderr, "the logs are not read as they were written\n");
    std::abort();
  }
  const auto add = [&](const char* name, const std::string& text, auto run) {
    benchmark::RegisterBenchmark(name, [run, &text, &total](benchmark::State& state) {
      for (auto _ : state) benchmark::DoNotOptimize(run());
      state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(total.events));
      state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
    });
  };
  add("xes/log/libxml2", xes, [&] { return touch_elements(xes); });
  add("xes/log/xes_reader", xes, [&] { return read<balint::xes_reader<>, false>(xes).events; });
  add("xes/log/xes_reader_and_judge", xes, [&] { return read<balint::xes_reader<>, true>(xes).conforming; });
  add("csv/log/rows", csv, [&] { return split_rows(csv); });
  add("csv/log/csv_reader", csv, [&] { return read<balint::csv_reader<>, false>(csv).events; });
  add("csv/log/csv_reader_and_judge", csv, [&] { return read<balint::csv_reader<>, true>(csv).conforming; });
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
