// Small documents, and where their nodes stand.
#include "rulebook/yaml.h"

#include <string>

#include "catch.h"

namespace crosscheck {
namespace {

struct Read {
  std::shared_ptr<const YamlTree> tree;
  YamlNode root;
};

Read read(const std::string& text) {
  auto parsed = YamlTree::parse(text);
  REQUIRE(std::holds_alternative<std::shared_ptr<const YamlTree>>(parsed));
  auto tree = std::get<std::shared_ptr<const YamlTree>>(parsed);
  return {tree, tree->root()};
}

YamlError refused(const std::string& text) {
  const auto parsed = YamlTree::parse(text);
  REQUIRE(std::holds_alternative<YamlError>(parsed));
  return std::get<YamlError>(parsed);
}

TEST_CASE("maps, lists and texts are read, and each knows its place", "[unit][rulebook][yaml]") {
  const Read file = read("a: [1, 'two', ~]\n\"é\":\n  x: >-\n    one\n    line\n");
  const YamlNode list = file.root["a"];
  REQUIRE(list.is_list());
  CHECK(list.size() == 3);
  CHECK(list[0].as<int>() == 1);
  CHECK(list[1].text() == "two");
  CHECK(list[2].is_null());
  CHECK(list[1].mark().line == 0);
  CHECK(list[1].mark().column == 7);
  CHECK(file.root["é"]["x"].text() == "one line");
  CHECK(file.root["é"]["x"].mark().line == 2);
  CHECK_FALSE(file.root["b"]);
  CHECK_FALSE(file.root["b"]["c"]);
  CHECK(file.root["b"].size() == 0);
  CHECK_FALSE(list[3]);
}

TEST_CASE("a column counts characters", "[unit][rulebook][yaml]") {
  const Read file = read("é: ü\n");
  CHECK(file.root["é"].mark().column == 3);
}

TEST_CASE("nothing, ~ and null are null where they stand bare", "[unit][rulebook][yaml]") {
  for (const char* bare : {"a:", "a: ~", "a: null"}) CHECK(read(bare).root["a"].is_null());
  for (const char* text : {"a: ''", "a: '~'", "a: \"null\""}) CHECK(read(text).root["a"].is_text());
  CHECK_FALSE(read("# nothing but this\n").root);
}

TEST_CASE("a list or a map is walked in its order", "[unit][rulebook][yaml]") {
  const Read file = read("b: [x, y]\na: {k: v}\nb: z\n");
  std::string seen;
  for (const auto& entry : file.root) {
    seen += entry.first.text() + (entry.second.is_text() ? "=" + entry.second.text() : "") + ";";
    if (entry.second.is_list()) {
      for (const auto& item : entry.second) seen += item.text() + ",";
    }
  }
  CHECK(seen == "b;x,y,a;b=z;");
  CHECK(file.root["b"].is_list());  // of two keys the first
}

TEST_CASE("an alias is the node it names", "[unit][rulebook][yaml]") {
  const Read file = read("a: &list [x, y]\nb: *list\n");
  CHECK(file.root["b"].as<std::vector<std::string>>() == std::vector<std::string>{"x", "y"});
  CHECK(refused("a: *nobody\n").mark.column == 3);
  CHECK_THAT(refused("a: &a [*a]\n").what(), Catch::Contains("&a"));
}

TEST_CASE("aliases that unfold without end, and nesting without end, are refused", "[unit][rulebook][yaml]") {
  std::string laughs = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 40; ++i) {
    const std::string n = std::to_string(i), before = std::to_string(i - 1);
    laughs += "a" + n + ": &a" + n + " [*a" + before + ", *a" + before + "]\n";
  }
  CHECK_THAT(refused(laughs).what(), Catch::Contains("million"));
  CHECK_THAT(refused(std::string(100000, '[')).what(), Catch::Contains("deep"));
}

TEST_CASE("what is no YAML is told with its line and column", "[unit][rulebook][yaml]") {
  CHECK(refused("a: 1\nb: [1, 2\nc: 3\n").mark.line == 2);
  CHECK_THAT(refused("a: 1\nb: [1, 2\nc: 3\n").what(), Catch::EndsWith("which begins at 2:4"));
  CHECK(refused("a: 1\n---\nb: 2\n").mark.line == 1);
  const YamlError control = refused("a: é\nb: x\x01y\n");
  CHECK(control.mark.line == 1);
  CHECK(control.mark.column == 4);
}

TEST_CASE("a text that is no number or truth is refused as one", "[unit][rulebook][yaml]") {
  const Read file = read("{a: x1, b: 0.5, c: 'true', d: [1]}");
  CHECK_THROWS_AS(file.root["a"].as<int>(), YamlError);
  CHECK(file.root["b"].as<double>() == 0.5);
  CHECK_THROWS_AS(file.root["b"].as<int>(), YamlError);
  CHECK(file.root["c"].as<bool>());
  CHECK_THROWS_AS(file.root["d"].as<std::string>(), YamlError);
  CHECK_THROWS_AS(file.root["e"].as<std::string>(), YamlError);
}

}  // namespace
}  // namespace crosscheck
