// A text and its correction share nearly all words and figures, two weeks of one template share the words only:
//   Oper net 3,345,000 vs 4,885,000 Sales 133.7 mln vs 129.8 mln
//   Oper net 3,348,000 vs 4,885,000 Sales 133.7 mln vs 129.8 mln
// Aligned, the first figures share a column among columns that are the same: one fact, told twice, and not alike. What
// tells an item from a template is how many of the aligned values are the same, and that the headlines name no two things
// and no two times. A note ("please read 9.9 billion") is laid on the text it mends sentence by sentence.
#include "link/versions.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "link/linkage.h"
#include "link/version_likeness.h"
#include "link/version_pairs.h"

namespace crosscheck {
namespace {

/// The texts of a few pairs, each read once.
class Texts {
 public:
  Texts(const std::vector<Document>& documents, const std::vector<Article>& articles, const Rulebook& rulebook,
        FactsPool& facts)
      : documents_(documents), articles_(articles), rulebook_(rulebook), facts_(facts.lend()) {}

  const ReadText& of(std::uint32_t i) {
    const auto known = texts_.find(i);
    if (known != texts_.end()) return known->second;
    const std::string& language = documents_[i].language;
    return texts_
        .try_emplace(i, version_text(documents_[i], articles_[i], rulebook_.lexicon(language), facts_->of(language)))
        .first->second;
  }

 private:
  const std::vector<Document>& documents_;
  const std::vector<Article>& articles_;
  const Rulebook& rulebook_;
  FactsPool::Lent facts_;
  std::unordered_map<std::uint32_t, ReadText> texts_;
};

class Versions {
 public:
  Versions(const std::vector<Document>& documents, const std::vector<Article>& articles, const Rulebook& rulebook,
           const Workers& workers, const VersionCounts* known)
      : documents_(documents),
        articles_(articles),
        rulebook_(rulebook),
        workers_(workers),
        known_(known),
        facts_(facts_pool(rulebook)) {}

  std::vector<VersionPair> run() {
    constexpr std::size_t kArticles = 256, kPairs = 256;  // a task
    std::vector<std::uint8_t> corrects(articles_.size());
    forms_.resize(articles_.size());
    each_run(workers_, articles_.size(), kArticles, [&](std::size_t begin, std::size_t end) {
      const auto facts = facts_.lend();
      for (std::size_t i = begin; i < end; ++i) {
        const std::string& language = documents_[i].language;
        const bool told = takes_back(articles_[i]) ||
                          says_it_corrects(articles_[i], rulebook_.lexicon(language), facts->of(language));
        corrects[i] = told ? 1 : 0;
        forms_[i] = title_form(articles_[i]);
      }
    });
    if (known_ != nullptr) {
      for (const std::uint64_t form : forms_) titles_.try_emplace(form, known_->titles(form));
    }
    for (std::size_t i = known_ != nullptr ? known_->first_new : 0; i < forms_.size(); ++i) ++titles_[forms_[i]];
    const auto candidates = in_order(version_candidates(articles_, corrects, workers_, known_));
    const auto order = hanging_together(candidates);
    std::vector<std::optional<VersionPair>> found(candidates.size());
    each_run(workers_, candidates.size(), kPairs, [&](std::size_t begin, std::size_t end) {
      Texts texts(documents_, articles_, rulebook_, facts_);
      for (std::size_t i = begin; i < end; ++i) {
        auto [a, b] = candidates[order[i]];
        if (days_between(a, b) == 0 && std::pair(corrects[b], std::string_view(documents_[b].id)) <
                                           std::pair(corrects[a], std::string_view(documents_[a].id)))
          std::swap(a, b);  // of one day the one that corrects is the later
        VersionPair pair = judged(texts, a, b, corrects[a] + corrects[b] > 0);
        if (pair.whole || pair.one_form_only || !pair.differences.empty()) found[order[i]] = std::move(pair);
      }
    });
    std::vector<VersionPair> versions;
    for (auto& pair : found) {
      if (pair) versions.push_back(*std::move(pair));
    }
    return versions;
  }

 private:
  /// In which order to read them: a task that has all pairs of a few texts reads each text once.
  std::vector<std::uint32_t> hanging_together(const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs) const {
    std::vector<std::uint32_t> up(articles_.size()), order(pairs.size());
    std::iota(up.begin(), up.end(), 0U);
    std::iota(order.begin(), order.end(), 0U);
    for (const auto& [a, b] : pairs) up[root_of(up, a)] = root_of(up, b);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) {
      return root_of(up, pairs[x].first) < root_of(up, pairs[y].first);
    });
    return order;
  }

  bool series(std::uint32_t i) const {
    constexpr std::uint32_t kMany = 4;
    const auto count = titles_.find(forms_[i]);
    return !documents_[i].title.empty() && count != titles_.end() && count->second >= kMany;
  }

  /// By the documents' ids, so that the order of input leaves no trace.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> in_order(
      std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) const {
    std::sort(pairs.begin(), pairs.end(), [&](const auto& x, const auto& y) {
      return std::tie(documents_[x.first].id, documents_[x.second].id) <
             std::tie(documents_[y.first].id, documents_[y.second].id);
    });
    return pairs;
  }

  static bool takes_back(const Article& article) {
    return std::any_of(article.corrections.begin(), article.corrections.end(),
                       [](const CorrectionNote& note) { return note.formula != "revision"; });
  }

  static bool says_it_corrects(const Article& article, const Lexicon& lexicon, WordFacts& facts) {
    const auto& instead = lexicon.list("read_instead");
    for (const Sentence& sentence : article.sentences) {
      const bool title = sentence.field == Field::title;
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        const PackedTokens::View token = article.packed_tokens[at];
        if (!title && !facts.may_correct(token.hash)) continue;
        const WordFact fact = facts(token.folded, token.hash);
        if (title ? fact.label : fact.note) return true;
        if (at + 1 < sentence.end_token && fact.opens_instead &&
            instead.count(std::string(token.folded) + " " + std::string(article.packed_tokens[at + 1].folded)) > 0)
          return true;
      }
    }
    return false;
  }

  std::int32_t days_between(std::uint32_t a, std::uint32_t b) const {
    const auto &x = articles_[a].published.value.first, &y = articles_[b].published.value.first;
    return x && y ? *y - *x : 0;
  }

  VersionPair judged(Texts& texts, std::uint32_t a, std::uint32_t b, bool labelled) const {
    const ReadText &left = texts.of(a), &right = texts.of(b);
    const VersionText &x = left.text, &y = right.text;
    VersionPair pair;
    pair.a = a;
    pair.b = b;
    pair.labelled = labelled;
    const std::int32_t days = days_between(a, b);
    const Likeness titles = titles_of(left, right);
    const bool laid_out = worth_laying(left, right, titles, labelled, days);
    if (!laid_out && y.instead_from == VersionText::kNone && articles_[b].corrections.empty()) return pair;
    const Lexicon& lexicon = rulebook_.lexicon(documents_[b].language);
    const Laid laid = laid_out ? lay(x, y, rulebook_, lexicon) : Laid{x, y, {}, {}};
    Likeness likeness = likeness_of(laid, titles);
    const bool table = 3 * (likeness.values + likeness.apart) > likeness.words;
    likeness.series =
        series(a) || series(b) || (table && (x.snapshot || y.snapshot)) || two_periods(left, right, lexicon);
    pair.one_form_only = !labelled && one_form(likeness);
    const double sure = one_item(likeness, labelled, days);
    if (sure > 0 && y.instead_from == VersionText::kNone) {
      pair.whole = true;
      pair.differences = differences(laid, lexicon, {labelled ? 3U : 4U, true, labelled});
      for (std::size_t i = 0; i < laid.columns.size(); ++i) {
        const Column& c = laid.columns[i];
        if (laid.same(i) && x.claim(c.a) != nullptr && y.claim(c.b) != nullptr)
          pair.same.emplace_back(x.words[c.a].claim, y.words[c.b].claim);
      }
      pair.moved = !labelled && says_it_moved(left, right, lexicon.list("moved"));
      for (VersionDifference& difference : pair.differences) difference.confidence = sure;
    } else if (y.instead_from != VersionText::kNone && likeness.title >= 0.25) {
      pair.differences = note_differences(x, y, lexicon);
    }
    if (likeness.title >= 0.3) taken_back(b, x, y, pair.differences);
    return pair;
  }

  /// "17.5 mln and not the 17.8 mln it had reported": the earlier text has 17.8 mln.
  void taken_back(std::uint32_t b, const VersionText& x, const VersionText& y,
                  std::vector<VersionDifference>& found) const {
    for (const CorrectionNote& note : articles_[b].corrections) {
      if (note.formula != "correction" || !note.wrong) continue;
      const std::uint32_t right = unit_at(y, note.value), wrong = unit_at(y, *note.wrong);
      if (right == VersionText::kNone || wrong == VersionText::kNone) continue;
      if (y.units[right].kind != y.units[wrong].kind) continue;  // "corrects year ago comparison": a year is no profit
      for (std::uint32_t i = 0; i < x.units.size(); ++i) {
        if (!x.units[i].value || x.units[i].id != y.units[wrong].id || x.units[i].kind != y.units[wrong].kind) continue;
        const std::uint32_t claim = x.words[i].claim;
        const bool known = std::any_of(found.begin(), found.end(), [&](const auto& d) { return d.a == claim; });
        if (!known)
          found.push_back({claim, y.words[right].claim, x.claim(i)->dated() ? "date" : "value", "", "", 0.93});
        break;
      }
    }
  }

  static std::uint32_t unit_at(const VersionText& text, const Place& place) {
    for (std::uint32_t i = 0; i < text.units.size(); ++i) {
      if (text.units[i].value && text.claim(i)->place == place) return i;
    }
    return VersionText::kNone;
  }

  /// "YEAR LOSS" over the one and "4TH QTR NET" over the other.
  static bool two_periods(const ReadText& first, const ReadText& second, const Lexicon& lexicon) {
    const VersionText &a = first.text, &b = second.text;
    for (std::uint32_t i = 0; i < a.units.size() && a.words[i].title; ++i) {
      if (second.title.contains(a.units[i].id)) continue;
      for (std::uint32_t j = 0; j < b.units.size() && b.words[j].title; ++j) {
        const std::string x = a.folded(i), y = b.folded(j);
        if (!first.title.contains(b.units[j].id) &&
            (lexicon.in_list("periods", x + " " + y) || lexicon.in_list("periods", y + " " + x)))
          return true;
      }
    }
    return false;
  }

  /// Its title has a word for it that the earlier title has not.
  static bool says_it_moved(const ReadText& earlier, const ReadText& later,
                            const std::unordered_set<std::string>& moved) {
    const VersionText& text = later.text;
    for (std::uint32_t i = 0; i < text.units.size() && text.words[i].title; ++i) {
      if (moved.count(text.folded(i)) > 0 && !earlier.title.contains(text.units[i].id)) return true;
    }
    return false;
  }

  /// Part by part, as sentences and "..." cut it: each tells how one place should have read.
  std::vector<VersionDifference> note_differences(const VersionText& x, const VersionText& note,
                                                  const Lexicon& lexicon) const {
    std::set<std::uint64_t> known;
    for (const Unit& unit : x.units) known.insert(unit.id);
    std::vector<VersionDifference> all;
    for (std::size_t begin = note.instead_from, end = begin; begin < note.units.size(); begin = end) {
      while (end < note.units.size() && note.words[end].part == note.words[begin].part) ++end;
      const VersionText part = part_of(note, begin, end);
      // "... tariffs worth up to 300 mln dlrs ...": of so short a quote all must be the same
      const std::uint32_t least = part.units.size() <= 3 ? 2 : 3;
      const Laid laid = lay(x, part, rulebook_, lexicon);
      for (VersionDifference& difference : differences(laid, lexicon, {least, false, false})) {
        const auto right = std::find_if(part.words.begin(), part.words.end(),
                                        [&](const auto& word) { return word.claim == difference.b; });
        const Unit& unit = part.units[static_cast<std::size_t>(right - part.words.begin())];
        if (difference.a_words.empty() && difference.check != "unit" && known.count(unit.id) > 0) continue;
        difference.confidence = 0.9;
        all.push_back(std::move(difference));
      }
    }
    return all;
  }

  const std::vector<Document>& documents_;
  const std::vector<Article>& articles_;
  const Rulebook& rulebook_;
  const Workers& workers_;
  const VersionCounts* known_;
  FactsPool facts_;
  std::vector<std::uint64_t> forms_;                         ///< of each article's headline
  std::unordered_map<std::uint64_t, std::uint32_t> titles_;  ///< headline's form → texts under it
};

}  // namespace

std::uint64_t title_form(const Article& article) {
  std::uint64_t form = 1;
  for (const Sentence& sentence : article.sentences) {
    if (sentence.field != Field::title) break;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const PackedTokens::View token = article.packed_tokens[at];
      if (token.kind != TokenKind::mark) form = mix64(form ^ (token.kind == TokenKind::number ? 2 : token.hash));
    }
  }
  return form;
}

std::vector<VersionPair> find_versions(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                       const Rulebook& rulebook, const Workers& workers, const VersionCounts* known) {
  return Versions(documents, articles, rulebook, workers, known).run();
}

}  // namespace crosscheck
