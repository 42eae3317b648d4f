// Megabytes of text a second, each room by itself, over the articles of corpus/openai-aws or of the path that CROSSCHECK_BENCH
// names: the room with the smallest figure is the slow one. Run with `make bench`. What goes into a room is made ready
// before the clock starts; one thread.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>

#include "check/check.h"
#include "claim/claim.h"
#include "link/link.h"
#include "normalize/normalize.h"
#include "pipeline/pipeline.h"
#include "recognize/recognize.h"
#include "render/render.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

const Rulebook& rules() {
  static const Rulebook book = load_rulebook(CROSSCHECK_SOURCE_DIR "/rules").value();
  return book;
}

std::string path() {
  const char* given = std::getenv("CROSSCHECK_BENCH");
  return given != nullptr ? given : CROSSCHECK_SOURCE_DIR "/corpus/openai-aws";
}

const Corpus& articles() {
  static const Corpus corpus = read_corpus({path()}, {}).value();
  return corpus;
}

std::int64_t bytes() {
  std::size_t sum = 0;
  for (const Document& document : articles().documents) sum += document.text.size();
  return static_cast<std::int64_t>(sum);
}

enum class Room { segment, recognize, claim, normalize, behind };

void run(Room room, const Document& document, Article& article) {
  const Lexicon& lexicon = rules().lexicon(document.language);
  if (room == Room::segment) article = segment(document, 0, lexicon);
  if (room == Room::recognize) recognize(document, lexicon, article);
  if (room == Room::claim) build_claims(document, rules(), article);
  if (room == Room::normalize) normalize(document, rules(), article);
}

Article until(Room end, const Document& document) {
  Article article;
  for (auto room = Room::segment; room != end; room = static_cast<Room>(static_cast<int>(room) + 1))
    run(room, document, article);
  return article;
}

template <class Work>
double seconds(Work&& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// `prepare` makes what `work` takes; only `work` counts.
template <class Prepare, class Work>
void measure(benchmark::State& state, Prepare&& prepare, Work&& work) {
  for ([[maybe_unused]] auto _ : state) {
    auto input = prepare();
    state.SetIterationTime(seconds([&] { work(input); }));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * bytes());
}

void article_room(benchmark::State& state, Room room) {
  const auto prepare = [&] {
    std::vector<Article> read;
    for (const Document& document : articles().documents) read.push_back(until(room, document));
    return read;
  };
  measure(state, prepare, [&](std::vector<Article>& read) {
    for (std::size_t i = 0; i < read.size(); ++i) run(room, articles().documents[i], read[i]);
  });
}

std::vector<Article> all_read() {
  std::vector<Article> read;
  for (const Document& document : articles().documents) read.push_back(until(Room::behind, document));
  return read;
}

void read_room(benchmark::State& state) {
  measure(
      state, [] { return path(); }, [](const std::string& from) { benchmark::DoNotOptimize(read_corpus({from}, {})); });
}

void link_room(benchmark::State& state) {
  const std::vector<Article> read = all_read();
  measure(
      state, [&] { return read; },
      [](std::vector<Article>& input) {
        benchmark::DoNotOptimize(link(articles().documents, std::move(input), rules()));
      });
}

void check_room(benchmark::State& state) {
  const Linked linked = link(articles().documents, all_read(), rules());
  measure(
      state, [] { return 0; }, [&](int) { benchmark::DoNotOptimize(check(articles().documents, linked, rules())); });
}

void render_room(benchmark::State& state) {
  const Report report = cross_check(rules(), articles(), {});
  measure(
      state, [] { return 0; }, [&](int) { benchmark::DoNotOptimize(render(report, Format::json, {})); });
}

void load_rules(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(load_rulebook(CROSSCHECK_SOURCE_DIR "/rules"));
}

BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);
BENCHMARK(read_room)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK_CAPTURE(article_room, segment, Room::segment)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK_CAPTURE(article_room, recognize, Room::recognize)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK_CAPTURE(article_room, claim, Room::claim)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK_CAPTURE(article_room, normalize, Room::normalize)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(link_room)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(check_room)->Unit(benchmark::kMillisecond)->UseManualTime();
BENCHMARK(render_room)->Unit(benchmark::kMillisecond)->UseManualTime();

}  // namespace
}  // namespace crosscheck
