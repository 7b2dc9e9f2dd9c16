// SPDX-License-Identifier: MIT
// A session is ended at a time of chrono.
// section: not_a_time
// lines: 12
#include <balint/protocols/student_group.hpp>
#include <balint/session/session.hpp>
#include <balint/vocabulary/chrono.hpp>

#include <chrono>

using namespace balint;

bool ends(session<student_group>& now, person_id lead, std::chrono::system_clock::time_point at) {
#ifdef MISUSE
  return now.terminate(lead, at).has_value();
#else
  return now.terminate(lead, to_instant(at)).has_value();
#endif
}
