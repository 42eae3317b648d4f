// A paragraph → its sentences.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "rulebook/rulebook.h"

namespace crosscheck::segment_room {

class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  /// Appends the sentences of `paragraph`, in order, without the white space between them.
  void split(Span paragraph, std::vector<Span>& sentences);

 private:
  /// From a terminator to what follows it: `end` is past quotes and references, `next` where the next
  /// sentence would begin.
  struct Gap {
    std::size_t end = 0, next = 0;
    bool several = false;  ///< "..." or "?!"
    bool closed = false;   ///< a quote or bracket closes
    bool cited = false;    ///< a reference such as "[1]"
  };

  bool find_candidates(Span paragraph);
  Gap gap_after(std::size_t terminator) const;
  bool ends_sentence(std::size_t terminator, const Gap& gap, bool icu) const;
  bool ends_at_stop(std::size_t terminator, const Gap& gap, bool icu) const;
  bool icu_breaks_in(std::size_t after, std::size_t until);
  void break_at_other_scripts(std::size_t until, std::vector<Span>& sentences);
  void close(std::size_t end, std::size_t next, std::vector<Span>& sentences);

  std::string_view text_;
  const Lexicon& lexicon_;
  std::vector<std::uint32_t> candidates_;  ///< terminators that something follows, as text offsets
  std::vector<std::uint32_t> boundaries_;  ///< ICU's, relative to the paragraph
  std::size_t next_boundary_ = 0;
  std::size_t paragraph_begin_ = 0, paragraph_end_ = 0, sentence_begin_ = 0;
  std::size_t first_sentence_ = 0;  ///< of the paragraph
};

}  // namespace crosscheck::segment_room
