// "about 30" and "30" are two sides: same number, another bound. Whether two sides can both be true is for
// rulebook/meeting.cpp to say.
#include "check/sides.h"

#include <algorithm>
#include <map>

#include "check/words.h"

namespace crosscheck {
namespace {

/// Without a date, its time of day or its way from the unknown one; else the claim stands alone.
std::string undated_key(const Claim& claim) {
  const std::string text = when_text(claim);
  return text.empty() ? claim.id : text;
}

std::string class_key(const Claim& claim) {
  if (claim.dated()) return claim.when.known() ? to_edtf(claim.when) : undated_key(claim);
  if (claim.kind == MentionKind::score) return claim.written;
  return value_text(claim.quantity) + "|" + std::string(name_of(claim.quantity.bound)) + "|" + claim.quantity.unit;
}

std::string value_key(const Claim& claim) {
  if (claim.dated()) return claim.when.known() ? to_edtf(claim.when) : when_text(claim);
  if (claim.kind == MentionKind::score) return claim.written;
  return value_text(claim.quantity) + (claim.quantity.unit.empty() ? "" : " " + claim.quantity.unit);
}

std::vector<Side> sides_by(const Context& context, const std::vector<std::uint32_t>& claims,
                           std::string (*key)(const Claim&)) {
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> classes;
  for (const std::uint32_t index : claims) {
    const std::string name = key(context.claim(index));
    const auto known = std::find_if(classes.begin(), classes.end(), [&](const auto& c) { return c.first == name; });
    if (known == classes.end())
      classes.push_back({name, {index}});
    else
      known->second.push_back(index);
  }
  std::vector<Side> sides;
  for (auto& [name, members] : classes) sides.push_back(make_side(context, std::move(members)));
  std::stable_sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) {
    if (a.sources != b.sources) return a.sources > b.sources;
    if (a.claims.size() != b.claims.size()) return a.claims.size() > b.claims.size();
    return a.value != b.value ? a.value < b.value : a.words < b.words;
  });
  return sides;
}

}  // namespace

std::vector<std::uint32_t> Context::sources(const std::vector<std::uint32_t>& claims) const {
  std::vector<std::uint32_t> found;
  for (const std::uint32_t index : claims) {
    const std::uint32_t document = linked.claims[index].document;
    found.push_back(linked.facts[document].copy_of.value_or(document));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

Side make_side(const Context& context, std::vector<std::uint32_t> claims) {
  const Claim& first = context.claim(claims.front());
  Side side;
  side.value = value_key(first);
  const bool on_calendar = first.dated() && first.when.known();
  side.words = on_calendar ? to_words(first.when) : claim_words(context.document(claims.front()), first);
  side.interval = first.quantity.interval;
  side.when = first.dated() ? first.when : first.time.value;
  side.sources = static_cast<std::uint32_t>(context.sources(claims).size());
  side.claims = std::move(claims);
  return side;
}

std::vector<Side> value_sides(const Context& context, const std::vector<std::uint32_t>& claims) {
  return sides_by(context, claims, &class_key);
}

std::vector<Side> time_sides(const Context& context, const std::vector<std::uint32_t>& claims) {
  std::vector<Side> sides = sides_by(context, claims, [](const Claim& claim) { return to_edtf(claim.time.value); });
  for (Side& side : sides) {
    const ClaimTime& time = context.claim(side.claims.front()).time;
    side.value = to_edtf(time.value);
    side.words = claim_words(context.document(side.claims.front()), context.claim(side.claims.front())) + " as of " +
                 times_words(time);
  }
  return sides;
}

}  // namespace crosscheck
