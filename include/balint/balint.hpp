// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// The core of balint in one include: words, protocols, groups, sessions and the judge. The standard library is all it
/// needs.
#include <balint/conformance/collect.hpp>
#include <balint/conformance/judge.hpp>
#include <balint/group/form.hpp>
#include <balint/protocols/all.hpp>
#include <balint/menu/menu.hpp>
#include <balint/session/session.hpp>
#include <balint/session/session_at.hpp>
#include <balint/transcript/replay.hpp>
#include <balint/transcript/transcript.hpp>
#include <balint/version.hpp>
