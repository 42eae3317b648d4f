// The languages of CLDR, for tests that hold in all of them.
#pragma once

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <string>
#include <vector>

namespace crosscheck::support {

inline std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// Languages, and those of them that are written in several scripts with each script: "sr", "sr-Latn".
inline std::vector<icu::Locale> languages() {
  int32_t count = 0;
  const icu::Locale* all = icu::Locale::getAvailableLocales(count);
  std::vector<icu::Locale> chosen;
  for (int32_t i = 0; i < count; ++i) {
    if (*all[i].getCountry() == '\0' && *all[i].getVariant() == '\0') chosen.push_back(all[i]);
  }
  return chosen;
}

inline std::string tag_of(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  return locale.toLanguageTag<std::string>(status);
}

}  // namespace crosscheck::support
