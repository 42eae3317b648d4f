// Bytes a second of the recognizer of numbers and times, over a few hundred kilobytes of one language. ICU's word
// break iterator over the same bytes is the measure: recognize_values on English is to reach half its speed at least
// (counter `of_word_break`; both are timed in turn, the best of thirty). Run with `make bench`.
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <limits>
#include <memory>
#include <random>
#include <sstream>

#include "pipeline/pipeline.h"
#include "recognize/recognize.h"
#include "render/render.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTextSize = 400'000;
const fs::path kRoot = CROSSCHECK_SOURCE_DIR;

const Rulebook& rules() {
  static const Rulebook book = load_rulebook((kRoot / "rules").string()).value();
  return book;
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Other figures of the same shape: a day stays a day, a year a year, "38" may turn into "71".
std::string varied(std::string text, std::mt19937& dice) {
  const auto any = [&](unsigned low, unsigned high) { return low + static_cast<unsigned>(dice() % (high - low + 1)); };
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::size_t length = end - at;
    const std::string_view run(text.data() + at, length);
    std::string figure;
    if (length == 1)
      figure = std::to_string(any(1, 9));
    else if (length == 2)
      figure = std::to_string(run < "29" ? any(10, 28) : any(29, 99));
    else if (length == 4 && (run.starts_with("19") || run.starts_with("20")))
      figure = std::to_string(any(2000, 2029));
    for (std::size_t i = figure.size(); i < length; ++i)
      figure.push_back(static_cast<char>('0' + any(i == 0 ? 1 : 0, 9)));
    text.replace(at, length, figure);
    at = end + 1;
  }
  return text;
}

std::string repeated(const std::string& text) {
  std::mt19937 dice(1);
  std::string out;
  while (!text.empty() && out.size() < kTextSize) out += varied(text, dice) + "\n\n";
  return out;
}

std::string all_articles() {
  std::vector<fs::path> paths;
  for (const char* folder : {"tests/stories", "corpus/openai-aws"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(kRoot / folder)) {
      const fs::path& path = entry.path();
      const bool article = path.parent_path().filename() == "articles" || path.extension() == ".txt";
      if (entry.is_regular_file() && article) paths.push_back(path);
    }
  }
  std::sort(paths.begin(), paths.end());
  std::string out;
  for (const fs::path& path : paths) out += read_file(path) + "\n\n";
  return out;
}

/// plain: English without digits, number words and words of time; its counter `mentions` is 0.
enum Text { english, german, chinese, plain };

const Document& document(Text which) {
  static const std::array<Document, 4> documents = [] {
    const auto made = [](const char* id, const char* language, const std::string& text) {
      Document out;
      out.id = id;
      out.language = language;
      out.published = "2025-11-03";
      out.text = repeated(text);
      return out;
    };
    const fs::path texts = kRoot / "tests/bench/texts";
    return std::array{made("english", "en", all_articles()), made("german", "de", read_file(texts / "german.txt")),
                      made("chinese", "zh", read_file(texts / "chinese.txt")),
                      made("plain", "en", read_file(texts / "plain.txt"))};
  }();
  return documents[which];
}

/// As segment/ uses ICU: made once, then set to a text that it reads as UTF-8.
class WordBreaks {
 public:
  explicit WordBreaks(const Document& document) : text_(document.text) {
    UErrorCode status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createWordInstance(icu::Locale(document.language.c_str()), status));
  }
  WordBreaks(const WordBreaks&) = delete;
  WordBreaks& operator=(const WordBreaks&) = delete;
  ~WordBreaks() {
    iterator_.reset();
    utext_close(&view_);
  }

  /// 0: ICU failed.
  std::size_t count() {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&view_, text_.data(), static_cast<std::int64_t>(text_.size()), &status);
    if (!iterator_ || U_FAILURE(status)) return 0;
    iterator_->setText(&view_, status);
    if (U_FAILURE(status)) return 0;
    std::size_t breaks = 0;
    iterator_->first();
    while (iterator_->next() != icu::BreakIterator::DONE) ++breaks;
    return breaks;
  }

 private:
  const std::string& text_;
  std::unique_ptr<icu::BreakIterator> iterator_;
  UText view_ = UTEXT_INITIALIZER;
};

template <class Work>
double seconds(Work work) {
  const std::clock_t begin = std::clock();  // of the processor: other programs do not count
  benchmark::DoNotOptimize(work());
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

/// The speed of recognize_values over that of ICU's word breaks, by the best of thirty turns of each: a busy machine slows
/// many.
double of_word_break(const Document& text, const Lexicon& lexicon) {
  constexpr int kTurns = 30;
  WordBreaks breaks(text);
  double ours = std::numeric_limits<double>::infinity(), theirs = ours;
  for (int turn = 0; turn < kTurns; ++turn) {
    ours = std::min(ours, seconds([&] { return recognize_values(text, lexicon).size(); }));
    theirs = std::min(theirs, seconds([&] { return breaks.count(); }));
  }
  return theirs / ours;
}

void set_bytes(benchmark::State& state, const Document& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(text.text.size()));
}

void values(benchmark::State& state, Text which) {
  const Document& text = document(which);
  const Lexicon& lexicon = rules().lexicon(text.language);
  const std::size_t found = recognize_values(text, lexicon).size();
  const double ratio = of_word_break(text, lexicon);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(recognize_values(text, lexicon));
  set_bytes(state, text);
  state.counters["mentions"] = static_cast<double>(found);
  state.counters["of_word_break"] = ratio;
}

void word_break(benchmark::State& state, Text which) {
  WordBreaks breaks(document(which));
  if (breaks.count() == 0) {
    state.SkipWithError("ICU gave no breaks");
    return;
  }
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(breaks.count());
  set_bytes(state, document(which));
}

/// All that `crosscheck mentions` does with a document it has read.
void mentions_line(benchmark::State& state, Text which) {
  const Document& text = document(which);
  rules().lexicon(text.language);
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(render_mentions(text, find_mentions(rules(), text)));
  }
  set_bytes(state, text);
}

BENCHMARK_CAPTURE(values, english, english)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(values, german, german)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(values, chinese, chinese)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(values, plain, plain)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(word_break, english, english)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(word_break, german, german)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(word_break, chinese, chinese)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(word_break, plain, plain)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mentions_line, english, english)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mentions_line, german, german)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(mentions_line, chinese, chinese)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crosscheck
