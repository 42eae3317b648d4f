// Two versions of one text that differ in one figure: the strongest sign of an error there is.
//   "Sales 36.7 mln vs 33.5 mln", two hours later "Sales 39.7 mln vs 33.5 mln" → contradict, value
// Between two versions the words around a figure say what it is, so what the groups made of it does not count: their
// contradictions go where the versions, laid side by side, have none.
#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>
#include <set>

#include "base/unicode.h"
#include "check/checks.h"
#include "check/slip.h"
#include "check/words.h"

namespace crosscheck {
namespace {

using Claims = std::vector<std::uint32_t>;

Relation relation_between(const Context& context, const VersionPair& pair, const VersionDifference& difference) {
  if (pair.moved) return Relation::update;
  const Claim &a = context.claim(difference.a), &b = context.claim(difference.b);
  const bool grew = a.behaviour == Behaviour::monotone && a.quantity.value && b.quantity.value &&
                    *a.quantity.value < *b.quantity.value && !pair.labelled;
  return grew ? Relation::update : Relation::contradict;
}

/// "six cts" with the words that the versions do not share: "loss six cts", "five mln dlrs a month".
Side side_with(const Context& context, std::uint32_t claim, const std::string& words, bool before) {
  Side side = make_side(context, {claim});
  if (words.empty()) return side;
  side.words = before ? words + " " + side.words : side.words + " " + words;
  side.value = before ? words + " " + side.value : side.value + " " + words;
  return side;
}

Finding finding_of(const Context& context, const VersionPair& pair, const VersionDifference& difference) {
  const Claim &a = context.claim(difference.a), &b = context.claim(difference.b);
  Finding finding;
  finding.relation = relation_between(context, pair, difference);
  finding.check = difference.check;
  finding.confidence = difference.confidence;
  finding.sides = {side_with(context, difference.a, difference.a_words, difference.check == "sign"),
                   side_with(context, difference.b, difference.b_words, difference.check == "sign")};
  if (difference.check == "value") {
    if (is_scale_slip(a.quantity, b.quantity)) finding.check = "scale";
    finding.slip = slip_between(a.quantity, b.quantity);
  } else if (difference.check == "date") {
    finding.slip = slip_between(a.when, b.when);
  }
  const std::string left = finding.sides[0].words, right = finding.sides[1].words;
  const bool moved = finding.relation == Relation::update;
  const std::string label = of_table(a) ? row_label(a) : a.attribute;
  finding.summary = label + (moved ? " moved between two versions of one text: " + left + ", then " + right
                                   : ": two versions of one text say " + left + " and " + right);
  finding.explanation = short_name(context.document(difference.a)) + " and " +
                        short_name(context.document(difference.b)) + " are versions of one text" +
                        (pair.labelled ? ", and one says that it corrects" : "") + ". At one place of it " + left +
                        " stands in the one and " + right + " in the other, among words that are the same.";
  finding.rules = {a.rule};
  return finding;
}

using Documents = std::pair<std::uint32_t, std::uint32_t>;

Documents documents_of(const Context& context, std::uint32_t x, std::uint32_t y) {
  return std::minmax(context.claim(x).document, context.claim(y).document);
}

/// Two whole versions both keep both values: whoever wrote the text anew took them for two facts.
bool kept_apart(const Context& context, const std::set<Documents>& whole, const Side& x, const Side& y) {
  const auto documents = [&](const Side& side) {
    std::set<std::uint32_t> all;
    for (const std::uint32_t claim : side.claims) all.insert(context.claim(claim).document);
    return all;
  };
  const std::set<std::uint32_t> of_x = documents(x), of_y = documents(y);
  std::vector<std::uint32_t> both;
  std::set_intersection(of_x.begin(), of_x.end(), of_y.begin(), of_y.end(), std::back_inserter(both));
  for (const std::uint32_t a : both) {
    for (const std::uint32_t b : both) {
      if (a < b && whole.count({a, b}) > 0) return true;
    }
  }
  return false;
}

/// A contradiction of a group, all between texts that were laid side by side.
bool settled(const Context& context, const std::set<Documents>& whole, const Finding& finding) {
  if (!finding.group || finding.relation != Relation::contradict || finding.sides.size() < 2) return false;
  if (context.claim(finding.sides[0].claims.front()).rule == "table/period") return false;  // the rows below it are one
  bool across = false;
  for (std::size_t i = 0; i < finding.sides.size(); ++i) {
    for (std::size_t j = i + 1; j < finding.sides.size(); ++j) {
      if (finding.sides.size() == 2 && kept_apart(context, whole, finding.sides[i], finding.sides[j])) return true;
      for (const std::uint32_t x : finding.sides[i].claims) {
        for (const std::uint32_t y : finding.sides[j].claims) {
          const Documents pair = documents_of(context, x, y);
          if (pair.first != pair.second && whole.count(pair) == 0) return false;
          across = across || pair.first != pair.second;
        }
      }
    }
  }
  return across;
}

/// A further version joins the finding that tells of its fact already.
bool joined(const Context& context, const VersionDifference& difference, Finding& finding) {
  for (const auto& [known, other] : {std::pair(difference.a, difference.b), std::pair(difference.b, difference.a)}) {
    for (Side& side : finding.sides) {
      if (std::find(side.claims.begin(), side.claims.end(), known) == side.claims.end()) continue;
      for (Side& against : finding.sides) {
        if (&against == &side || against.claims.empty()) continue;
        const Side alone = make_side(context, {other});
        if (alone.value != make_side(context, {against.claims.front()}).value) continue;
        if (std::find(against.claims.begin(), against.claims.end(), other) == against.claims.end())
          against.claims.push_back(other);
        against.sources = static_cast<std::uint32_t>(context.sources(against.claims).size());
        finding.confidence = std::max(finding.confidence, difference.confidence);
        return true;
      }
    }
  }
  return false;
}

/// By words that differ ("loss", "a month") the claims alone do not tell the sides.
bool by_values(const Finding& finding) {
  return finding.relation == Relation::contradict && finding.derivation.empty() && finding.check != "sign" &&
         finding.check != "unit" && finding.check != "as-of-date";
}

/// A group that tells of the two claims of a difference on two sides gives way: side by side they are surer.
void replace_groups(const Context& context, std::vector<Finding>& findings) {
  std::map<std::uint32_t, std::vector<std::uint32_t>> differs;  // claim → the claims it differs from
  for (const VersionPair& pair : context.linked.versions) {
    for (const VersionDifference& difference : pair.differences) differs[difference.a].push_back(difference.b);
  }
  std::erase_if(findings, [&](const Finding& finding) {
    if (!finding.group) return false;
    std::map<std::uint32_t, std::size_t> side_of;  // the first side that has the claim
    for (std::size_t side = 0; side < finding.sides.size(); ++side) {
      for (const std::uint32_t claim : finding.sides[side].claims) side_of.emplace(claim, side);
    }
    return std::any_of(side_of.begin(), side_of.end(), [&](const auto& a) {
      const auto others = differs.find(a.first);
      return others != differs.end() &&
             std::any_of(others->second.begin(), others->second.end(), [&](std::uint32_t other) {
               const auto b = side_of.find(other);
               return b != side_of.end() && b->second != a.second;
             });
    });
  });
}

/// One string that the two texts read differently is no difference of theirs; "loss" before it would be.
bool same_letters(const Context& context, const VersionDifference& difference) {
  const auto letters = [&](std::uint32_t index) {
    const Claim& claim = context.claim(index);
    return text_at(context.document(index), {claim.place.field, claim.qualified});
  };
  return difference.a_words == difference.b_words && letters(difference.a) == letters(difference.b);
}

bool net_of_row(const Context& context, std::uint32_t index) {
  const Claim& claim = context.claim(index);
  const Lexicon& lexicon = context.rulebook.lexicon(context.document(index).language);
  return of_table(claim) && lexicon.in_list("net_items", claim.attribute);
}

/// Net profit before preferred dividends in the one table, after them in the other: a note of one of the two says so.
bool on_another_basis(const Context& context, const Finding& finding) {
  if (finding.relation != Relation::contradict || finding.sides.size() != 2 || finding.check == "sign") return false;
  std::array<std::set<std::string>, 2> told;
  for (std::size_t i = 0; i < told.size(); ++i) {
    const auto& claims = finding.sides[i].claims;
    if (claims.empty() || !net_of_row(context, claims.front())) return false;
    const Document& document = context.document(claims.front());
    const std::string text = folded(document.text);
    for (const std::string& word : context.rulebook.lexicon(document.language).list("net_basis"))
      if (text.find(word) != std::string::npos) told[i].insert(word);
  }
  return told[0] != told[1];
}

}  // namespace

void check_versions(const Context& context, std::vector<Finding>& findings) {
  std::set<Documents> whole;
  for (const VersionPair& pair : context.linked.versions) {
    if (pair.whole || pair.one_form_only) whole.insert(std::minmax(pair.a, pair.b));
  }
  std::erase_if(findings, [&](const Finding& finding) { return settled(context, whole, finding); });
  std::map<std::uint32_t, std::size_t> told;  // claim → the finding that tells of it
  const auto note = [&](std::size_t at) {
    for (const Side& side : findings[at].sides) {
      for (const std::uint32_t claim : side.claims) told.emplace(claim, at);
    }
  };
  replace_groups(context, findings);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].check == "correction" && by_values(findings[i])) note(i);
  }
  for (const VersionPair& pair : context.linked.versions) {
    for (const VersionDifference& difference : pair.differences) {
      if (same_letters(context, difference)) continue;
      const auto a = told.find(difference.a), b = told.find(difference.b);
      const auto known = b != told.end() ? b : a;
      Finding finding = finding_of(context, pair, difference);
      if (by_values(finding) && known != told.end() && joined(context, difference, findings[known->second])) {
        note(known->second);
        continue;
      }
      findings.push_back(std::move(finding));
      if (by_values(findings.back())) note(findings.size() - 1);
    }
  }
  std::erase_if(findings, [&](const Finding& finding) { return on_another_basis(context, finding); });
}

}  // namespace crosscheck
