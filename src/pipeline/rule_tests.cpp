// Runs every rule's own examples through the rooms that read a sentence. A `yes` must give a claim of the rule
// with that surface and those roles; a `no` must give none of the rule. An example stands for itself: its text
// is a document of one paragraph in the language of the rule, without date. Rules of numbers and times:
// value_rule_tests.cpp.
#include <algorithm>

#include "base/unicode.h"
#include "pipeline/pipeline.h"
#include "pipeline/value_rule_tests.h"

namespace crosscheck {
namespace {

struct Reading {
  Document document;
  Article article;
};

Reading read_example(const Rulebook& rulebook, const std::string& language, const std::string& text) {
  Reading reading;
  Corpus corpus;
  ReadOptions options;
  options.default_language = language;
  read_bytes(text, "example.txt", options, corpus);
  if (corpus.documents.empty()) return reading;
  reading.document = std::move(corpus.documents.front());
  reading.article = extract(rulebook, reading.document, 0);
  return reading;
}

std::string role_text(const Claim& claim, const std::string& name) {
  const Role* role = claim.role(name);
  return role == nullptr ? "nothing" : role->value;
}

std::string failed_yes(const Rulebook& rulebook, const std::string& language, const std::string& id,
                       const Example& example) {
  const Reading reading = read_example(rulebook, language, example.text);
  std::string seen;
  for (const Claim& claim : reading.article.claims) {
    const std::string surface(text_at(reading.document, claim.place));
    seen += (seen.empty() ? "" : ", ") + surface + " as " + claim.rule;
    if (claim.rule != id || surface != example.value) continue;
    for (const auto& [name, value] : example.roles) {
      if (folded(role_text(claim, name)) != folded(value))
        return "the role " + name + " is " + role_text(claim, name) + ", not " + value;
    }
    return "";
  }
  return "no claim of " + id + " over \"" + example.value + "\"; seen: " + (seen.empty() ? "nothing" : seen);
}

std::string failed_no(const Rulebook& rulebook, const std::string& language, const std::string& id,
                      const Example& example) {
  const Reading reading = read_example(rulebook, language, example.text);
  for (const Claim& claim : reading.article.claims) {
    if (claim.rule == id)
      return "must not fire, but takes \"" + std::string(text_at(reading.document, claim.place)) + "\"";
  }
  return "";
}

std::string failed_correction(const Rulebook& rulebook, const std::string& language, const std::string& id,
                              const Example& example, bool yes) {
  const Reading reading = read_example(rulebook, language, example.text);
  const auto& notes = reading.article.corrections;
  const bool fired = std::any_of(notes.begin(), notes.end(), [&](const CorrectionNote& note) {
    return note.rule == id && (!yes || text_at(reading.document, note.value) == example.value);
  });
  if (fired == yes) return "";
  return yes ? "does not fire on \"" + example.value + "\"" : "must not fire";
}

std::string failed_arithmetic(const Rulebook& rulebook, const std::string& language, const std::string& id,
                              const Example& example, bool yes) {
  const Reading reading = read_example(rulebook, language, example.text);
  const bool fired = std::any_of(
      reading.article.arithmetic.begin(), reading.article.arithmetic.end(), [&](const ArithmeticReading& found) {
        return found.rule == id && (!yes || text_at(reading.document, found.figures.at("value")) == example.value);
      });
  if (fired == yes) return "";
  return yes ? "does not fire on \"" + example.value + "\"" : "must not fire";
}

/// "net; 3rd quarter; year before; -987000 USD", or the words of a date.
std::string cell_text(const Document& document, const Claim& claim) {
  const std::string value =
      claim.dated() ? std::string(text_at(document, claim.place))
                    : value_text(claim.quantity) + (claim.quantity.unit.empty() ? "" : " " + claim.quantity.unit);
  return claim.attribute + "; " + role_text(claim, "period") + "; " + role_text(claim, "column") + "; " + value;
}

std::string failed_table(const Rulebook& rulebook, const std::string& language, const TableExample& example) {
  Document document;
  document.id = "example";
  document.title = example.title;
  document.text = example.text;
  document.language = language;
  for (std::uint32_t at = 0; at < document.text.size(); ++at) {
    if (at == 0 || document.text[at - 1] == '\n') document.line_starts.push_back(at);
  }
  const Article article = extract(rulebook, document, 0);
  std::string seen;
  std::vector<std::string> cells;
  for (const Claim& claim : article.claims) {
    if (claim.rule != "table/row") continue;
    cells.push_back(cell_text(document, claim));
    seen += (seen.empty() ? "" : ", ") + cells.back();
  }
  if (example.cells.empty()) return cells.empty() ? "" : "must not fire, but reads " + seen;
  for (const std::string& cell : example.cells) {
    if (std::find(cells.begin(), cells.end(), cell) == cells.end())
      return "no cell " + cell + "; seen: " + (seen.empty() ? "nothing" : seen);
  }
  return "";
}

}  // namespace

std::vector<Fault> test_rules(const Rulebook& rulebook, std::size_t& examples) {
  std::vector<Fault> faults;
  const auto note = [&](const std::string& id, const Example& example, const std::string& failure) {
    ++examples;
    if (!failure.empty())
      faults.push_back(
          {Who::rules, "example-fails", id + ": " + failure + " in \"" + example.text + "\"", example.where});
  };
  for (const std::string& language : rulebook.languages()) {
    std::vector<Fault> values = test_value_rules(rulebook, language, examples);
    faults.insert(faults.end(), std::make_move_iterator(values.begin()), std::make_move_iterator(values.end()));
    const TableWords& tables = rulebook.lexicon(language).tables;
    for (const auto* list : {&tables.yes, &tables.no}) {
      for (const TableExample& example : *list)
        note("tables", {example.text, "", {}, example.where}, failed_table(rulebook, language, example));
    }
    for (const Frame& frame : rulebook.frames(language)) {
      for (const Example& example : frame.yes)
        note(frame.id, example, failed_yes(rulebook, language, frame.id, example));
      for (const Example& example : frame.no) note(frame.id, example, failed_no(rulebook, language, frame.id, example));
    }
    for (const ArithmeticRule& rule : rulebook.arithmetic(language).rules) {
      for (const Example& example : rule.yes)
        note(rule.id, example, failed_arithmetic(rulebook, language, rule.id, example, true));
      for (const Example& example : rule.no)
        note(rule.id, example, failed_arithmetic(rulebook, language, rule.id, example, false));
    }
    for (const ArithmeticRule& rule : rulebook.corrections(language).rules) {
      for (const Example& example : rule.yes)
        note(rule.id, example, failed_correction(rulebook, language, rule.id, example, true));
      for (const Example& example : rule.no)
        note(rule.id, example, failed_correction(rulebook, language, rule.id, example, false));
    }
  }
  return faults;
}

}  // namespace crosscheck
