// SPDX-License-Identifier: MIT
// Pieces of JSON: what is plain is written as anything is.
#include <balint/log/jsonl/detail/piece.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace piece_test {

using balint::detail::any_piece;
using balint::detail::append_piece;
using balint::detail::plain_piece;

constexpr auto put_all(std::string_view text) {
  return [text](auto& piece) {
    piece.put(R"({"at":")");
    piece.put(balint::instant{1'772'469'070'250});
    piece.put(R"(","by":)");
    piece.put_quoted(text);
    piece.put(",");
    piece.put_known("option");
    piece.put(std::uint16_t{65'535});
    piece.put("}\n");
  };
}
std::string as_any(std::string_view text) {
  std::string out;
  any_piece any{out};
  put_all(text)(any);
  return out;
}

TEST(Piece, IsTheSameWhicheverWayItIsPut) {
  for (const std::string_view text : {"", "anna", "\"", "a\\b", "\n", "\x7F", "Анна", "\xFF"}) {
    std::string out = "before ";
    append_piece(out, put_all(text));
    EXPECT_EQ(out, "before " + as_any(text)) << text;
  }
  EXPECT_EQ(as_any("anna"), "{\"at\":\"2026-03-02T16:31:10.250Z\",\"by\":\"anna\",option65535}\n");
}
TEST(Piece, OfAnyLengthIsWhole) {
  for (std::size_t size = 0; size < 1200; ++size) {
    const std::string text(size, 'a');
    std::string out;
    append_piece(out, put_all(text));
    ASSERT_EQ(out, as_any(text)) << size;
  }
}
TEST(Piece, IsPlainWhereNothingHasToBeEscaped) {
  plain_piece plain;
  plain.put_quoted("anna");
  EXPECT_TRUE(plain.is_plain());
  EXPECT_EQ(plain.text(), R"("anna")");
  plain.put_quoted("a\tb");
  plain.put_quoted("anna");
  EXPECT_FALSE(plain.is_plain());
}

}  // namespace piece_test
