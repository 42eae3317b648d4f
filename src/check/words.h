// Values as a reader writes them.
#pragma once

#include <string>

#include "model/model.h"

namespace crosscheck {

std::string quantity_words(const Decimal& value, const std::string& unit);      ///< "$500 billion", "24.2 %"
std::string interval_words(const Interval& interval, const std::string& unit);  ///< "$489 billion to $511 billion"
std::string claim_words(const Document& document, const Claim& claim);          ///< as written, with its hedge
std::string short_name(const Document& document);                               ///< file name for sentences
std::string plural(std::size_t count, const std::string& one, const std::string& many);
/// "2 independent sources state it, in 3 places."
std::string agreement_words(std::size_t sources, std::size_t places);
std::string times_words(const ClaimTime& time);

}  // namespace crosscheck
