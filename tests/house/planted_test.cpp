// Each house rule on a breach planted for it, and on the near miss that it must let pass: a rule that
// cannot fail guards nothing.
#include "catch.h"
#include "house/house_rules.h"
#include "house/source_text.h"

namespace crosscheck::house {
namespace {

std::string include_line(const std::string& target) { return "#include \"" + target + "\"\n"; }

bool may_include(const std::string& path, const std::string& target) {
  return check_includes(path, include_line(target)).empty();
}

bool may_use(const std::string& path, const std::string& header) {
  return check_libraries(path, "#include <" + header + ">\n").empty();
}

bool may_write(const std::string& path, const std::string& code) {
  return check_libraries(path, code).empty() && check_words(path, code).empty();
}

std::string repeated(const std::string& line, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += line;
  return out;
}

constexpr const char* kCard =
    "// what      Span: a range of bytes\n"
    "// in → out  nothing\n"
    "// owns      nothing\n"
    "// fails     never\n"
    "// threads   a value\n"
    "// cost      8 bytes\n"
    "// follows   FORMATS\n"
    "// tested by tests/unit/span_test.cpp\n"
    "#pragma once\n";

}  // namespace

TEST_CASE("an include may look down and never up or sideways", "[house]") {
  CHECK(may_include("link/link.cpp", "model/model.h"));
  CHECK(may_include("cli/main.cpp", "pipeline/pipeline.h"));
  CHECK(may_include("pipeline/pipeline.cpp", "check/check.h"));
  CHECK_FALSE(may_include("base/span.h", "model/model.h"));
  CHECK_FALSE(may_include("model/model.h", "rulebook/rulebook.h"));
  CHECK_FALSE(may_include("rulebook/rulebook.cpp", "read/read.h"));
  CHECK_FALSE(may_include("read/read.cpp", "pipeline/pipeline.h"));
  CHECK_FALSE(may_include("check/value.cpp", "link/link.h"));
  CHECK_FALSE(may_include("store/store.cpp", "read/read.h"));
  CHECK_FALSE(may_include("pipeline/pipeline.cpp", "cli/cli.h"));
}

TEST_CASE("only doors cross folders, and base is all doors", "[house]") {
  CHECK(may_include("read/read.cpp", "base/span.h"));
  CHECK(may_include("read/read.cpp", "read/front_matter.h"));
  CHECK_FALSE(may_include("read/read.cpp", "rulebook/loader.h"));
  CHECK_FALSE(may_include("pipeline/pipeline.cpp", "read/front_matter.h"));
}

TEST_CASE("an include is written from src/", "[house]") {
  CHECK_FALSE(may_include("read/read.cpp", "front_matter.h"));
  CHECK_FALSE(may_include("read/read.cpp", "../link/link.h"));
  CHECK(check_includes("read/read.cpp", "#include <vector>\n").empty());
}

TEST_CASE("an include in angle brackets or behind blanks is an include all the same", "[house]") {
  CHECK_FALSE(check_includes("check/value.cpp", "  #  include <link/link.h>\n").empty());
  CHECK(check_includes("check/value.cpp", "// #include \"link/link.h\"\n").empty());
  CHECK(check_includes("check/value.cpp", "const char* kText = \"#include <link/link.h>\";\n").empty());
}

TEST_CASE("a file outside the known rooms is a breach", "[house]") {
  CHECK_FALSE(check_includes("main.cpp", "").empty());
  CHECK_FALSE(check_includes("helpers/text.h", "").empty());
  CHECK(check_includes("read/html/html.cpp", "").empty());
}

TEST_CASE("a breach names its file, its line and the remedy", "[house]") {
  const Breaches breaches = check_includes("check/value.cpp", "#include <vector>\n\n#include \"link/link.h\"\n");
  REQUIRE(breaches.size() == 1);
  CHECK(to_string(breaches[0]) ==
        "src/check/value.cpp:3: link/link.h: check and link stand side by side and may not see "
        "each other: "
        "move what both need down, to rulebook, model or base");
}

TEST_CASE("a library stays in its room", "[house]") {
  const std::vector<std::pair<std::string, std::string>> homes{
      {"nlohmann/json.hpp", "base"}, {"nettle/sha2.h", "base"}, {"yaml.h", "rulebook"}, {"re2/re2.h", "rulebook"},
      {"re2/set.h", "rulebook"},     {"gumbo.h", "read"},       {"archive.h", "read"},  {"sqlite3.h", "store"},
      {"CLI/CLI.hpp", "cli"},        {"iostream", "cli"},       {"thread", "pipeline"}, {"future", "pipeline"}};
  for (const auto& [header, home] : homes) {
    for (const std::string room : {"base", "rulebook", "read", "claim", "store", "pipeline", "cli"}) {
      INFO(header << " in " << room);
      CHECK(may_use(room + "/file.cpp", header) == (room == home));
    }
  }
}

TEST_CASE("a library that has no place yet is a breach, a free one is not", "[house]") {
  CHECK_FALSE(may_use("link/link.cpp", "boost/regex.hpp"));
  CHECK(may_use("link/link.cpp", "fmt/format.h"));
  CHECK(may_use("link/link.cpp", "string_view"));
}

TEST_CASE("each part of ICU has its room", "[house]") {
  CHECK(may_use("base/unicode.cpp", "unicode/normalizer2.h"));
  CHECK(may_use("base/unicode.cpp", "unicode/utf8.h"));
  CHECK_FALSE(may_use("base/unicode.cpp", "unicode/rbnf.h"));
  CHECK_FALSE(may_use("base/unicode.cpp", "unicode/ubrk.h"));
  CHECK(may_use("rulebook/lexicon.cpp", "unicode/rbnf.h"));
  CHECK_FALSE(may_use("rulebook/lexicon.cpp", "unicode/brkiter.h"));
  CHECK(may_use("segment/segment.cpp", "unicode/utext.h"));
  CHECK(may_use("segment/segment.cpp", "unicode/unistr.h"));
  CHECK_FALSE(may_use("segment/segment.cpp", "unicode/dtfmtsym.h"));
  CHECK_FALSE(may_use("recognize/money.cpp", "unicode/uchar.h"));
}

TEST_CASE("only cli prints", "[house]") {
  for (const std::string code :
       {"std::cout << 1;", "std::cerr << 1;", "printf(\"x\");", "std::printf(\"x\");", "std::puts(\"x\");",
        "fmt::print(\"x\");", "std::fprintf(stderr, \"x\");", "fputs(\"x\", stdout);"}) {
    INFO(code);
    CHECK_FALSE(may_write("render/text.cpp", code));
    CHECK(may_write("cli/main.cpp", code));
  }
  CHECK(may_write("render/text.cpp", "std::snprintf(buffer, 8, \"x\"); out << 1; fmt::format(\"x\");"));
  CHECK(may_write("render/text.cpp", "// std::cout\nauto x = \"printf(\";"));
}

TEST_CASE("only pipeline starts threads", "[house]") {
  for (const std::string code : {"std::thread t(f);", "std::jthread t(f);", "auto x = std::async(f);"}) {
    INFO(code);
    CHECK_FALSE(may_write("link/link.cpp", code));
    CHECK(may_write("pipeline/pipeline.cpp", code));
  }
}

TEST_CASE("unwanted words are found, and only as words", "[house]") {
  for (const std::string code :
       {"using namespace std;", "exit(1);", "std::exit(1);", "std::quick_exit(1);", "assert(false);",
        "assert(false && \"never\");", "// TODO later", "/* FIXME */", "int XXX = 1;"}) {
    INFO(code);
    CHECK_FALSE(check_words("cli/main.cpp", code).empty());
  }
  for (const std::string code : {"using namespace std::chrono;", "on_exit(1);", "loop.exit();", "assert(falsehood);",
                                 "// 20XX, XXXX", "auto none = \"XXX\";", "// do not exit(1) here"}) {
    INFO(code);
    CHECK(check_words("cli/main.cpp", code).empty());
  }
}

TEST_CASE("a file over the limit is a breach", "[house]") {
  CHECK(check_lengths("read/read.cpp", repeated("int x;\n", 600), kFailing).empty());
  CHECK_FALSE(check_lengths("read/read.cpp", repeated("int x;\n", 601), kFailing).empty());
  CHECK_FALSE(check_lengths("read/read.cpp", repeated("int x;\n", 401), kWorthALook).empty());
}

TEST_CASE("a function over the limit is a breach, whatever form its head has", "[house]") {
  const std::vector<std::string> heads{
      "int f() {\n",
      "static std::vector<int> f(int a = 3, bool b = {}) noexcept {\n",
      "template <class T, class U = std::less<T>> requires std::integral<T> T f(T x) {\n",
      "[[nodiscard]] bool operator==(const X& other) const {\n",
      "X::X(int a) : a_{a}, b_(2), c_{{1, 2}} {\n",
      "auto f() -> std::vector<int> {\n",
      "const auto kTwice = [](int x) {\n",
      "extern \"C\" int f(const char* text) {\n",
  };
  for (const std::string& head : heads) {
    INFO(head);
    const std::string body = repeated("  if (x) { y(\"}\"); }  // }\n", 68);
    const std::string wrapped = "namespace a {\nclass X : public Y {\n public:\n";
    CHECK(check_lengths("read/read.cpp", head + body + "}\n", kFailing).empty());
    CHECK(check_lengths("read/read.cpp", head + body + "  y();\n}\n", kFailing).size() == 1);
    CHECK(check_lengths("read/read.cpp", wrapped + head + body + "  y();\n}\n};\n}\n", kFailing).size() == 1);
  }
}

TEST_CASE("the breach of a long function names it and its first line", "[house]") {
  const std::string text = "int x{1};\n\nvoid run(\n    int a) {\n" + repeated("  y();\n", 70) + "}\n";
  const Breaches breaches = check_lengths("read/read.cpp", text, kFailing);
  REQUIRE(breaches.size() == 1);
  CHECK(to_string(breaches[0]) ==
        "src/read/read.cpp:3: run() has 73 lines, more than 70: name its steps and make them "
        "functions");
}

TEST_CASE("long tables, classes and namespaces are no functions", "[house]") {
  for (const std::string head :
       {"constexpr std::array kRooms{\n", "const std::map<int, int> kTable = {\n", "struct X {\n", "enum class X {\n",
        "namespace a::b {\n", "class [[nodiscard]] X final : public Y<int> {\n", "extern \"C\" {\n"}) {
    INFO(head);
    CHECK(check_lengths("read/read.cpp", head + repeated("  \n", 100) + "};\n", kFailing).empty());
  }
}

TEST_CASE("braces in comments, strings, characters and directives are not counted", "[house]") {
  const std::string text =
      "#define OPEN {\n"
      "void f() {\n"
      "  g(\"{\", '{', R\"x({\")x\", 1'000);  // {\n"
      "  /* {\n */\n"
      "}\n" +
      repeated("int x;\n", 100);
  CHECK(check_lengths("read/read.cpp", text, kFailing).empty());
  const Breaches long_next =
      check_lengths("read/read.cpp", text + "void h() {\n" + repeated("\n", 80) + "}\n", kFailing);
  REQUIRE(long_next.size() == 1);
  CHECK(long_next[0].line == 107);
}

TEST_CASE("the room table and the folders must name the same rooms", "[house]") {
  const std::string readme =
      "| word | means |\n|---|---|\n| `mention` | a number |\n\n"
      "| room | does |\n|---|---|\n| `base/` | shelf |\n| [`read`](read/) | reads |\n";
  CHECK(check_room_table(readme, {"base", "read"}).empty());
  CHECK(check_room_table(readme, {"base", "read", "link"}).size() == 1);
  CHECK(check_room_table(readme, {"base"}) ==
        Breaches{{"README.md", 8, "the room table names `read`, but src/ has no such folder: take the row out"}});
  CHECK(check_room_table("", {"base"}).size() == 1);
  CHECK(check_room_table("`base/` is a folder\n", {"base"}).size() == 1);
}

TEST_CASE("a door's card needs every label", "[house]") {
  const std::string card = kCard;
  CHECK(check_opening("base/span.h", card).empty());
  CHECK(check_opening("read/read.h", card).empty());
  CHECK(check_opening("read/front_matter.h", "#pragma once\n").empty());
  for (const std::string label : {"what", "in → out", "owns", "fails", "threads", "cost", "follows", "tested by"}) {
    INFO(label);
    std::string lacking = card;
    lacking.replace(lacking.find("// " + label), 3 + label.size(), "// other");
    const Breaches breaches = check_opening("read/read.h", lacking);
    REQUIRE(breaches.size() == 1);
    CHECK(breaches[0].message.find('"' + label + '"') != std::string::npos);
  }
  CHECK(check_opening("read/read.h", "#pragma once\n" + card).size() == 8);
}

TEST_CASE("a card may write in -> out, colons, or one block comment", "[house]") {
  CHECK(check_opening("read/read.h",
                      "/* What: x\n * In -> out: a -> b\n * Owns: nothing\n * Fails: never\n * "
                      "Threads: a value\n"
                      " * Cost: little\n * Follows: –\n * Tested by: tests/unit/read_test.cpp */\n")
            .empty());
  CHECK(check_opening("read/read.h", "// what\n").size() == 8);
}

TEST_CASE("a .cpp opens with a comment", "[house]") {
  CHECK(check_opening("read/read.cpp", "// The idea.\n#include <vector>\n").empty());
  CHECK(check_opening("read/read.cpp", "#include <vector>\n// The idea.\n").size() == 1);
  CHECK(check_opening("read/read.cpp", "").size() == 1);
}

TEST_CASE("a test that a card names must exist", "[house]") {
  const auto exists = [](const std::string& path) { return path == "tests/unit/span_test.cpp"; };
  const std::string card = kCard;
  CHECK(check_tested_by("base/span.h", card, exists).empty());
  CHECK(check_tested_by("base/span.h", "// tested by tests/unit/span_test.cpp, tests/gone.cpp.\n", exists) ==
        Breaches{{"base/span.h", 1, "tests/gone.cpp does not exist: write that test, or name the one there is"}});
  CHECK(check_tested_by("base/span.h", "// tested by tests/cases/*.jsonl\n", exists).empty());
}

TEST_CASE("a room without its door is a breach", "[house]") {
  CHECK(check_doors_exist({"base/span.h", "read/read.h", "read/text.cpp", "cli/main.cpp"}).empty());
  CHECK(check_doors_exist({"base/span.h", "read/text.cpp"}) ==
        Breaches{{"read", 1, "the room has no door: add src/read/read.h"}});
}

TEST_CASE("a script that makes markup of text is a breach", "[house]") {
  const auto kept = [](const std::string& text) { return check_page_file("page/a.js", text, kFailing).empty(); };
  CHECK(kept("// Puts text in its place; innerHTML is not for that.\nnode.textContent = title;\n"));
  CHECK_FALSE(kept("// Puts text in its place.\nnode.innerHTML = title;\n"));
  CHECK_FALSE(kept("// Runs a word.\neval(title);\n"));
  CHECK_FALSE(kept("node.textContent = title;\n"));
  CHECK(kept("/* The look. */\na { color: red }\n"));
  CHECK_FALSE(kept("/* The look. */\n@import 'far.css';\n"));
  CHECK(kept("// Long.\n" + repeated("a();\n", 590)));
  CHECK_FALSE(kept("// Long.\n" + repeated("a();\n", 610)));
}

TEST_CASE("a vendored file that was touched, added or lost is a breach", "[house]") {
  const auto digest = [](const std::string& file) { return file == "touched.js" ? "0bad" : "600d"; };
  const std::string sums = "600d  a.js\n600d  LICENSE\n";
  CHECK(check_vendored("v", sums, digest, {"a.js", "LICENSE", "README.md", "SHA256SUMS"}).empty());
  CHECK(check_vendored("v", sums, digest, {"a.js", "b.js", "LICENSE", "README.md", "SHA256SUMS"}).size() == 1);
  CHECK(check_vendored("v", sums, digest, {"LICENSE", "README.md", "SHA256SUMS"}).size() == 1);
  CHECK(check_vendored("v", sums + "600d  touched.js\n", digest,
                       {"a.js", "touched.js", "LICENSE", "README.md", "SHA256SUMS"})
            .size() == 1);
  CHECK(check_vendored("v", "600d  a.js\n", digest, {"a.js", "SHA256SUMS"}).size() == 2);
}

}  // namespace crosscheck::house
