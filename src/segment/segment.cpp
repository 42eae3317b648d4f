// The room in order: the title as one sentence, then the text's blocks, their sentences, their tokens. Of
//   Key facts
//
//   - **Stake**: 27%. Worth $135 billion.
// come a heading "Key facts" and two sentences of kind list_item, "Stake**: 27%." and "Worth $135 billion.":
// markup at the edges is left out, inside it stays as marks.
#include "segment/segment.h"

#include "base/unicode.h"
#include "segment/blocks.h"
#include "segment/lines.h"
#include "segment/sentence_splitter.h"
#include "segment/tokens.h"

namespace crosscheck {
namespace {

using namespace segment_room;

class Segmenter {
 public:
  Segmenter(const Document& document, std::uint32_t index, const Lexicon& lexicon)
      : document_(document), lexicon_(lexicon) {
    article_.document = index;
    constexpr std::size_t kBytesPerToken = 5;  // in English news
    article_.tokens.reserve((document.text.size() + document.title.size()) / kBytesPerToken);
  }

  Article run() {
    const std::string_view title = document_.title;
    if (!title.empty()) {
      add(Field::title, title, {0, static_cast<std::uint32_t>(title.size())}, SentenceKind::heading);
      ++paragraph_;
    }
    const std::string_view text = document_.text;
    SentenceSplitter splitter(text, lexicon_);
    for (const Block& block : find_blocks(text, document_.body_begin, !title.empty(), lexicon_)) {
      spans_.clear();
      if (block.kind == SentenceKind::dateline)
        spans_.push_back(block.span);
      else
        splitter.split(block.span, spans_);
      for (const Span span : spans_) add(Field::text, text, span, block.kind);
      ++paragraph_;
    }
    return std::move(article_);
  }

 private:
  void add(Field field, std::string_view text, Span span, SentenceKind kind) {
    Sentence sentence;
    sentence.field = field;
    sentence.span = without_emphasis(text, span);
    sentence.kind = kind;
    sentence.paragraph = paragraph_;
    sentence.first_token = static_cast<std::uint32_t>(article_.tokens.size());
    const bool headline = field == Field::title || kind == SentenceKind::heading;
    const std::uint32_t label = headline ? label_end(text, sentence.span) : sentence.span.begin;
    if (label > sentence.span.begin) tokenize(text, {sentence.span.begin, label}, article_.tokens);
    tokenize(text, {label, sentence.span.end}, article_.tokens);
    sentence.end_token = static_cast<std::uint32_t>(article_.tokens.size());
    if (sentence.first_token != sentence.end_token) article_.sentences.push_back(sentence);
  }

  /// Of "CORRECTED-Milan bourse opens", which is not about a Corrected-Milan; its beginning where none is glued to it.
  std::uint32_t label_end(std::string_view text, Span headline) const {
    constexpr std::size_t kLongest = 24;
    const std::size_t hyphen = cut(text, headline).substr(0, kLongest).find('-');
    if (hyphen == std::string_view::npos) return headline.begin;
    const Span label{headline.begin, static_cast<std::uint32_t>(headline.begin + hyphen)};
    return lexicon_.tables.headline_marks.contains(folded(cut(text, label))) ? label.end : label.begin;
  }

  const Document& document_;
  const Lexicon& lexicon_;
  Article article_;
  std::vector<Span> spans_;
  std::uint32_t paragraph_ = 0;
};

}  // namespace

Article segment(const Document& document, std::uint32_t index, const Lexicon& lexicon) {
  return Segmenter(document, index, lexicon).run();
}

std::vector<Span> item_numbers(const Document& document, const Lexicon& lexicon) {
  return find_item_numbers(document.text, document.body_begin, !document.title.empty(), lexicon);
}

}  // namespace crosscheck
