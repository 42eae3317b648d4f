// Times: a date belongs to the value it follows most closely ("a $1 billion deal in 2019 and another in 2023"),
// else to the one it leads ("In November, Acme disclosed a $38 million order"). A label's event ("valuation at
// signing: $5 billion") wins over both. Modality and qualifiers are cue phrases in a small window; a window
// never crosses a semicolon, a colon or a full stop. Irony and long-range negation are beyond it.
#include "claim/context.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace crosscheck {
namespace {

bool clause_break(const Token& token) { return token.folded == ";" || token.folded == ":"; }

/// Is there another quantity, or a clause break, between two token positions?
bool barred(const Article& article, const std::vector<std::uint32_t>& mentions, std::uint32_t from, std::uint32_t to) {
  for (std::uint32_t at = from; at < to; ++at) {
    if (clause_break(article.tokens[at])) return true;
  }
  for (const std::uint32_t index : mentions) {
    const Mention& mention = article.mentions[index];
    if (mention.kind == MentionKind::entity || mention.kind == MentionKind::date || mention.word) continue;
    if (mention.first_token >= from && mention.end_token <= to) return true;
  }
  return false;
}

bool comma_between(const Article& article, std::uint32_t from, std::uint32_t to) {
  return std::any_of(article.tokens.begin() + from, article.tokens.begin() + to,
                     [](const Token& token) { return token.folded == ","; });
}

/// "Founded in 2017, the firm employs 40": the date belongs to the participle, not to the sentence.
bool participle_before(const Article& article, const Sentence& sentence, const Mention& date) {
  if (date.first_token < sentence.first_token + 2) return false;
  const std::string& word = article.tokens[date.first_token - 2].folded;
  return word.size() > 3 && word.compare(word.size() - 2, 2, "ed") == 0;
}

bool usable(const Mention& mention) { return mention.kind == MentionKind::date && mention.cue.rfind("recent", 0) != 0; }

/// "in 2019", "(2023)", "announced in March": what makes a date that follows belong to the value.
bool tied(const Article& article, const Lexicon& lexicon, const Mention& date) {
  if (date.first_token == 0) return false;
  const std::string& before = article.tokens[date.first_token - 1].folded;
  return before == "(" || lexicon.in_list("time_prepositions", before) || date.cue.find(':') != std::string::npos;
}

std::string_view before_focus(const View& view, std::size_t items) {
  const std::string_view text = std::string_view(view.text()).substr(0, view.focus().begin);
  std::size_t at = text.size();
  for (std::size_t count = 0; at > 0; --at) {
    if (text[at - 1] == ';' || text[at - 1] == ':') break;
    if (text[at - 1] == ' ' && at != text.size() && ++count > items) break;
  }
  return text.substr(at > 0 ? at - 1 : 0);
}

std::string_view after_focus(const View& view, std::size_t items) {
  const std::string_view text =
      std::string_view(view.text()).substr(std::min<std::size_t>(view.focus().end, view.text().size()));
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++at) {
    if (text[at] == ';' || text[at] == ':' || text[at] == '.') break;
    if (text[at] == ' ' && ++count > items) break;
  }
  return text.substr(0, std::min(at + 1, text.size()));
}

/// "2 dlrs a share", "3 mln to date": the phrases that follow their figure.
bool stands_behind(const std::string& phrase) {
  return phrase.starts_with("a ") || phrase.starts_with("per ") || phrase.starts_with("in ") || phrase == "apiece" ||
         phrase == "annually" || phrase == "yearly" || phrase == "to date" || phrase == "so far";
}

}  // namespace

std::optional<std::uint32_t> time_of(const Article& article, const Lexicon& lexicon,
                                     const std::vector<std::uint32_t>& mentions, std::uint32_t focus, bool period) {
  const Mention& value = article.mentions[focus];
  std::optional<std::uint32_t> after, before, leading, only;
  std::size_t dates = 0;
  for (const std::uint32_t index : mentions) {
    const Mention& date = article.mentions[index];
    if (index == focus || !usable(date) || in_dateline(article, date)) continue;
    const std::uint32_t gap =
        date.first_token >= value.end_token ? date.first_token - value.end_token : value.first_token - date.end_token;
    if (date.cue.rfind("event:", 0) == 0 && gap <= 8) return index;
    ++dates;
    only = index;
    if (date.first_token >= value.end_token) {
      const bool near =
          !after && gap <= 14 && date.cue != "after" && date.cue != "before" && tied(article, lexicon, date);
      if (near && !barred(article, mentions, value.end_token, date.first_token)) after = index;
    } else {
      const Sentence& sentence = article.sentences[date.sentence];
      const bool opens = date.first_token <= sentence.first_token + 2 && !participle_before(article, sentence, date);
      if (gap <= 14 && !barred(article, mentions, date.end_token, value.first_token) &&
          (opens || !comma_between(article, date.end_token, value.first_token)))
        before = index;
      if (opens) leading = index;
    }
  }
  if (after) return after;
  if (before) return before;
  if (leading) return leading;
  if (dates == 1 && article.mentions[*only].end_token <= value.first_token &&
      comma_between(article, article.mentions[*only].end_token, value.first_token) && !period)
    return std::nullopt;
  if (dates == 1 && period && article.mentions[*only].end_token <= value.first_token) return only;
  return dates == 1 && !barred(article, mentions, std::min(article.mentions[*only].end_token, value.end_token),
                               std::max(article.mentions[*only].first_token, value.first_token))
             ? only
             : std::nullopt;
}

Modality modality_of(const Lexicon& lexicon, const View& view) {
  const CueIndex* cues = lexicon.cues_of("modality");
  if (cues == nullptr) return Modality::asserted;
  static constexpr Modality kOrder[] = {Modality::denied, Modality::hypothetical, Modality::planned,
                                        Modality::estimated, Modality::reported};
  const Modality* const none = std::end(kOrder);
  const Modality* first = none;
  const auto look = [&](std::string_view window, bool is_wide) {
    cues->each_in(window, view.words().items, [&](const CueIndex::Phrase& phrase) {
      const auto* said = std::find_if(std::begin(kOrder), first, [&](Modality modality) {
        const bool wide = modality == Modality::reported || modality == Modality::planned;
        return wide == is_wide && cues->name_of(phrase.cue) == name_of(modality);
      });
      if (said != first) first = said;
    });
  };
  look(before_focus(view, 6), false);
  look(before_focus(view, 14), true);
  return first == none ? Modality::asserted : *first;
}

bool is_retold(const Lexicon& lexicon, const View& view) {
  const CueIndex* cues = lexicon.cues_of("retold");
  if (cues == nullptr) return false;
  bool retold = false;
  const auto look = [&](std::string_view window, bool is_before) {
    cues->each_in(window, view.words().items, [&](const CueIndex::Phrase& phrase) {
      retold = retold || (cues->name_of(phrase.cue) == "before") == is_before;
    });
  };
  look(before_focus(view, 6), true);
  look(after_focus(view, 6), false);
  return retold;
}

std::vector<std::string> fact_qualifiers(const Lexicon& lexicon, const View& view) {
  const CueIndex* cues = lexicon.cues_of("fact");
  if (cues == nullptr) return {};
  std::vector<std::uint32_t> said;
  const auto look = [&](std::string_view window, bool is_behind) {
    cues->each_in(window, view.words().items, [&](const CueIndex::Phrase& phrase) {
      if (stands_behind(phrase.text) == is_behind) said.push_back(phrase.cue);
    });
  };
  look(before_focus(view, 3), false);
  look(after_focus(view, 4), true);
  std::sort(said.begin(), said.end());
  said.erase(std::unique(said.begin(), said.end()), said.end());
  std::vector<std::string> found;
  for (const std::uint32_t cue : said) found.push_back(cues->name_of(cue));
  return found;
}

std::string attribution_of(const Article& article, const Lexicon& lexicon, const View& view) {
  const View::Items items = view.items();
  const auto entity = [&](std::size_t at) -> const std::string* {
    if (at >= items.size() || items[at].size() < 2 || items[at][0] != 'E') return nullptr;
    std::uint32_t mention = 0;
    std::from_chars(items[at].data() + 1, items[at].data() + items[at].size(), mention);
    const std::string& name = article.entities[article.mentions[mention].entity].name;
    return name.empty() ? nullptr : &name;
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i] == "according" && i + 1 < items.size() && items[i + 1] == "to") {
      for (std::size_t next = i + 2; next < std::min(i + 6, items.size()); ++next) {
        if (const std::string* name = entity(next)) return *name;
      }
    }
    if (i == 0 || items[i] == "announced") continue;
    const std::string* name = entity(i - 1);
    if (name != nullptr && lexicon.in_list("say", std::string(items[i]))) return *name;
  }
  return "";
}

}  // namespace crosscheck
