// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// Checking many files with several threads: what is reported is the same, byte for byte, with any number of them.
#include "check.hpp"
#include "common/program.hpp"
#include "in_order.hpp"

#include <fmt/format.h>

#include <sys/stat.h>

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Says on standard error what cannot be read or written.
inline void complain(const std::string& what, progress& shown) {
  static_cast<void>(std::fflush(stdout));
  shown.say(complaint("check_session", what));
}

/// How logs are to be read.
struct log_reading {
  std::optional<balint::log_format> from;  ///< Nothing: as the name of each file says.
  balint::log_mapping mapping;

  [[nodiscard]] balint::log_format format_of(const std::string& name) const {
    return from.value_or(balint::format_by_ending(name).value_or(balint::log_format::jsonl));
  }
  /// A part of a file; the stream is where the part begins.
  [[nodiscard]] balint::log_input input(const reading& file, const balint::log_part& part = {}) const {
    return {file.file(), file.name(), format_of(file.name()), mapping, part};
  }
};

/// Checks files; what one of them holds is reported before what the next holds.
class file_checker {
 public:
  file_checker(const request& asked, const log_reading& as, std::size_t threads, progress& shown, outlet& into)
      : asked_(asked),
        as_(as),
        threads_(threads),
        shown_(shown),
        into_(into),
        parts_(threads, [this](checked_part done) { take(std::move(done)); }) {}

  /// Begins to check a file; `-` is standard input.
  void check(const std::string& name) {
    if (name == "-") return check_at_once(stdin, "standard input");
    const stream file(std::fopen(name.c_str(), "rb"));
    if (!file) {
      const std::string why = std::strerror(errno);
      parts_.finish();
      all_.unread.push_back({name, 0, 0, "a file that cannot be opened (" + why + ")", "a log", 0});
      return complain(fmt::format("{}: cannot be opened ({}), expected a log", name, why), shown_);
    }
    if (threads_ < 2 || !is_regular(file.get())) return check_at_once(file.get(), name);
    const auto so_far = begin(name);
    const auto format = as_.format_of(name);
    const bool has_lines = format == balint::log_format::jsonl || format == balint::log_format::csv;
    if (!has_lines || as_.mapping.is_foreign || is_packed(file.get())) {
      // Where a session of these, or of what is packed, begins can only be told by reading what comes before it.
      parts_.give([this, name, so_far] { return check_part(name, {}, so_far); });
      return;
    }
    balint::log_parts parts(file.get(), balint::log_parts::usual_size,
                            format == balint::log_format::csv ? balint::cut_at::session_rows : balint::cut_at::headers);
    bool any = false;
    for (auto part = parts.next(); part || !any; part = parts.next()) {
      any = true;
      parts_.give(
          [this, name, so_far, cut = part.value_or(balint::log_part{})] { return check_part(name, cut, so_far); });
      if (so_far->has_failed || !part) break;
    }
  }
  /// Waits for all files; gives what was seen in them.
  [[nodiscard]] const tally& finish() {
    parts_.finish();
    for (const auto& file : files_) {
      if (file->sessions_read == 0 && !file->has_failed) fail({file->name, 0, 0, "no session", "a log of sessions", 0});
    }
    files_.clear();
    return all_;
  }

 private:
  struct close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };
  using stream = std::unique_ptr<std::FILE, close>;

  /// How far a file has come.
  struct file_progress {
    explicit file_progress(std::string called) : name(std::move(called)) {}
    std::string name;
    std::uint64_t sessions_read = 0;       ///< In the parts that were taken.
    std::atomic<bool> has_failed = false;  ///< Nothing after that is reported.
  };
  struct checked_part {
    std::shared_ptr<file_progress> file;
    outlet report;
    tally all;
    std::optional<balint::format_error> error;
    bool is_skipped = false;
  };

  static bool is_regular(std::FILE* file) {
    struct stat about{};
    return fstat(fileno(file), &about) == 0 && S_ISREG(about.st_mode);
  }
  /// Whether a file is packed with gzip; it stays at its beginning.
  static bool is_packed(std::FILE* file) {
    const bool is = std::fgetc(file) == 0x1F && std::fgetc(file) == 0x8B;
    std::rewind(file);
    return is;
  }
  [[nodiscard]] checked_part check_part(const std::string& name, const balint::log_part& part,
                                        const std::shared_ptr<file_progress>& so_far) const {
    checked_part done{so_far, {}, {}, {}, so_far->has_failed};
    if (done.is_skipped) return done;
    const stream file(std::fopen(name.c_str(), "rb"));
    if (!file || fseeko(file.get(), static_cast<off_t>(part.first_byte), SEEK_SET) != 0) {
      done.error = balint::format_error{name, 0, 0, "a file that cannot be read", "a readable file", 0};
    } else {
      reading from(file.get(), name, shown_);
      done.error = check_log(as_.input(from, part), from, asked_, done.all, done.report);
    }
    return done;
  }
  void take(checked_part done) {
    if (done.file->has_failed || done.is_skipped) return;
    asked_.how.join(done.report, into_);
    all_.add(done.all);
    if (done.error) {
      done.error->sessions_read += done.file->sessions_read;
      done.file->has_failed = true;
      fail(*done.error);
    }
    done.file->sessions_read += done.all.all_sessions();
  }
  std::shared_ptr<file_progress> begin(const std::string& name) {
    return files_.emplace_back(std::make_shared<file_progress>(name));
  }
  void check_at_once(std::FILE* file, const std::string& name) {
    parts_.finish();
    const auto so_far = begin(name);
    const auto before = all_.all_sessions();
    reading from(file, name, shown_);
    if (const auto error = check_log(as_.input(from), from, asked_, all_, into_)) {
      so_far->has_failed = true;
      fail(*error);
    }
    so_far->sessions_read = all_.all_sessions() - before;
  }
  void fail(const balint::format_error& error) {
    all_.unread.push_back(error);
    complain(error.message(), shown_);
  }

  const request& asked_;
  const log_reading& as_;
  std::size_t threads_;
  progress& shown_;
  outlet& into_;
  in_order<checked_part> parts_;
  tally all_;
  std::vector<std::shared_ptr<file_progress>> files_;
};
