// What the formats of this room offer to render.cpp. Private to src/render/.
#pragma once

#include <string>

#include "render/overview.h"
#include "render/render.h"

namespace crosscheck::rendering {

std::string as_text(const Overview& overview, const Look& look);
void as_json(const Overview& overview, const TakePart& take, const Workers& workers);
std::string as_markdown(const Overview& overview, const Look& look);
void as_html(const Overview& overview, const TakePart& take, const Workers& workers);

}  // namespace crosscheck::rendering
