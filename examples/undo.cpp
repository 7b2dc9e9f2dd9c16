// SPDX-License-Identifier: MIT
/// @file
/// Undo and redo: a session is a value, so what was is a copy that was kept.
#include <balint/balint.hpp>
#include <balint/transcript/growing.hpp>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace {

using namespace balint;

constexpr person<student_group> everybody[]{person<student_group>::as<role::participant>("p1", consent::given),
                                            person<student_group>::as<role::participant>("p2", consent::given),
                                            person<student_group>::as<role::leader>("lead")};
constexpr person_id anna{0};
constexpr person_id boris{1};

//! [undo]
/// Whether an act is never taken back: somebody used a right, or the session is over.
template <protocol P>
bool stays(act_id<P> act) {
  for (const auto name : {act::flag::name, act::remind::name, act::withdraw::name, act::decline_case::name,
                          act::terminate::name, act::close::name}) {
    if (name_of<P>(act) == name) return true;
  }
  return false;
}

/// A session whose last steps can be taken back and made again, as far back as the last act that stays. It keeps a copy
/// before each step, 1 KiB at most.
template <typename Session>
class undoable {
 public:
  explicit undoable(Session begun) : now_(std::move(begun)) {}

  [[nodiscard]] const Session& now() const { return now_; }

  /// Applies an event; what was refused changes nothing, so that there is nothing to undo.
  template <typename Event>
  [[nodiscard]] auto apply(const Event& e) {
    const auto before = now_;
    auto done = now_.apply(e);
    if (done) {
      past_.push_back(before);
      future_.clear();
      if (stays(e.act)) past_.clear();
    }
    return done;
  }
  /// Takes the last step back; false: there is none.
  bool undo() { return move(past_, future_); }
  /// Makes the last step that was taken back again; false: there is none.
  bool redo() { return move(future_, past_); }

 private:
  bool move(std::vector<Session>& from, std::vector<Session>& to) {
    if (from.empty()) return false;
    to.push_back(std::exchange(now_, from.back()));
    from.pop_back();
    return true;
  }

  Session now_;
  std::vector<Session> past_, future_;
};
//! [undo]

//! [undo_by_replay]
/// The same without copies, where steps are seldom taken back: all but the last that took effect are replayed. Nothing,
/// if that one stays.
template <protocol P>
std::optional<session<P>> without_the_last(const group<P>& people, std::vector<transcript_entry<P>> entries) {
  while (!entries.empty() && !entries.back().is_accepted) entries.pop_back();
  if (entries.empty() || stays(entries.back().what.act)) return std::nullopt;
  entries.pop_back();
  const auto again = replay(people, entries);
  return again ? std::optional(*again) : std::nullopt;
}
//! [undo_by_replay]

bool is_taken_back_and_made_again(const group<student_group>& people) {
  undoable evening(session<student_group, growing_transcript<student_group>>{people});
  const auto at_first = evening.now().snapshot();
  if (!evening.apply(event<student_group>::of<act::present_case>(anna))) return false;
  const auto in_between = evening.now().snapshot();
  if (!evening.apply(event<student_group>::of<act::present_case>(boris))) return false;
  if (evening.apply(event<student_group>::of<act::present_case>(boris))) return false;  // refused: no step
  const auto at_last = evening.now().snapshot();

  const auto shorter = without_the_last(people, evening.now().observer().entries());
  if (!shorter || !(shorter->snapshot() == in_between)) return false;
  // The transcript goes back with the session that keeps it.
  if (!evening.undo() || !(evening.now().snapshot() == in_between)) return false;
  if (evening.now().observer().entries().size() != 1) return false;
  if (!evening.redo() || !(evening.now().snapshot() == at_last) || evening.redo()) return false;
  if (!evening.undo() || !evening.undo() || !(evening.now().snapshot() == at_first) || evening.undo()) return false;
  // A new step after one that was taken back: what was taken back is gone.
  if (!evening.apply(event<student_group>::of<act::present_case>(boris)) || evening.redo()) return false;
  // A flag stays, and with it what came before.
  const auto flag = event<student_group>::of<act::flag>(anna, rule_of<student_group, rule::respect>);
  if (!evening.apply(flag) || evening.undo()) return false;
  return !without_the_last(people, evening.now().observer().entries());
}

}  // namespace

int main() {
  const auto group = form<student_group>(everybody).formed();
  return group && is_taken_back_and_made_again(*group) ? 0 : 1;
}
