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
std::string as_sarif(const Overview& overview, const Look& look);
std::string as_junit(const Overview& overview, const Look& look);
std::string as_github(const Overview& overview, const Look& look);
std::string as_rdjson(const Overview& overview, const Look& look);
std::string as_claims_csv(const Overview& overview, const Look& look);
std::string as_findings_csv(const Overview& overview, const Look& look);
std::string as_claimreview(const Overview& overview, const Look& look);
std::string as_annotations(const Overview& overview, const Look& look);

}  // namespace crosscheck::rendering
