// Titles tell what two texts are about, the columns of the two laid side by side how much is the same. Of "KWANG CORP YEAR" and
// "LUCKY CORP YEAR" each title has a name that the other text has not: with 0.5 of the words and no figure in common they are of
// one form. That no figure could be, and too few words, is known from the bags of both, so most pairs need no laying out.
#include "link/version_likeness.h"

namespace crosscheck {
namespace {

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
TitleLeft title_left(const VersionText& text, const ReadText& other) {
  TitleLeft left;
  for (std::size_t i = 0; i < text.units.size(); ++i) {
    const VersionText::Word& word = text.words[i];
    if (!word.title || word.plain) continue;
    const bool here = other.title.contains(text.units[i].id), anywhere = other.all.contains(text.units[i].id);
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

std::vector<std::uint64_t> words_of(const VersionText& text) {
  std::vector<std::uint64_t> ids;
  for (const Unit& unit : text.units) {
    if (!unit.value) ids.push_back(unit.id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// Words that both have, as often as both have them.
std::size_t shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t count = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    count += *i == *j ? 1 : 0;
    const bool step_i = *i <= *j, step_j = *j <= *i;
    i += step_i ? 1 : 0;
    j += step_j ? 1 : 0;
  }
  return count;
}

std::size_t shorter_of(const VersionText& a, const VersionText& b) {
  return std::max<std::size_t>(1, std::min(a.units.size(), b.units.size()));
}

}  // namespace

ReadText::ReadText(VersionText version)
    : text(std::move(version)), all(ids_of(text, false)), title(ids_of(text, true)), words(words_of(text)) {
  numbers = static_cast<std::size_t>(
      std::count_if(text.words.begin(), text.words.end(), [](const VersionText::Word& word) { return word.number; }));
}

Likeness titles_of(const ReadText& a, const ReadText& b) {
  Likeness likeness;
  const TitleLeft left = title_left(a.text, b), right = title_left(b.text, a);
  const TitleLeft& fewer = left.words < right.words ? left : right;
  likeness.title = fewer.words == 0 ? 1 : static_cast<double>(fewer.shared) / static_cast<double>(fewer.words);
  likeness.named_apart = left.foreign > 0 && right.foreign > 0;
  likeness.timed_apart = left.time || right.time;
  likeness.counted_apart = left.numbers > 0 && right.numbers > 0;
  const auto only_title = [](const VersionText& text) { return text.words.empty() || text.words.back().title; };
  likeness.flash = only_title(a.text) && only_title(b.text);
  return likeness;
}

Likeness likeness_of(const Laid& laid, Likeness likeness) {
  for (std::size_t i = 0; i < laid.columns.size(); ++i) {
    if (laid.fits[i] == Fit::apart) {
      ++likeness.apart;
      likeness.swapped += swapped_at(laid, i);
    } else if (laid.same(i)) {
      ++(laid.a.words[laid.columns[i].a].number ? likeness.values : likeness.words);
    }
  }
  likeness.coverage = (likeness.words + likeness.values) / static_cast<double>(shorter_of(laid.a, laid.b));
  return likeness;
}

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

bool worth_laying(const ReadText& a, const ReadText& b, const Likeness& titles, bool labelled, std::int32_t days) {
  const std::size_t shorter = shorter_of(a.text, b.text);
  const std::size_t values = std::min(a.text.units.size() - a.words.size(), b.text.units.size() - b.words.size());
  const auto most = static_cast<std::uint32_t>(shared(a.words, b.words) + values),
             numbers = static_cast<std::uint32_t>(std::min(a.numbers, b.numbers));
  Likeness item = titles;  // all that can be the same is
  item.words = most;
  item.values = numbers;
  item.coverage = most / static_cast<double>(shorter);
  Likeness form = titles;  // all numbers differ, and of the words just enough are the same
  form.words = static_cast<std::uint32_t>(shorter / 2);
  form.apart = numbers;
  form.coverage = item.coverage;
  return one_item(item, labelled, days) > 0 || (!labelled && one_form(form));
}

}  // namespace crosscheck
