// SPDX-License-Identifier: MIT
// A session allocates nothing: every allocation of this program is counted.
#include <cstddef>
#include <cstdlib>
#include <new>

#include "tests/support.hpp"

namespace allocation_test {
std::size_t allocations = 0;
}  // namespace allocation_test

void* operator new(std::size_t size) {
  ++allocation_test::allocations;
  if (void* const memory = std::malloc(size == 0 ? 1 : size); memory != nullptr) return memory;
  std::abort();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

using namespace balint;
using namespace support;

namespace allocation_test {

template <typename P>
class Allocation : public testing::Test {};
using protocols = testing::Types<student_group, staff_group, classical_group, case_consultation>;
TYPED_TEST_SUITE(Allocation, protocols);

TYPED_TEST(Allocation, OfASessionIsNone) {
  using P = TypeParam;
  const auto all = trace<P>().whole();
  const auto before = allocations;
  session<P> s(formed<P>().formed().value());
  std::size_t refused = 0;
  std::size_t legal = 0;
  for (const auto& e : all) {
    refused += s.apply(detail::raw_event<P>({.by = nobody})) ? 0U : 1U;
    refused += s.apply(e) ? 0U : 1U;
    legal += s.legal_acts(lead).size() + s.owed().size() + s.may_act().size();
    for (const auto& entry : menu_of(s, lead)) legal += entry.choices.size();
    s = session<P>::restore(s.people(), s.snapshot()).value();
  }
  const auto after = allocations;
  EXPECT_EQ(after, before);
  EXPECT_EQ(refused, all.size());
  EXPECT_GT(legal, 0U);
}

TYPED_TEST(Allocation, IsCounted) {
  const auto before = allocations;
  ::operator delete(::operator new(8));
  EXPECT_EQ(allocations, before + 1);
}

}  // namespace allocation_test
