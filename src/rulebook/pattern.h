// A compiled rule pattern. The rule language (rules/README.md) is translated to RE2, so a pattern takes
// time linear in the text and a user's rule cannot hang a run. Other rooms see only this class.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace re2 {
class RE2;
}

namespace crosscheck {

struct Captured {
  Span whole;
  std::vector<std::pair<std::string, Span>> roles;  ///< only those that took part
};

class Pattern {
 public:
  /// Word lists that a pattern names with @list.
  using Lists = std::vector<std::pair<std::string, std::vector<std::string>>>;

  /// Translates and compiles; the fault says what is wrong and at which column of the source.
  static Result<Pattern> compile(std::string_view source, const Lists& lists);

  bool find(std::string_view view, Captured& captured) const;
  const std::string& source() const { return source_; }

 private:
  std::string source_;
  std::shared_ptr<const re2::RE2> regex_;   // immutable and thread-safe once compiled
  std::vector<std::string> names_;          // capture group → role, "" for none
};

}  // namespace crosscheck
