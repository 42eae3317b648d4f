// Schemas against small files written here, and the shipped schemas against the shipped rules. One broken
// frame shows the point: five faults, one report, each at the line and column its author must go to.
#include "rulebook/schema.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "catch.h"

using namespace crosscheck;

namespace {

const std::string kRules = std::string(CROSSCHECK_SOURCE_DIR) + "/rules/";

std::vector<std::string> faults_of(const std::string& text, const std::string& schema) {
  const YamlFile file = parse_yaml({"x.yaml", text}).value(), shape = parse_yaml({"schema.yaml", schema}).value();
  std::vector<Fault> faults;
  Schema(shape).validate(file, faults);
  std::vector<std::string> lines;
  for (const Fault& fault : faults) {
    CHECK(fault.who == Who::rules);
    lines.push_back(fault.where + " " + fault.code);
  }
  return lines;
}

std::string first_message(const std::string& text, const std::string& schema) {
  const YamlFile file = parse_yaml({"x.yaml", text}).value(), shape = parse_yaml({"schema.yaml", schema}).value();
  std::vector<Fault> faults;
  Schema(shape).validate(file, faults);
  return faults.empty() ? "" : faults.front().what;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("every fault of a file is reported at once, in the order of its lines", "[unit][rulebook]") {
  const std::string schema =
      "{type: object, required: [id, days, names], additionalProperties: false, properties: {"
      "id: {type: string, pattern: '[a-z]+/[a-z]+'}, days: {type: integer}, names: {type: array, minItems: 1},"
      "how: {type: string, enum: [fixed, monotone]}, list: {type: array, items: {type: number}}}}";
  const std::string text =
      "id: Finance\n"
      "days: soon\n"
      "how: fixd\n"
      "list:\n"
      "  - 1.5\n"
      "  - many\n"
      "nmaes: [a]\n"
      "days: 3\n";
  CHECK(faults_of(text, schema) == Lines{"x.yaml:1:1 missing-key", "x.yaml:1:5 bad-pattern", "x.yaml:2:7 wrong-type",
                                         "x.yaml:3:6 not-allowed", "x.yaml:6:5 wrong-type", "x.yaml:7:1 unknown-key",
                                         "x.yaml:8:1 duplicate-key"});
}

TEST_CASE("an unknown key is answered with the nearest known one", "[unit][rulebook]") {
  const std::string schema = "{type: object, additionalProperties: false, properties: {triggers: {}, roles: {}}}";
  CHECK_THAT(first_message("trigers: 1", schema), Catch::Contains("did you mean 'triggers'?"));
  CHECK_THAT(first_message("rolse: 1", schema), Catch::Contains("did you mean 'roles'?"));
  CHECK_THAT(first_message("colour: 1", schema), Catch::Contains("write one of triggers, roles"));
}

TEST_CASE("an inner fault says which entry it is in", "[unit][rulebook]") {
  const std::string schema =
      "{type: object, properties: {'yes': {type: array, items: {type: object, required: [text]}}}}";
  CHECK_THAT(first_message("yes:\n  - {text: a}\n  - {value: b}\n", schema), Catch::Contains("'yes[2]'"));
}

TEST_CASE("types are told apart as their readers need them", "[unit][rulebook]") {
  const auto type_ok = [](const std::string& value, const std::string& type) {
    return faults_of("a: " + value, "{properties: {a: {type: " + type + "}}}").empty();
  };
  CHECK(type_ok("30", "integer"));
  CHECK(type_ok("-3", "integer"));
  CHECK_FALSE(type_ok("1.5", "integer"));
  CHECK_FALSE(type_ok("12345678901", "integer"));
  CHECK(type_ok("1e6", "number"));
  CHECK_FALSE(type_ok("1,5", "number"));
  CHECK_FALSE(type_ok("inf", "number"));
  CHECK(type_ok("true", "boolean"));
  CHECK_FALSE(type_ok("yes", "boolean"));
  CHECK(type_ok("1.10", "string"));
  CHECK(type_ok("''", "string"));
  CHECK_FALSE(type_ok("", "string"));
  CHECK_FALSE(type_ok("[a]", "string"));
  CHECK_FALSE(type_ok("{a: b}", "array"));
  CHECK_FALSE(type_ok("[a]", "object"));
}

TEST_CASE("additional keys can be refused, allowed or given a schema", "[unit][rulebook]") {
  CHECK(faults_of("a: 1", "{type: object}").empty());
  CHECK(faults_of("a: 1", "{type: object, additionalProperties: {type: integer}}").empty());
  CHECK(faults_of("a: x", "{type: object, additionalProperties: {type: integer}}") == Lines{"x.yaml:1:4 wrong-type"});
  CHECK(faults_of("a: 1", "{type: object, additionalProperties: false}") == Lines{"x.yaml:1:1 unknown-key"});
}

TEST_CASE("too short a list, too short a text and an empty file are faults", "[unit][rulebook]") {
  CHECK(faults_of("a: []", "{properties: {a: {type: array, minItems: 1}}}") == Lines{"x.yaml:1:4 too-few"});
  CHECK(faults_of("a: ''", "{properties: {a: {minLength: 1}}}") == Lines{"x.yaml:1:4 too-few"});
  CHECK(faults_of("", "{type: object}") == Lines{"x.yaml:1:1 wrong-type"});
}

TEST_CASE("a file that is not YAML says where, and where a node stands is told from one on", "[unit][rulebook]") {
  const std::string broken = kRules + "schema/none.yaml";
  const auto missing = read_yaml(broken);
  REQUIRE_FALSE(missing.ok());
  CHECK(missing.fault().code == "not-yaml");
  CHECK(missing.fault().where == broken);

  const auto path = std::filesystem::temp_directory_path() / "crosscheck_schema_test.yaml";
  std::FILE* out = std::fopen(path.c_str(), "wb");
  REQUIRE(out != nullptr);
  std::fputs("a: 1\nb: [1, 2\nc: 3\n", out);
  std::fclose(out);
  const auto syntax = read_yaml(path.string());
  std::filesystem::remove(path);
  REQUIRE_FALSE(syntax.ok());
  CHECK(syntax.fault().code == "not-yaml");
  CHECK_THAT(syntax.fault().where, Catch::StartsWith(path.string() + ":3:"));

  const auto units = read_yaml(kRules + "units.yaml");
  REQUIRE(units.ok());
  const std::string where = where_is(units.value(), units.value().root["units"][0]);
  CHECK_THAT(where, Catch::StartsWith(kRules + "units.yaml:"));
  CHECK_THAT(where, Catch::EndsWith(":5"));
}

namespace {

const std::set<std::string> kKeywords = {"type", "properties", "required",  "additionalProperties", "items", "minItems",
                                         "enum", "pattern",    "minLength", "description"};

void check_keywords(YamlNode schema, const std::string& path) {
  for (const auto& entry : schema) {
    const auto key = entry.first.as<std::string>();
    INFO(path << ": " << key);
    CHECK(kKeywords.contains(key));
    if (key == "properties") {
      for (const auto& property : entry.second) check_keywords(property.second, path);
    } else if (key == "items" || (key == "additionalProperties" && entry.second.is_map())) {
      check_keywords(entry.second, path);
    }
  }
}

}  // namespace

TEST_CASE("the shipped schemas use the subset alone", "[unit][rulebook]") {
  for (const auto& entry : std::filesystem::directory_iterator(kRules + "schema")) {
    const auto schema = read_yaml(entry.path().string());
    REQUIRE(schema.ok());
    check_keywords(schema.value().root, entry.path().filename().string());
  }
}

TEST_CASE("the shipped files fit their schemas", "[unit][rulebook]") {
  const auto fits = [](const std::string& path, const std::string& schema_name) {
    const auto file = read_yaml(path);
    const auto schema = read_yaml(kRules + "schema/" + schema_name + ".yaml");
    INFO(path);
    REQUIRE(file.ok());
    REQUIRE(schema.ok());
    std::vector<Fault> faults;
    Schema(schema.value()).validate(file.value(), faults);
    for (const Fault& fault : faults) UNSCOPED_INFO(to_string(fault));
    CHECK(faults.empty());
  };
  fits(kRules + "units.yaml", "units");
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kRules)) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string path = entry.path().string();
    const std::string stem = entry.path().stem().string();
    if (path.find("/claims/", kRules.size()) != std::string::npos) fits(path, "frame");
    if (stem == "link") fits(path, "numbers");
    const bool is_shared = entry.path().parent_path() == kRules + "schema";
    for (const char* name : {"words", "quantities", "time", "arithmetic", "corrections", "derivations"}) {
      if (stem == name && !is_shared) fits(path, name);
    }
  }
}
