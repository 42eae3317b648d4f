// what      a Document → sentences, headings, list items, and their tokens
// in → out  Document + Lexicon → Article with sentences and tokens
// units     UTF-8 bytes, tokens of 256 at most; break positions come from ICU in bytes, over utext_openUTF8
// owns      the Article it returns; no view into the document is kept
// fails     never: any valid UTF-8 gives sentences, ordered and disjoint, that cover all but white space and
//           markup at their edges; each has a token. Word lists that the Lexicon lacks count as empty
// threads   pure; each thread keeps one ICU break iterator, never shared
// cost      linear, about 50 MB/s; paragraphs with no full stop inside never reach ICU
// follows   UAX #29 as ICU 72 tailors it, with the abbreviations of rules/<lang>/ (not ICU's suppressions:
//           they join "paid $3.5 bn. The U.S. Army")
// tested by tests/unit/segment_test.cpp, tests/cases/segment/*.jsonl
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Reads the lists "abbreviations", "titles" and "sentence_starters", and the months, weekdays, scales, percent
/// words and currencies. The title comes first, as one heading sentence.
Article segment(const Document& document, std::uint32_t index, const Lexicon& lexicon);

/// In the text, the numbers that its list items begin with ("2." of "2. Twelve stores were sold."), which count nothing: for who
/// reads values without sentences. In text order.
std::vector<Span> item_numbers(const Document& document, const Lexicon& lexicon);

}  // namespace crosscheck
