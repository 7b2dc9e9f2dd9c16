// SPDX-License-Identifier: MIT
// What is public in a header, and that it names nothing private. Each rule is held against the project and broken by a
// small tree.
#include <tests/house/project.hpp>
#include <tests/house/signatures.hpp>
#include <tests/house/tree.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace signatures_test {

using house::project::headers;
using testing::ElementsAre;
using testing::IsEmpty;

// The declarations of a text, each with blanks between its tokens.
std::vector<std::string> read(std::string_view text) {
  std::vector<std::string> all;
  for (const auto& said : house::signature_reader(text).read()) {
    auto& one = all.emplace_back();
    for (const auto& token : said) one += (one.empty() ? "" : " ") + std::string(token.text);
  }
  return all;
}

TEST(Signatures, EndAtBodiesAndValues) {
  EXPECT_THAT(read("int f(int a) { return g(); }\nint x = h();\nint y;"),
              ElementsAre("int f ( int a )", "int x", "int y"));
  EXPECT_THAT(read("using a = b;\ntemplate <typename T> concept c = d<T> && requires { e; };\nint z;"),
              ElementsAre("using a", "template < typename T > concept c", "int z"));
  EXPECT_THAT(read("enum class e : int { one = f() };\nint x{1};"), ElementsAre("enum class e : int", "int x"));
}
TEST(Signatures, HaveConstraintsAndDefaults) {
  EXPECT_THAT(
      read("template <a T = b{}>\n  requires requires(T t) { t.c; }\nd f(e = {}) requires g<T> { }"),
      ElementsAre("template < a T = b { } > requires requires ( T t ) { t . c ; } d f ( e = { } ) requires g < T >"));
}
TEST(Signatures, AreInNamespacesAndClassesAsFarAsTheyArePublic) {
  EXPECT_THAT(
      read("namespace a { class b { int c; public: int d; protected: int e; }; struct f { int g; private: int h; }; }"),
      ElementsAre("class b", "int d", "struct f", "int g"));
  EXPECT_THAT(read("class a { struct b { public: int c; }; };"), ElementsAre("class a"));
  EXPECT_THAT(read("struct a { class b { int c; public: int d; }; int e; };"),
              ElementsAre("struct a", "class b", "int d", "int e"));
}
TEST(Signatures, AreNotInNamespacesCalledDetail) {
  EXPECT_THAT(
      read("namespace a::detail { int b; struct c { int d; }; }\nnamespace a { namespace detail { int e; } int f; }"),
      ElementsAre("int f"));
}
TEST(Signatures, LeaveOutBasesChecksFriendsAndWhatAConstructorBeginsWith) {
  EXPECT_THAT(read("struct a : private b<c{}> { explicit a(int d) : b(d), e_{d} { f(); } int g; };"),
              ElementsAre("struct a", "explicit a ( int d )", "int g"));
  EXPECT_THAT(read("static_assert(a);\nfriend class b;\nfriend struct c;\nfriend bool d(e);"),
              ElementsAre("friend bool d ( e )"));
}
TEST(Signatures, HaveOperators) {
  EXPECT_THAT(read("struct a { b operator()(c) { } bool operator<(a) const; auto operator<=>(const a&) const = "
                   "default; int d; };"),
              ElementsAre("struct a", "b operator ( ) ( c )", "bool operator < ( a ) const",
                          "auto operator < = > ( const a & ) const", "int d"));
}

TEST(Signatures, NameNothingPrivate) { EXPECT_THAT(house::signatures(headers()), IsEmpty()); }
TEST(Signatures, AreBrokenByWhatIsPrivate) {
  const auto in = [](const std::string& text) { return house::signatures({{"balint/group/a.hpp", text}}); };
  EXPECT_THAT(in("\nvoid f(const detail::b& x);"),
              ElementsAre("balint/group/a.hpp names detail::b in a public declaration, line 2"));
  for (const auto* text :
       {"template <detail::b T> class c;", "template <typename T> requires detail::b<T> void f(T);",
        "template <typename T> void f(T) requires detail::b<T>;", "balint::detail::b f();", "auto f() -> detail::b;",
        "template <typename T = detail::b> struct c;", "void f(detail::b = {});", "struct c { detail::b d; };",
        "class c { public: void f(detail::b) const; };", "using detail::b;"}) {
    EXPECT_THAT(in(text), testing::SizeIs(1)) << text;
  }
  for (const auto* text :
       {"void f() { detail::b(); }", "class c { detail::b d; };", "struct c : detail::b {};", "using c = detail::b;",
        "template <typename T> concept c = detail::b<T>;", "friend class detail::b;", "static_assert(detail::b);",
        "// detail::b\nvoid f();", "namespace detail { struct b {}; void f(detail::b); }", "int x = detail::b();"}) {
    EXPECT_THAT(in(text), IsEmpty()) << text;
  }
  EXPECT_THAT(house::signatures({{"balint/group/detail/a.hpp", "void f(detail::b);"}}), IsEmpty());
}

TEST(PrivateCode, IsInDetail) { EXPECT_THAT(house::private_code(headers()), IsEmpty()); }
TEST(PrivateCode, IsBrokenByWhatIsPublic) {
  const auto in_detail = [](const std::string& text) {
    return house::private_code({{"balint/group/detail/a.hpp", "#pragma once\n" + text}});
  };
  EXPECT_THAT(in_detail("namespace balint::detail {\nint x;\n}\n"), IsEmpty());
  EXPECT_THAT(in_detail("namespace balint {\nint x;\n}\n"),
              ElementsAre("balint/group/detail/a.hpp has code outside balint::detail"));
  EXPECT_THAT(in_detail("namespace balint::detail {\n}\nnamespace balint {\nint x;\n}\n"), testing::SizeIs(1));
  EXPECT_THAT(in_detail("int x;\n"), testing::SizeIs(1));
  EXPECT_THAT(house::private_code({{"balint/group/a.hpp", "namespace balint {\nint x;\n}\n"}}), IsEmpty());
}
TEST(PrivateCode, IsBrokenByAPublicHeaderThatHasNothingElse) {
  EXPECT_THAT(house::private_code({{"balint/group/a.hpp", "namespace balint::detail {\nint x;\n}\n"}}),
              ElementsAre("balint/group/a.hpp has private code alone: it belongs in detail/"));
  EXPECT_THAT(house::private_code({{"balint/group/a.hpp", "#include <balint/group/b.hpp>\n"}}), IsEmpty());
}

}  // namespace signatures_test
