// What stands around an article on a page, told by how it is marked up.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

namespace crosscheck::read_room {

enum class Furniture : std::uint8_t {
  none,
  byline,  ///< who wrote it and when: left out where it is short
  around,  ///< navigation, advertisements, comments, related stories …
  unseen,  ///< scripts, forms, what is hidden: never text
};

/// By tag, role, visibility, and the words of class and id ("c-related-links" has "related" and "links").
Furniture furniture_of(const GumboNode& element);

/// "Related stories", "Comments (14)": a heading under which the article does not go on. `heading` in small letters.
bool heads_furniture(std::string_view heading);

bool has_class_word(const GumboNode& element, std::string_view word);
bool is_block(std::string_view tag);

}  // namespace crosscheck::read_room
