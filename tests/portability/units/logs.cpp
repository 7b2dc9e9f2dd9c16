// SPDX-License-Identifier: MIT
/// @file
/// Logs in every format as optimisers see them: read from a stream, written through what a user has at hand.
#include <balint/log/any/any_log.hpp>
#include <balint/log/csv/csv.hpp>
#include <balint/log/file/output_file.hpp>
#include <balint/log/jsonl/jsonl.hpp>
#include <balint/log/jsonl/monitor.hpp>
#include <balint/log/ocel/format.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/xes/xes.hpp>

#include <cstdio>
#include <functional>
#include <string>
#include <string_view>

namespace {

using namespace balint;

template <typename Format, typename Out>
bool convert(std::FILE* in, const std::string& name, Out out) {
  record_writer<Format, Out> writer(std::move(out));
  const bool is_read = jsonl_reader<>(in, name).read(writer).has_value() &&
                       csv_reader<>(in, name).read(writer).has_value() &&
                       xes_reader<>(in, name).read(writer).has_value() && read_log({in, name}, writer).sessions;
  return writer.finish() && is_read;
}

template <typename Format>
bool convert_through_all(std::FILE* in, const std::string& name) {
  using any_function = std::function<bool(std::string_view)>;
  std::string text;
  const auto append = [&text](std::string_view piece) {
    text += piece;
    return true;
  };
  const auto print = [](std::string_view piece) {
    return std::fwrite(piece.data(), 1, piece.size(), stdout) == piece.size();
  };
  return convert<Format>(in, name, any_function(print)) && convert<Format>(in, name, append);
}

}  // namespace

bool convert_all(std::FILE* in, const std::string& name) {
  return convert_through_all<jsonl_format>(in, name) && convert_through_all<csv_format>(in, name) &&
         convert_through_all<ocel_format>(in, name) && convert_through_all<xes_format>(in, name);
}
