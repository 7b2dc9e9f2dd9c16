// SPDX-License-Identifier: MIT
#include "answer.hpp"

namespace conformance {

answer answer_to(const trace& asked, const std::string& line, simdjson::dom::parser& parser) {
  const auto out_of_turn = [&](std::string_view why) {
    return answer{{outcome::errored, std::string(why) + ": " + line.substr(0, 200)}, true};
  };
  simdjson::dom::element said;
  std::string_view name;
  std::string_view reason;
  if (parser.parse(line).get(said) != simdjson::SUCCESS) return out_of_turn("the answer is no JSON");
  if (said["case"].get(name) != simdjson::SUCCESS || name != asked.name)
    return out_of_turn("the answer is not of this \"case\"");
  if (said["skipped"].get(reason) == simdjson::SUCCESS) return {{outcome::skipped, std::string(reason)}};
  if (said["error"].get(reason) == simdjson::SUCCESS) return {{outcome::errored, "it says: " + std::string(reason)}};
  const auto judged = to_judgement(said);
  if (!judged) return {{outcome::errored, "the answer is no judgement: " + judged.error()}};
  const auto how = difference(asked.expected, *judged);
  return how.empty() ? answer{} : answer{{outcome::failed, how}};
}

}  // namespace conformance
