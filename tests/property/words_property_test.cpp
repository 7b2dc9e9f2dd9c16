// SPDX-License-Identifier: MIT
// Every event of a random session has words, which say it again; a session that is saved comes back at every point, and
// one byte of damage is always seen.
#include <balint/log/to_record.hpp>
#include <balint/words/cast.hpp>
#include <balint/words/read_event.hpp>
#include <balint/words/save.hpp>

#include "tests/property/session_properties.hpp"

using namespace balint;

namespace words_property_test {

template <typename P>
cast<P> cast_of(const property::script& s) {
  const auto people = property::people_of<P>(s);
  return *cast<P>::of(to_record<P>("s", people)->people);
}

template <typename P>
bool what_happens_has_words(const property::script& s) {
  const auto people = cast_of<P>(s);
  session<P> now(people.group());
  return property::play(now, s.steps, [&](auto& session, const event<P>& e) {
    const bool is_accepted = session.apply(e).has_value();
    const auto words = to_words(people, e);
    if (!words) return !is_accepted;
    const auto again = read_event(people, *words);
    return again && again->at == e.at && again->by == e.by && again->act == e.act &&
           to_words(people, *again) == words &&
           (!is_accepted || target_of<P>(e.act) == target_kind::none || *again == e);
  });
}

template <typename P>
bool a_saved_session_comes_back(const property::script& s) {
  const auto people = cast_of<P>(s);
  session<P> now(people.group());
  return property::play(now, s.steps, [&](auto& session, const event<P>& e) {
    (void)session.apply(e);
    auto bytes = *save(session, people);
    const auto back = load<P>(bytes);
    const auto resumed = load(bytes, people);
    if (!back || !resumed || back->running.snapshot() != session.snapshot() || back->people != people ||
        resumed->snapshot() != session.snapshot())
      return false;
    char& damaged = bytes[static_cast<std::size_t>(e.at.since_epoch & 0xFFFF) % bytes.size()];
    damaged = static_cast<char>(damaged ^ (1 << (e.act.index % 8)));
    return !load<P>(bytes) && !load(bytes, people);
  });
}

template <typename P>
class RandomWords : public testing::Test {};
TYPED_TEST_SUITE(RandomWords, property::protocols);

TYPED_TEST(RandomWords, SayWhatHappens) { EXPECT_TRUE(property::always(what_happens_has_words<TypeParam>)); }
TYPED_TEST(RandomWords, SaveSessions) { EXPECT_TRUE(property::always(a_saved_session_comes_back<TypeParam>, 100)); }

}  // namespace words_property_test
