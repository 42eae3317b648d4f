// Words at places on pages → paragraphs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace crosscheck::read_room {

/// A word as a page sets it; lengths in points, y downwards.
struct PlacedWord {
  std::string text;
  double left = 0, top = 0, right = 0, bottom = 0;
};

struct PageWords {
  std::uint32_t number = 0;  ///< from 1
  double height = 0;
  std::vector<PlacedWord> words;  ///< in any order
};

struct LaidText {
  std::string text, title;
  struct Start {
    std::uint32_t begin = 0, page = 0;
  };
  std::vector<Start> pages;      ///< where in the text a page's words begin
  std::uint32_t title_page = 0;  ///< 0: no title was found
};

/// `title`: the one that the file gives, or empty: then the first page's largest words are it.
LaidText laid_out(const std::vector<PageWords>& pages, const std::string& title);

}  // namespace crosscheck::read_room
