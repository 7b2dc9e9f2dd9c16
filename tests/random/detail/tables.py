#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The integer tables of include/balint/random/detail/, from 50 digits.

usage: tables.py --write DIR   writes the three headers into DIR
       tables.py --check DIR   0 where those in DIR are the same, else 1
"""
import sys
from decimal import Decimal, getcontext
from pathlib import Path
from statistics import NormalDist

getcontext().prec = 50
LN2 = Decimal(2).ln()
PI = Decimal("3.14159265358979323846264338327950288419716939937511")


def rounded(value):
    return int(value.to_integral_value(rounding="ROUND_HALF_EVEN"))


def log2_table():
    """log2(1 + i/4096) in 2^-31ths, for i = 0 ... 4096."""
    return [rounded((1 + Decimal(i) / 4096).ln() / LN2 * 2**31) for i in range(4097)]


def exp2_table():
    """2^(i/1024) in 2^-30ths, for i = 0 ... 1024."""
    return [rounded((LN2 * i / 1024).exp() * 2**30) for i in range(1025)]


def density(z):
    return (-z * z / 2).exp() / (2 * PI).sqrt()


def lower_tail(z):
    """The probability that a normal number is below -z, for z >= 0."""
    term = total = z
    k = 1
    while abs(term) > Decimal(10) ** -45:
        k += 2
        term = term * z * z / k
        total += term
    return Decimal("0.5") - density(z) * total


def quantile(p):
    """The z >= 0 below whose negative a normal number is with probability p <= 1/2."""
    if p == Decimal("0.5"):
        return Decimal(0)
    z = Decimal(-NormalDist().inv_cdf(float(p)))
    for _ in range(2):
        z += (lower_tail(z) - p) / density(z)
    return z


def normal_table():
    """Quantiles in 2^-24ths: of (1 + j/128) / 2^(33 - o) for o = 0 ... 31 and j = 0 ... 127, then of 1/2."""
    tails = [(1 + Decimal(j) / 128) / 2 ** (33 - o) for o in range(32) for j in range(128)]
    return [rounded(quantile(p) * 2**24) for p in tails + [Decimal("0.5")]]


def header(name, sentence, say, steps):
    lines, line = [], "   "
    for step in steps:
        word = f" {step},"
        if len(line) + len(word) > 120:
            lines.append(line)
            line = "   "
        line += word
    lines.append(line.rstrip(","))
    numbers = "\n".join(lines)
    return f"""// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// {sentence}
#include <balint/random/detail/running_sum.hpp>

#include <array>
#include <cstdint>

namespace balint::random::detail {{

// clang-format off
/// What comes from one entry to the next; made by tests/random/detail/tables.py.
inline constexpr std::uint32_t {name}_steps[{len(steps)}]{{
{numbers}}};
// clang-format on

/// {say}
inline constexpr auto {name} = running_sum({name}_steps{{start}});

}}  // namespace balint::random::detail
"""


def headers():
    logs, powers, normals = log2_table(), exp2_table(), normal_table()
    steps = lambda table: [b - a for a, b in zip(table, table[1:])]
    yield "log2_table.hpp", header(
        "log2_table", "A table of the logarithm to base 2.",
        "log2(1 + i/4096) in 2^-31ths, for i = 0 to 4,096.", steps(logs)).replace("{start}", "")
    yield "exp2_table.hpp", header(
        "exp2_table", "A table of the powers of 2.",
        "2^(i/1024) in 2^-30ths, for i = 0 to 1,024.", steps(powers)).replace("{start}", f", {powers[0]}")
    yield "normal_table.hpp", header(
        "normal_table", "A table of the quantiles of the normal distribution.",
        "How far the 4,097 quantiles are below the greatest, in 2^-24ths: those of the lower tails\n"
        "/// (1 + j/128) / 2^(33 - o) for o = 0 to 31 and j = 0 to 127, then of 1/2.",
        [a - b for a, b in zip(normals, normals[1:])]).replace("{start}", "")


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in ("--write", "--check"):
        sys.exit(__doc__)
    place = Path(sys.argv[2])
    different = []
    for name, text in headers():
        if sys.argv[1] == "--write":
            (place / name).write_text(text)
        elif (place / name).read_text() != text:
            different.append(name)
    if different:
        sys.exit("not what tables.py makes: " + ", ".join(different))


main()
