// Annotated facts, one a line: {"topic": the event, "values": [{"mentions": [{"doc", "quote", "surface"}]}]}. A mention stands
// where its surface stands in its quote, and the quote in its document. All values of a row are one fact, whether they agree
// or not. A row about a document that is not there, or a quote that its document does not have, is a fault: weights
// learned from half of the annotations would look like weights learned from all.
#include <fstream>
#include <map>

#include "base/json.h"
#include "pipeline/pipeline.h"
#include "pipeline/steps.h"

namespace crosscheck {
namespace {

Fault bad_row(const std::string& path, std::size_t line, const std::string& what) {
  return {Who::input, "bad-annotation", what, path + ":" + std::to_string(line)};
}

class AnnotationReader {
 public:
  AnnotationReader(const Corpus& corpus, const std::string& path) : corpus_(corpus), path_(path) {
    for (std::uint32_t i = 0; i < corpus.documents.size(); ++i) documents_[corpus.documents[i].id] = i;
    annotations_.events.resize(corpus.documents.size());
  }

  Result<Annotations> read() {
    std::ifstream in(path_, std::ios::binary);
    if (!in) return Fault{Who::input, "unreadable", "cannot be read; give the file of annotated facts", path_};
    for (std::string row; std::getline(in, row);) {
      ++line_;
      if (row.find_first_not_of(" \r\t") == std::string::npos) continue;
      if (auto fault = take(row)) return *fault;
    }
    if (annotations_.mentions.empty()) return Fault{Who::input, "no-annotations", "holds no annotated fact", path_};
    return std::move(annotations_);
  }

 private:
  std::optional<Fault> take(const std::string& text) {
    const auto row = parse_json(text);
    if (!row.ok()) return bad_row(path_, line_, row.fault().what);
    const Json& fact = row.value();
    if (!fact.is_object() || !fact.contains("topic") || !fact["topic"].is_string() || !fact.contains("values"))
      return bad_row(path_, line_, "an annotated fact needs \"topic\" and \"values\"");
    for (const Json& value : fact["values"]) {
      if (!value.is_object() || !value.contains("mentions")) return bad_row(path_, line_, "a value needs \"mentions\"");
      for (const Json& mention : value["mentions"]) {
        if (auto fault = take(fact["topic"].get<std::string>(), mention)) return fault;
      }
    }
    return std::nullopt;
  }

  std::optional<Fault> take(const std::string& event, const Json& mention) {
    const auto field = [&](const char* name) {
      return mention.is_object() && mention.contains(name) && mention[name].is_string()
                 ? mention[name].get<std::string>()
                 : std::string();
    };
    const std::string id = field("doc"), quote = field("quote"), surface = field("surface");
    const auto document = documents_.find(id);
    if (document == documents_.end()) return bad_row(path_, line_, "no document has the id '" + id + "'");
    const std::string& text = corpus_.documents[document->second].text;
    const std::size_t at = text.find(quote), within = quote.find(surface);
    if (quote.empty() || surface.empty() || at == std::string::npos || within == std::string::npos)
      return bad_row(path_, line_, "document '" + id + "' does not say \"" + surface + "\" in \"" + quote + "\"");
    const auto begin = static_cast<std::uint32_t>(at + within);
    annotations_.mentions.push_back({document->second,
                                     {begin, begin + static_cast<std::uint32_t>(surface.size())},
                                     static_cast<std::uint32_t>(line_)});
    annotations_.events[document->second] = event;
    return std::nullopt;
  }

  const Corpus& corpus_;
  const std::string& path_;
  std::map<std::string, std::uint32_t> documents_;
  Annotations annotations_;
  std::size_t line_ = 0;
};

}  // namespace

Result<Trained> run_training(const Rulebook& rulebook, const std::vector<std::string>& paths,
                             const TrainingOptions& training, const RunOptions& options) {
  auto corpus = read_for_run(rulebook, paths, options);
  if (!corpus.ok()) return corpus.fault();
  auto annotations = AnnotationReader(corpus.value(), training.facts).read();
  if (!annotations.ok()) return annotations.fault();
  for (std::string& event : annotations.value().events) {
    if (event == training.leave_out) event.clear();
  }
  std::vector<Article> articles = extract_all(rulebook, corpus.value().documents, options);
  begin(options, Work::linking, articles.size());  // over and over
  return train(corpus.value().documents, std::move(articles), rulebook, annotations.value());
}

}  // namespace crosscheck
