// The pieces of the page: escaping, a finding's card, its drawing, an article's text, style and script.
// Everything an article says passes through escaped(). Private to src/render/.
#pragma once

#include <string>
#include <string_view>

#include "render/overview.h"

namespace crosscheck::rendering::html {

/// & < > " ' as entities, controls dropped: fit for text and for a quoted attribute.
std::string escaped(std::string_view text);

std::string finding_card(const Overview& overview, const Finding& finding);     ///< open, sides side by side
std::string finding_details(const Overview& overview, const Finding& finding);  ///< one line until opened
std::string said_once_item(const Overview& overview, std::uint32_t claim);
std::string article_section(const Overview& overview, std::uint32_t document, const std::vector<std::uint32_t>& claims,
                            bool open);
/// A number line, a timeline or a curve with its text equivalent; empty where there is nothing to draw.
std::string drawing(const Overview& overview, const Finding& finding);

std::string_view style();
std::string_view script();

}  // namespace crosscheck::rendering::html
