// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// What the HTML report begins with.
#include "common/html_head.hpp"

#include <string>

/// From the doctype to what a reader should know first.
[[nodiscard]] inline std::string html_page() {
  return html_head("Recorded sessions and their protocol") +
         R"html(<p>A report is about what a session’s record shows, never about a person. A record shows what was written down, not what
happened. Ending early is the leader’s right, and letting a turn go by is everybody’s. Ids are pseudonyms. What only people
can notice, such as respect or a confidence kept, is here only where somebody said so.</p>
)html";
}
