// How far the clocks of zones and places are ahead of UTC: "eastern daylight time" four hours behind, "et" four or five,
// by the season; Indonesia seven to nine ahead, by its islands. Names are those of the language, offsets today's.
#include <unicode/locdspnm.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>

#include <algorithm>
#include <array>

#include "rulebook/cldr_parts.h"

namespace crosscheck {
namespace {

using icu::UnicodeString;
using Zone = icu::LocalPointer<icu::TimeZone>;

UtcOffset offsets_of(const icu::TimeZone& zone) {
  const std::int32_t standard = zone.getRawOffset() / 1000;
  return {standard, standard + (zone.useDaylightTime() ? zone.getDSTSavings() / 1000 : 0)};
}

void widen(std::unordered_map<std::string, UtcOffset>& places, const std::string& name, UtcOffset offsets) {
  if (name.size() < kShortestWord) return;
  const auto [place, is_new] = places.try_emplace(name, offsets);
  if (is_new) return;
  place->second = {std::min(place->second.least, offsets.least), std::max(place->second.most, offsets.most)};
}

void add_zone_names(const icu::TimeZoneNames& names, Lexicon& lexicon) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalPointer<icu::StringEnumeration> zones(names.getAvailableMetaZoneIDs(status));
  UnicodeString text, id;
  while (const UnicodeString* meta = U_SUCCESS(status) ? zones->snext(status) : nullptr) {
    const Zone zone(icu::TimeZone::createTimeZone(names.getReferenceZoneID(*meta, "001", id)));
    const UtcOffset all = offsets_of(*zone);
    const std::pair<UTimeZoneNameType, UtcOffset> kinds[] = {
        {UTZNM_LONG_GENERIC, all},
        {UTZNM_SHORT_GENERIC, all},
        {UTZNM_LONG_STANDARD, {all.least, all.least}},
        {UTZNM_SHORT_STANDARD, {all.least, all.least}},
        {UTZNM_LONG_DAYLIGHT, {all.least + kHourSeconds, all.least + kHourSeconds}},
        {UTZNM_SHORT_DAYLIGHT, {all.least + kHourSeconds, all.least + kHourSeconds}}};
    for (const auto& [kind, offsets] : kinds) {
      const std::string name = folded_text(names.getMetaZoneDisplayName(*meta, kind, text));
      if (reads_as_word(name)) lexicon.zones.try_emplace(name, offsets);
    }
  }
}

struct ZoneOf {
  UnicodeString id;
  UtcOffset offsets;
};
using ZonesByCountry = std::unordered_map<std::string, std::vector<ZoneOf>>;

/// Gone through once for all languages: ICU, asked for the zones of one country, asks each of the world's for its own.
const ZonesByCountry& zones_by_country() {
  static const ZonesByCountry all = [] {
    ZonesByCountry zones;
    UErrorCode status = U_ZERO_ERROR;
    const icu::LocalPointer<icu::StringEnumeration> ids(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
    while (const UnicodeString* id = U_SUCCESS(status) ? ids->snext(status) : nullptr) {
      char country[4] = "";
      icu::TimeZone::getRegion(*id, country, sizeof country, status);
      zones[country].push_back({*id, offsets_of(*Zone(icu::TimeZone::createTimeZone(*id)))});
    }
    return zones;
  }();
  return all;
}

/// Countries by all their zones, and the cities that stand for one.
void add_places(const icu::Locale& locale, const icu::TimeZoneNames& names, Lexicon& lexicon) {
  const icu::LocalPointer<icu::LocaleDisplayNames> regions(icu::LocaleDisplayNames::createInstance(locale));
  UnicodeString text;
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    const auto zones = zones_by_country().find(*code);
    if (zones == zones_by_country().end()) continue;
    const std::string country = folded_text(regions->regionDisplayName(*code, text));
    for (const auto& [id, offsets] : zones->second) {
      widen(lexicon.place_zones, country, offsets);
      widen(lexicon.place_zones, folded_text(names.getExemplarLocationName(id, text)), offsets);
    }
  }
}

}  // namespace

void add_zones(const icu::Locale& locale, Lexicon& lexicon) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalPointer<icu::TimeZoneNames> names(icu::TimeZoneNames::createInstance(locale, status));
  if (U_FAILURE(status)) return;
  names->loadAllDisplayNames(status);
  add_zone_names(*names, lexicon);
  add_places(locale, *names, lexicon);
}

}  // namespace crosscheck
