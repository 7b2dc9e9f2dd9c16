// SPDX-License-Identifier: MIT
#include <balint/transcript/entry.hpp>

#include "tests/support.hpp"

using namespace balint;
using namespace support;

namespace entry_test {

using P = student_group;

TEST(TranscriptEntry, TakesLittleRoom) { EXPECT_LE(sizeof(transcript_entry<P>), 24U); }

TEST(LastBy, IsWhoDidAnActLast) {
  constexpr auto who = [](act_id<P> act) {
    const std::array entries{
        transcript_entry<P>{.what = event<P>::of<act::present_case>(anna)},
        transcript_entry<P>{.what = event<P>::of<act::present_case>(boris)},
        transcript_entry<P>{.what = event<P>::of<act::present_case>(clara), .is_accepted = false, .why = code::absent}};
    return last_by<P>(entries, act);
  };
  BALINT_CHECK(who(act_id_of<act::present_case, P>) == boris);
  BALINT_CHECK(who(act_id_of<act::vote, P>) == nobody);
}

}  // namespace entry_test
