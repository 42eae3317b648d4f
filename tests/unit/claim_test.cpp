// The claiming room: one sentence in, claims out, told by the value's surface.
#include "claim/claim.h"

#include "render/render.h"
#include "support.h"

namespace crosscheck {
namespace {

/// The claim over `surface`; a claim without a rule when there is none.
Claim claim_in(const std::string& text, const std::string& surface) {
  const auto reading = support::read_text(text);
  for (const Claim& claim : reading.article.claims) {
    if (text_at(reading.document, claim.place) == surface) return claim;
  }
  return {};
}

std::string role(const Claim& claim, const std::string& name) {
  return claim.role(name) == nullptr ? "" : claim.role(name)->value;
}

TEST_CASE("a frame's value takes its roles from the sentence", "[unit][claim]") {
  const Claim claim = claim_in("In 2019 Globex, a chip designer, invested $2 billion in Initech.", "$2 billion");
  CHECK(claim.rule == "finance/investment");
  CHECK(role(claim, "investor") == "Globex");
  CHECK(role(claim, "investee") == "Initech");
  CHECK(to_edtf(claim.time.value) == "2019");
  CHECK(claim.confidence > 0.9);
}

TEST_CASE("what no frame takes, the generic frame takes with the head of its phrase", "[unit][claim]") {
  const Claim claim = claim_in("The storm over Oberlind destroyed 340 beehives.", "340");
  CHECK(claim.rule == "generic");
  CHECK(claim.attribute.find("beehive") != std::string::npos);
  CHECK(claim.confidence < 0.9);
  CHECK(std::is_sorted(claim.words.begin(), claim.words.end()));
}

TEST_CASE("two values of one sentence keep their own facts and times", "[unit][claim]") {
  const std::string text = "Globex invested $1 billion in Initech in 2019 and $10 billion in 2023.";
  CHECK(to_edtf(claim_in(text, "$1 billion").time.value) == "2019");
  CHECK(to_edtf(claim_in(text, "$10 billion").time.value) == "2023");
}

TEST_CASE("how a fact is meant is told apart from the fact", "[unit][claim]") {
  CHECK(claim_in("Globex acquired Initech for $3 billion.", "$3 billion").modality == Modality::asserted);
  CHECK(claim_in("Globex did not pay $3 billion for Initech.", "$3 billion").modality == Modality::denied);
  CHECK(claim_in("Globex plans to acquire Initech for $3 billion.", "$3 billion").modality == Modality::planned);
}

TEST_CASE("a vague time makes no claim", "[unit][claim]") {
  CHECK(support::read_text("The plant opened recently.").article.claims.empty());
}

TEST_CASE("an ordinal beside a figure stays a word to the figure's frame", "[unit][claim]") {
  const std::string text = "Globex made its first investment of $2 billion in Initech the next year.";
  const Claim money = claim_in(text, "$2 billion");
  CHECK(money.rule == "finance/investment");
  CHECK(role(money, "investee") == "Initech");
  CHECK(claim_in(text, "first").kind == MentionKind::ordinal);
  CHECK(claim_in(text, "first").attribute == "investment");
}

TEST_CASE("a relative date of an article without one keeps its words' way there", "[unit][claim]") {
  const Claim a = claim_in("The navy sank a boat last month.", "last month");
  const Claim b = claim_in("Last month, it sank a boat.", "Last month");
  CHECK_FALSE(a.when.known());
  CHECK(a.time.basis == TimeBasis::unknown);
  CHECK(a.time.when == b.time.when);
  CHECK_FALSE(a.time.when.empty());
  CHECK(a.time.when != claim_in("The navy sank a boat last year.", "last year").time.when);
}

/// `claims`: what must be there; `none`: surfaces that no claim may have.
void check_row(const Json& row) {
  const std::string text = row.at("text").get<std::string>();
  INFO(text);
  const Report report = support::report_on({{"a.txt", text}}, 1, row.value("published", ""));
  std::vector<Json> claims;
  for (const Claim& claim : report.claims) claims.push_back(parse_json(render_claim(report, claim)).value());
  const auto found = [&](const Json& surface) {
    return std::find_if(claims.begin(), claims.end(),
                        [&](const Json& claim) { return claim.at("surface") == surface; });
  };
  for (const Json& expected : row.value("claims", Json::array())) {
    INFO(expected.dump());
    const auto claim = found(expected.at("surface"));
    REQUIRE(claim != claims.end());
    INFO(claim->dump());
    for (const auto& [key, value] : expected.items()) {
      const bool of_value = key == "value" || key == "low" || key == "high";
      CHECK((of_value ? claim->at("value").at(key) : claim->at(key)) == value);
    }
  }
  for (const Json& surface : row.value("none", Json::array())) {
    INFO("none: " << surface.dump());
    CHECK(found(surface) == claims.end());
  }
}

TEST_CASE("what states something makes a claim, what only sounds like it makes none", "[unit][cases][claim]") {
  const auto rows = support::json_lines(support::repo_path("tests/cases/claim/en.jsonl"));
  CHECK(rows.size() >= 30);
  for (const Json& row : rows) check_row(row);
}

// What a quantity measures: the same fact in other words reads alike, another fact does not.

struct Row {
  const char *text, *surface, *head, *verb;
};

TEST_CASE("a count's head and verb are told from the words around it", "[unit][claim][measured]") {
  const Row rows[] = {
      {"The blast in Oberlind killed 34 people.", "34", "people", "kill"},
      {"At least 34 people were left dead by the blast.", "34", "people", "kill"},
      {"The blast left 34 dead.", "34", "people", "kill"},
      {"Officials reported 34 deaths in Oberlind.", "34", "people", "kill"},
      {"The death toll rose to 34 on Monday.", "34", "people", "kill"},
      {"The blast destroyed the hall, killing 34.", "34", "people", "kill"},
      {"Five people were killed and 250 others injured.", "250", "people", "injure"},
      {"We have recorded 24 people dead, the mayor said.", "24", "people", "kill"},
      {"Police said 14,000 people fled their homes.", "14,000", "people", "displace"},
      {"The navy seized seven AK-47 rifles and three launchers.", "three", "launcher", "seize"},
      {"The navy seized seven AK-47 rifles and three launchers.", "seven", "gun", "seize"},
      {"Officers confiscated 12 AK 47 guns.", "12", "gun", "seize"},
      {"The arrest of the 23 smugglers was announced.", "23", "smuggler", "arrest"},
      {"The home side is on a three-game losing streak.", "three", "game", ""},
      {"Hundreds of public and private buildings were damaged.", "Hundreds of", "building", "damage"},
      {"The bank employs 80 crew members.", "80", "sailor", "hire"},
      // Near misses: the noun, the verb or the part differs.
      {"The blast injured 34 people.", "34", "people", "injure"},
      {"The executives of Globex met 34 suppliers.", "34", "supplier", "meet"},
      {"Globex was founded with 34 shops.", "34", "shop", "establish"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Measured measured = claim_in(row.text, row.surface).measured;
    CHECK(measured.head == row.head);
    if (*row.verb != 0) CHECK(measured.verb == row.verb);
  }
}

TEST_CASE("amounts, grades and ages have heads of their own", "[unit][claim][measured]") {
  const Row rows[] = {
      {"A magnitude 6.1 earthquake struck Oberlind.", "6.1", "magnitude", "hit"},
      {"The 6.1-magnitude quake rattled Oberlind.", "6.1", "magnitude", "hit"},
      {"The quake struck at a depth of just 10 km in the hills.", "10 km", "depth", "hit"},
      {"Globex agreed a $5.4 billion deal for Initech.", "$5.4 billion", "deal", "buy"},
      {"Thieves stole £910,000 worth of jewellery from the shop.", "£910,000", "jewel", "steal"},
      {"The larger boat was a 10-metre dhow.", "10-metre", "ship", ""},
      {"Anna Smith, 43, was killed in the fire.", "43", "age", ""},
      {"The actor Anna Smith was famous. She was 95.", "95", "age", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const Measured measured = claim_in(row.text, row.surface).measured;
    CHECK(measured.head == row.head);
    if (*row.verb != 0) CHECK(measured.verb == row.verb);
  }
}

TEST_CASE("a date takes the verb of the event it dates", "[unit][claim][measured]") {
  CHECK(claim_in("The quake struck Oberlind in May 2013.", "May 2013").measured.verb == "hit");
  CHECK(claim_in("The May 2013 quake was felt far away.", "May 2013").measured.verb == "hit");
  CHECK(claim_in("In May 2013, Globex bought Initech.", "May 2013").measured.verb == "buy");
  CHECK(claim_in("The murder of two men in May 2013 was solved.", "May 2013").measured.verb == "kill");
  CHECK(claim_in("Globex bought Initech, it announced in May 2013.", "May 2013").measured.verb == "announce");
}

TEST_CASE("whose a value is and where it holds", "[unit][claim][measured]") {
  CHECK(claim_in("Anna Smith, 43, was killed in the fire.", "43").measured.owner == "anna smith");
  CHECK(claim_in("The 43-year-old Smith left Globex in May.", "43-year-old").measured.owner == "smith");
  CHECK(claim_in("On Friday Rahman (45-3, 36 KOs) lost to Jones.", "36").measured.owner == "rahman");
  CHECK(claim_in("He said Globex's 34 shops were closed.", "34").measured.owner == "globex");
  CHECK(claim_in("At the blast 34 people were killed.", "34").measured.owner.empty());
  CHECK(claim_in("A total of 34 people were killed off the coast of Somalia.", "34").measured.place == "somalia");
  CHECK(claim_in("In Somalia, the blast killed 34 people.", "34").measured.place == "somalia");
  CHECK(claim_in("The blast killed 34 people and angered Somalia.", "34").measured.place.empty());
}

TEST_CASE("what tells a part from the whole is scope, a bound is not", "[unit][claim][measured]") {
  using Words = std::vector<std::string>;
  CHECK(claim_in("The blast injured 250 others.", "250").measured.scope == Words{"other"});
  CHECK(claim_in("In all, the blast injured a total of 250.", "250").measured.scope == Words{"total"});
  CHECK(claim_in("So far 250 people were injured.", "250").measured.scope == Words{"so-far"});
  CHECK(claim_in("At least 250 people were injured.", "250").measured.scope.empty());
  CHECK(claim_in("More than 250 people were injured.", "250").measured.scope.empty());
}

TEST_CASE("a language without word lists has the word behind the value", "[unit][claim][measured]") {
  const auto reading = support::read_text("Mae 34 ysgol newydd yno.", "", "a.txt", "cy");
  REQUIRE_FALSE(reading.article.claims.empty());
  CHECK(reading.article.claims[0].measured.head == "ysgol");
  CHECK(reading.article.claims[0].measured.verb.empty());
}

TEST_CASE("an ordinal tells which one, a vague time and the number of a street tell nothing", "[unit][claim]") {
  CHECK(claim_in("The second plant opened recently.", "second").measured.head == "plant");
  CHECK(support::read_text("The plant on 117th Street opened recently.").article.claims.empty());
}

}  // namespace
}  // namespace crosscheck
