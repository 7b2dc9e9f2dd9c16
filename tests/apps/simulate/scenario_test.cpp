// SPDX-License-Identifier: MIT
#include "keys.hpp"
#include "policy_parts.hpp"
#include "scenario.hpp"
#include "settings.hpp"

#include <balint/protocols/student_group.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace scenario_test {

using P = balint::student_group;

settings with(const std::vector<std::pair<std::string, std::string>>& keys) {
  settings all;
  complaints found;
  for (const auto& [name, text] : keys) set_key(name, text, "test", all, found);
  EXPECT_EQ(found, complaints{});
  return all;
}

template <std::size_t N>
void expect_keys(const balint::simulation::parameter (&list)[N]) {
  for (const auto& one : list)
    EXPECT_NE(find_key("policies.x." + std::string(one.name) + (one.name == "in_stage" ? ".story" : "")), nullptr)
        << one.name;
}

TEST(Keys, ThereIsOneForEachParameterOfTheLibrary) {
  expect_keys(balint::simulation::talking_parameters);
  expect_keys(balint::simulation::leading_parameters);
  expect_keys(balint::simulation::supervising_parameters);
  expect_keys(balint::simulation::attempting_illegal_acts_parameters);
}

TEST(Keys, WhatHoldsWhereAParameterIsLeftOutIsTheLibrarysDefault) {
  for (const auto& one : all_keys()) {
    const auto parts = parts_of(one.name);
    if (parts[0] != "policies" || parts.size() != 3 || parts[2] == "like") continue;
    policy_parts<P> kept, set;
    settings given = with({{std::string("policies.x.") + std::string(parts[2]), std::string(one.otherwise)}});
    EXPECT_TRUE(parameters_of<P>(set).set(parts[2], given.begin()->second.what)) << one.name;
    EXPECT_EQ(parameters_of<P>(set).read(parts[2]).text(), parameters_of<P>(kept).read(parts[2]).text()) << one.name;
  }
}

TEST(Keys, EveryParameterCanBeSetAndReadBack) {
  for (const auto& name : parameters_of<P>::names()) {
    policy_parts<P> parts;
    parameters_of<P> parameters(parts);
    const auto* known = find_key("policies.x." + name);
    ASSERT_NE(known, nullptr) << name;
    const value to = known->takes == shape::whole ? value{std::int64_t{3}} : value{0.5};
    EXPECT_TRUE(parameters.set(name, to)) << name;
    EXPECT_EQ(parameters.read(name).text(), to.text()) << name;
  }
}

TEST(Experiment, IsTheSameWhenItIsReadBackFromItsText) {
  const auto all = with({{"protocol", "student_group"},
                         {"group.participant", "6"},
                         {"group.leader", "1"},
                         {"play.leader", "calm"},
                         {"policies.calm.moves_on", "12"},
                         {"sweep.caps.max_minutes", "[60, 90]"},
                         {"arms.a.policies.calm.passes", "0.1"}});
  const auto made = make_experiment("x.toml", all);
  ASSERT_TRUE(made.has_value()) << made.error()[0];
  EXPECT_EQ(made->cells.size(), 2U);
  EXPECT_EQ(made->cells[1].what.caps.max_minutes, 90);
  const auto name = testing::TempDir() + "balint_scenario_test.toml";
  std::FILE* file = std::fopen(name.c_str(), "wb");
  ASSERT_NE(file, nullptr);
  std::fputs(made->settings_text().c_str(), file);
  std::fclose(file);
  settings again;
  EXPECT_EQ(read_settings(name, again), complaints{});
  const auto second = make_experiment("x.toml", again);
  ASSERT_TRUE(second.has_value()) << second.error()[0];
  EXPECT_EQ(second->text(), made->text());
}

TEST(Experiment, SaysNothingOfTheRunInItsText) {
  const auto text = [](const std::string& threads) {
    return make_experiment("x.toml", with({{"protocol", "student_group"},
                                           {"group.participant", "6"},
                                           {"group.leader", "1"},
                                           {"threads", threads},
                                           {"sessions", threads}}))
        ->text();
  };
  EXPECT_EQ(text("1"), text("2"));
}

}  // namespace scenario_test
