// One pass, left to right. "$38bn" gives `$` `38` `bn`; "einundzwanzigtausend" gives `einundzwanzig` `tausend` where
// the language glues its number words; "وخمسة" gives `و` `خمسة` where it has clitics. Text in Han, kana or Thai is
// cut at the longest entry, one character at a time where nothing is known.
#include "recognize/lexer.h"

#include <utility>

#include "base/characters.h"

namespace crosscheck {
namespace {

constexpr std::uint64_t kNumberParts = bit(SenseKind::number) | bit(SenseKind::scale) | bit(SenseKind::ordinal) |
                                       bit(SenseKind::conjunction) | bit(SenseKind::fraction);

/// By LexemeType.
constexpr std::uint64_t kShapeOf[] = {bit(SenseKind::is_word), bit(SenseKind::is_digits), bit(SenseKind::is_mark), 0};

class Lexer {
 public:
  Lexer(std::string_view text, std::uint32_t begin, std::uint32_t end, const Lexicon& lexicon, std::vector<Lexeme>& out)
      : text_(text.substr(0, end)), at_(begin), end_(end), lexicon_(lexicon), words_(lexicon.vocabulary), out_(out) {
    space_ = true;
  }

  void run() {
    while (at_ < end_) {
      if (text_[at_] == ' ' && at_ + 1 < end_ && text_[at_ + 1] > ' ') {  // between two words, nearly always
        space_ = true;
        ++at_;
        continue;
      }
      const Character c = character_at(text_, at_);
      if (c.fold == 0)
        at_ += c.length;
      else if (c.has(kSpace))
        take_space();
      else if (c.has(kDigit))
        take_digits();
      else if (c.has(kLetter))
        take_word(c);
      else
        take_mark(c);
    }
    push(end_, end_, LexemeType::gap);
  }

 private:
  Lexeme& push(std::uint32_t begin, std::uint32_t end, LexemeType type) {
    Lexeme& lexeme = out_.emplace_back();
    lexeme.begin = begin;
    lexeme.end = end;
    lexeme.type = type;
    lexeme.mask = kShapeOf[static_cast<std::size_t>(type)];
    lexeme.space_before = std::exchange(space_, false);
    at_ = end;
    return lexeme;
  }

  void take_space() {
    int breaks = 0;
    const std::uint32_t begin = at_;
    std::uint32_t line = at_;  // its first byte
    while (at_ < end_) {
      const Character c = character_at(text_, at_);
      if (!c.has(kSpace)) break;
      const bool breaks_here = text_[at_] == '\n';
      breaks += breaks_here ? 1 : 0;
      at_ += c.length;
      if (breaks_here) line = at_;
    }
    space_ = true;
    const bool indented = breaks == 1 && at_ >= line + 2;  // opens a paragraph, or a table's row
    if (breaks > 1 || indented) push(begin, at_, LexemeType::gap);
    space_ = true;
  }

  void take_digits() {
    std::uint32_t end = at_;
    std::uint8_t digits = 0;
    std::int64_t value = 0;
    while (end < end_) {
      const Character c = character_at(text_, end);
      if (!c.has(kDigit)) break;
      if (digits <= Lexeme::kMostDigits) {
        value = value * 10 + (static_cast<std::int64_t>(c.fold) - '0');
        ++digits;
      }
      end += c.length;
    }
    const Vocabulary::Match found = words_.match(text_, at_);  // "24 / 7", "911": patterns may name digits
    Lexeme& lexeme = push(at_, end, LexemeType::digits);
    lexeme.digits = digits;
    lexeme.value = value;
    fill(lexeme, found);
  }

  void take_mark(const Character& c) {
    const Vocabulary::Match found = words_.match(text_, at_);
    const std::uint32_t end = found.word != 0 ? found.word_end : at_ + c.length;
    Lexeme& lexeme = push(at_, end, LexemeType::mark);
    fill(lexeme, found);
    lexeme.mark = c.fold < 0x80 ? static_cast<char>(c.fold) : '\0';
  }

  void take_word(const Character& first) {
    const std::uint32_t begin = at_;
    std::uint32_t end = 0;
    Vocabulary::Match found;
    if (first.fold < 0x80)
      end = words_.match_word(text_, begin, found);
    else
      found = words_.match(text_, begin);
    if (found.phrase != 0) drop_full_stop(found);
    if (first.has(kSpaceless)) {
      Lexeme& lexeme = push(begin, begin + first.length, LexemeType::word);
      lexeme.spaceless = true;
      fill(lexeme, found);
      lexeme.mask |= found.senses;
      return;
    }
    if (end == 0) end = word_end(begin);
    const bool known = found.word != 0 || found.phrase != 0;
    if (!known && (lexicon_.glued || !lexicon_.prefixes.empty()) && (compound(begin, end) || clitic(begin, end)))
      return;
    Lexeme& lexeme = push(begin, end, LexemeType::word);
    lexeme.capital = first.has(kUpper);
    lexeme.shouted = lexeme.capital && shouted(begin, end);
    if (known) fill(lexeme, found);
  }

  void fill(Lexeme& lexeme, const Vocabulary::Match& found) const {
    lexeme.entry = found.word;
    lexeme.entry_end = found.word_end;
    lexeme.mask |= words_.mask(found.word) | words_.mask(found.phrase);
    lexeme.phrase = found.phrase;
    lexeme.phrase_end = found.phrase_end;
  }

  /// "rose 0.1 pct." at a sentence's end: the stop is the sentence's, when the word means the same without it.
  void drop_full_stop(Vocabulary::Match& found) const {
    if (found.word == 0 || text_[found.phrase_end - 1] != '.' || found.phrase_end != found.word_end + 1) return;
    // Dutch "50 kW.", and "kw." is a quarter of a year.
    constexpr std::uint64_t kUnits = bit(SenseKind::unit) | bit(SenseKind::grain);
    const std::uint64_t word = words_.mask(found.word), phrase = words_.mask(found.phrase);
    const bool both_units = (word & kUnits) != 0 && (phrase & kUnits) != 0;
    if ((word & phrase & ~bit(SenseKind::literal)) == 0 && !both_units) return;
    std::uint32_t next = found.phrase_end;
    if (next < end_ && !character_at(text_, next).has(kSpace)) return;
    while (next < end_ && character_at(text_, next).has(kSpace)) ++next;
    const bool month = (word & bit(SenseKind::month)) != 0;
    if (next >= end_ || (character_at(text_, next).has(kUpper) && !month)) found.phrase = 0;
  }

  std::uint32_t word_end(std::uint32_t from) const {
    while (from < end_) {
      const auto byte = static_cast<unsigned char>(text_[from]);
      if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')) {
        ++from;
        continue;
      }
      if (byte < 0x80) break;
      const Character c = character_at(text_, from);
      if (c.fold != 0 && (!c.has(kLetter) || c.has(kSpaceless))) break;
      from += c.length;
    }
    return from;
  }

  bool shouted(std::uint32_t begin, std::uint32_t end) const {
    int letters = 0;
    for (std::uint32_t at = begin; at < end;) {
      const Character c = character_at(text_, at);
      if (c.has(kLetter) && !c.has(kUpper)) return false;
      ++letters;
      at += c.length;
    }
    return letters > 1;
  }

  /// "zweihundertfünfzig", "Dienstagabend": cut into entries that fill the whole word, the longest first.
  bool compound(std::uint32_t begin, std::uint32_t end) {
    if (!lexicon_.glued) return false;
    parts_.clear();
    tries_ = 0;
    if (!cut(begin, end, kNumberParts)) {
      parts_.clear();
      tries_ = 0;
      if (!cut_day(begin, end)) return false;
    }
    bool first = true;
    const bool capital = character_at(text_, begin).has(kUpper);
    for (const Vocabulary::Match& part : parts_) {
      Lexeme& lexeme = push(at_, part.word_end, LexemeType::word);
      lexeme.capital = first && capital;
      fill(lexeme, part);
      first = false;
    }
    return true;
  }

  bool cut(std::uint32_t at, std::uint32_t end, std::uint64_t senses) {
    if (at == end) return parts_.size() > 1;
    if (parts_.size() == 12 || ++tries_ > 200) return false;
    std::vector<Vocabulary::Match> ways;
    words_.each_match(text_, at, end, [&](Vocabulary::Entry entry, std::uint32_t to) {
      if ((words_.mask(entry) & senses) == 0) return;
      Vocabulary::Match way;
      way.word = entry;
      way.word_end = to;
      ways.push_back(way);
    });
    for (auto way = ways.rbegin(); way != ways.rend(); ++way) {
      parts_.push_back(*way);
      if (cut(way->word_end, end, senses)) return true;
      parts_.pop_back();
    }
    return false;
  }

  /// "Dienstagabend", "gisteravond", "måndagskvällen": a day, perhaps an s, and a part of the day.
  bool cut_day(std::uint32_t begin, std::uint32_t end) {
    bool done = false;
    constexpr std::uint64_t kDays = bit(SenseKind::weekday) | bit(SenseKind::day_word);
    words_.each_match(text_, begin, end, [&](Vocabulary::Entry entry, std::uint32_t to) {
      if (done || (words_.mask(entry) & kDays) == 0) return;
      for (const std::uint32_t from : {to, to + (to < end && text_[to] == 's' ? 1U : 0U)}) {
        if (done || from >= end) continue;
        const Vocabulary::Match part = words_.match_inside(text_, from, end, bit(SenseKind::daypart));
        if (part.word == 0 || part.word_end != end) continue;
        Vocabulary::Match day;
        day.word = entry;
        day.word_end = from;
        parts_ = {day, part};
        done = true;
      }
    });
    return done;
  }

  /// "والخمسة": a known word behind a clitic.
  bool clitic(std::uint32_t begin, std::uint32_t end) {
    const std::string_view word = text_.substr(begin, end - begin);
    for (const std::string& prefix : lexicon_.prefixes) {
      if (word.size() <= prefix.size() + 2 || word.substr(0, prefix.size()) != prefix) continue;
      const auto rest = begin + static_cast<std::uint32_t>(prefix.size());
      const Vocabulary::Match found = words_.match(text_, rest);
      if (found.word == 0 && found.phrase == 0) continue;
      const Vocabulary::Entry own = words_.lookup(prefix);
      Lexeme& head = push(begin, rest, LexemeType::word);
      head.entry = own;
      head.entry_end = rest;
      head.mask |= words_.mask(own);
      Lexeme& tail = push(rest, end, LexemeType::word);
      fill(tail, found);
      if ((words_.mask(own) & bit(SenseKind::conjunction)) ==
          0) {  // the article alone: the word is as if it stood free
        const bool space = out_[out_.size() - 2].space_before;
        out_[out_.size() - 2] = out_.back();
        out_.pop_back();
        out_.back().space_before = space;
      }
      return true;
    }
    return false;
  }

  std::string_view text_;
  std::uint32_t at_, end_;
  const Lexicon& lexicon_;
  const Vocabulary& words_;
  std::vector<Lexeme>& out_;
  bool space_ = true;
  std::vector<Vocabulary::Match> parts_;
  int tries_ = 0;
};

}  // namespace

void lex(std::string_view text, std::uint32_t begin, std::uint32_t end, const Lexicon& lexicon,
         std::vector<Lexeme>& out) {
  Lexer(text, begin, end, lexicon, out).run();
}

}  // namespace crosscheck
