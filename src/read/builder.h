// The corpus while it grows: ids stay unique, and every document gets its lines and its hash.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>

#include "model/model.h"
#include "read/bytes.h"

namespace crosscheck::read_room {

class Builder {
 public:
  explicit Builder(Corpus& corpus);

  /// Takes the document as it is; an id already in use gives way to the path, which no other document has.
  void add(Document document);
  void skip(std::string path, Refusal refusal);

 private:
  Corpus& corpus_;
  std::unordered_set<std::string> ids_;
};

/// The stored form of a date given in metadata: an EDTF text, a date-time cut to its day. Nothing when it is
/// neither.
std::optional<std::string> published_date(std::string_view given);
Refusal bad_published(std::string_view given, const std::string& where);

}  // namespace crosscheck::read_room
