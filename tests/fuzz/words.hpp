// SPDX-License-Identifier: MIT
#pragma once
/// What a person is told, in every language of the catalogue.
#include <balint/text/message.hpp>
#include <concepts>
#include <cstddef>
#include <string>

#include "tests/fuzz/bytes.hpp"

namespace fuzz {

/// A finding, a refusal or an advisory of P put into words, with people by id; there have to be some.
template <balint::protocol P, typename Thing>
std::string in_words(const Thing& thing) {
  std::string all;
  for (std::size_t i = 0; i < balint::language_count; ++i) {
    const auto in = static_cast<balint::language>(i);
    std::string text;
    if constexpr (std::same_as<Thing, balint::refusal<P>>) {
      text = balint::message<P>(thing, balint::pseudonyms{}, in);
    } else {
      text = balint::message<P>(thing, balint::pseudonyms{}, balint::naming::by_id, in);
    }
    demand(!text.empty(), "there are words for it in every language");
    all += text + '\n';
  }
  return all;
}

}  // namespace fuzz
