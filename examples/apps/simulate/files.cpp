// SPDX-License-Identifier: MIT
#include "files.hpp"

#include "common/program.hpp"
#include "convert_log/convert.hpp"

#include <balint/log/file/input_file.hpp>
#include <balint/log/file/output_file.hpp>

#include <fmt/format.h>

#include <cstddef>
#include <cstdio>

int complain(const std::string& what) {
  complain_as("simulate", what);
  return exit_cannot;
}

int end_of_output() { return is_output_written() ? 0 : complain("standard output could not be written"); }

bool write_file(const std::string& name, std::string_view text) {
  balint::output_file file(name);
  if (file.is_good() && file.write(text) && file.keep()) return true;
  complain(fmt::format("{}: cannot be written ({})", name_of_output(name), file.why()));
  return false;
}

bool copy_file(const std::filesystem::path& from, const std::string& to) {
  const auto in = balint::open_input(from.string());
  balint::output_file file(to);
  char piece[1 << 16];
  bool is_good = in && file.is_good();
  for (std::size_t n = 0; is_good && (n = std::fread(piece, 1, sizeof piece, in->get())) != 0;)
    is_good = file.write({piece, n});
  if (is_good && file.keep()) return true;
  complain(fmt::format("{}: cannot be written ({})", name_of_output(to), in ? file.why() : in.error()));
  return false;
}

bool write_log(const std::filesystem::path& log, const std::string& to, balint::log_format format, bool is_packed) {
  if (format == balint::log_format::jsonl && !is_packed) return copy_file(log, to);
  const auto in = balint::open_input(log.string());
  balint::output_file file(to);
  if (!in || !file.is_good()) {
    complain(fmt::format("{}: cannot be written ({})", name_of_output(to), in ? file.why() : in.error()));
    return false;
  }
  const auto done = convert({in->get(), log.string(), balint::log_format::jsonl, {}, {}}, format, is_packed,
                            [&file](std::string_view piece) { return file.write(piece); });
  if (!done.unreadable.empty() || !done.is_written || !file.keep()) {
    complain(fmt::format("{}: could not be written ({})", name_of_output(to),
                         done.unreadable.empty() ? file.why() : done.unreadable));
    return false;
  }
  for (const auto& loss : done.losses) complain(fmt::format("{}: left out: {}", to, loss));
  return true;
}
