// Bytes of an article, in any of the formats that are read from bytes: the first byte picks the ending. What is
// read goes on through segment, recognize, claim and normalize, and must keep every invariant of `verify`.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include "pipeline/pipeline.h"
#include "pipeline/verify.h"
#include "render/render.h"

namespace {

const crosscheck::Rulebook& rules() {
  static const crosscheck::Rulebook rulebook = [] {
    auto loaded = crosscheck::load_rulebook(std::string(CROSSCHECK_SOURCE_DIR) + "/rules");
    if (!loaded.ok()) {
      std::cerr << crosscheck::to_string(loaded.faults().front()) << "\n";
      std::abort();
    }
    return std::move(loaded).value();
  }();
  return rulebook;
}

void stop_on(const std::string& breach) {
  if (breach.empty()) return;
  std::cerr << "broken invariant: " << breach << "\n";
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  static constexpr const char* kNames[] = {"a.txt", "a.md", "a.jsonl"};
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  crosscheck::Corpus corpus;
  crosscheck::read_bytes(bytes, kNames[data[0] % 3], {}, corpus);
  for (std::uint32_t i = 0; i < corpus.documents.size(); ++i) {
    const crosscheck::Article article = crosscheck::extract(rules(), corpus.documents[i], i);
    stop_on(crosscheck::first_breach(corpus.documents[i], article));
    if (crosscheck::render_mentions(corpus.documents[i], article).empty()) std::abort();
  }
  const crosscheck::Report report = crosscheck::cross_check(rules(), std::move(corpus), {});
  stop_on(crosscheck::first_breach(report));
  return 0;
}
