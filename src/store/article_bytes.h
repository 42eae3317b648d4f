// An article as bytes: what `link` needs of it, packed. Private to src/store/.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/model.h"

namespace crosscheck {

/// A packed article, its place in the run apart. The first eight bytes are a hash of the rest.
std::string bytes_of(const Article& article);
/// The same article, as the document of that number; nothing when the bytes are not what bytes_of() gave.
std::optional<Article> article_from(std::string_view bytes, std::uint32_t document);

/// How its text was found in its file: comments, places, warnings.
void read_reading(std::string_view bytes, Document& document);

}  // namespace crosscheck
