// The rooms in their order; nothing here knows what a claim is. Documents go through read…normalize one a task
// and land in their own slot, so the order of work leaves no trace; link and check see them in corpus order.
// Each room's time is summed over the workers. In debug and fuzz builds every article is verified afterwards.
#include "pipeline/pipeline.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <future>
#include <iterator>
#include <optional>
#include <set>
#include <thread>

#include "check/check.h"
#include "claim/claim.h"
#include "link/link.h"
#include "normalize/normalize.h"
#include "pipeline/comments.h"
#include "pipeline/steps.h"
#include "pipeline/threads.h"
#include "pipeline/verify.h"
#include "recognize/recognize.h"
#include "segment/segment.h"

namespace crosscheck {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::array<const char*, 4> kDocumentRooms = {"segment", "recognize", "claim", "normalize"};
using RoomTimes = std::array<std::atomic<std::int64_t>, kDocumentRooms.size()>;

double milliseconds(Clock::duration duration) { return std::chrono::duration<double, std::milli>(duration).count(); }

template <class Work>
auto timed(const char* room, std::vector<Timing>& timings, Work&& work) {
  const auto start = Clock::now();
  auto result = work();
  timings.push_back({room, milliseconds(Clock::now() - start)});
  return result;
}

template <class Work>
void timed_room(std::size_t room, RoomTimes* times, Work&& work) {
  const auto start = Clock::now();
  work();
  if (times != nullptr) (*times)[room] += (Clock::now() - start).count();
}

Article extract_timed(const Rulebook& rulebook, const Document& given, std::uint32_t index, RoomTimes* times) {
  const WithoutComments read(given);
  const Document& document = read.document();
  const Lexicon& lexicon = rulebook.lexicon(document.language);
  Article article;
  timed_room(0, times, [&] { article = segment(document, index, lexicon); });
  timed_room(1, times, [&] { recognize(document, lexicon, article); });
  timed_room(2, times, [&] { build_claims(document, rulebook, article); });
  timed_room(3, times, [&] { normalize(document, rulebook, article); });
  verify(document, article);
  return article;
}

std::vector<Article> extract_all(const Rulebook& rulebook, const std::vector<Document>& documents,
                                 const RunOptions& options, const Workers& workers, RoomTimes& times) {
  std::vector<Article> articles(documents.size());
  begin(options, Work::extracting, documents.size());
  workers.each(documents.size(), [&](std::size_t i) {
    articles[i] = extract_timed(rulebook, documents[i], static_cast<std::uint32_t>(i), &times);
    pack(articles[i]);
    step(options);
  });
  return articles;
}

void apply_options(const RunOptions& options, Document& document) {
  if (!options.language.empty()) document.language = options.language;
  if (document.published.empty()) document.published = options.reference;
}

/// With sentences they are outside of them; here nothing else says that the "2." of a list counts nothing.
void drop_item_numbers(const std::vector<Span>& numbers, std::vector<Mention>& mentions) {
  std::erase_if(mentions, [&](const Mention& mention) {
    const auto after = std::upper_bound(numbers.begin(), numbers.end(), mention.span.begin,
                                        [](std::uint32_t at, Span number) { return at < number.begin; });
    return mention.field == Field::text && after != numbers.begin() && (after - 1)->contains(mention.span);
  });
}

/// A language for all documents need not be told from their words first.
ReadOptions reading_of(const RunOptions& options) {
  ReadOptions read = options.read;
  read.progress = options.progress;
  if (!options.language.empty()) read.default_language = options.language;
  return read;
}

/// Builds the lexicon of every language at hand, so that what is wrong with its rules is known before a document is read.
std::optional<Fault> first_late_fault(const Rulebook& rulebook, const std::vector<Document>& documents,
                                      const RunOptions& options, const Workers& workers) {
  std::set<std::string> languages;
  for (const Document& document : documents)
    languages.insert(options.language.empty() ? document.language : options.language);
  const std::vector<std::string> all(languages.begin(), languages.end());
  workers.each(all.size(), [&](std::size_t i) { rulebook.lexicon(all[i]); });
  const std::vector<Fault> faults = rulebook.late_faults();
  return faults.empty() ? std::nullopt : std::optional(faults.front());
}

/// While the rows are read, the lexicon of the first one's language is built.
Result<Corpus> read_with_lexicon(const Rulebook& rulebook, const std::vector<std::string>& paths,
                                 const RunOptions& options, const Workers& workers, std::vector<Timing>& timings) {
  std::optional<Result<Corpus>> corpus;
  std::promise<std::string> first;
  workers.each(2, [&](std::size_t task) {
    if (task == 1) {  // taken by whoever has not taken the other, which does not wait for it
      if (const std::string language = first.get_future().get(); !language.empty()) rulebook.lexicon(language);
      return;
    }
    bool told = false;
    const auto tell = [&](const std::string& language) {
      first.set_value(options.language.empty() ? language : options.language);
      told = true;
    };
    corpus = timed("read", timings, [&] { return read_corpus(paths, reading_of(options), workers, tell); });
    if (!told) first.set_value("");
  });
  return *std::move(corpus);
}

/// The documents of the paths and the lexicons of their languages; the time of the lexicons is what they add to reading.
Result<Corpus> read_timed(const Rulebook& rulebook, const std::vector<std::string>& paths, const RunOptions& options,
                          std::vector<Timing>& timings) {
  const Threads workers(options.threads);
  const auto start = Clock::now();
  auto corpus = read_with_lexicon(rulebook, paths, options, workers, timings);
  if (!corpus.ok()) return corpus;
  if (const auto fault = first_late_fault(rulebook, corpus.value().documents, options, workers)) return *fault;
  timings.push_back({"lexicons", milliseconds(Clock::now() - start) - timings.back().milliseconds});
  return corpus;
}

}  // namespace

unsigned default_threads() { return std::max(1U, std::thread::hardware_concurrency()); }

std::unique_ptr<Workers> start_workers(unsigned threads) { return std::make_unique<Threads>(threads); }

Article extract(const Rulebook& rulebook, const Document& document, std::uint32_t index) {
  return extract_timed(rulebook, document, index, nullptr);
}

std::vector<Article> extract_all(const Rulebook& rulebook, const std::vector<Document>& documents,
                                 const RunOptions& options) {
  RoomTimes times{};
  return extract_all(rulebook, documents, options, Threads(options.threads), times);
}

Result<Corpus> read_for_run(const Rulebook& rulebook, const std::vector<std::string>& paths,
                            const RunOptions& options) {
  std::vector<Timing> reading;
  auto corpus = read_timed(rulebook, paths, options, reading);
  if (!corpus.ok()) return corpus;
  for (Document& document : corpus.value().documents) apply_options(options, document);
  return corpus;
}

CrossChecked cross_check_all(const Rulebook& rulebook, Corpus corpus, const RunOptions& options) {
  for (Document& document : corpus.documents) apply_options(options, document);
  RoomTimes times{};
  const Threads workers(options.threads);
  std::vector<Article> articles = extract_all(rulebook, corpus.documents, options, workers, times);
  std::vector<Timing> timings;
  for (std::size_t i = 0; i < kDocumentRooms.size(); ++i)
    timings.push_back({kDocumentRooms[i], milliseconds(Clock::duration(times[i].load()))});
  CrossChecked all = cross_check_all(rulebook, std::move(corpus), std::move(articles), options, workers);
  all.report.timings.insert(all.report.timings.begin(), timings.begin(), timings.end());
  return all;
}

CrossChecked cross_check_all(const Rulebook& rulebook, Corpus corpus, std::vector<Article> articles,
                             const RunOptions& options, const Workers& workers) {
  CrossChecked all;
  Report& report = all.report;
  report.name = corpus.name;
  report.version = CROSSCHECK_VERSION;
  report.rules_digest = rulebook.digest();
  report.skipped = std::move(corpus.skipped);
  for (std::size_t i = 0; i < articles.size(); ++i) place_comments(articles[i], corpus.documents[i]);
  begin(options, Work::linking, articles.size());
  Linked linked =
      timed("link", report.timings, [&] { return link(corpus.documents, std::move(articles), rulebook, workers); });
  begin(options, Work::checking, corpus.documents.size());
  Findings checked = timed("check", report.timings,
                           [&] { return check(corpus.documents, linked, rulebook, options.min_confidence, workers); });
  report.findings = std::move(checked.findings);
  all.unsure = std::move(checked.withheld);
  report.documents = std::move(corpus.documents);
  report.claims = std::move(linked.claims);
  report.groups = std::move(linked.groups);
  report.links = std::move(linked.links);
  report.facts = std::move(linked.facts);
  return all;
}

void judge_all(CrossChecked& all, const Decisions& decisions, Seen seen) {
  Report& report = all.report;
  const auto told = static_cast<std::ptrdiff_t>(report.findings.size());
  std::copy(all.unsure.begin(), all.unsure.end(), std::back_inserter(report.findings));
  judge(decisions, report, seen == Seen::whole);
  if (report.baseline) {
    for (auto finding = report.findings.begin() + told; finding != report.findings.end(); ++finding) {
      const bool agrees = finding->relation == Relation::agree || finding->relation == Relation::consistent;
      const auto& known = decisions.known->fingerprints;
      if (!agrees)
        --(std::binary_search(known.begin(), known.end(), finding->fingerprint) ? report.baseline->known
                                                                                : report.baseline->added);
    }
  }
  report.findings.resize(static_cast<std::size_t>(told));
}

Report told(CrossChecked all, const RunOptions& options) {
  for (const Finding& finding : all.unsure) ++all.report.withheld[static_cast<std::size_t>(finding.relation)];
  judge_all(all, options.decisions, Seen::whole);
  verify(all.report);
  return std::move(all.report);
}

Report cross_check(const Rulebook& rulebook, Corpus corpus, const RunOptions& options) {
  return told(cross_check_all(rulebook, std::move(corpus), options), options);
}

Result<Report> run_report(const Rulebook& rulebook, const std::vector<std::string>& paths, const RunOptions& options) {
  std::vector<Timing> reading;
  auto corpus = read_timed(rulebook, paths, options, reading);
  if (!corpus.ok()) return corpus.fault();
  Report report = cross_check(rulebook, std::move(corpus).value(), options);
  report.timings.insert(report.timings.begin(), reading.begin(), reading.end());
  return report;
}

Article find_mentions(const Rulebook& rulebook, const Document& given) {
  const WithoutComments read(given);
  const Document& document = read.document();
  const Lexicon& lexicon = rulebook.lexicon(document.language);
  Article article;
  article.mentions = recognize_values(document, lexicon);
  drop_item_numbers(item_numbers(document, lexicon), article.mentions);
  resolve_mentions(document, article);
  return article;
}

Result<std::size_t> run_mentions(const Rulebook& rulebook, const std::vector<std::string>& paths,
                                 const RunOptions& options, const MentionsReceiver& receiver) {
  std::size_t skipped = 0;
  std::vector<Fault> faults;
  const auto take = [&](Document document) {
    apply_options(options, document);
    rulebook.lexicon(document.language);
    faults = rulebook.late_faults();
    if (!faults.empty()) return false;
    return receiver.mentions(document, find_mentions(rulebook, document));
  };
  const auto skip = [&](const Skipped& what) {
    ++skipped;
    receiver.skipped(what);
  };
  const auto read = visit_documents(paths, reading_of(options), {take, skip});
  if (!read.ok()) return read.fault();
  if (!faults.empty()) return faults.front();
  return skipped;
}

}  // namespace crosscheck
