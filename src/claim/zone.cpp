// "7:37 a.m. UTC (3:37 a.m. EDT)" → no seconds ahead of UTC, and four hours behind it. The longest name of a zone counts
// that begins inside the time or behind it; an abbreviation only in capitals. "GMT+2" reads as GMT.
#include "claim/zone.h"

namespace crosscheck {
namespace {

constexpr std::uint32_t kZoneWords = 5;  // "Central European Summer Time"

/// Of the name that begins at a token.
std::optional<UtcOffset> named_at(const Article& article, const Lexicon& lexicon, std::uint32_t first,
                                  std::uint32_t end) {
  std::optional<UtcOffset> found;
  std::string name;
  for (std::uint32_t at = first; at < std::min(end, first + kZoneWords); ++at) {
    const Token& token = article.tokens[at];
    name += (at > first ? " " : "") + token.folded;
    const auto zone = lexicon.zones.find(name);
    if (zone != lexicon.zones.end() && (at > first || token.shouted)) found = zone->second;
  }
  return found;
}

}  // namespace

std::optional<UtcOffset> zone_of(const Article& article, const Lexicon& lexicon, const Mention& clock) {
  const std::uint32_t end = article.sentences[clock.sentence].end_token;
  std::uint32_t last = clock.end_token;
  if (last < end && article.tokens[last].folded == "(") ++last;
  for (std::uint32_t at = clock.first_token + 1; at <= std::min(last, end - 1); ++at) {
    if (const auto zone = named_at(article, lexicon, at, end)) return zone;
  }
  return std::nullopt;
}

}  // namespace crosscheck
