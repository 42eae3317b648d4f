// `crosscheck train` on a corpus of two events: weights by name, and annotations that do not fit their articles are faults.
#include "pipeline/pipeline.h"
#include "support.h"

namespace crosscheck {
namespace {

using support::TemporaryFolder;

std::string row(const std::string& id, const std::string& text) {
  return Json{{"id", id}, {"text", text}, {"language", "en"}, {"published", "2012-04-12"}}.dump() + "\n";
}

std::string told(const std::string& place, const std::string& toll, const std::string& hurt) {
  return "A bomb exploded at a crowded market in " + place + " on Wednesday morning. The blast killed " + toll +
         " people and hurt " + hurt + " others, police in " + place + " said. It destroyed 40 stalls.";
}

Json mention(const std::string& doc, const std::string& quote, const std::string& surface) {
  return {{"doc", doc}, {"quote", quote}, {"surface", surface}};
}

/// Two articles an event; the toll is annotated, told alike or not.
class TinyCorpus {
 public:
  TinyCorpus() {
    folder_.write("docs.jsonl", row("a1", told("Oberlind", "14", "62")) + row("a2", told("Oberlind", "17", "62")) +
                                    row("b1", told("Ostrava", "5", "23")) + row("b2", told("Ostrava", "5", "31")));
    for (const auto& [event, toll, other] : {std::tuple{"a", "14", "17"}, std::tuple{"b", "5", "5"}}) {
      const std::string id = event;
      add({{"topic", event},
           {"values", {{{"mentions", {mention(id + "1", std::string("killed ") + toll, toll)}}},
                       {{"mentions", {mention(id + "2", std::string("killed ") + other, other)}}}}}});
    }
  }
  void add(const Json& fact) { facts_ += fact.dump() + "\n"; }
  void add_line(const std::string& line) { facts_ += line + "\n"; }

  Result<Trained> train(const std::string& leave_out = "") const {
    folder_.write("facts.jsonl", facts_);
    TrainingOptions training;
    training.facts = folder_ / "facts.jsonl";
    training.leave_out = leave_out;
    return run_training(support::shipped_rules(), {folder_ / "docs.jsonl"}, training, {});
  }

 private:
  TemporaryFolder folder_;
  std::string facts_;
};

TEST_CASE("training gives three models whose features have names", "[unit][link][pipeline]") {
  const auto trained = TinyCorpus().train();
  REQUIRE(trained.ok());
  for (const char* model : {"equal", "blind", "classes"}) {
    INFO(model);
    REQUIRE(trained.value().models.contains(model));
    CHECK(trained.value().models.at(model).contains("bias"));
  }
  CHECK(trained.value().models.at("equal").contains("head_same"));
  CHECK(trained.value().models.at("classes").contains("best_pair"));
  CHECK(trained.value().rows.at("blind") > trained.value().rows.at("equal"));
  CHECK(trained.value().positive.at("blind") == 2);
  CHECK(trained.value().positive.at("equal") == 1);
  const auto without = TinyCorpus().train("b");
  REQUIRE(without.ok());
  CHECK(without.value().positive.at("equal") == 0);
}

TEST_CASE("an annotation that its article does not bear out is a fault with its line", "[unit][pipeline]") {
  const auto fault_of = [](const std::string& line) {
    TinyCorpus corpus;
    corpus.add_line(line);
    const auto trained = corpus.train();
    REQUIRE_FALSE(trained.ok());
    CHECK(trained.fault().code == "bad-annotation");
    CHECK_THAT(trained.fault().where, Catch::EndsWith("facts.jsonl:3"));
    return trained.fault().what;
  };
  const auto with = [](const Json& place) {
    return Json{{"topic", "a"}, {"values", {{{"mentions", {place}}}}}}.dump();
  };
  CHECK_THAT(fault_of(with(mention("a9", "killed 14", "14"))), Catch::Contains("a9"));
  CHECK_THAT(fault_of(with(mention("a1", "killed 15", "15"))), Catch::Contains("does not say"));
  CHECK_THAT(fault_of(with(mention("a1", "killed 14", "15"))), Catch::Contains("does not say"));
  CHECK_THAT(fault_of(R"({"topic": "a"})"), Catch::Contains("values"));
  CHECK_THAT(fault_of(R"({"topic": "a", "values": [{}]})"), Catch::Contains("mentions"));
  CHECK_FALSE(fault_of("{").empty());
}

TEST_CASE("without an annotated fact there is nothing to learn from", "[unit][pipeline]") {
  const TemporaryFolder folder;
  folder.write("docs.jsonl", row("a1", told("Oberlind", "14", "62")));
  folder.write("facts.jsonl", "\n");
  const auto trained = run_training(support::shipped_rules(), {folder / "docs.jsonl"}, {folder / "facts.jsonl", ""}, {});
  REQUIRE_FALSE(trained.ok());
  CHECK(trained.fault().code == "no-annotations");
}

}  // namespace
}  // namespace crosscheck
