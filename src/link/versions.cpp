// A text and its correction share nearly all words and figures, two weeks of one template share the words only:
//   Oper net 3,345,000 vs 4,885,000 Sales 133.7 mln vs 129.8 mln
//   Oper net 3,348,000 vs 4,885,000 Sales 133.7 mln vs 129.8 mln
// Aligned, the first figures share a column among columns that are the same: one fact, told twice, and not alike. What
// tells an item from a template is how many of the aligned values are the same, and that the headlines name no two things
// and no two times. A note ("please read 9.9 billion") is laid on the text it mends sentence by sentence.
#include "link/versions.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "link/version_pairs.h"
#include "link/version_units.h"

namespace crosscheck {
namespace {

/// What two texts laid side by side have in common.
struct Likeness {
  std::uint32_t words = 0, values = 0;   ///< columns that are the same
  std::uint32_t apart = 0, swapped = 0;  ///< values that are not; of them those that changed places with a neighbour
  double coverage = 0;                   ///< of the shorter text
  double title = 0;                      ///< of the shorter title's words, those that the other title has
  bool named_apart = false;              ///< each title has a word that the other text has nowhere
  bool timed_apart = false;              ///< a title tells a time that the other does not
  bool counted_apart = false;            ///< each title has a number that the other has not
  bool series = false;                   ///< the headline is that of many texts
  bool flash = false;                    ///< headlines alone
  /// Of the values, those that are not the same; long texts with few values tell less by them.
  double share_apart() const {
    constexpr double kWordsAValue = 8;
    return (apart - swapped) / std::max(1.0, values + apart + words / kWordsAValue);
  }
};

/// Units' ids, sorted, each once.
class Ids {
 public:
  explicit Ids(std::vector<std::uint64_t> ids) : ids_(std::move(ids)) {
    std::sort(ids_.begin(), ids_.end());
    ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
  }
  bool contains(std::uint64_t id) const { return std::binary_search(ids_.begin(), ids_.end(), id); }

 private:
  std::vector<std::uint64_t> ids_;
};

Ids ids_of(const VersionText& text, bool title_only) {
  std::vector<std::uint64_t> ids;
  for (std::size_t i = 0; i < text.units.size(); ++i) {
    if ((!title_only || text.words[i].title) && !text.words[i].plain) ids.push_back(text.units[i].id);
  }
  return Ids(std::move(ids));
}

struct TitleLeft {
  std::size_t words = 0, shared = 0, foreign = 0, numbers = 0;
  bool time = false;
};

/// What of a title the other text does not have.
TitleLeft title_left(const VersionText& text, const VersionText& other) {
  const Ids all = ids_of(other, false), title = ids_of(other, true);
  TitleLeft left;
  for (std::size_t i = 0; i < text.units.size(); ++i) {
    const VersionText::Word& word = text.words[i];
    if (!word.title || word.plain) continue;
    const bool here = title.contains(text.units[i].id), anywhere = all.contains(text.units[i].id);
    if (word.number) {
      const Claim* claim = text.claim(static_cast<std::uint32_t>(i));
      left.time = left.time || (!anywhere && claim != nullptr && claim->kind == MentionKind::time);
      left.numbers += !anywhere;
      continue;
    }
    left.time = left.time || (word.session && !here);
    ++left.words;
    left.shared += here;
    left.foreign += !anywhere;
  }
  return left;
}

bool swapped_at(const Laid& laid, std::size_t i) {
  const auto id = [&](std::size_t k, bool of_b) {
    return of_b ? laid.b.units[laid.columns[k].b].id : laid.a.units[laid.columns[k].a].id;
  };
  constexpr std::size_t kNear = 4;
  for (std::size_t k = i - std::min(i, kNear); k < std::min(laid.columns.size(), i + kNear + 1); ++k) {
    if (k != i && laid.fits[k] == Fit::apart && id(k, false) == id(i, true) && id(k, true) == id(i, false)) return true;
  }
  return false;
}

Likeness likeness_of(const Laid& laid) {
  Likeness likeness;
  for (std::size_t i = 0; i < laid.columns.size(); ++i) {
    if (laid.fits[i] == Fit::apart) {
      ++likeness.apart;
      likeness.swapped += swapped_at(laid, i);
    } else if (laid.same(i)) {
      ++(laid.a.words[laid.columns[i].a].number ? likeness.values : likeness.words);
    }
  }
  const double shorter =
      static_cast<double>(std::max<std::size_t>(1, std::min(laid.a.units.size(), laid.b.units.size())));
  likeness.coverage = (likeness.words + likeness.values) / shorter;
  const TitleLeft a = title_left(laid.a, laid.b), b = title_left(laid.b, laid.a);
  const TitleLeft& fewer = a.words < b.words ? a : b;
  likeness.title = fewer.words == 0 ? 1 : static_cast<double>(fewer.shared) / static_cast<double>(fewer.words);
  likeness.named_apart = a.foreign > 0 && b.foreign > 0;
  likeness.timed_apart = a.time || b.time;
  likeness.counted_apart = a.numbers > 0 && b.numbers > 0;
  const auto only_title = [](const VersionText& text) { return text.words.empty() || text.words.back().title; };
  likeness.flash = only_title(laid.a) && only_title(laid.b);
  return likeness;
}

/// That the two are one item, 0 when they are not. `days`: how far apart they came out.
/// Two texts of one form that tell of two things: nearly every value differs.
bool one_form(const Likeness& l) {
  return l.coverage >= 0.5 && l.apart >= 3 && l.share_apart() > 0.5 &&
         (l.named_apart || l.timed_apart || l.counted_apart);
}

double one_item(const Likeness& l, bool labelled, std::int32_t days) {
  constexpr std::int32_t kFew = 3;
  constexpr std::uint32_t kFigures = 8;
  if (labelled)
    return l.coverage >= 0.5 && l.title >= 0.4 && l.share_apart() <= 0.5 && l.words + l.values >= 8 ? 0.97 : 0;
  if (l.flash) return days == 0 && l.coverage >= 0.8 && l.apart <= 1 && !l.named_apart && !l.timed_apart ? 0.8 : 0;
  if (days > kFew || l.coverage < 0.6 || l.title < 0.5 || l.timed_apart || l.counted_apart || l.series) return 0;
  const bool long_copy = l.words >= 40 && l.coverage >= 0.85 && l.share_apart() <= 0.12,
             full_table = l.values >= kFigures && l.title >= 0.75;
  if (l.share_apart() > 0.25 || (l.named_apart && !long_copy && !full_table)) return 0;
  if (l.values < 3 && (l.words < 30 || l.apart > 1)) return 0;
  return l.share_apart() <= 0.12 ? 0.95 : 0.85;
}

/// Could as much of the shorter text be the same in the other as one_item() and one_form() ask for at the least? All
/// values, and the words that both have: cheaper than to lay the one beside the other, and half of the pairs need no more.
bool may_cover(const VersionText& a, const VersionText& b) {
  constexpr double kLeastCoverage = 0.5;
  const auto words_of = [](const VersionText& text) {
    std::vector<std::uint64_t> ids;
    for (const Unit& unit : text.units) {
      if (!unit.value) ids.push_back(unit.id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  const std::vector<std::uint64_t> left = words_of(a), right = words_of(b);
  std::size_t most = std::min(a.units.size() - left.size(), b.units.size() - right.size());
  for (auto i = left.begin(), j = right.begin(); i != left.end() && j != right.end();) {
    most += *i == *j ? 1 : 0;
    const bool step_i = *i <= *j, step_j = *j <= *i;
    i += step_i ? 1 : 0;
    j += step_j ? 1 : 0;
  }
  return static_cast<double>(most) >= kLeastCoverage * static_cast<double>(std::min(a.units.size(), b.units.size()));
}

/// The texts of a few pairs, each read once.
class Texts {
 public:
  Texts(const std::vector<Document>& documents, const std::vector<Article>& articles, const Rulebook& rulebook)
      : documents_(documents), articles_(articles), rulebook_(rulebook) {}

  const VersionText& of(std::uint32_t i) {
    const auto known = texts_.find(i);
    if (known != texts_.end()) return known->second;
    const std::string& language = documents_[i].language;
    const Stemmer& stemmer = stemmers_.try_emplace(language, language).first->second;
    return texts_.emplace(i, version_text(documents_[i], articles_[i], rulebook_.lexicon(language), stemmer))
        .first->second;
  }

 private:
  const std::vector<Document>& documents_;
  const std::vector<Article>& articles_;
  const Rulebook& rulebook_;
  std::map<std::string, Stemmer> stemmers_;
  std::map<std::uint32_t, VersionText> texts_;
};

class Versions {
 public:
  Versions(const std::vector<Document>& documents, const std::vector<Article>& articles, const Rulebook& rulebook,
           const Workers& workers)
      : documents_(documents), articles_(articles), rulebook_(rulebook), workers_(workers) {}

  std::vector<VersionPair> run() {
    constexpr std::size_t kArticles = 256, kPairs = 64;  // a task
    std::vector<std::uint8_t> corrects(articles_.size());
    forms_.resize(articles_.size());
    each_run(workers_, articles_.size(), kArticles, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) {
        const Lexicon& lexicon = rulebook_.lexicon(documents_[i].language);
        corrects[i] = takes_back(articles_[i]) || says_it_corrects(articles_[i], lexicon) ? 1 : 0;
        forms_[i] = title_form(articles_[i]);
      }
    });
    for (const std::uint64_t form : forms_) ++titles_[form];
    const auto candidates = in_order(version_candidates(articles_, corrects, workers_));
    std::vector<std::vector<VersionPair>> found((candidates.size() + kPairs - 1) / kPairs);
    each_run(workers_, candidates.size(), kPairs, [&](std::size_t begin, std::size_t end) {
      Texts texts(documents_, articles_, rulebook_);
      for (std::size_t i = begin; i < end; ++i) {
        auto [a, b] = candidates[i];
        if (days_between(a, b) == 0 && std::pair(corrects[b], std::string_view(documents_[b].id)) <
                                           std::pair(corrects[a], std::string_view(documents_[a].id)))
          std::swap(a, b);  // of one day the one that corrects is the later
        VersionPair pair = judged(texts, a, b, corrects[a] + corrects[b] > 0);
        if (pair.whole || pair.one_form_only || !pair.differences.empty())
          found[begin / kPairs].push_back(std::move(pair));
      }
    });
    std::vector<VersionPair> versions;
    for (auto& run : found) std::move(run.begin(), run.end(), std::back_inserter(versions));
    return versions;
  }

 private:
  /// A headline with its numbers left open: "CBT # EDT" stands over many texts.
  static std::uint64_t title_form(const Article& article) {
    std::uint64_t form = 1;
    for (const Sentence& sentence : article.sentences) {
      if (sentence.field != Field::title) break;
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        const PackedTokens::View token = article.packed_tokens[at];
        if (token.kind != TokenKind::mark)
          form = mix64(form ^ (token.kind == TokenKind::number ? 2 : hash64(token.folded)));
      }
    }
    return form;
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

  static bool says_it_corrects(const Article& article, const Lexicon& lexicon) {
    const auto &label = lexicon.list("correction_label"), &note = lexicon.list("correction_note");
    const auto& instead = lexicon.list("read_instead");
    std::unordered_set<std::string> openers;  // "please": phrases are put together behind these alone
    for (const std::string& phrase : instead) openers.insert(phrase.substr(0, phrase.find(' ')));
    std::string word;
    for (const Sentence& sentence : article.sentences) {
      const bool title = sentence.field == Field::title;
      for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
        word = article.packed_tokens[at].folded;
        if (title ? label.count(word.substr(0, word.find('-'))) > 0 : note.count(word) > 0) return true;
        if (at + 1 < sentence.end_token && openers.count(word) > 0 &&
            instead.count(word + " " + std::string(article.packed_tokens[at + 1].folded)) > 0)
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
    const VersionText &x = texts.of(a), &y = texts.of(b);
    VersionPair pair;
    pair.a = a;
    pair.b = b;
    pair.labelled = labelled;
    const bool laid_out = may_cover(x, y);
    if (!laid_out && y.instead_from == VersionText::kNone && articles_[b].corrections.empty()) return pair;
    const Lexicon& lexicon = rulebook_.lexicon(documents_[b].language);
    const Laid laid = laid_out ? lay(x, y, rulebook_, lexicon) : Laid{x, y, {}, {}};
    Likeness likeness = likeness_of(laid);
    const bool table = 3 * (likeness.values + likeness.apart) > likeness.words;
    likeness.series = series(a) || series(b) || (table && (x.snapshot || y.snapshot)) || two_periods(x, y, lexicon);
    pair.one_form_only = !labelled && one_form(likeness);
    const double sure = one_item(likeness, labelled, days_between(a, b));
    if (sure > 0 && y.instead_from == VersionText::kNone) {
      pair.whole = true;
      pair.differences = differences(laid, lexicon, labelled ? 3 : 4, true);
      for (std::size_t i = 0; i < laid.columns.size(); ++i) {
        const Column& c = laid.columns[i];
        if (laid.same(i) && x.claim(c.a) != nullptr && y.claim(c.b) != nullptr)
          pair.same.emplace_back(x.words[c.a].claim, y.words[c.b].claim);
      }
      pair.moved = !labelled && says_it_moved(x, y, lexicon.list("moved"));
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
  static bool two_periods(const VersionText& a, const VersionText& b, const Lexicon& lexicon) {
    const Ids of_a = ids_of(a, true), of_b = ids_of(b, true);
    for (std::uint32_t i = 0; i < a.units.size() && a.words[i].title; ++i) {
      if (of_b.contains(a.units[i].id)) continue;
      for (std::uint32_t j = 0; j < b.units.size() && b.words[j].title; ++j) {
        const std::string x = a.folded(i), y = b.folded(j);
        if (!of_a.contains(b.units[j].id) &&
            (lexicon.in_list("periods", x + " " + y) || lexicon.in_list("periods", y + " " + x)))
          return true;
      }
    }
    return false;
  }

  /// Its title has a word for it that the earlier title has not.
  static bool says_it_moved(const VersionText& earlier, const VersionText& later,
                            const std::unordered_set<std::string>& moved) {
    const Ids before = ids_of(earlier, true);
    for (std::uint32_t i = 0; i < later.units.size() && later.words[i].title; ++i) {
      if (moved.count(later.folded(i)) > 0 && !before.contains(later.units[i].id)) return true;
    }
    return false;
  }

  /// Sentence by sentence: each tells how one place should have read.
  std::vector<VersionDifference> note_differences(const VersionText& x, const VersionText& note,
                                                  const Lexicon& lexicon) const {
    std::set<std::uint64_t> known;
    for (const Unit& unit : x.units) known.insert(unit.id);
    std::vector<VersionDifference> all;
    for (std::size_t begin = note.instead_from, end = begin; begin < note.units.size(); begin = end) {
      while (end < note.units.size() && note.words[end].sentence == note.words[begin].sentence) ++end;
      const VersionText part = part_of(note, begin, end);
      const Laid laid = lay(x, part, rulebook_, lexicon);
      for (VersionDifference& difference : differences(laid, lexicon, 3, false)) {
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
  std::vector<std::uint64_t> forms_;                         ///< of each article's headline
  std::unordered_map<std::uint64_t, std::uint32_t> titles_;  ///< headline's form → texts under it
};

}  // namespace

std::vector<VersionPair> find_versions(const std::vector<Document>& documents, const std::vector<Article>& articles,
                                       const Rulebook& rulebook, const Workers& workers) {
  return Versions(documents, articles, rulebook, workers).run();
}

}  // namespace crosscheck
