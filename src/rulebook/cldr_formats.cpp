// CLDR's date formats as patterns of rules/: "EEEE, d. MMMM y" → {weekday}, {day}. {month} {year}; "y年M月d日" →
// {year}年{mm}月{day}日; "QQQ y" → "q1 {year}" … "q4 {year}", each its own quarter. What fields a format has
// says what it means: day and month a date, month and year a month_year. Time zones and eras are left out, but
// where a language's dates print the era ("d MMMM G y" in Thai) a pattern with it stands beside the one without.
// Formats that figures alone would fit are refused: "H", "d", "M y", "d.M" (a decimal), "d-M" (a score). It does
// not know which of day and month stands first in "3/4": Lexicon::date_order says what the language prints.
#include <array>
#include <map>
#include <optional>
#include <set>

#include "base/characters.h"
#include "rulebook/cldr_parts.h"

namespace crosscheck {
namespace {

using icu::UnicodeString;

// ---- reading a format -----------------------------------------------------------------------

/// A field letter with its width, or a literal (letter 0).
struct Piece {
  char letter = 0;
  int width = 0;
  std::string literal;
};
using Pieces = std::vector<Piece>;

bool is_field_letter(char16_t c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); }

Pieces pieces_of(const UnicodeString& format) {
  Pieces pieces;
  UnicodeString literal;
  const auto flush = [&] {
    // Folded between two marks, so that its blanks at either end stay.
    const std::string text = folded_text(u"|" + literal + u"|");
    if (!literal.isEmpty()) pieces.push_back({0, 0, text.substr(1, text.size() - 2)});
    literal.remove();
  };
  bool quoted = false;
  for (int32_t i = 0; i < format.length(); ++i) {
    const char16_t c = format[i];
    if (c == u'\'') {
      if (i + 1 < format.length() && format[i + 1] == u'\'') {
        literal += format[i++];
      } else {
        quoted = !quoted;
      }
    } else if (quoted || !is_field_letter(c)) {
      literal += c;
    } else {
      flush();
      const char letter = static_cast<char>(c);
      if (pieces.empty() || pieces.back().letter != letter) pieces.push_back({letter, 0, ""});
      ++pieces.back().width;
    }
  }
  flush();
  return pieces;
}

bool is_era(const Piece& piece) { return piece.letter == 'G'; }
bool is_zone(const Piece& piece) { return std::string_view("zZvVOX").find(piece.letter) != std::string_view::npos; }

/// Without what `drop` names and the separator before it, or behind it at the front.
template <class Drop>
Pieces without(const Pieces& pieces, Drop drop) {
  Pieces kept;
  bool eat = false;
  for (const Piece& piece : pieces) {
    const bool is_literal = piece.letter == 0;
    if (!is_literal && drop(piece)) {
      if (!kept.empty() && kept.back().letter == 0 && letters(kept.back().literal) == 0) kept.back().literal = " ";
      eat = true;
    } else if (is_literal && eat && letters(piece.literal) == 0) {
      if (!kept.empty() && kept.back().letter != 0) kept.push_back(piece);
      eat = false;
    } else {
      kept.push_back(piece);
      eat = false;
    }
  }
  return kept;
}

// ---- writing a pattern ----------------------------------------------------------------------

struct DatePattern {
  std::string text;
  std::string literals;  ///< all that is no slot
  std::set<std::string> slots;
  bool has(const char* slot) const { return slots.contains(slot); }
};

/// Nothing for a field that patterns have no slot for, or for a narrow name.
std::string slot_of(const Piece& field) {
  if (field.width == 5) return "";
  switch (field.letter) {
    case 'y':
    case 'u':
      return field.width == 2 ? "{yy}" : "{year}";
    case 'M':
    case 'L':
      return field.width >= 3 ? "{month}" : "{mm}";
    case 'd':
      return "{day}";
    case 'E':
      return "{weekday}";
    case 'c':
    case 'e':
      return field.width >= 3 ? "{weekday}" : "";
    case 'H':
    case 'h':
    case 'k':
    case 'K':
      return "{hour}";
    case 'm':
      return "{minute}";
    case 's':
      return "{second}";
    case 'a':
    case 'b':
    case 'B':
      return "{ampm}";
    default:
      return "";
  }
}

std::optional<DatePattern> pattern_of(const Pieces& pieces) {
  DatePattern pattern;
  for (const Piece& piece : pieces) {
    const std::string slot = piece.letter == 0 ? "" : slot_of(piece);
    const std::string literal = with_optional(piece.literal);
    const bool is_plain = literal != piece.literal || !holds_pattern_mark(literal);
    if (piece.letter == 0 ? !is_plain : slot.empty()) return std::nullopt;
    if (!slot.empty() && !pattern.slots.insert(slot.substr(1, slot.size() - 2)).second) return std::nullopt;
    pattern.literals += piece.literal;
    pattern.text += slot.empty() ? literal : slot;
  }
  for (std::size_t twin; (twin = pattern.text.find("  ")) != std::string::npos;) pattern.text.erase(twin, 1);
  pattern.text = trimmed(pattern.text);
  return pattern;
}

// ---- what a pattern means -------------------------------------------------------------------

bool has_letters(const DatePattern& pattern) { return letters(pattern.literals) > 0; }
bool has_mark(const DatePattern& pattern) { return pattern.literals.find_first_not_of(' ') != std::string::npos; }

std::string meaning_of_time(const DatePattern& pattern, const Lexicon& lexicon) {
  for (const char* slot : {"year", "yy", "month", "mm", "day", "weekday"}) {
    if (pattern.has(slot)) return "";
  }
  const bool is_decimal = lexicon.decimal_sign == '.' && trimmed(pattern.literals) == ".";  // Sinhala "HH.mm"
  if (is_decimal && !pattern.has("ampm")) return "";
  if (pattern.has("minute") || pattern.has("ampm")) return "clock";
  // "5 h" lasts as often as it tells the time; "5 Uhr" tells it.
  const std::string word = trimmed(pattern.literals, " .");
  const bool lasts = count_codes(word, runs_on) == 0 && lexicon.grains.contains(word);
  return reads_as_word(word) && !lasts ? "clock" : "";
}

/// "3/4", "3.4." and "3月4日" are days, "3.4" and "3-4" are figures.
bool is_day_of_month(const DatePattern& pattern) {
  return pattern.has("month") || pattern.has("weekday") || has_letters(pattern) ||
         pattern.literals.find('/') != std::string::npos || pattern.text.ends_with('.');
}

std::string meaning_of(const DatePattern& pattern, const Lexicon& lexicon) {
  if (pattern.has("hour")) return meaning_of_time(pattern, lexicon);
  if (pattern.has("minute") || pattern.has("second") || pattern.has("ampm")) return "";
  const bool year = pattern.has("year") || pattern.has("yy");
  const bool month = pattern.has("month") || pattern.has("mm");
  if (pattern.has("day") && month) return year || is_day_of_month(pattern) ? "date" : "";
  if (pattern.has("day") && year) return "";
  if (pattern.has("day") && pattern.has("weekday")) {
    return has_letters(pattern) || pattern.literals.find('.') != std::string::npos ||
                   count_codes(pattern.text, runs_on) > 0
               ? "weekday_day"
               : "";
  }
  if (pattern.has("weekday")) return "";
  if (month) return year && (pattern.has("month") || has_mark(pattern)) ? "month_year" : "";
  if (!has_letters(pattern)) return "";
  return pattern.has("day") ? "day_of_month" : pattern.has("year") ? "year" : "";
}

/// "{hour}時{minute}分{second}秒" is seldom told to the second: "{hour}時{minute}分".
std::string without_seconds(const std::string& pattern) {
  const std::size_t at = pattern.find("{second}");
  if (at == std::string::npos || pattern.find('{', at + 1) != std::string::npos) return "";
  const std::string rest = trimmed(pattern.substr(0, at));
  const std::size_t slot = rest.rfind('}');
  const bool names_minutes = slot != std::string::npos && letters(rest.substr(slot)) > 0;
  return names_minutes ? rest : "";
}

/// "{day} {month} {year} г." is also written with the word in full, or without.
std::string without_word_for_year(const std::string& pattern) {
  constexpr std::string_view kYear = "{year}";
  const std::size_t at = pattern.find(kYear);
  if (at == std::string::npos) return "";
  const std::string tail = pattern.substr(at + kYear.size());
  if (tail.empty() || tail.find('{') != std::string::npos || count_codes(tail, runs_on) > 0) return "";
  return pattern.substr(0, at + kYear.size());
}

// ---- a language's formats -------------------------------------------------------------------

class Formats {
 public:
  Formats(const icu::Locale& locale, Lexicon& lexicon, TimeRules& rules) : lexicon_(lexicon), rules_(rules) {
    visit_strings(locale, "", "calendar/gregorian/quarters", [&](const Path& path, const std::string& text) {
      if (path.size() == 3 && path[1] != "narrow") quarters_[path.back()].insert(text);
    });
  }

  void add(const UnicodeString& format) {
    Pieces pieces = without(pieces_of(format), is_zone);
    join_affixes(pieces);
    const bool has_era = std::any_of(pieces.begin(), pieces.end(), is_era);
    add_pieces(has_era ? without(pieces, is_era) : pieces);
    const auto era = lexicon_.eras.find("ad");
    if (!has_era || era == lexicon_.eras.end() || era->second.empty()) return;
    Pieces spelled = pieces;
    for (Piece& piece : spelled) {
      if (is_era(piece)) piece = {0, 0, era->second.front()};
    }
    add_pieces(spelled);
  }

  /// "q1", "1. quartal" with no year.
  void add_bare_quarters() {
    for (const auto& [index, names] : quarters_) {
      for (const std::string& name : names) {
        const bool is_plain = reads_as_word(name) || name.starts_with('q');  // not "K2"
        if (is_plain && !holds_pattern_mark(name)) rules_.add(quarter_meaning(index), name);
      }
    }
  }

 private:
  /// Hebrew "d בMMMM", Basque "MMMM'ren' d": letters that touch a month's name become part of it.
  void join_affixes(Pieces& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if ((pieces[i].letter != 'M' && pieces[i].letter != 'L') || pieces[i].width < 3) continue;
      const std::string prefix = i > 0 ? cut_letters(pieces[i - 1], false) : "";
      const std::string suffix = i + 1 < pieces.size() ? cut_letters(pieces[i + 1], true) : "";
      if ((prefix.empty() && suffix.empty()) || !affixes_.emplace(prefix, suffix).second) continue;
      const auto months = lexicon_.months;
      for (const auto& [name, month] : months) lexicon_.months.try_emplace(prefix + name + suffix, month);
    }
  }

  /// The letters at the front or at the end of a literal; none of a script that sets no blanks between words.
  static std::string cut_letters(Piece& piece, bool front) {
    std::size_t begin = 0, end = 0;  // of the run of letters that reaches the wanted end
    for (std::size_t at = 0; at < piece.literal.size();) {
      const Decoded d = decode(piece.literal, at);
      at += d.length;
      if (is_letter(d.code)) {
        end = at;
        continue;
      }
      if (front) break;
      begin = end = at;
    }
    const std::string cut = piece.literal.substr(begin, end - begin);
    if (cut.empty() || character_at(cut, 0).has(kSpaceless)) return "";
    piece.literal.erase(begin, end - begin);
    return cut;
  }

  static std::string quarter_meaning(const std::string& index) {
    return "quarter:" + std::to_string(std::stoi(index) + 1);
  }

  void add_pieces(const Pieces& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (pieces[i].letter == 'Q' || pieces[i].letter == 'q') return add_quarters(pieces, i);
    }
    const std::optional<DatePattern> pattern = pattern_of(pieces);
    const std::string meaning = pattern ? meaning_of(*pattern, lexicon_) : "";
    if (meaning.empty()) return;
    rules_.add(meaning, pattern->text);
    if (meaning == "year") return;
    for (const std::string& shorter : {without_word_for_year(pattern->text), without_seconds(pattern->text)}) {
      if (!shorter.empty()) rules_.add(meaning, shorter);
    }
  }

  void add_quarters(Pieces pieces, std::size_t at) {
    const int width = pieces[at].width;  // below three a figure
    for (const auto& [index, names] : quarters_) {
      for (const std::string& name : width < 3 ? std::set{std::to_string(std::stoi(index) + 1)} : names) {
        pieces[at] = {0, 0, name};
        const std::optional<DatePattern> pattern = pattern_of(pieces);
        if (pattern && pattern->slots == std::set<std::string>{"year"}) {
          rules_.add(quarter_meaning(index), pattern->text);
        }
      }
    }
  }

  Lexicon& lexicon_;
  TimeRules& rules_;
  std::set<std::pair<std::string, std::string>> affixes_;
  std::map<std::string, std::set<std::string>> quarters_;  ///< "0" … "3" → its names
};

/// "dd.MM.yy" → "dmy".
std::string order_of(const UnicodeString& format) {
  std::string order;
  for (const Piece& piece : pieces_of(format)) {
    const char field = piece.letter == 'M' || piece.letter == 'L' ? 'm' : piece.letter;
    if (field == 'd' || field == 'm' || field == 'y') order += field;
  }
  return order;
}

}  // namespace

void add_date_formats(const icu::Locale& locale, Lexicon& lexicon, TimeRules& rules) {
  constexpr int kTimes = 4, kDates = 8;  // full, long, medium, short of each; behind them, how both join
  constexpr const char* kStyles = "calendar/gregorian/DateTimePatterns";
  constexpr const char* kSkeletons = "calendar/gregorian/availableFormats";
  Formats formats(locale, lexicon, rules);
  std::vector<UnicodeString> times;
  bool has_own = false;
  const TextVisitor style = [&](const Path& path, const UnicodeString& format) {
    if (path.size() > 1 && path.back() != "0") return;  // the digits to use
    has_own = true;
    const int index = std::stoi(path.front());
    if (index < kTimes) times.push_back(format);
    if (index >= kTimes && index < kDates) formats.add(format);
    if (index == kDates - 1 && lexicon.date_order.empty()) lexicon.date_order = order_of(format);
  };
  const TextVisitor skeleton = [&](const Path& path, const UnicodeString& format) {
    if (!path.front().starts_with('G')) formats.add(format);
  };
  visit_texts(locale, "", kStyles, style);
  visit_texts(locale, "", kSkeletons, skeleton);
  if (!has_own) {
    visit_root_texts(kStyles, style);
    visit_root_texts(kSkeletons, skeleton);
  }
  for (const UnicodeString& format : times) formats.add(format);
  formats.add_bare_quarters();
}

void add_time_rules(const std::vector<icu::Locale>& locales, Lexicon& lexicon) {
  TimeRules rules;
  for (const icu::Locale& locale : locales) {
    add_date_formats(locale, lexicon, rules);
    add_relative_times(locale, lexicon, rules);
  }
  lexicon.time_rules = rules.take();
}

}  // namespace crosscheck
