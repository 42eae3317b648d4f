// what      a Document → sentences, headings, list items, and their tokens
// in → out  Document + Lexicon → Article with sentences and tokens
// units     UTF-8 bytes; break positions come from ICU in bytes, over utext_openUTF8
// owns      the Article it returns; no view into the document is kept
// fails     never: any valid UTF-8 gives sentences, ordered and disjoint, that cover all but white space and markup
// threads   pure; ICU break iterators are made per call or per thread, never shared
// cost      linear; near ICU's sentence-break speed
// follows   UAX #29 as ICU 72 tailors it, with the abbreviations of rules/<lang>/ (not ICU's suppressions:
//           they join "paid $3.5 bn. The U.S. Army")
// tested by tests/unit/segment_test.cpp, tests/cases/segment/*.jsonl
#pragma once

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

Article segment(const Document& document, std::uint32_t index, const Lexicon& lexicon);

}  // namespace crosscheck
