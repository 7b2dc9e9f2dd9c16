// SPDX-License-Identifier: MIT
// A session comes back from its snapshot as it was, at every point; a damaged snapshot does no harm.
#include "tests/property/session_properties.hpp"

using namespace balint;

namespace snapshot_property_test {

template <typename P>
class RandomSnapshot : public testing::Test {};
TYPED_TEST_SUITE(RandomSnapshot, property::protocols);

TYPED_TEST(RandomSnapshot, LosesNothing) {
  EXPECT_TRUE(property::always(property::a_snapshot_loses_nothing<session<TypeParam>>));
}
TYPED_TEST(RandomSnapshot, DoesNoHarmWhenDamaged) {
  EXPECT_TRUE(property::always(property::a_damaged_snapshot_does_no_harm<session<TypeParam>>));
}

/// Forgets in its snapshots who passed.
struct forgetful : session<student_group> {
  using session::session;
  explicit forgetful(const session<student_group>& other) : session(other) {}
  static std::expected<forgetful, restore_error> restore(const group<student_group>& people,
                                                         balint::snapshot<student_group> from) {
    from.state.passed = {};
    const auto back = session::restore(people, from);
    if (!back) return std::unexpected(back.error());
    return forgetful(*back);
  }
};
TEST(Snapshot, IsCaughtLosingWhoPassed) {
  EXPECT_TRUE(property::is_caught(property::a_snapshot_loses_nothing<forgetful>));
}

/// Takes everybody for the presenter that its snapshot names.
struct trusting : session<student_group> {
  using session::session;
  explicit trusting(const session<student_group>& other, std::uint8_t named) : session(other), presenter_(named) {}
  [[nodiscard]] person_id presenter() const { return {presenter_}; }
  static std::expected<trusting, restore_error> restore(const group<student_group>& people,
                                                        balint::snapshot<student_group> from) {
    return trusting(session(people), from.state.presenter);
  }

 private:
  std::uint8_t presenter_ = nobody.index;
};
TEST(Snapshot, IsCaughtNamingAPresenterWhoIsNotThere) {
  EXPECT_TRUE(property::is_caught(property::a_damaged_snapshot_does_no_harm<trusting>));
}

}  // namespace snapshot_property_test
