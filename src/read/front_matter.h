// The block between two `---` lines at the very start of a text: `key: value` lines about the document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck::read_room {

struct FrontMatter {
  struct Entry {
    std::string key, value;
    std::size_t line = 0;  ///< from 1, in the file
  };
  std::vector<Entry> entries;
  std::size_t end = 0;  ///< offset of the first byte past the block

  const Entry* find(std::string_view key) const;
};

/// Nothing when `text` does not begin with such a block, or the block is not well formed: then it is text.
std::optional<FrontMatter> parse_front_matter(std::string_view text);

}  // namespace crosscheck::read_room
