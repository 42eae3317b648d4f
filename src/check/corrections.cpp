// An article that says what was wrong with an earlier one:
//   "revenues were 17.5 mln dlrs and not the 17.8 mln dlrs it had reported earlier" → 17.5 against 17.8 mln dlrs
// The two are one fact because the article says so. Where the note gives the wrong value alone ("corrects amount of debt
// from 65 mln dlrs"), the right one is what else the article counts in that unit and, if it says so, of that thing.
#include <algorithm>
#include <map>

#include "check/checks.h"
#include "check/slip.h"
#include "check/words.h"

namespace crosscheck {
namespace {

using Claims = std::vector<std::uint32_t>;
using ClaimsByPlace = std::map<std::pair<std::uint32_t, Place>, std::uint32_t>;

std::optional<std::uint32_t> claim_at(const ClaimsByPlace& places, std::uint32_t document, const Place& place) {
  const auto found = places.find({document, place});
  return found == places.end() ? std::nullopt : std::optional(found->second);
}

/// Of one kind, in one unit where both have one, and not the same.
bool comparable(const Context& context, const Claim& a, const Claim& b) {
  if (a.dated() != b.dated() || (a.kind == MentionKind::duration) != (b.kind == MentionKind::duration)) return false;
  if (a.dated()) return values_meet(context.rulebook, a, b) != Meeting::same;
  const auto plain = [](const Claim& c) { return c.kind == MentionKind::number || c.kind == MentionKind::money; };
  if (a.kind != b.kind && !(plain(a) && plain(b))) return false;
  const std::string &x = a.quantity.unit, &y = b.quantity.unit;
  return (x == y || x.empty() || y.empty()) && (value_text(a.quantity) != value_text(b.quantity) || x != y);
}

/// 3: the same but for its scale; 2: of one frame and attribute; 1: of one unit, and of one thing where the words name it.
int kinship(const Claim& a, const Claim& b) {
  if (is_scale_slip(a.quantity, b.quantity)) return 3;
  if (a.rule != "generic" && a.rule == b.rule && a.attribute == b.attribute) return 2;
  const bool one_thing = a.measured.head.empty() ? !a.quantity.unit.empty() || a.kind == MentionKind::range
                                                 : a.measured.head == b.measured.head;
  return one_thing && a.quantity.unit == b.quantity.unit ? 1 : 0;
}

/// The claim of the article before the note that may be the right one; of equals the nearest.
std::optional<std::uint32_t> right_for(const Context& context, std::uint32_t wrong) {
  const Claim& claim = context.claim(wrong);
  std::optional<std::uint32_t> best;
  int most = 0;
  for (std::uint32_t i = wrong; i-- > 0 && context.claim(i).document == claim.document;) {
    const Claim& other = context.claim(i);
    if (other.sentence == claim.sentence || !comparable(context, claim, other)) continue;
    if (const int kin = kinship(claim, other); kin > most) {
      most = kin;
      best = i;
    }
  }
  return best;
}

bool same_value(const Claim& a, const Claim& b) {
  if (a.dated() || b.dated()) return a.dated() && b.dated() && a.when.known() && a.when == b.when;
  return a.kind == b.kind && a.quantity.unit == b.quantity.unit && value_text(a.quantity) == value_text(b.quantity);
}

/// A value that the article gives again, in its table say; a bare "one" may count anything.
Claims retold(const Context& context, std::uint32_t claim) {
  const Claim& told = context.claim(claim);
  Claims all = {claim};
  const bool telling = told.dated() || told.quantity.unit != "" || value_text(told.quantity).size() > 2;
  const auto& claims = context.linked.claims;
  for (std::uint32_t i = claim; telling && i-- > 0 && claims[i].document == told.document;) {
    if (same_value(claims[i], told)) all.push_back(i);
  }
  return all;
}

/// With the claims of its group that state the same value, in whatever article.
Claims in_group(const Context& context, std::uint32_t claim) {
  Claims all = {claim};
  for (const Group& group : context.linked.groups) {
    if (!std::binary_search(group.claims.begin(), group.claims.end(), claim)) continue;
    for (const std::uint32_t other : group.claims) {
      if (other != claim && same_value(context.claim(other), context.claim(claim))) all.push_back(other);
    }
  }
  return all;
}

Finding stated(const Context& context, const CorrectionNote& note, std::uint32_t claim) {
  const bool revised = note.formula == "revision";
  Finding finding;
  finding.relation = revised ? Relation::update : Relation::contradict;
  finding.check = "correction";
  finding.confidence = note.formula == "correction" ? 0.93 : 0.85;
  finding.rules = {note.rule};
  finding.sides = {make_side(context, {claim})};
  return finding;
}

void explain(const Context& context, Finding& finding, std::uint32_t claim) {
  const std::string right = finding.sides[0].words, wrong = finding.sides[1].words;
  const bool revised = finding.relation == Relation::update;
  finding.summary =
      context.claim(claim).attribute + (revised ? ": revised to " : ": corrected to ") + right + " from " + wrong;
  finding.explanation = short_name(context.document(claim)) + " itself says that " + right + " is right and " + wrong +
                        (revised ? " was the value before." : " was wrong.");
}

std::optional<Finding> by_values(const Context& context, const CorrectionNote& note, std::uint32_t right,
                                 std::uint32_t wrong) {
  const Claim &a = context.claim(right), &b = context.claim(wrong);
  if (right == wrong || !comparable(context, a, b)) return std::nullopt;
  Finding finding = stated(context, note, right);
  finding.sides = {make_side(context, retold(context, right)), make_side(context, in_group(context, wrong))};
  finding.slip = a.dated() ? slip_between(a.when, b.when) : slip_between(a.quantity, b.quantity);
  explain(context, finding, right);
  return finding;
}

Finding by_words(const Context& context, const CorrectionNote& note, std::uint32_t claim) {
  Finding finding = stated(context, note, claim);
  Side wrong = finding.sides[0];
  wrong.claims.clear();
  const Claim& value = context.claim(claim);
  const bool names_cell =
      value.dated() || value.kind == MentionKind::duration;  // "to profit, not loss, for the 12 months"
  const auto with = [&](Side& side, const std::string& word) {
    if (word.empty()) return;
    side.words = names_cell ? word + " (" + side.words + ")" : side.words + " (" + word + ")";
    side.value += " " + word;
  };
  with(finding.sides[0], note.right_word);
  with(wrong, note.wrong_word);
  finding.derivation = {{"what the note takes back", "not " + note.wrong_word, {claim}, wrong.value}};
  finding.sides.push_back(std::move(wrong));
  explain(context, finding, claim);
  return finding;
}

}  // namespace

void check_corrections(const Context& context, std::vector<Finding>& findings) {
  ClaimsByPlace places;
  for (std::uint32_t i = 0; i < context.linked.claims.size() && !context.linked.corrections.empty(); ++i)
    places.emplace(std::pair(context.claim(i).document, context.claim(i).place), i);
  for (const CorrectionNote& note : context.linked.corrections) {
    const auto value = claim_at(places, note.document, note.value);
    if (!value) continue;
    std::optional<Finding> finding;
    if (note.formula == "word") {
      const CorrectionNote* before = &note == &context.linked.corrections.front() ? nullptr : &note - 1;
      const bool told = before != nullptr && before->document == note.document && before->wrong_word == note.wrong_word;
      if (!told) finding = by_words(context, note, *value);  // "five million a month": one note, two values
    } else if (note.formula == "wrong") {
      if (const auto right = right_for(context, *value)) finding = by_values(context, note, *right, *value);
    } else if (note.wrong) {
      if (const auto wrong = claim_at(places, note.document, *note.wrong))
        finding = by_values(context, note, *value, *wrong);
    }
    if (finding) findings.push_back(std::move(*finding));
  }
}

}  // namespace crosscheck
