// What every fuzz target of a reader does: read the bytes under a name, hold what comes to its promises, and take it through the rooms
// behind.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>

#include "base/unicode.h"
#include "pipeline/pipeline.h"
#include "pipeline/verify.h"

namespace crosscheck::fuzzing {

inline const Rulebook& rules() {
  static const Rulebook rulebook = [] {
    auto loaded = load_rulebook(std::string(CROSSCHECK_SOURCE_DIR) + "/rules");
    if (!loaded.ok()) {
      std::cerr << to_string(loaded.faults().front()) << "\n";
      std::abort();
    }
    return std::move(loaded).value();
  }();
  return rulebook;
}

inline void stop_on(const std::string& breach) {
  if (breach.empty()) return;
  std::cerr << "broken invariant: " << breach << "\n";
  std::abort();
}

/// Runs follow each other inside the text, none is empty, and lines and columns count from one.
inline std::string map_breach(const SourceMap& map, const std::string& text) {
  for (std::size_t i = 0; i < map.size(); ++i) {
    if (map[i].begin >= text.size()) return "a run behind the text";
    if (i == 0 ? map[i].begin != 0 : map[i].begin <= map[i - 1].begin) return "runs that do not follow each other";
    if (map[i].place.page == 0 && map[i].place.line == 0) return "a run from nowhere";
    if ((map[i].place.line == 0) != (map[i].place.column == 0)) return "a line without column";
  }
  return "";
}

inline void read_as(std::string bytes, const std::string& name) {
  Corpus corpus;
  read_bytes(std::move(bytes), name, {}, corpus);
  for (const Skipped& skipped : corpus.skipped) {
    if (skipped.reason.empty() || skipped.code.empty()) stop_on("skipped without a reason");
  }
  for (std::uint32_t i = 0; i < corpus.documents.size(); ++i) {
    const Document& document = corpus.documents[i];
    if (first_invalid_byte(document.text) || first_invalid_byte(document.title)) stop_on("a text that is not UTF-8");
    stop_on(map_breach(document.text_map, document.text));
    stop_on(map_breach(document.title_map, document.title));
    const Article article = extract(rules(), document, i);
    stop_on(first_breach(document, article));
  }
}

}  // namespace crosscheck::fuzzing
