// A compiled rule pattern. The rule language (rules/README.md) is translated to RE2, so a pattern takes
// time linear in the text and a user's rule cannot hang a run. Other rooms see only this class.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "rulebook/sentence_words.h"

namespace crosscheck {

class PatternLists;

/// Of these words one must stand in the sentence, on that side of the value.
struct RequiredWord {
  ValueSide side = ValueSide::any;
  std::vector<std::uint32_t> any_of{};  ///< slots
};

struct Captured {
  Span whole;
  std::vector<std::pair<std::string, Span>> roles;  ///< only those that took part
};

class Pattern {
 public:
  using Words = SentenceWords;

  /// `lists`: those that it may name with @list. Translates; the fault says what is wrong and at which column of the source.
  static Result<Pattern> compile(std::string_view source, const PatternLists& lists);

  bool find(std::string_view view, Captured& captured) const;
  /// False when the sentence lacks a word without which find() cannot succeed, on its side of the value: the cheap test
  /// before find(), which may say true for nothing. PatternSieve asks for the words alone, once for all values.
  bool may_match(const SidedWords& words) const;
  const std::vector<RequiredWord>& required() const { return required_; }  ///< the shortest lists first
  const std::string& source() const { return source_; }
  const std::vector<std::string>& roles() const { return names_; }  ///< that it can capture

 private:
  struct Engine;  // RE2, built at first use (most patterns of a rulebook are never reached in a run), then immutable

  std::string source_;
  std::vector<RequiredWord> required_;
  std::vector<std::string> names_;  // capture group → role
  std::shared_ptr<Engine> engine_;
};

}  // namespace crosscheck
