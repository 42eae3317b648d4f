// The examples of number, time and look-alike rules, each read as a document of its language published on Thursday
// 16 May 2024. `ago` with yes {"two weeks ago": "2024-05-02"} holds when some date or time of the text has that value;
// its `no` "two weeks of rain" when nothing there was read by this rule. A look-alike's `yes` must match and leave
// nothing to read inside; its `no` must not match.
// A `yes` does not prove that this very rule gave the value: another of the language may say the same.
#include "pipeline/value_rule_tests.h"

#include <algorithm>

#include "pipeline/pipeline.h"
#include "recognize/recognize.h"

namespace crosscheck {
namespace {

constexpr const char* kPublished = "2024-05-16";

bool is_time(const Mention& mention) {
  return mention.kind == MentionKind::date || mention.kind == MentionKind::time ||
         mention.kind == MentionKind::duration || mention.kind == MentionKind::set;
}

bool is_quantity(const Mention& mention) {
  return mention.kind != MentionKind::entity &&
         (!is_time(mention) || mention.quantity.value || mention.kind == MentionKind::duration);
}

/// A duration's number counts as well: "two and a half years" is P2.5Y.
std::string number_of(const Mention& mention) {
  if (mention.quantity.value) return mention.quantity.value->to_string();
  const std::size_t begin = mention.edtf.find_first_of("0123456789");
  return begin == std::string::npos
             ? ""
             : mention.edtf.substr(begin, mention.edtf.find_first_not_of("0123456789.", begin) - begin);
}

/// As exactly as the example writes it: 2/3 is "0.667" and "0.666"; at most to fifteen digits.
bool same_number(const std::string& found, const std::string& wanted) {
  constexpr int kDigits = 15;
  const auto left = Decimal::parse(found), right = Decimal::parse(wanted);
  if (!left || !right) return false;
  const Decimal off = add(*left, -*right).abs();
  if (off.is_zero()) return true;
  return !right->is_integer() &&
         (off < Decimal::power_of_ten(right->exponent()) || off.shifted(kDigits) < right->abs());
}

class ValueRuleTests {
 public:
  ValueRuleTests(const Rulebook& rulebook, const std::string& language, std::size_t& examples)
      : rulebook_(rulebook), lexicon_(rulebook.lexicon(language)), language_(language), examples_(examples) {}

  std::vector<Fault> run() {
    for (const PatternSet* set : {&lexicon_.numbers, &lexicon_.lookalikes, &lexicon_.times}) {
      for (std::size_t i = 0; i < set->rules.size(); ++i) {
        const auto index = static_cast<std::int32_t>(i);
        const SayRule& rule = set->rules[i];
        for (const auto& [text, value] : rule.yes) note(rule, text, failed_yes(*set, index, text, value));
        for (const std::string& text : rule.no) note(rule, text, failed_no(*set, index, text));
      }
    }
    return std::move(faults_);
  }

 private:
  void note(const SayRule& rule, const std::string& text, const std::string& failure) {
    ++examples_;
    if (!failure.empty())
      faults_.push_back({Who::rules, "example-fails", rule.id + ": " + failure + " in \"" + text + "\"", rule.where});
  }

  std::vector<Mention> read(const std::string& text) const {
    Document document;
    document.text = text;
    document.language = language_;
    document.published = kPublished;
    return find_mentions(rulebook_, document).mentions;
  }

  std::string failed_yes(const PatternSet& set, std::int32_t rule, const std::string& text,
                         const std::string& value) const {
    const std::vector<Mention> mentions = read(text);
    if (&set == &lexicon_.lookalikes) return failed_lookalike(rule, text, mentions);
    const bool times = &set == &lexicon_.times;
    std::string seen;
    for (const Mention& mention : mentions) {
      if (times ? !is_time(mention) : !is_quantity(mention)) continue;
      const std::string found = times ? mention.edtf : number_of(mention);
      if (times ? same_time(found, value) : same_number(found, value)) return "";
      seen += (seen.empty() ? "" : ", ") + quoted(text, mention.span) + " as " + (found.empty() ? "nothing" : found);
    }
    return "nothing is " + value + "; seen: " + (seen.empty() ? "nothing" : seen);
  }

  std::string failed_lookalike(std::int32_t rule, const std::string& text, const std::vector<Mention>& mentions) const {
    const std::vector<RulePlace> places = rule_places(text, lexicon_, lexicon_.lookalikes, rule);
    if (places.empty()) return "does not match";
    for (const Mention& mention : mentions) {
      const bool inside = std::any_of(places.begin(), places.end(),
                                      [&](const RulePlace& place) { return place.span.contains(mention.span); });
      if (inside && mention.kind != MentionKind::entity)
        return quoted(text, mention.span) + " is still read as " + std::string(name_of(mention.kind));
    }
    return "";
  }

  /// A time that ends where the rule's match does came of it; a quantity that holds the match and has its value.
  std::string failed_no(const PatternSet& set, std::int32_t rule, const std::string& text) const {
    const std::vector<RulePlace> places = rule_places(text, lexicon_, set, rule);
    if (places.empty()) return "";
    if (&set == &lexicon_.lookalikes) return "must not match, but takes " + quoted(text, places.front().span);
    const bool times = &set == &lexicon_.times;
    for (const Mention& mention : read(text)) {
      if (times ? !is_time(mention) : !is_quantity(mention)) continue;
      for (const auto& [place, value] : places) {
        const bool from_it = times
                                 ? mention.span.end == place.end && mention.span.begin >= place.begin
                                 : mention.span.contains(place) && (!value || number_of(mention) == value->to_string());
        if (from_it) return "must not fire, but takes " + quoted(text, place);
      }
    }
    return "";
  }

  static std::string quoted(const std::string& text, const Span& span) {
    return "\"" + text.substr(span.begin, span.end - span.begin) + "\"";
  }

  const Rulebook& rulebook_;
  const Lexicon& lexicon_;
  const std::string& language_;
  std::size_t& examples_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<Fault> test_value_rules(const Rulebook& rulebook, const std::string& language, std::size_t& examples) {
  return ValueRuleTests(rulebook, language, examples).run();
}

}  // namespace crosscheck
