// Times: a date belongs to the value it follows most closely ("a $1 billion deal in 2019 and another in 2023"),
// else to the one it leads ("In November, Acme disclosed a $38 million order"). A label's event ("valuation at
// signing: $5 billion") wins over both. Modality and qualifiers are cue phrases in a small window; a window
// never crosses a semicolon, a colon or a full stop. Irony and long-range negation are beyond it.
#include "claim/context.h"

#include <algorithm>

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

bool says(std::string_view window, const std::string& phrase) {
  for (std::size_t at = window.find(phrase); at != std::string_view::npos; at = window.find(phrase, at + 1)) {
    const bool left = at == 0 || window[at - 1] == ' ';
    const std::size_t end = at + phrase.size();
    const bool right = end >= window.size() || window[end] == ' ' || window[end] == ',';
    if (left && right) return true;
  }
  return false;
}

const std::vector<std::pair<std::string, std::vector<std::string>>>* cues_of(const Lexicon& lexicon,
                                                                             const std::string& cue_class) {
  const auto found = lexicon.cues.find(cue_class);
  return found == lexicon.cues.end() ? nullptr : &found->second;
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
  const auto* cues = cues_of(lexicon, "modality");
  if (cues == nullptr) return Modality::asserted;
  const std::string_view near = before_focus(view, 6), wide = before_focus(view, 14);
  static constexpr Modality kOrder[] = {Modality::denied, Modality::hypothetical, Modality::planned,
                                        Modality::estimated, Modality::reported};
  for (const Modality modality : kOrder) {
    for (const auto& [name, phrases] : *cues) {
      if (name != name_of(modality)) continue;
      const std::string_view window = modality == Modality::reported || modality == Modality::planned ? wide : near;
      if (std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) { return says(window, phrase); }))
        return modality;
    }
  }
  return Modality::asserted;
}

bool is_retold(const Lexicon& lexicon, const View& view) {
  const auto* cues = cues_of(lexicon, "retold");
  if (cues == nullptr) return false;
  const std::string_view before = before_focus(view, 6), after = after_focus(view, 6);
  return std::any_of(cues->begin(), cues->end(), [&](const auto& cue) {
    const std::string_view window = cue.first == "before" ? before : after;
    return std::any_of(cue.second.begin(), cue.second.end(),
                       [&](const std::string& phrase) { return says(window, phrase); });
  });
}

std::vector<std::string> fact_qualifiers(const Lexicon& lexicon, const View& view) {
  std::vector<std::string> found;
  const auto* cues = cues_of(lexicon, "fact");
  if (cues == nullptr) return found;
  const std::string_view before = before_focus(view, 3), after = after_focus(view, 4);
  for (const auto& [name, phrases] : *cues) {
    for (const std::string& phrase : phrases) {
      const bool behind = phrase.rfind("a ", 0) == 0 || phrase.rfind("per ", 0) == 0 || phrase.rfind("in ", 0) == 0 ||
                          phrase == "apiece" || phrase == "annually" || phrase == "yearly" || phrase == "to date" ||
                          phrase == "so far";
      if (!says(behind ? after : before, phrase)) continue;
      found.push_back(name);
      break;
    }
  }
  return found;
}

std::string attribution_of(const Article& article, const Lexicon& lexicon, const View& view) {
  const std::vector<std::string> items = items_of(view.text());
  const auto entity = [&](std::size_t at) -> std::string {
    if (at >= items.size() || items[at].size() < 2 || items[at][0] != 'E') return "";
    const std::uint32_t mention = static_cast<std::uint32_t>(std::stoul(items[at].substr(1)));
    return article.entities[article.mentions[mention].entity].name;
  };
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i] == "according" && i + 1 < items.size() && items[i + 1] == "to") {
      for (std::size_t next = i + 2; next < std::min(i + 6, items.size()); ++next) {
        if (!entity(next).empty()) return entity(next);
      }
    }
    if (i > 0 && lexicon.in_list("say", items[i]) && !entity(i - 1).empty() && items[i] != "announced")
      return entity(i - 1);
  }
  return "";
}

}  // namespace crosscheck
