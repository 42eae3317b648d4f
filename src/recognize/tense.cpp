// Which way a date without its year lies. "The dividend will be paid Dec. 14": back from the date, "paid" is a word of the
// past, but "will" stands close before it, so what is to come is meant. The nearest telling word before the expression
// decides, else the first behind it, else the expression's own ("until"). It knows no grammar: a verb of another clause of
// the sentence may be the nearest.
#include "recognize/time_builder.h"

namespace crosscheck {

Tense tense_of(const Reader& r, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kReach = 24;
  const auto stops = [&](std::uint32_t at) {
    return r.at(at).type == LexemeType::gap || r.is_mark(at, ';') || (r.is_mark(at, '.') && r.at(at + 1).space_before);
  };
  for (std::uint32_t back = 1; back <= kReach && back <= begin; ++back) {
    const std::uint32_t at = begin - back;
    if (stops(at)) break;
    if (r.has(at, SenseKind::future_tense)) return Tense::future;
    if (!r.has(at, SenseKind::past_tense)) continue;
    for (std::uint32_t aux = 1; aux <= 3 && aux <= at && !stops(at - aux); ++aux) {  // "will be paid"
      if (r.has(at - aux, SenseKind::future_tense)) return Tense::future;
    }
    return Tense::past;
  }
  for (std::uint32_t at = end; at < end + kReach && at < r.size() && !stops(at); ++at) {
    if (r.has(at, SenseKind::future_tense)) return Tense::future;
    if (r.has(at, SenseKind::past_tense)) return Tense::past;
  }
  for (std::uint32_t at = begin; at < end; ++at) {  // "until 31 December", "el próximo día 20"
    if (r.has(at, SenseKind::future_tense)) return Tense::future;
  }
  return Tense::unknown;
}

}  // namespace crosscheck
