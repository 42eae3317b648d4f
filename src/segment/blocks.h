// Text → paragraphs, headings, list items: the stretches that no sentence crosses.
#pragma once

#include <string_view>
#include <vector>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck::segment_room {

struct Block {
  Span span;
  SentenceKind kind = SentenceKind::body;
};

/// In text order. `titled`: the headline is known apart from the text, so the first line need not be one.
std::vector<Block> find_blocks(std::string_view text, std::uint32_t begin, bool titled, const Lexicon& lexicon);

/// The "1. " and "b) " that list items begin with; none where there is only one.
std::vector<Span> find_item_numbers(std::string_view text, std::uint32_t begin, bool titled, const Lexicon& lexicon);

}  // namespace crosscheck::segment_room
