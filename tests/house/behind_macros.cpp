// SPDX-License-Identifier: MIT
// The core behind the macros of common system and toolkit headers, with what a program does with it. That it compiles
// is the test. The standard headers come first, as they do where those macros are met.
#include <algorithm>
#include <array>
#include <bit>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <expected>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

// <complex.h>, <sys/sysmacros.h>, and what g++ predefines in its own dialect
#define I (__extension__ 1.0iF)
#define major(device) gnu_dev_major(device)
#define minor(device) gnu_dev_minor(device)
#define makedev(high, low) gnu_dev_makedev(high, low)
#define unix 1
#define linux 1
// Qt
#define slots
#define signals public
#define emit
#define foreach(variable, container) for (variable : container)
#define forever for (;;)
// Windows
#define min(a, b) (((a) < (b)) ? (a) : (b))
#define max(a, b) (((a) > (b)) ? (a) : (b))
#define far
#define near
#define pascal
#define cdecl
#define small char
#define hyper int
#define interface struct
#define ERROR 0
#define DELETE 0x00010000
#define IN
#define OUT
#define OPTIONAL
#define CONST const
#define VOID void
#define STRICT 1
#define TRUE 1
#define FALSE 0
#define GetMessage GetMessageA
#define CreateEvent CreateEventA
// AssertMacros.h of macOS, and Objective-C
#define check(assertion) (assertion)
#define verify(assertion) (assertion)
#define require(assertion, label) (assertion)
#define nil 0
#define Nil 0
#define YES 1
#define NO 0
// X11
#define Bool int
#define Status int
#define True 1
#define False 0
#define None 0L
#define Always 2
#define Success 0
#define Above 0
#define Below 1
#define Unsorted 0
// curses, and checks of the Linux kernel's kind
#define clear() wclear(stdscr)
#define erase() werase(stdscr)
#define refresh() wrefresh(stdscr)
#define timeout(delay) wtimeout(stdscr, delay)
#define likely(x) (x)
#define unlikely(x) (x)

#include <balint/balint.hpp>

namespace {

using namespace balint;

template <protocol P>
constexpr bool works() {
  using somebody = person<P>;
  const std::array people{somebody::template as<role::participant>("anna", consent::given),
                          somebody::template as<role::participant>("boris", consent::given)};
  const auto formed = form<P>(people);
  session<P> s(detail::group_of(formed));
  judge<P> by(formed);
  by.apply(event<P>::template of<act::withdraw>(person_id{0}));
  const auto back = session<P>::restore(detail::group_of(formed), s.snapshot());
  return s.template record<act::withdraw>(person_id{0}).has_value() && back.has_value() && !s.owed().empty() &&
         by.verdict() != verdict::conforming;
}
static_assert(works<student_group>());
static_assert(works<led_staff_group>());

}  // namespace
