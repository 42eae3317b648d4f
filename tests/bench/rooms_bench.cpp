// Megabytes a second, room by room, over the five articles of corpus/openai-aws; and the whole job from rules to
// report. Run with `make bench`. Each room's input is prepared outside the timed loop.
#include <benchmark/benchmark.h>

#include "check/check.h"
#include "claim/claim.h"
#include "link/link.h"
#include "normalize/normalize.h"
#include "pipeline/pipeline.h"
#include "recognize/recognize.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

const Rulebook& rules() {
  static const Rulebook book = load_rulebook(CROSSCHECK_SOURCE_DIR "/rules").value();
  return book;
}

const Corpus& articles() {
  static const Corpus corpus = read_corpus({CROSSCHECK_SOURCE_DIR "/corpus/openai-aws"}, {}).value();
  return corpus;
}

std::int64_t bytes() {
  std::size_t sum = 0;
  for (const Document& document : articles().documents) sum += document.text.size();
  return static_cast<std::int64_t>(sum);
}

enum class Until { segment, recognize, claim, normalize };

Article read_until(const Document& document, Until last) {
  const Lexicon& lexicon = rules().lexicon(document.language);
  Article article = segment(document, 0, lexicon);
  if (last >= Until::recognize) recognize(document, lexicon, article);
  if (last >= Until::claim) build_claims(document, rules(), article);
  if (last >= Until::normalize) normalize(document, rules(), article);
  return article;
}

/// Cumulative: each line holds the rooms before it, too.
void read_articles(benchmark::State& state, Until last) {
  for ([[maybe_unused]] auto _ : state) {
    for (const Document& document : articles().documents) benchmark::DoNotOptimize(read_until(document, last));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes());
}

void link_and_check(benchmark::State& state) {
  std::vector<Article> read;
  for (const Document& document : articles().documents) read.push_back(read_until(document, Until::normalize));
  for ([[maybe_unused]] auto _ : state) {
    const Linked linked = link(articles().documents, read, rules());
    benchmark::DoNotOptimize(check(articles().documents, linked, rules()));
  }
}

void load_rules(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(load_rulebook(CROSSCHECK_SOURCE_DIR "/rules"));
}

BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_articles, segment, Until::segment)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_articles, and_recognize, Until::recognize)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_articles, and_claim, Until::claim)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read_articles, and_normalize, Until::normalize)->Unit(benchmark::kMillisecond);
BENCHMARK(link_and_check)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crosscheck
