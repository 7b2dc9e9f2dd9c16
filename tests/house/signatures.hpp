// SPDX-License-Identifier: MIT
#pragma once
// The declarations of a header that its users meet: what is public, without bodies and values. And the rules on what is
// private: it is in detail/, all of it and nothing else, and no public declaration names it.
#include <tests/house/tokens.hpp>
#include <tests/house/tree.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace house {

/// A declaration: constraints, types, names and parameters. What a name stands for, such as a concept or an alias, is
/// its value, and the bases of a class are of its body.
using signature = std::vector<token>;

/// Reads the public declarations of a header, outside namespaces called detail.
class signature_reader {
 public:
  explicit signature_reader(std::string_view text) : tokens_(tokens_of(text)) {}

  std::vector<signature> read() {
    while (!is_over()) declarations(true, true);
    return std::move(found_);
  }

 private:
  /// Declarations up to the end of a namespace or class. Access: where they begin, and at most.
  void declarations(bool is_public, bool may_be_public) {
    while (!is_over()) {
      if (now() == "}") {
        ++at_;
        return;
      }
      if (is_access() && now(1) == ":") {
        is_public = may_be_public && now() == "public";
        at_ += 2;
      } else {
        declaration(is_public);
      }
    }
  }

  void declaration(bool is_public) {
    signature said;
    std::size_t angles = 0;
    std::string_view key;
    bool has_parameters = false;
    while (!is_over()) {
      const auto sign = now();
      if (sign == "operator") {
        take_operator(said);
        continue;
      }
      if (sign == "(" || sign == "[" || (sign == "{" && angles > 0)) {
        has_parameters = has_parameters || (sign == "(" && angles == 0);
        take_group(said);
        continue;
      }
      if (sign == "<") ++angles;
      if (sign == ">" && angles > 0) --angles;
      if (angles == 0) {
        if (is_class_key(sign) && !has(said, "enum")) key = sign;
        if (sign == ";") return end_at_semicolon(said, is_public);
        if (sign == "=") return end_at_value(said, is_public);
        if (sign == ":" && !key.empty()) {
          skip_bases();
          continue;
        }
        if (sign == ":" && has_parameters) return end_at_initialisers(said, is_public);
        if (sign == "{" && !is_requirement(said)) return end_at_brace(said, is_public, key);
        if (sign == "{") {
          take_group(said);
          continue;
        }
      }
      said.push_back(tokens_[at_++]);
    }
  }

  void end_at_semicolon(signature& said, bool is_public) {
    ++at_;
    keep(said, is_public);
  }
  void end_at_value(signature& said, bool is_public) {
    keep(said, is_public);
    while (!is_over() && now() != ";") skip();
    ++at_;
  }
  /// What stands between the name of a class and its brace; braces within angle brackets are of a value.
  void skip_bases() {
    std::size_t angles = 0;
    while (!is_over() && (angles > 0 || now() != "{")) {
      if (now() == "<") ++angles;
      if (now() == ">" && angles > 0) --angles;
      skip();
    }
  }
  /// `: member_(1), other_{2} { body }`
  void end_at_initialisers(signature& said, bool is_public) {
    keep(said, is_public);
    do {
      while (!is_over() && now() != "(" && now() != "{") ++at_;
      skip();
    } while (!is_over() && now() == ",");
    if (!is_over()) skip();
  }
  void end_at_brace(signature& said, bool is_public, std::string_view key) {
    if (has(said, "namespace")) {
      if (has(said, "detail")) return skip();
      ++at_;
      return declarations(true, true);
    }
    keep(said, is_public);
    if (key.empty()) return skip();
    ++at_;
    declarations(is_public && key != "class", is_public);
  }

  void keep(signature& said, bool is_public) {
    const bool is_a_check = !said.empty() && said.front().text == "static_assert";
    const bool is_a_friend = said.size() > 1 && said[0].text == "friend" && is_class_key(said[1].text);
    if (is_public && !said.empty() && !is_a_check && !is_a_friend) found_.push_back(std::move(said));
  }

  /// `operator` and its symbols, up to its parameters: `operator()`, `operator<`.
  void take_operator(signature& into) {
    into.push_back(tokens_[at_++]);
    if (!is_over() && now() == "(") take_group(into);
    while (!is_over() && now() != "(" && now() != ";") into.push_back(tokens_[at_++]);
  }
  /// Takes what stands in brackets, with them.
  void take_group(signature& into) {
    const auto from = at_;
    skip();
    into.insert(into.end(), tokens_.begin() + static_cast<std::ptrdiff_t>(from),
                tokens_.begin() + static_cast<std::ptrdiff_t>(at_));
  }
  /// Goes past a token; past what stands in brackets where it opens some.
  void skip() {
    std::size_t open = 0;
    do {
      if (is_one_of(now(), {"(", "[", "{"})) ++open;
      if (is_one_of(now(), {")", "]", "}"}) && open > 0) --open;
      ++at_;
    } while (!is_over() && open > 0);
  }

  static bool has(const signature& said, std::string_view text) {
    return std::ranges::find(said, text, &token::text) != said.end();
  }
  /// Whether `requires` or `requires (parameters)` is what was said last.
  static bool is_requirement(std::span<const token> said) {
    if (!said.empty() && said.back().text == ")") {
      std::size_t open = 0;
      do {
        open += said.back().text == ")" ? 1U : 0U;
        open -= said.back().text == "(" ? 1U : 0U;
        said = said.first(said.size() - 1);
      } while (!said.empty() && open > 0);
    }
    return !said.empty() && said.back().text == "requires";
  }
  [[nodiscard]] bool is_access() const { return is_one_of(now(), {"public", "protected", "private"}); }
  [[nodiscard]] bool is_over() const { return at_ >= tokens_.size(); }
  [[nodiscard]] std::string_view now(std::size_t later = 0) const {
    return at_ + later < tokens_.size() ? tokens_[at_ + later].text : std::string_view();
  }

  std::vector<token> tokens_;
  std::size_t at_ = 0;
  std::vector<signature> found_;
};

/// No public declaration of a header names what is private: a constraint, a parameter, what comes back, a member.
inline complaints signatures(const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    if (is_private(path)) continue;
    for (const auto& said : signature_reader(text).read()) {
      for (std::size_t i = 0; i + 2 < said.size(); ++i) {
        if (said[i].text != "detail" || said[i + 1].text != "::") continue;
        found.push_back(path + " names detail::" + std::string(said[i + 2].text) + " in a public declaration, line " +
                        std::to_string(said[i].line));
      }
    }
  }
  return found;
}

/// Private code is in detail/, and what is in detail/ is private: in a namespace called detail.
inline complaints private_code(const tree& headers) {
  complaints found;
  for (const auto& [path, text] : headers) {
    const bool is_public = !signature_reader(text).read().empty();
    if (is_private(path) && is_public) found.push_back(path + " has code outside balint::detail");
    if (!is_private(path) && !is_public && !tokens_of(text).empty())
      found.push_back(path + " has private code alone: it belongs in detail/");
  }
  return found;
}

}  // namespace house
