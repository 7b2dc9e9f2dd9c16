// SPDX-License-Identifier: MIT
#pragma once
/// @file
/// XML that is not trusted, element by element, in bounded memory: libxml2's SAX, without document types and entities.
#include <balint/log/detail/encoding.hpp>
#include <balint/log/format_error.hpp>
#include <balint/log/xes/detail/gzip_input.hpp>

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace balint::detail {

/// A text of libxml2's, whose length is not asked for before it is needed. Null is empty.
class xml_text {
 public:
  constexpr explicit xml_text(const xmlChar* text) noexcept : text_(text) {}
  [[nodiscard]] bool empty() const noexcept { return text_ == nullptr || *text_ == 0; }
  /// Where it stands: names and namespaces stand in one place each while a file is parsed.
  [[nodiscard]] const xmlChar* place() const noexcept { return text_; }
  [[nodiscard]] operator std::string_view() const noexcept {
    return text_ == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text_));
  }
  friend bool operator==(xml_text text, std::string_view wanted) noexcept {
    if (text.text_ == nullptr) return wanted.empty();
    const auto* at = text.text_;
    for (const char c : wanted) {
      if (static_cast<char>(*at++) != c) return false;
    }
    return *at == 0;
  }

 private:
  const xmlChar* text_;
};

/// The name of an element, in its namespace.
struct xml_name {
  xml_text local;
  xml_text prefix;  ///< Empty: none.
  xml_text space;   ///< The URI of the namespace; empty: none.
};

/// The attributes of an element.
class xml_attributes {
 public:
  xml_attributes(const xmlChar** all, int count) : all_(all, static_cast<std::size_t>(count) * width) {}
  /// The value of an attribute, without a namespace; no data: there is none.
  [[nodiscard]] std::string_view find(std::string_view name) const noexcept {
    for (std::size_t i = 0; i < all_.size(); i += width) {
      if (all_[i + 1] != nullptr || xml_text(all_[i]) != name) continue;
      const auto* const begin = reinterpret_cast<const char*>(all_[i + 3]);
      return {begin, static_cast<std::size_t>(all_[i + 4] - all_[i + 3])};
    }
    return {};
  }

 private:
  static constexpr std::size_t width = 5;  // libxml2 gives name, prefix, namespace, begin and end of the value.
  std::span<const xmlChar*> all_;
};

/// Reads XML block by block and calls `handler.element(name, attributes)` and `handler.end_element(name)`.
template <typename Handler>
class xml_input {
 public:
  /// The most bytes that one tag may have.
  static constexpr std::size_t max_tag = std::size_t{1} << 20U;

  line_fault fault;
  std::uint64_t fault_line = 0;

  xml_input(std::FILE* from, Handler& handler) : handler_(handler), bytes_(from) {}
  xml_input(const xml_input&) = delete;
  xml_input& operator=(const xml_input&) = delete;
  ~xml_input() = default;

  /// Parses the next block; false: it was the last, or there is a fault.
  [[nodiscard]] bool parse_block() {
    const auto size = bytes_.read(block_);
    if (size == 0) return finish();
    if (!parser_ && (is_utf32(size) || !start())) return false;
    feed(size, false);
    const auto* const input = parser_->input;
    if (is_good() && input != nullptr && static_cast<std::size_t>(input->end - input->cur) > max_tag) {
      fail("a tag of more than 1 MiB", "shorter ones");
    }
    return is_good();
  }
  /// The line that is parsed, from 1.
  [[nodiscard]] std::uint64_t line() const noexcept {
    if (!parser_ || parser_->input == nullptr) return 1;
    return static_cast<std::uint64_t>(parser_->input->line);
  }
  [[nodiscard]] bool is_good() const noexcept { return fault.found.empty(); }
  /// Stops with a fault; the first one counts.
  void fail(std::string found, std::string expected) {
    if (is_good()) {
      fault = {0, std::move(found), std::move(expected)};
      fault_line = line();
    }
    if (parser_) xmlStopParser(parser_.get());
  }

 private:
  struct free_parser {
    void operator()(xmlParserCtxt* parser) const noexcept { xmlFreeParserCtxt(parser); }
  };

  static xml_input& self(void* data) noexcept { return *static_cast<xml_input*>(data); }
  bool start() {
    xmlSAXHandler calls{};
    calls.initialized = XML_SAX2_MAGIC;
    calls.startElementNs = [](void* data, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri, int,
                              const xmlChar**, int count, int, const xmlChar** attributes) {
      if (self(data).is_good()) {
        self(data).handler_.element(xml_name{xml_text(name), xml_text(prefix), xml_text(uri)},
                                    xml_attributes(attributes, count));
      }
    };
    calls.endElementNs = [](void* data, const xmlChar* name, const xmlChar*, const xmlChar*) {
      if (self(data).is_good()) self(data).handler_.end_element(xml_text(name));
    };
    calls.internalSubset = [](void* data, const xmlChar*, const xmlChar*, const xmlChar*) {
      self(data).fail("a document type (DOCTYPE)", "none: a log needs neither types nor entities");
    };
    // The error is constant from libxml2 2.12 on.
    calls.serror = [](void* data, auto* error) { self(data).broken(*error); };
    // Readers may begin in several threads at a time, which libxml2 is to know before.
    [[maybe_unused]] static const bool is_ready = (xmlInitParser(), true);
    parser_.reset(xmlCreatePushParserCtxt(&calls, this, nullptr, 0, nullptr));
    if (!parser_) {
      fail("no memory for the XML parser", "more memory");
      return false;
    }
    // Without NOENT, libxml2 hands on `&amp;` as `&#38;`. There are no other entities: document types are refused.
    xmlCtxtUseOptions(parser_.get(), XML_PARSE_NONET | XML_PARSE_NOENT);
    return true;
  }
  /// Says that the file begins in UTF-32, which libxml2 reads in some versions only.
  bool is_utf32(std::size_t size) {
    auto wide = wide_encoding_fault({block_.data(), size});
    const bool is_it = wide && wide->found.ends_with("UTF-32");
    if (is_it) fail(std::move(wide->found), std::move(wide->expected));
    return is_it;
  }
  void feed(std::size_t size, bool is_last) {
    xmlParseChunk(parser_.get(), block_.data(), static_cast<int>(size), is_last ? 1 : 0);
  }
  bool finish() {
    if (!bytes_.found().empty()) {
      fail(bytes_.found(), bytes_.expected());
    } else if (!parser_) {
      fail("an empty file", "a log in XES");
    } else {
      is_at_end_ = true;
      feed(0, true);
    }
    return false;
  }
  void broken(const xmlError& error) {
    if (error.level != XML_ERR_FATAL || !is_good()) return;
    if (is_at_end_) return fail("the end of the file inside the log", "the rest of a file that was cut off");
    std::string_view said = error.message == nullptr ? "" : error.message;
    while (said.ends_with('\n')) said.remove_suffix(1);
    fault_line = error.line > 0 ? static_cast<std::uint64_t>(error.line) : line();
    fault = {error.int2 > 0 ? static_cast<std::uint64_t>(error.int2) : 0, "broken XML (" + shown(said) + ")",
             "well-formed XML"};
  }

  Handler& handler_;
  gzip_input bytes_;
  std::array<char, std::size_t{1} << 14U> block_{};
  std::unique_ptr<xmlParserCtxt, free_parser> parser_;
  bool is_at_end_ = false;
};

}  // namespace balint::detail
