// Which way a date without its year lies. "The dividend will be paid Dec. 14": back from the date, "paid" is a word of the
// past, but "will" stands close before it, so what is to come is meant. The nearest telling word before the expression
// decides, else the first behind it, else the expression's own ("until"). It knows no grammar: a verb of another clause of
// the sentence may be the nearest.
#include "recognize/time_builder.h"

namespace crosscheck {

namespace {

/// "had been scheduled to": a phrase of the past that ends on a word of the future.
bool past_phrase(const Reader& r, std::uint32_t at) {
  for (std::uint32_t back = 1; back <= 3 && back <= at; ++back) {
    std::uint32_t end = 0;
    if (r.sense(at - back, SenseKind::past_tense, end) != nullptr && end > at) return true;
  }
  return false;
}

}  // namespace

Tense tense_of(const Reader& r, std::uint32_t begin, std::uint32_t end) {
  // "Friday's ruling" was mostly made already: only a word close before it says otherwise.
  const bool possessive = end > begin + 2 && r.is_mark(end - 2, '\'');
  const std::uint32_t reach = possessive ? 6 : 24;
  const auto stops = [&](std::uint32_t at) {
    return r.at(at).type == LexemeType::gap || r.is_mark(at, ';') || (r.is_mark(at, '.') && r.at(at + 1).space_before);
  };
  for (std::uint32_t back = 1; back <= reach && back <= begin; ++back) {
    const std::uint32_t at = begin - back;
    if (stops(at)) break;
    if (r.has(at, SenseKind::future_tense)) return past_phrase(r, at) ? Tense::past : Tense::future;
    if (!r.has(at, SenseKind::past_tense)) continue;
    for (std::uint32_t aux = 1; aux <= 3 && aux <= at && !stops(at - aux); ++aux) {  // "will be paid"
      if (r.has(at - aux, SenseKind::future_tense)) return Tense::future;
    }
    return Tense::past;
  }
  if (possessive) return Tense::unknown;
  for (std::uint32_t at = end; at < end + reach && at < r.size() && !stops(at); ++at) {
    if (r.has(at, SenseKind::future_tense)) return Tense::future;
    if (r.has(at, SenseKind::past_tense)) return Tense::past;
  }
  for (std::uint32_t at = begin; at < end; ++at) {  // "until 31 December", "el próximo día 20"
    if (r.has(at, SenseKind::future_tense)) return Tense::future;
  }
  return Tense::unknown;
}

}  // namespace crosscheck
