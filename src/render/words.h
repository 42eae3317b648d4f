// The small words that every format shares: counts with their plurals, text made safe for one line, a quote
// cut around its value, the names of relations. Private to src/render/.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"

namespace crosscheck::rendering {

/// "1 story", "2 stories", "12,345 claims".
std::string counted(std::size_t count, std::string_view one, std::string_view many);
std::string grouped(std::string_view digits);          ///< "12345" → "12,345"
std::string number_words(const Decimal& number);       ///< 157500000000 → "157.5 billion"
std::string interval_words(const Interval& interval);  ///< "156.5 billion to 157.5 billion"
std::string confidence_words(double confidence);       ///< "0.93"
double two_decimals(double value);                     ///< 0.9349 → 0.93, kept within 0 and 1

/// FORMATS' `bound` of a date.
std::string_view bound_of(const TimeValue& when);

/// How a relation is shown; nothing is told by colour alone.
struct RelationLook {
  Relation relation;
  std::string_view mark;     ///< "✗"
  std::string_view label;    ///< "Contradiction"
  std::string_view one;      ///< "contradiction"
  std::string_view many;     ///< "contradictions"
  std::string_view heading;  ///< "Contradictions"
  std::string_view meaning;  ///< a sentence for who reads the heading first
};
const RelationLook& look_of(Relation relation);
/// In the order a reader wants them: what cannot be true first.
inline constexpr std::array<Relation, 6> kReadingOrder = {Relation::contradict, Relation::inconsistent,
                                                          Relation::update,     Relation::agree,
                                                          Relation::compatible, Relation::consistent};

/// May this code point reach a reader? Not controls, which drive terminals, nor those that reorder text.
bool is_shown(char32_t code);
/// One line without controls, white space as single spaces, bad UTF-8 as U+FFFD.
std::string plain(std::string_view text);
/// The longest beginning of at most `width` cells, "…" included when cut.
std::string shortened(std::string_view text, std::size_t width);
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// A quote around its value, all parts plain(); `before` and `after` keep the space next to the value.
struct Excerpt {
  std::string before, value, after;
};
/// At most `width` cells, cut at words where there are any, "…" where it was cut.
Excerpt excerpt_of(const Report& report, const Claim& claim, std::size_t width);
/// The value with its qualifier ("approximately $135 billion").
Span marked_span(const Claim& claim);

/// What a claim is about, where no group names it: "valuation of Acme", "investment (investor Acme)".
std::string claim_label(const Claim& claim);
/// The value as words, for a side whose words are missing too.
std::string side_words(const Side& side);
/// "2025-11-03" → "3 November 2025"; what is no date stays.
std::string date_words(std::string_view edtf);

}  // namespace crosscheck::rendering
