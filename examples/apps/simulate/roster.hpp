// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// A roster from how many people hold each office: what the conditions of the protocol ask for, and no more.
#include <balint/group/form.hpp>
#include <balint/group/person.hpp>
#include <balint/log/header_record.hpp>
#include <balint/protocol/concepts.hpp>
#include <balint/vocabulary/profession.hpp>
#include <balint/words/cast.hpp>

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Makes the rosters that a number of holders of each office can be, and finds one that forms a group of P.
template <balint::protocol P>
class roster_maker {
 public:
  /// `counts` has a number for each office of P.
  explicit roster_maker(std::vector<std::size_t> counts) : counts_(std::move(counts)) {}

  /// The roster with the fewest advisories; or why none forms a group. Holders of the first office are `p1`, `p2` and
  /// so on, those of another are named after it, unless the protocol wants them from within.
  [[nodiscard]] std::expected<std::vector<balint::person_record>, std::string> make() const {
    constexpr std::size_t others = P::offices::size - 1;
    std::optional<std::vector<balint::person_record>> best;
    std::string why;
    std::size_t least = 0;
    for (std::size_t within = 0; within < (std::size_t{1} << others); ++within) {
      std::size_t choices = 1;
      for (std::size_t i = 0; i < others; ++i) choices *= std::size(professions);
      for (std::size_t choice = 0; choice < choices; ++choice) {
        if (!is_sensible(within, choice)) continue;
        auto people = roster(within, choice);
        if (people.empty()) continue;
        const auto cast = balint::cast<P>::of(people);
        if (!cast) {
          if (why.empty()) why = cast.error().message();
          continue;
        }
        const auto advisories = cast->advisories().size();
        if (best && advisories >= least) continue;
        least = advisories;
        best = std::move(people);
      }
    }
    if (best) return *std::move(best);
    return std::unexpected(why.empty() ? std::string("nobody is in the group") : why);
  }

 private:
  static constexpr std::string_view professions[]{"", balint::profession::teacher::name,
                                                  balint::profession::methodologist::name,
                                                  balint::profession::psychologist::name};

  [[nodiscard]] static std::size_t profession_of(std::size_t office, std::size_t choice) {
    for (std::size_t i = 1; i < office; ++i) choice /= std::size(professions);
    return choice % std::size(professions);
  }
  /// Whether nothing is chosen for an office that nobody holds.
  [[nodiscard]] bool is_sensible(std::size_t within, std::size_t choice) const {
    for (std::size_t office = 1; office < P::offices::size; ++office) {
      const bool is_within = ((within >> (office - 1)) & 1U) != 0;
      if (counts_[office] == 0 && (is_within || profession_of(office, choice) != 0)) return false;
    }
    return true;
  }
  [[nodiscard]] std::vector<balint::person_record> roster(std::size_t within, std::size_t choice) const {
    std::vector<balint::person_record> people;
    const auto add = [&](std::string id, std::size_t office) {
      auto& one = people.emplace_back();
      one.id = std::move(id);
      one.offices.emplace_back(P::offices::names[office]);
      one.agrees = balint::consent::given;
    };
    for (std::size_t i = 0; i < counts_[0]; ++i) add("p" + std::to_string(i + 1), 0);
    std::size_t free = counts_[0];  // offices from within are given to the last ones
    for (std::size_t office = 1; office < P::offices::size; ++office) {
      const auto profession = std::string(professions[profession_of(office, choice)]);
      for (std::size_t i = 0; i < counts_[office]; ++i) {
        const std::string name(P::offices::names[office]);
        if (((within >> (office - 1)) & 1U) != 0) {
          if (free == 0) return {};
          people[--free].offices.push_back(name);
          people[free].profession = profession;
          continue;
        }
        add(counts_[office] == 1 ? name : name + std::to_string(i + 1), office);
        people.back().profession = profession;
      }
    }
    return people;
  }

  std::vector<std::size_t> counts_;
};
