// SPDX-License-Identifier: MIT
#pragma once
/// What each stage of the protocols asks for before it is left, written down by hand from their descriptions: the
/// declarations are held to it, so that one that misses an obligation shows.
#include <balint/balint.hpp>
#include <concepts>
#include <cstdint>
#include <string_view>

namespace exploration {

template <balint::protocol P>
class duties {
 public:
  /// Whether it was done, of a stage that is left when it is complete, or cut short.
  template <typename Session>
  constexpr bool operator()(const Session& now, bool is_cut = false) const {
    asked is{now.people(), now.snapshot().state};
    is.owes_turns = !is_cut || ((is.now.worked >> is.now.stage) & 1U) == 0;
    if (is.now.open_flags != 0) return false;
    if constexpr (std::same_as<P, balint::classical_group>) {
      return classical(is);
    } else if constexpr (std::same_as<P, balint::case_consultation>) {
      return consultation(is);
    } else {
      if (std::same_as<P, balint::staff_group> && !is.somebody_present("supervisor")) return false;
      return six_stages(is);
    }
  }

 private:
  /// A state and the questions that the descriptions ask.
  struct asked {
    const balint::group<P>& people;
    balint::session_state<P> now;
    /// Whether turns and weighings are asked for: not where a stage that was worked in is cut short.
    bool owes_turns = true;

    constexpr bool happened(std::string_view act) const {
      return ((now.happened >> balint::find_act<P>(act).index) & 1U) != 0;
    }
    constexpr bool has_case() const { return (now.cases & ~now.cases_out) != 0; }
    constexpr bool has_presenter() const { return now.presenter != balint::nobody.index; }
    constexpr std::uint64_t present(std::string_view office) const {
      for (std::size_t i = 0; i < P::offices::size; ++i) {
        if (P::offices::names[i] == office) return people.holders(i).bits() & now.present;
      }
      return 0;
    }
    constexpr bool somebody_present(std::string_view office) const { return present(office) != 0; }
    constexpr std::uint64_t presenter() const { return has_presenter() ? std::uint64_t{1} << now.presenter : 0; }
    constexpr bool all_did(std::string_view act, std::uint64_t except = 0) const {
      if (!owes_turns) return true;
      const auto& row = balint::detail::table_of<P>.acts[balint::find_act<P>(act).index];
      return (present("participant") & ~except & ~(now.did[row.slot] | now.passed[row.home])) == 0;
    }
    constexpr bool every_option(std::string_view act) const {
      if (!owes_turns) return true;
      const auto slot = balint::detail::table_of<P>.acts[balint::find_act<P>(act).index].weighing;
      return now.weighed[slot][0] == (std::uint64_t{1} << now.options) - 1;
    }
  };

  static constexpr bool six_stages(const asked& is) {
    switch (is.now.stage) {
      case 0: return is.all_did("present_case") && is.has_case();
      case 1: return is.all_did("vote") && is.has_presenter() && is.happened("accept_case");
      case 2: return is.happened("tell_story");
      case 3: return is.all_did("propose", is.presenter()) && is.now.options != 0;
      case 4: return is.every_option("assess") && is.every_option("forecast");
      default: return is.happened("self_assess") || (is.now.passed[5] & is.presenter()) != 0;
    }
  }
  static constexpr bool classical(const asked& is) {
    constexpr std::string_view once[]{"", "select_case", "tell_story", "", "speculate", "invite_back", ""};
    if (is.now.stage == 1 && (!is.has_case() || !is.has_presenter())) return false;
    if (is.now.stage == 5 && !is.happened("sit_back")) return true;  // nobody has to be invited back
    return once[is.now.stage].empty() || is.happened(once[is.now.stage]);
  }
  static constexpr bool consultation(const asked& is) {
    switch (is.now.stage) {
      case 0: return is.has_presenter();
      case 1: return is.happened("tell_story") && is.happened("state_question");
      case 2: return true;
      case 3: return is.happened("hypothesise");
      case 4: return is.happened("comment");
      case 5: return is.all_did("suggest", is.presenter());
      case 6: return is.happened("decide");
      default: return is.all_did("share");
    }
  }
};

}  // namespace exploration
