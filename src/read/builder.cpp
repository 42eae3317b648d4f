// Two files that both call themselves "brief" become "brief" and, by its path, "b/brief.txt": which of them
// keeps the short name follows from the order of reading, which is sorted.
#include "read/builder.h"

#include <cstring>
#include <utility>

#include "base/date.h"
#include "base/hash.h"
#include "read/language.h"

namespace crosscheck::read_room {
namespace {

std::vector<std::uint32_t> line_starts_of(const std::string& text) {
  std::vector<std::uint32_t> starts{0};
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  for (const char* at = begin; at < end;) {
    const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
    if (found == nullptr) break;
    at = static_cast<const char*>(found) + 1;
    starts.push_back(static_cast<std::uint32_t>(at - begin));
  }
  return starts;
}

void tell_language(Document& document) {
  if (!document.language.empty()) return;
  document.language = language_of(document.title, std::string_view(document.text).substr(document.body_begin));
}

}  // namespace

void Builder::add(Document document) {
  ++added_;
  if (progress_ != nullptr) progress_->step();
  if (ids_ == Ids::as_given) tell_language(document);
  done_ = !receiver_.document(std::move(document));
}

void Builder::skip(std::string path, Refusal refusal) {
  receiver_.skipped({std::move(path), std::move(refusal.reason), std::move(refusal.code)});
}

CorpusBuilder::CorpusBuilder(Corpus& corpus, FirstLanguage first_language)
    : corpus_(corpus), first_language_(std::move(first_language)), begin_(corpus.documents.size()) {
  for (const Document& document : corpus.documents) ids_.insert(document.id);
}

Receiver CorpusBuilder::receiver() {
  return {[this](Document document) {
            add(std::move(document));
            return true;
          },
          [this](Skipped skipped) { corpus_.skipped.push_back(std::move(skipped)); }};
}

void CorpusBuilder::add(Document document) {
  if (ids_.contains(document.id)) document.id = document.path;
  const std::string stem = document.id;
  for (int copy = 2; !ids_.insert(document.id).second; ++copy) document.id = stem + "#" + std::to_string(copy);
  corpus_.documents.push_back(std::move(document));
  if (!first_language_ || corpus_.documents.size() > begin_ + 1) return;
  tell_language(corpus_.documents.back());
  first_language_(corpus_.documents.back().language);
}

void CorpusBuilder::finish(const Workers& workers) {
  constexpr std::size_t kRun = 32;  // documents a task
  each_run(workers, corpus_.documents.size() - begin_, kRun, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin_ + begin; i < begin_ + end; ++i) {
      Document& document = corpus_.documents[i];
      tell_language(document);
      document.line_starts = line_starts_of(document.text);
      document.sha256 = sha256_hex(document.text);
    }
  });
}

std::optional<std::string> published_date(std::string_view given) {
  constexpr std::size_t kDaySize = 10;  // "2025-11-03"
  if (given.size() > kDaySize && (given[kDaySize] == 'T' || given[kDaySize] == ' ')) given = given.substr(0, kDaySize);
  if (!parse_edtf(given)) return std::nullopt;
  return std::string(given);
}

Refusal bad_published(std::string_view given, const std::string& where) {
  constexpr std::size_t kShown = 40;
  const std::string_view part = given.substr(0, kShown);
  return {"bad-published", where + "`published` is \"" + shown(part) + (part.size() < given.size() ? "…" : "") +
                               "\"; write 2025-11-03, 2025-11 or 2025, or a date-time such as 2025-11-03T08:00:00Z"};
}

}  // namespace crosscheck::read_room
