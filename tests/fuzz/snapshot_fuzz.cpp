// SPDX-License-Identifier: MIT
// Forged snapshots: that of a session that got somewhere, written over in some places. What comes back behaves.
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "tests/fuzz/laws.hpp"

using namespace balint;
using fuzz::demand;

namespace {

constexpr int head = 16;  // fingerprint, version, people

/// Writes over a place of a snapshot: mostly one of the words in front or of the numbers behind, which say more than
/// the long lists between.
struct patch {
  unsigned how;
  std::size_t aimed;
  std::uint8_t value;

  template <std::size_t Size>
  void write_over(std::array<std::uint8_t, Size>& stored) const {
    const std::array<std::size_t, 4> places{head + aimed % 96, Size - 1 - aimed % 8, head + aimed % (Size - head),
                                            how >= 240 ? aimed % head : Size - 1 - aimed % 8};
    const auto at = places[how / 4 % 4];
    const auto word = static_cast<std::ptrdiff_t>(std::min(at, Size - 8) / 8 * 8);
    switch (how % 4) {
      case 0: stored[at] = value; break;
      case 1: stored[at] = static_cast<std::uint8_t>(stored[at] ^ 1U << value % 8U); break;
      case 2: std::copy_n(std::next(stored.begin(), head + value % 13 * 8), 8, std::next(stored.begin(), word)); break;
      default: std::fill_n(std::next(stored.begin(), word), 8, value); break;
    }
  }
};

template <protocol P>
void restore(fuzz::bytes& in) {
  const auto people = fuzz::people_from<P>(in);
  std::vector<patch> patches(in.below(5));
  for (auto& one : patches) one = {in.byte(), in.word(), in.byte()};
  session<P> before(detail::group_of(form<P>(people)));
  for (auto events = in.below(64); events > 0; --events) (void)before.apply(fuzz::event_from(before, in));

  auto stored = std::bit_cast<std::array<std::uint8_t, sizeof(snapshot<P>)>>(before.snapshot());
  for (const auto& one : patches) one.write_over(stored);
  const auto forged = std::bit_cast<snapshot<P>>(stored);
  const auto back = session<P>::restore(before.people(), forged);
  if (!back) {
    demand(!(forged == before.snapshot()), "a true snapshot comes back");
    demand(!name_of(back.error().why).empty(), "why a snapshot is not taken back has a name");
    return;
  }
  demand(back->snapshot() == forged, "a session that comes back is in the state of its snapshot");
  auto now = *back;
  fuzz::is_in_order(now);
  for (int i = 0; i < 40 && !in.empty(); ++i) {
    const auto e = fuzz::event_from(now, in);
    (void)fuzz::step(now, e);
    const auto also = in.byte() % 16;
    if (also == 0) fuzz::legal_is_what_is_accepted(now, e.by);
    if (also % 4 == 1) now = fuzz::carried_over(now);
  }
  fuzz::legal_is_what_is_accepted(now);
  for (const auto& one : advisories_of(now)) {
    demand((one.who.bits() & ~now.people().people().bits()) == 0, "an advisory is about the group");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::with_protocol({data, size}, []<protocol P>(fuzz::bytes& in) { restore<P>(in); });
  return 0;
}
