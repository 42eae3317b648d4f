// Between the formats and whoever receives what they read.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>

#include "base/parallel.h"
#include "model/model.h"
#include "read/bytes.h"
#include "read/read.h"

namespace crosscheck::read_room {

/// Whether a corpus comes of it, in which every id stands once, or each document is alone and forgotten.
enum class Ids : std::uint8_t { unique, as_given };

/// What a format hands its documents and refusals to.
class Builder {
 public:
  Builder(const Receiver& receiver, Ids ids, Progress* progress = nullptr)
      : receiver_(receiver), ids_(ids), progress_(progress) {}

  void add(Document document);
  void skip(std::string path, Refusal refusal);

  bool done() const { return done_; }  ///< the receiver wants no more
  bool wants_unique_ids() const { return ids_ == Ids::unique; }
  std::size_t added() const { return added_; }

 private:
  const Receiver& receiver_;
  Ids ids_;
  Progress* progress_;
  bool done_ = false;
  std::size_t added_ = 0;
};

/// The corpus while it grows: ids stay unique.
class CorpusBuilder {
 public:
  explicit CorpusBuilder(Corpus& corpus, FirstLanguage first_language = {});
  Receiver receiver();
  /// Gives every document that came its language, where it names none, its lines and its hash.
  void finish(const Workers& workers);

 private:
  /// Takes the document as it is; an id already in use gives way to the path, which no other document has.
  void add(Document document);

  Corpus& corpus_;
  FirstLanguage first_language_;
  std::size_t begin_;  ///< the first document that came
  std::unordered_set<std::string> ids_;
};

/// The stored form of a date given in metadata: an EDTF text, a date-time cut to its day. Nothing when it is
/// neither.
std::optional<std::string> published_date(std::string_view given);
Refusal bad_published(std::string_view given, const std::string& where);

}  // namespace crosscheck::read_room
