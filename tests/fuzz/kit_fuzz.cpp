// SPDX-License-Identifier: MIT
// The wire of the conformance kit: any bytes as a case file, whose traces have to be asked in one line of JSON that
// says the same, and any bytes as an answer.
#include "examples/apps/conformance_kit/answer.hpp"
#include "examples/apps/conformance_kit/suite.hpp"

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/fuzz/bytes.hpp"

namespace {

using namespace conformance;

void asks_what_it_says(const trace& one) {
  simdjson::dom::parser parser;
  simdjson::dom::element asked;
  const auto line = one.request();
  fuzz::demand(line.find('\n') == line.size() - 1, "what is asked is one line");
  fuzz::demand(parser.parse(line).get(asked) == simdjson::SUCCESS, "what is asked is JSON");
  std::string_view name;
  fuzz::demand(asked["case"].get(name) == simdjson::SUCCESS && name == one.name, "what is asked names its case");
  simdjson::dom::array events;
  fuzz::demand(asked["events"].get(events) == simdjson::SUCCESS && events.size() == one.events.size(),
               "what is asked has the events of its trace");
  fuzz::demand(difference(one.expected, one.expected).empty(), "what is expected is no difference");
}

trace one_that_conforms() {
  trace one{"one", "{}", {}, {}};
  one.expected.verdict = "conforming";
  return one;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  simdjson::dom::parser parser;
  simdjson::dom::element whole;
  if (parser.parse(text).get(whole) == simdjson::SUCCESS) {
    if (const auto read = to_case(whole, "case.json")) {
      for (const auto& one : read->traces) asks_what_it_says(one);
    } else {
      fuzz::demand(read.error().starts_with("case.json: "), "what is wrong is said of its file");
    }
  }
  const auto asked = one_that_conforms();
  const auto came = answer_to(asked, text, parser);
  fuzz::demand((came.how.what == outcome::passed) == came.how.why.empty() || came.how.what == outcome::skipped,
               "what did not pass says why");
  return 0;
}
