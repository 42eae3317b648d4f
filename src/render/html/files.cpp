// Which files make the page, in their order. The build embeds page/ and vendor/ as they stand; here they are put together:
// one style sheet, one script that runs before anything shows, and one that is D3's parts and then the page's own, each of
// which adds to what those before it offer. A new file of page/ is listed here.
#include <array>
#include <cstdlib>

#include "render/html/html.h"

namespace crosscheck::rendering::html {
namespace {

constexpr std::array<std::string_view, 4> kStyles = {"page/base.css", "page/findings.css", "page/detail.css",
                                                     "page/views.css"};
constexpr std::array<std::string_view, 23> kScripts = {"vendor/d3/internmap.min.js",
                                                       "vendor/d3/d3-array.min.js",
                                                       "vendor/d3/d3-color.min.js",
                                                       "vendor/d3/d3-format.min.js",
                                                       "vendor/d3/d3-interpolate.min.js",
                                                       "vendor/d3/d3-time.min.js",
                                                       "vendor/d3/d3-time-format.min.js",
                                                       "vendor/d3/d3-scale.min.js",
                                                       "vendor/d3/d3-selection.min.js",
                                                       "vendor/d3/d3-axis.min.js",
                                                       "page/dom.js",
                                                       "page/data.js",
                                                       "page/reviews.js",
                                                       "page/filter.js",
                                                       "page/charts.js",
                                                       "page/review_form.js",
                                                       "page/detail.js",
                                                       "page/finding.js",
                                                       "page/list.js",
                                                       "page/articles.js",
                                                       "page/sources.js",
                                                       "page/facets.js",
                                                       "page/app.js"};

std::string_view file_named(std::string_view name) {
  for (const PageFile& file : page_files()) {
    if (file.name == name) return file.bytes;
  }
  std::abort();  // the build embeds every file of both folders
}

template <class Names>
std::string joined(const Names& names) {
  std::string out;
  for (const std::string_view name : names) out.append(file_named(name)).append("\n");
  return out;
}

}  // namespace

std::string_view style() {
  static const std::string kStyle = joined(kStyles);
  return kStyle;
}

std::string_view early_script() { return file_named("page/early.js"); }

std::string_view script() {
  static const std::string kScript = joined(kScripts);
  return kScript;
}

}  // namespace crosscheck::rendering::html
