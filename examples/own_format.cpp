// SPDX-License-Identifier: MIT
/// @file
/// A log format of your own, read and written: lines of cells with tabs between them.
///
///     session  student_group  2026-spring-07
///     person   p1             participant  given
///     event    p1             present_case
///     event    p2             vote         case  p1
#include <balint/balint.hpp>
#include <balint/log/file/line_reader.hpp>
#include <balint/log/jsonl/jsonl.hpp>
#include <balint/log/record_reader.hpp>
#include <balint/log/record_writer.hpp>
#include <balint/log/timestamp.hpp>

#include <fmt/core.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace balint;

/// The cells of a line.
std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const auto tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

constexpr std::array<std::pair<std::string_view, target_kind>, 4> targets{{{"case", target_kind::case_of},
                                                                           {"option", target_kind::option},
                                                                           {"rule", target_kind::rule},
                                                                           {"to", target_kind::person}}};
constexpr std::array<std::string_view, 3> consents{"not_declared", "given", "refused"};

//! [source]
/// A log in tabs as a source of records.
class tabs_source {
 public:
  explicit tabs_source(std::FILE* from) : lines_(from) {}

  [[nodiscard]] record_kind next() {
    if (!has_line_ && !read_line()) return fault_.found.empty() ? record_kind::end : record_kind::fault;
    has_line_ = false;
    line_of_record_ = lines_.number();
    if (cells_[0] == "session") return read_session();
    if (cells_[0] == "event") return read_event();
    return no("the line \"" + shown(cells_[0]) + "\"", "session or event");
  }
  [[nodiscard]] header_record& header() { return header_; }
  [[nodiscard]] const event_record& event() const { return event_; }
  [[nodiscard]] const line_fault& fault() const { return fault_; }
  [[nodiscard]] std::uint64_t line() const { return line_of_record_; }
  [[nodiscard]] bool is_inside_session() const { return is_inside_session_; }
  [[nodiscard]] std::uint64_t left_out() const { return 0; }

 private:
  record_kind no(std::string found, std::string expected) {
    fault_ = {0, std::move(found), std::move(expected)};
    return record_kind::fault;
  }
  bool read_line() {
    std::string_view line;
    const auto got = lines_.next(line);
    has_line_ = got == line_reader::result::line;
    if (has_line_) cells_ = cells_of(line);
    if (!has_line_ && got != line_reader::result::end) no("a line that cannot be read", "a line of at most 1 MiB");
    return has_line_;
  }

  record_kind read_session() {
    is_inside_session_ = false;
    if (cells_.size() != 3) return no("a session of " + std::to_string(cells_.size()) + " cells", "protocol and id");
    header_ = {.protocol = std::string(cells_[1]), .session = std::string(cells_[2])};
    while (read_line() && cells_[0] == "person") {
      line_of_record_ = lines_.number();
      if (!read_person()) return record_kind::fault;
    }
    if (!fault_.found.empty()) return record_kind::fault;
    is_inside_session_ = true;
    return record_kind::header;
  }
  bool read_person() {
    if (cells_.size() < 3) return no("a person without an office", "id, office and consent"), false;
    person_record one{.id = std::string(cells_[1]), .offices = {std::string(cells_[2])}};
    for (std::size_t i = 0; i < consents.size(); ++i) {
      if (cells_.size() > 3 && cells_[3] == consents[i]) one.agrees = static_cast<consent>(i);
    }
    header_.people.push_back(std::move(one));
    return true;
  }
  record_kind read_event() {
    if (cells_.size() != 3 && cells_.size() != 5)
      return no("an event of " + std::to_string(cells_.size()) + " cells", "who, act and perhaps a target");
    event_ = {.by = cells_[1], .act = cells_[2]};
    if (cells_.size() == 3) return record_kind::event;
    for (const auto& [name, kind] : targets) {
      if (cells_[3] == name) event_.targets.insert(kind);
    }
    event_.target_name = cells_[4];
    if (event_.targets.has(target_kind::option)) {
      std::int64_t number = -1;  // What is no number is no option.
      std::from_chars(cells_[4].data(), cells_[4].data() + cells_[4].size(), number);
      event_.option = option_number(number);
    }
    return event_.targets.empty() ? no("the target \"" + shown(cells_[3]) + "\"", "case, option, rule or to")
                                  : record_kind::event;
  }

  line_reader lines_;
  std::vector<std::string_view> cells_;  // They live until the next line is read.
  header_record header_;
  event_record event_;
  line_fault fault_;
  std::uint64_t line_of_record_ = 0;
  bool has_line_ = false;
  bool is_inside_session_ = false;
};
using tabs_reader = record_reader<tabs_source>;
//! [source]

//! [format]
/// Tabs as a format that any log can be written in.
class tabs_format {
 public:
  static void open(std::string&) {}
  void begin(std::string& out, const header_record& header) {
    out += "session\t" + header.protocol + "\t" + header.session + "\n";
    for (const auto& one : header.people) {
      out += "person\t" + one.id + "\t" + one.offices.front() + "\t";
      out.append(consents[static_cast<std::size_t>(one.agrees)]).append("\n");
      if (one.offices.size() > 1 || !one.profession.empty() || one.less_experienced || one.grades) ++simplified_;
    }
  }
  void event(std::string& out, const event_record& e) {
    out.append("event\t").append(e.by).append("\t");
    put(out, e.act);
    for (const auto& [name, kind] : targets) {
      if (!e.targets.has(kind)) continue;
      out.append("\t").append(name).append("\t");
      put(out, kind == target_kind::option ? std::to_string(e.option) : std::string(e.target_name));
    }
    out += '\n';
    if (e.at != unstated) ++untimed_;
  }
  static void end(std::string&) {}
  static void close(std::string&) {}
  [[nodiscard]] std::vector<std::string> losses() const {
    std::vector<std::string> all;
    if (simplified_ != 0)
      all.push_back(std::to_string(simplified_) + " people, of whom tabs hold id, an office and consent");
    if (untimed_ != 0) all.push_back(std::to_string(untimed_) + " times, which tabs do not hold");
    if (replaced_ != 0) all.push_back(std::to_string(replaced_) + " tabs and line ends in names, now blanks");
    return all;
  }

 private:
  void put(std::string& out, std::string_view cell) {
    for (const char c : cell) {
      const bool parts_cells = c == '\t' || c == '\n';
      out += parts_cells ? ' ' : c;
      if (parts_cells) ++replaced_;
    }
  }

  std::uint64_t simplified_ = 0;
  std::uint64_t untimed_ = 0;
  std::uint64_t replaced_ = 0;
};
//! [format]

/// Counts what a reader tells it.
struct counting {
  std::uint64_t events = 0;

  struct handler {
    std::uint64_t& events;
    template <protocol P>
    void event(const logged_event<P>&) {
      ++events;
    }
    void end(bool) {}
  };
  template <protocol P>
  handler operator()(const session_header<P>&) {
    return {events};
  }
};

/// A text as a file, from its beginning.
std::FILE* file_of(std::string_view text) {
  std::FILE* const file = std::tmpfile();
  if (file != nullptr) std::fwrite(text.data(), 1, text.size(), file), std::rewind(file);
  return file;
}

//! [write]
/// A log of any format in another: every writer is a visitor of every reader.
template <typename Format, typename Reader>
std::string convert(Reader&& reader) {
  std::string out;
  const auto append = [&out](std::string_view piece) { return out += piece, true; };
  record_writer<Format, decltype(append)> writer(append);
  const auto read = reader.read(writer);
  if (!read) fmt::print("{}\n", read.error().message());
  if (!writer.finish()) fmt::print("not all of it could be written\n");
  for (const auto& loss : writer.losses()) fmt::print("left out: {}\n", loss);
  return out;
}
//! [write]

int failed(std::string_view what) {
  fmt::print("not as said: {}\n", what);
  return 1;
}

}  // namespace

int main() {
  const std::string tabs =
      "session\tstudent_group\t2026-spring-07\n"
      "person\tp1\tparticipant\tgiven\nperson\tp2\tparticipant\tgiven\nperson\tlead\tleader\tnot_declared\n"
      "event\tp1\tpresent_case\nevent\tp2\tvote\tcase\tp1\nevent\tp2\tassess\toption\t1\n";
  std::FILE* const in = file_of(tabs);
  if (in == nullptr) return failed("a file can be opened");

  const auto json = convert<jsonl_format>(tabs_reader(in, "log.tabs"));
  std::fclose(in);
  fmt::print("{}", json);

  std::FILE* const back = file_of(json);
  if (back == nullptr) return failed("a file can be opened");
  const auto again = convert<tabs_format>(jsonl_reader<>(back, "log.jsonl"));
  std::fclose(back);
  if (again != tabs) return failed("a log comes back as it was");

  // Whatever a source lets through, the reader takes no name for a pseudonym.
  std::FILE* const named = file_of(tabs + "event\tAnna Ivanova\task\n");
  if (named == nullptr) return failed("a file can be opened");
  counting seen;
  const auto read = tabs_reader(named, "named.tabs").read(seen);
  std::fclose(named);
  if (read || read.error().line != 8 || seen.events != 3) return failed("a name is refused where it is written");
  fmt::print("{}\n", read.error().message());
}
