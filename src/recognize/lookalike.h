// Digits that count nothing: phones, versions, addresses of the web, footnotes, list numbers, names. Private to
// src/recognize/.
#pragma once

#include "recognize/quantity.h"
#include "recognize/reader.h"

namespace crosscheck {

/// The lexeme behind a look-alike that begins at i; 0 when there is none.
std::uint32_t lookalike_end(Reader& reader, std::uint32_t i);
/// A bare number that only numbers a list, a footnote or a thing ("Boeing 737").
bool counts_nothing(const Reader& reader, std::uint32_t i, const Draft& draft);

}  // namespace crosscheck
