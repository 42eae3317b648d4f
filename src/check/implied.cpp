// Two facts imply a third. A 27 % stake (one article) that is worth about $135 billion (another) implies a
// valuation of 132.5 ÷ 0.275 to 137.5 ÷ 0.265 = 482 to 519 billion; a third article's $157 billion at the same
// time cannot stand beside that. Inputs must be of the same parties and, as far as told, of one time; the
// stated value must be told of a time within the rule's slack. Each pair of inputs is told once.
#include <algorithm>
#include <map>

#include "check/checks.h"
#include "check/words.h"

namespace crosscheck {
namespace {

struct Inputs {
  std::vector<std::uint32_t> left, right;  ///< claims that state one value each
  Interval interval;
  std::optional<Decimal> value;
  ClaimTime time;
  double confidence = 0;
};

constexpr std::size_t kMostInputs = 6, kLookBack = 200;

bool usable(const Claim& claim) {
  return claim.modality != Modality::denied && claim.modality != Modality::hypothetical && !claim.dated() &&
         claim.quantity.value && claim.quantity.bound != Bound::vague;
}

std::vector<std::uint32_t> claims_of(const Context& context, const std::string& attribute) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < context.linked.claims.size(); ++i) {
    if (context.claim(i).attribute == attribute && context.claim(i).rule != "generic" && usable(context.claim(i)))
      found.push_back(i);
  }
  return found;
}

/// 0 when a joined role is missing or differs; less than 1 when one was guessed.
double join_confidence(const DerivationRule& rule, const Claim& left, const Claim& right) {
  double confidence = 1;
  for (const auto& [left_name, right_name] : rule.join) {
    const Role *a = left.role(left_name), *b = right.role(right_name);
    if (a == nullptr || b == nullptr) return 0;
    const NameMatch match = compare_names(a->key, b->key);
    if (match == NameMatch::none) return 0;
    if (match == NameMatch::related) confidence *= 0.93;
  }
  return confidence;
}

/// How well two times fit one moment: 0 = no, less than 1 = one of them is not known.
double time_confidence(const ClaimTime& a, const ClaimTime& b, int slack_days) {
  if (!a.value.known() || !b.value.known()) return 0.8;
  if (relate(a.value, b.value) != TimeRelation::disjoint) return 1;
  const auto days = days_apart(a.value, b.value);
  if (days) return *days <= slack_days ? 0.97 : 0;
  return 0.9;  // a month of an unknown year near a full date
}

Interval fraction(const Quantity& percent) { return scaled(percent.interval, Decimal::power_of_ten(-2)); }

void compute(const DerivationRule& rule, const Claim& left, const Claim& right, Inputs& inputs) {
  const bool percent = right.quantity.unit == "%";
  const Interval by = percent ? fraction(right.quantity) : right.quantity.interval;
  const Decimal point = percent ? right.quantity.value->shifted(-2) : *right.quantity.value;
  if (rule.operation == "divide") {
    inputs.interval = divide(left.quantity.interval, by);
    if (!point.is_zero()) inputs.value = divide(*left.quantity.value, point);
  } else if (rule.operation == "multiply") {
    inputs.interval = multiply(left.quantity.interval, by);
    inputs.value = multiply(*left.quantity.value, point);
  } else if (rule.operation == "add") {
    inputs.interval = add(left.quantity.interval, by);
    inputs.value = add(*left.quantity.value, point);
  } else {
    inputs.interval = subtract(left.quantity.interval, by);
    inputs.value = add(*left.quantity.value, -point);
  }
}

std::string first_word(const std::string& key) { return key.substr(0, key.find(' ')); }

/// Pairs of inputs, one for each two values of one subject.
std::vector<Inputs> inputs_of(const Context& context, const DerivationRule& rule) {
  std::map<std::string, Inputs> found;
  std::map<std::string, std::vector<std::uint32_t>> rights;  // by the first word of the joined role
  for (const std::uint32_t r : claims_of(context, rule.right)) {
    const Role* role = context.claim(r).role(rule.join.front().second);
    if (role != nullptr) rights[first_word(role->key)].push_back(r);
  }
  for (const std::uint32_t l : claims_of(context, rule.left)) {
    const Role* joined = context.claim(l).role(rule.join.front().first);
    if (joined == nullptr) continue;
    const auto& same_name = rights[first_word(joined->key)];
    for (std::size_t i = same_name.size() > kLookBack ? same_name.size() - kLookBack : 0; i < same_name.size(); ++i) {
      const std::uint32_t r = same_name[i];
      const Claim &left = context.claim(l), &right = context.claim(r);
      const double confidence = join_confidence(rule, left, right) *
                                time_confidence(left.time, right.time, rule.slack_days) *
                                std::min(left.confidence, right.confidence);
      if (confidence < 0.5) continue;
      const Role* subject = left.role(rule.join.front().first);
      Inputs& inputs =
          found[subject->key + "|" + value_text(left.quantity) + left.quantity.unit + "|" + value_text(right.quantity)];
      if (inputs.left.empty()) compute(rule, left, right, inputs);
      if (std::find(inputs.left.begin(), inputs.left.end(), l) == inputs.left.end()) inputs.left.push_back(l);
      if (std::find(inputs.right.begin(), inputs.right.end(), r) == inputs.right.end()) inputs.right.push_back(r);
      if (confidence <= inputs.confidence) continue;
      inputs.confidence = confidence;
      inputs.time = left.time.value.anchored() ? left.time : right.time;
    }
  }
  std::map<std::string, std::size_t> per_subject;
  for (const auto& [key, inputs] : found) ++per_subject[key.substr(0, key.find('|'))];
  std::vector<Inputs> list;
  for (auto& [key, inputs] : found) {
    // So many shares and worths of one subject are not of one moment; nothing can be told from them.
    if (inputs.value && per_subject[key.substr(0, key.find('|'))] <= kMostInputs) list.push_back(std::move(inputs));
  }
  return list;
}

/// How sure it is that the stated claim is about what the inputs imply.
double result_confidence(const Context& context, const DerivationRule& rule, const Inputs& inputs,
                         const Claim& stated) {
  const Claim& left = context.claim(inputs.left.front());
  const Claim& right = context.claim(inputs.right.front());
  if (stated.quantity.unit != left.quantity.unit) return 0;
  double confidence = std::min(inputs.confidence, stated.confidence);
  for (const auto& [name, source] : rule.roles) {
    const Claim& from = source.rfind("left.", 0) == 0 ? left : right;
    const Role *a = from.role(source.substr(source.find('.') + 1)), *b = stated.role(name);
    if (a == nullptr || b == nullptr) return 0;
    const NameMatch match = compare_names(a->key, b->key);
    if (match == NameMatch::none) return 0;
    if (match == NameMatch::related) confidence *= 0.93;
  }
  return confidence * time_confidence(inputs.time, stated.time, rule.slack_days);
}

std::string derivation_words(const Context& context, const DerivationRule& rule, const Inputs& inputs) {
  const char* sign = rule.operation == "divide"     ? " ÷ "
                     : rule.operation == "multiply" ? " × "
                     : rule.operation == "add"      ? " + "
                                                    : " − ";
  const std::string unit = context.claim(inputs.left.front()).quantity.unit;
  return claim_words(context.document(inputs.left.front()), context.claim(inputs.left.front())) + sign +
         claim_words(context.document(inputs.right.front()), context.claim(inputs.right.front())) + " = " +
         quantity_words(*inputs.value, unit) + " (" + interval_words(inputs.interval, unit) + ")";
}

/// The stated value told elsewhere of another time: the likeliest source of the clash.
std::string older_telling(const Context& context, const Claim& stated) {
  for (const Claim& other : context.linked.claims) {
    if (other.rule != stated.rule || other.quantity.value != stated.quantity.value || !other.time.value.known())
      continue;
    if (relate(other.time.value, stated.time.value) != TimeRelation::disjoint) continue;
    const Document& document = context.documents[other.document];
    return " The same figure is given for " + times_words(other.time) + " in " + short_name(document) +
           spot_words(document, other.place, Columns::without) + ": an old value told as current would explain it.";
  }
  return "";
}

Finding finding_of(const Context& context, const DerivationRule& rule, const Inputs& inputs,
                   const std::vector<std::uint32_t>& stated, bool meet, double confidence) {
  const Claim& first = context.claim(stated.front());
  const std::string unit = first.quantity.unit;
  Finding finding;
  finding.check = "implied-value";
  finding.relation = meet ? Relation::compatible : Relation::contradict;
  finding.confidence = confidence;
  Side implied;
  implied.value = inputs.value->rounded_to_digits(6).to_string() + " " + unit;
  implied.words = quantity_words(*inputs.value, unit);
  implied.interval = inputs.interval;
  implied.when = inputs.time.value;
  std::vector<std::uint32_t> all = inputs.left;
  all.insert(all.end(), inputs.right.begin(), inputs.right.end());
  implied.sources = static_cast<std::uint32_t>(context.sources(all).size());
  finding.sides = {implied, make_side(context, stated)};
  finding.derivation.push_back({rule.left +
                                    (rule.operation == "divide"     ? " / "
                                     : rule.operation == "multiply" ? " * "
                                     : rule.operation == "add"      ? " + "
                                                                    : " - ") +
                                    rule.right,
                                derivation_words(context, rule, inputs), all, implied.value});
  const Role* of = first.role(rule.roles.begin()->first);
  const std::string label = (of != nullptr ? of->value + "'s " : "") + first.attribute;
  const std::string together = implied.sources == 1
                                   ? "one article implies "
                                   : plural(implied.sources, "article", "articles") + " together imply ";
  finding.summary = label + ": " + together + quantity_words(*inputs.value, unit) +
                    (meet ? ", which fits the stated " : ", not the stated ") + finding.sides[1].words;
  finding.explanation = finding.derivation[0].words + ": " + rule.words + ". The stated " + finding.sides[1].words +
                        " (" + interval_words(first.quantity.interval, unit) + ") " +
                        (meet ? "lies within that." : "lies outside it.");
  if (inputs.time.value.known() && first.time.value.known()) {
    finding.explanation += " Times: " + times_words(inputs.time) + "; " + times_words(first.time) + ".";
  }
  if (!meet) finding.explanation += older_telling(context, first);
  finding.rules = {rule.id, context.claim(inputs.left.front()).rule, context.claim(inputs.right.front()).rule,
                   first.rule};
  return finding;
}

/// "Worth 7.50 dlrs" of a share and "3.2 billion dlrs" of its company: one of the readings is wrong, not the article.
bool of_one_size(const Decimal& implied, const Quantity& stated) {
  constexpr double kMost = 5;
  if (!stated.value) return true;
  const double a = implied.to_double(), b = stated.value->to_double();
  return a > 0 && b > 0 && std::max(a, b) <= kMost * std::min(a, b);
}

/// `results`: the claims that state what the rule implies.
void compare(const Context& context, const DerivationRule& rule, const std::vector<std::uint32_t>& results,
             const Inputs& inputs, std::vector<Finding>& findings) {
  std::map<std::string, std::pair<std::vector<std::uint32_t>, double>> by_value;
  for (const std::uint32_t index : results) {
    const Claim& stated = context.claim(index);
    const double confidence = result_confidence(context, rule, inputs, stated);
    if (confidence < 0.5) continue;
    auto& [claims, best] = by_value[value_text(stated.quantity) + std::string(name_of(stated.quantity.bound))];
    claims.push_back(index);
    best = std::max(best, confidence);
  }
  for (const auto& [key, entry] : by_value) {
    const Quantity& stated = context.claim(entry.first.front()).quantity;
    const bool meet = meets(inputs.interval, stated.interval);
    if (!meet && (inputs.confidence < 0.6 || !of_one_size(*inputs.value, stated))) continue;
    findings.push_back(finding_of(context, rule, inputs, entry.first, meet, entry.second));
  }
}

}  // namespace

void check_implied(const Context& context, std::vector<Finding>& findings) {
  for (const DerivationRule& rule : context.rulebook.derivations()) {
    const auto results = claims_of(context, rule.result);
    for (const Inputs& inputs : inputs_of(context, rule)) compare(context, rule, results, inputs, findings);
  }
}

}  // namespace crosscheck
