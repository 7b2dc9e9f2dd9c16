// SPDX-License-Identifier: MIT
// Prints a hash of a million draws of every kind: the same, whatever it is compiled with and wherever it runs.
#include <balint/random/distribution.hpp>
#include <balint/random/draw.hpp>
#include <balint/random/purpose.hpp>
#include <balint/random/stream.hpp>

#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <span>

namespace {

/// FNV-1a over the bytes of numbers.
struct hash {
  std::uint64_t sum = 0xcbf29ce484222325U;
  void add(std::uint64_t number) {
    for (int i = 0; i < 8; ++i, number >>= 8U) sum = (sum ^ (number & 0xFFU)) * 0x100000001b3U;
  }
};

}  // namespace

int main() {
  using namespace balint::random;
  hash all;
  const std::array<std::uint32_t, 5> weights{3, 1, 4, 1, 5};
  for (std::uint64_t session = 0; session < 100; ++session) {
    stream from({.seed = 20261128, .session = session, .point = 7, .fork = 3}, purpose::act, 11);
    for (std::uint32_t i = 0; i < 1'000; ++i) {
      std::array<std::uint8_t, 8> order{0, 1, 2, 3, 4, 5, 6, 7};
      all.add(from.bits32());
      all.add(std::bit_cast<std::uint64_t>(uniform(from)));
      all.add(bernoulli(from, probability::of(0.02 * i)) ? 1 : 0);
      all.add(below(from, i));
      all.add(categorical(from, std::span(weights)));
      shuffle(from, std::span(order));
      all.add(std::bit_cast<std::uint64_t>(order));
      all.add(exponential(from));
      all.add(erlang(from, i % 4));
      all.add(static_cast<std::uint64_t>(normal(from)));
      all.add(lognormal(from, 1'000 * i, spread::of(0.003 * i)));
    }
  }
  std::printf("%016llx\n", static_cast<unsigned long long>(all.sum));
}
