// The recognizer against rows of plain news English, tests/cases/recognize/en.jsonl, and against numbers and amounts of
// other languages, numbers.jsonl, whose rows name their "language":
//   {"text": "Nearly 300 jobs are at risk.", "mentions": [{"surface": "300", "kind": "number", "value": "300", "bound": "less_than"}]}
// What a row lists must be there, with the fields it gives; "absent" names kinds and surfaces that must not be.
// Mentions are read as `crosscheck mentions` writes them. A row with a "reference" date is about dates that hang
// on it: their value is the one that the claim has once `normalize` has resolved it.
#include "recognize/recognize.h"

#include "pipeline/verify.h"
#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

std::vector<Json> mentions_of(const support::Reading& reading) {
  auto parsed = parse_json(render_mentions(reading.document, reading.article));
  if (!parsed.ok()) FAIL(to_string(parsed.fault()));
  std::vector<Json> mentions;
  for (const Json& mention : parsed.value().at("mentions")) {
    if (mention.at("kind") != "entity") mentions.push_back(mention);
  }
  return mentions;
}

/// The resolved date of the claim over these bytes.
std::string resolved(const support::Reading& reading, const Json& mention) {
  for (const Claim& claim : reading.article.claims) {
    if (claim.dated() && claim.place.span.begin == mention.at("begin").get<std::uint32_t>()) return to_edtf(claim.when);
  }
  return "no claim";
}

const Json* find(const std::vector<Json>& mentions, const Json& expected) {
  for (const Json& mention : mentions) {
    if (mention.at("surface") == expected.at("surface") && mention.at("kind") == expected.at("kind")) return &mention;
  }
  return nullptr;
}

void check_row(const Json& row) {
  const std::string reference = row.value("reference", std::string());
  const auto reading =
      support::read_text(row.at("text").get<std::string>(), reference, "a.txt", row.value("language", std::string()));
  const std::vector<Json> mentions = mentions_of(reading);
  INFO(row.at("text").get<std::string>());
  for (const Json& mention : mentions) UNSCOPED_INFO("read: " << mention.dump());
  CHECK(first_breach(reading.document, reading.article) == "");
  for (const Json& expected : row.at("mentions")) {
    const Json* mention = find(mentions, expected);
    INFO("expected: " << expected.dump());
    CHECK(mention != nullptr);
    if (mention == nullptr) continue;
    for (const char* field : {"unit", "bound", "low", "high", "mod"}) {
      if (expected.contains(field)) CHECK(mention->value(field, Json()) == expected.at(field));
    }
    if (!expected.contains("value")) continue;
    if (reference.empty())
      CHECK(mention->at("value") == expected.at("value"));
    else
      CHECK(resolved(reading, *mention) == expected.at("value").get<std::string>());
  }
  for (const Json& absent : row.value("absent", Json::array())) {
    for (const Json& mention : mentions) {
      INFO("absent: " << absent);
      CHECK(mention.at("kind") != absent);
      CHECK(mention.at("surface") != absent);
    }
  }
}

TEST_CASE("figures and dates of plain news English are read as meant", "[unit][cases][recognize]") {
  const auto rows = support::json_lines(support::repo_path("tests/cases/recognize/en.jsonl"));
  CHECK(rows.size() >= 80);
  for (const Json& row : rows) check_row(row);
}

TEST_CASE("numbers and amounts of other languages are read as meant", "[unit][cases][recognize]") {
  const auto rows = support::json_lines(support::repo_path("tests/cases/recognize/numbers.jsonl"));
  CHECK(rows.size() >= 20);
  for (const Json& row : rows) check_row(row);
}

TEST_CASE("an exact figure claims half a unit of its last digit either way", "[unit][recognize]") {
  const auto interval = [](const std::string& text) {
    const auto reading = support::read_text(text);
    for (const Mention& mention : reading.article.mentions) {
      if (mention.kind != MentionKind::entity) return to_string(mention.quantity.interval);
    }
    return std::string("nothing");
  };
  CHECK(interval("It is worth $157 billion.") == "[156500000000,157500000000]");
  CHECK(interval("It is worth $1.5 billion.") == "[1450000000,1550000000]");
  CHECK(interval("It rose 3.0%.") == "[2.95,3.05]");
  CHECK(interval("There were 34 people.") == "[34,34]");
  CHECK(interval("It cost over $13 billion.") == "(13000000000,)");
  CHECK(interval("It cost up to $13 billion.") == "(,13000000000]");
  CHECK(interval("It cost $5-6 million.") == "[5000000,6000000]");
  CHECK(interval("Dozens were hurt.") == "[24,)");
  CHECK(interval("It is a multibillion-dollar deal.") == "[2000000000,)");
}

TEST_CASE("mentions stand in text order and never overlap", "[unit][recognize]") {
  for (const std::string& folder : support::story_folders()) {
    for (const support::Source& source : support::sources_in(folder)) {
      const auto reading = support::read_text(source.text, "", source.name);
      const Mention* before = nullptr;
      for (const Mention& mention : reading.article.mentions) {
        INFO(source.name << ": " << text_at(reading.document, {mention.field, mention.span}));
        if (before != nullptr && before->field == mention.field) CHECK(before->span.end <= mention.span.begin);
        before = &mention;
      }
    }
  }
}

}  // namespace
}  // namespace crosscheck
