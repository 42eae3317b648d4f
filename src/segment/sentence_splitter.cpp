// ICU proposes, house rules dispose. In
//   … its core AI workloads.[1][2] The deal is "done." It cost $3.5 bn. The U.S. Army paid.
// ICU breaks inside ".[1][2]" and after "U.S."; here each full stop is looked at with all that may close behind
// it, ICU's word counts for the whole stretch up to the next sentence, and full_stop.h knows the abbreviations.
// Paragraphs with no terminator inside never reach ICU. A missing space ("three linesAcme") is not guessed.
#include "segment/sentence_splitter.h"

#include "segment/boundaries.h"
#include "segment/characters.h"
#include "segment/full_stop.h"

namespace crosscheck::segment_room {
namespace {

bool is_stop_or_mark(char32_t code) { return code == '.' || is_ellipsis(code) || is_strong_terminator(code); }

/// A quote that stands alone behind its sentence has none.
bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode(text, at);
    if (is_letter(d.code) || is_digit(d.code)) return true;
    at += d.length;
  }
  return false;
}

}  // namespace

void SentenceSplitter::split(Span paragraph, std::vector<Span>& sentences) {
  paragraph_begin_ = sentence_begin_ = paragraph.begin;
  paragraph_end_ = paragraph.end;
  first_sentence_ = sentences.size();
  next_boundary_ = 0;
  if (!find_candidates(paragraph)) {
    sentences.push_back(paragraph);
    return;
  }
  find_boundaries(cut(text_, paragraph), lexicon_.language, boundaries_);
  std::size_t seen = paragraph.begin;
  for (const std::uint32_t terminator : candidates_) {
    if (terminator < seen) continue;
    break_at_other_scripts(terminator, sentences);
    const Gap gap = gap_after(terminator);
    const bool icu = icu_breaks_in(terminator, gap.next);
    if (gap.next < paragraph_end_ && ends_sentence(terminator, gap, icu)) close(gap.end, gap.next, sentences);
    seen = gap.end;
  }
  break_at_other_scripts(paragraph_end_, sentences);
  close(paragraph_end_, paragraph_end_, sentences);
}

/// True when some sentence may end inside the paragraph.
bool SentenceSplitter::find_candidates(Span paragraph) {
  candidates_.clear();
  bool foreign = false;
  const char* const text = text_.data();
  for (std::uint32_t at = paragraph.begin; at < paragraph.end; ++at) {
    const char c = text[at];
    if (c == '.') {
      if (at + 1 < paragraph.end && !is_ascii_alnum(text[at + 1])) candidates_.push_back(at);
    } else if (c == '?' || c == '!') {
      if (at + 1 < paragraph.end) candidates_.push_back(at);
    } else if (!is_ascii(c) && (static_cast<unsigned char>(c) & 0xC0U) == 0xC0U) {
      const char32_t code = decode(text_, at).code;
      if (is_ellipsis(code) || is_strong_terminator(code))
        candidates_.push_back(at);
      else if (code > 0x500 && (code < 0x2000 || code > 0x20FF))
        foreign = true;
    }
  }
  return foreign || !candidates_.empty();
}

SentenceSplitter::Gap SentenceSplitter::gap_after(std::size_t terminator) const {
  Gap gap;
  std::size_t at = terminator + decode(text_, terminator).length;
  while (at < paragraph_end_) {
    const bool spaced_dots = text_[at] == ' ' && at + 1 < paragraph_end_ && text_[at + 1] == '.' &&
                             (at + 2 == paragraph_end_ || !is_ascii_alnum(text_[at + 2]));
    const Decoded d = decode(text_, spaced_dots ? at + 1 : at);
    if (!is_stop_or_mark(d.code)) break;
    at += d.length + (spaced_dots ? 1 : 0);
    gap.several = true;
  }
  while (at < paragraph_end_) {
    if (const std::size_t size = citation_size(text_, at, paragraph_end_); size != 0) {
      at += size;
      gap.cited = true;
      continue;
    }
    const Decoded d = decode(text_, at);
    const std::size_t behind = at + d.length;
    const bool before_space = behind >= paragraph_end_ || is_space(decode(text_, behind).code);
    if (!is_closer(d.code) && !(is_two_way_quote(d.code) && before_space)) break;
    at = behind;
    gap.closed = gap.closed || (d.code != '*' && d.code != '_');
  }
  gap.end = at;
  gap.next = skip_spaces(text_, at, paragraph_end_);
  return gap;
}

bool SentenceSplitter::ends_sentence(std::size_t terminator, const Gap& gap, bool icu) const {
  const char32_t code = decode(text_, terminator).code;
  if (code == '.' && !gap.several) return ends_at_stop(terminator, gap, icu);
  const bool spaced = gap.end < gap.next;
  const WordAfter next = word_after(text_, gap.next, paragraph_end_, lexicon_);
  if (!is_strong_terminator(code)) return spaced && !next.lower && (icu || next.upper);
  if (next.lower) {
    // "Yahoo! said" and "“Why?” he asked" go on.
    const WordBefore word = word_before(text_, terminator, sentence_begin_);
    const bool name = code == '!' && !word.written.empty() && is_upper(decode(word.written, 0).code);
    return spaced && icu && !gap.closed && !name;
  }
  return icu || (gap.cited && (next.upper || next.number));
}

bool SentenceSplitter::ends_at_stop(std::size_t terminator, const Gap& gap, bool icu) const {
  const WordAfter next = word_after(text_, gap.next, paragraph_end_, lexicon_);
  if (next.lower) return false;
  if (gap.end == gap.next) return next.upper && (gap.cited || (gap.closed && icu));
  const WordBefore word = word_before(text_, terminator, sentence_begin_);
  const bool only_a_number = !word.written.empty() && word.written.size() <= 3 &&
                             is_ascii_digit(word.written.front()) &&
                             word.written.data() == text_.data() + sentence_begin_;
  if (only_a_number || holds_on(word, next, lexicon_)) return false;
  if (next.number) return icu || gap.cited || lets_number_start(word, lexicon_);
  return icu || (gap.cited && next.upper);
}

/// Does ICU begin a sentence behind `after`, at `until` at the latest? Boundaries up to `until` are used up.
bool SentenceSplitter::icu_breaks_in(std::size_t after, std::size_t until) {
  bool found = false;
  while (next_boundary_ < boundaries_.size() && paragraph_begin_ + boundaries_[next_boundary_] <= until) {
    found = found || paragraph_begin_ + boundaries_[next_boundary_] > after;
    ++next_boundary_;
  }
  return found;
}

/// Terminators that only ICU knows: "。", "।", "؟". ICU counts a bracket that opens right behind one to the
/// sentence before; it belongs to the next.
void SentenceSplitter::break_at_other_scripts(std::size_t until, std::vector<Span>& sentences) {
  for (; next_boundary_ < boundaries_.size(); ++next_boundary_) {
    const std::size_t boundary = paragraph_begin_ + boundaries_[next_boundary_];
    if (boundary > until) return;
    std::size_t end = boundary;
    while (end > sentence_begin_) {
      const std::size_t last = before(text_, end, sentence_begin_);
      const char32_t code = decode(text_, last).code;
      if (!is_space_or_invisible(code) && (!is_opener(code) || is_closer(code))) break;
      end = last;
    }
    if (end == sentence_begin_ || is_ascii(text_[end - 1])) continue;
    close(end, skip_spaces(text_, end, paragraph_end_), sentences);
  }
}

void SentenceSplitter::close(std::size_t end, std::size_t next, std::vector<Span>& sentences) {
  const Span sentence{static_cast<std::uint32_t>(sentence_begin_), static_cast<std::uint32_t>(end)};
  sentence_begin_ = next;
  if (sentence.empty()) return;
  const bool goes_to_last = sentences.size() > first_sentence_ && !has_words(cut(text_, sentence));
  if (goes_to_last)
    sentences.back().end = sentence.end;
  else
    sentences.push_back(sentence);
}

}  // namespace crosscheck::segment_room
