// 500000000000 USD → "$500 billion"; [489.09…, 511.32…] → "$489 billion to $511 billion": four digits at most, for
// a reader; the exact bounds are in the claims. Currencies other than a handful keep their code.
#include "check/words.h"

#include <array>

namespace crosscheck {
namespace {

struct Scale {
  int power;
  const char* name;
};
constexpr std::array<Scale, 3> kScales = {{{12, " trillion"}, {9, " billion"}, {6, " million"}}};

std::string grouped(const std::string& plain) {
  const std::size_t point = plain.find('.');
  std::string whole = plain.substr(0, point);
  const std::size_t sign = !whole.empty() && whole[0] == '-' ? 1 : 0;
  for (std::size_t at = whole.size(); at > sign + 3;) {
    at -= 3;
    whole.insert(at, ",");
  }
  return whole + (point == std::string::npos ? "" : plain.substr(point));
}

std::string number_words(const Decimal& value) {
  const Decimal rounded = value.rounded_to_digits(4);
  for (const Scale& scale : kScales) {
    if (rounded.magnitude() >= scale.power) return rounded.shifted(-scale.power).to_string() + scale.name;
  }
  return grouped(rounded.to_string());
}

std::string symbol_of(const std::string& unit) {
  if (unit == "USD") return "$";
  if (unit == "EUR") return "€";
  if (unit == "GBP") return "£";
  if (unit == "JPY") return "¥";
  if (unit == "INR") return "₹";
  return "";
}

}  // namespace

std::string quantity_words(const Decimal& value, const std::string& unit) {
  const std::string symbol = symbol_of(unit);
  if (!symbol.empty()) return (value.sign() < 0 ? "-" : "") + symbol + number_words(value.abs());
  return number_words(value) + (unit.empty() ? "" : " " + unit);
}

std::string interval_words(const Interval& interval, const std::string& unit) {
  if (interval.low && interval.high) {
    const std::string low = quantity_words(*interval.low, unit), high = quantity_words(*interval.high, unit);
    return low == high ? low : low + " to " + high;
  }
  if (interval.low) return (interval.low_open ? "more than " : "at least ") + quantity_words(*interval.low, unit);
  if (interval.high) return (interval.high_open ? "less than " : "at most ") + quantity_words(*interval.high, unit);
  return "any value";
}

std::string claim_words(const Document& document, const Claim& claim) {
  return std::string(text_at(document, {claim.place.field, claim.qualified}));
}

std::string short_name(const Document& document) {
  const std::size_t slash = document.id.rfind('/');
  return slash == std::string::npos ? document.id : document.id.substr(slash + 1);
}

std::string plural(std::size_t count, const std::string& one, const std::string& many) {
  constexpr std::array<const char*, 10> kSmall = {"no",   "one", "two",   "three", "four",
                                                  "five", "six", "seven", "eight", "nine"};
  return (count < kSmall.size() ? std::string(kSmall[count]) : std::to_string(count)) + " " + (count == 1 ? one : many);
}

std::string agreement_words(std::size_t sources, std::size_t places) {
  return plural(sources, "independent source", "independent sources") + " state it, in " +
         plural(places, "place", "places") + ".";
}

std::string times_words(const ClaimTime& time) {
  std::string words = to_words(time.value);
  if (!time.event.empty() && time.value.known()) words = "the " + time.event + ", " + words;
  return words;
}

}  // namespace crosscheck
