// SPDX-License-Identifier: MIT
// What a format has to offer a reader, and what is none.
#include <balint/log/record_source.hpp>

#include "tests/support.hpp"

using namespace balint;

namespace record_source_test {

struct empty_source {
  record_kind next() { return record_kind::end; }
  header_record& header() { return header_; }
  const event_record& event() const { return event_; }
  const line_fault& fault() const { return fault_; }
  std::uint64_t line() const { return 0; }
  bool is_inside_session() const { return false; }
  std::uint64_t left_out() const { return 0; }
  header_record header_;
  event_record event_;
  line_fault fault_;
};
/// It hides that a fault is inside a session.
struct tells_no_fault : empty_source {
  void fault() const {}
};
/// The reader could not take the header over.
struct keeps_its_header : empty_source {
  const header_record& header() const { return header_; }
};
struct counts_nothing : empty_source {
  void left_out() const {}
};

TEST(RecordSource, IsWhatTellsHeadersEventsAndFaults) {
  BALINT_CHECK(record_source<empty_source>);
  BALINT_CHECK(!record_source<tells_no_fault>);
  BALINT_CHECK(!record_source<keeps_its_header>);
  BALINT_CHECK(!record_source<counts_nothing>);
  BALINT_CHECK(!record_source<int>);
}

}  // namespace record_source_test
