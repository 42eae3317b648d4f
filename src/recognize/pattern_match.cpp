// Walks a pattern tree over the lexemes from one position, keeping the longest match: at "two weeks ago" the edges
// {n}, {grain}, "ago" lead to the rule `ago`, while {n} {grain} alone ends sooner. Each step is counted.
#include "recognize/reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/characters.h"
#include "recognize/time_builder.h"

namespace crosscheck {

const Capture* find_capture(const Captures& captures, SlotKind slot) {
  for (const Capture& capture : captures) {
    if (capture.slot == slot) return &capture;
  }
  return nullptr;
}

/// Korean words are set apart by blanks: an entry that leaves an unknown syllable behind it has cut a word.
bool Reader::cuts_word(std::uint32_t byte) const {
  if (!lexicon_.needs_counter || byte >= text_.size()) return false;
  const Character next = character_at(text_, byte);
  if (next.fold < 0xAC00 || next.fold > 0xD7A3) return false;
  return words_.match(text_, byte).senses == 0;
}

const Sense* Reader::known_sense(const Lexeme& lexeme, std::uint32_t i, SenseKind kind, std::uint32_t& end) const {
  if (lexeme.phrase != 0) {
    if (const Sense* found = words_.find(lexeme.phrase, kind)) {
      end = lexeme_at(i + 1, lexeme.phrase_end);
      return found;
    }
  }
  const Sense* found = words_.find(lexeme.entry, kind);
  if (found != nullptr) {
    end = lexeme.spaceless ? lexeme_at(i + 1, lexeme.entry_end) : i + 1;
    if (kind != SenseKind::number && cuts_word(lexeme.entry_end)) return nullptr;
    return found;
  }
  if (!lexeme.spaceless) return nullptr;
  if (lexicon_.needs_counter && words_.has_sense(lexeme.entry, SenseKind::hedge_after)) return nullptr;  // 초과 is no second
  std::uint32_t byte = 0;
  words_.each_match(text_, lexeme.begin, lexeme.entry_end, [&](Vocabulary::Entry entry, std::uint32_t to) {
    if (const Sense* other = words_.find(entry, kind)) {
      found = other;
      byte = to;
    }
  });
  if (found != nullptr && kind != SenseKind::number && cuts_word(byte)) return nullptr;
  if (found != nullptr) end = lexeme_at(i + 1, byte);
  return found;
}

const Sense* Reader::character_sense(std::uint32_t i, SenseKind kind) const {
  const Lexeme& lexeme = at(i);
  const Sense* found = nullptr;
  words_.each_match(text_, lexeme.begin, lexeme.end,
                    [&](Vocabulary::Entry entry, std::uint32_t) { found = words_.find(entry, kind); });
  return found;
}

namespace {

/// White space, a line break or one hyphen may stand where a pattern has a blank; a blank line may not.
constexpr int kMostDepth = 24;

constexpr std::uint64_t kNumbers = bit(SenseKind::number) | bit(SenseKind::scale) | bit(SenseKind::fraction) |
                                   bit(SenseKind::article) | bit(SenseKind::minus) | bit(SenseKind::starts_number) |
                                   bit(SenseKind::zero) | bit(SenseKind::vague) | bit(SenseKind::half);
constexpr std::uint64_t kOrdinals = kNumbers | bit(SenseKind::ordinal) | bit(SenseKind::ordinal_prefix);
constexpr std::uint64_t kTimes =
    kOrdinals | bit(SenseKind::starts_time) | bit(SenseKind::month) | bit(SenseKind::weekday) | bit(SenseKind::season) |
    bit(SenseKind::holiday) | bit(SenseKind::daypart) | bit(SenseKind::some) | bit(SenseKind::grain) |
    bit(SenseKind::part) | bit(SenseKind::am) | bit(SenseKind::pm) | bit(SenseKind::era) | bit(SenseKind::day_word) |
    bit(SenseKind::decade) | bit(SenseKind::event) | bit(SenseKind::recurring) | bit(SenseKind::past) |
    bit(SenseKind::present) | bit(SenseKind::soon);
constexpr std::uint64_t kQuantities =
    kOrdinals | bit(SenseKind::currency) | bit(SenseKind::percent_before) | bit(SenseKind::unit_before);

/// What a word must mean for a slot to be worth a try, by SlotKind.
constexpr std::array<std::uint64_t, kSlotKinds> kSlotSenses = [] {
  std::array<std::uint64_t, kSlotKinds> senses{};
  const auto set = [&](SlotKind kind, std::uint64_t wanted) { senses[static_cast<std::size_t>(kind)] = wanted; };
  for (const SlotKind kind :
       {SlotKind::mm, SlotKind::year, SlotKind::hour, SlotKind::minute, SlotKind::second, SlotKind::n})
    set(kind, kNumbers);
  for (const SlotKind kind : {SlotKind::day, SlotKind::ord}) set(kind, kOrdinals);
  for (const SlotKind kind : {SlotKind::date, SlotKind::to, SlotKind::time, SlotKind::until, SlotKind::dur})
    set(kind, kTimes);
  for (const SlotKind kind : {SlotKind::a, SlotKind::b, SlotKind::c}) set(kind, kQuantities);
  set(SlotKind::month, bit(SenseKind::month));
  set(SlotKind::weekday, bit(SenseKind::weekday));
  set(SlotKind::grain, bit(SenseKind::grain));
  set(SlotKind::season, bit(SenseKind::season));
  set(SlotKind::daypart, bit(SenseKind::daypart));
  set(SlotKind::holiday, bit(SenseKind::holiday));
  set(SlotKind::some, bit(SenseKind::some));
  set(SlotKind::part, bit(SenseKind::part) | bit(SenseKind::part_after));
  set(SlotKind::era, bit(SenseKind::era));
  set(SlotKind::ampm, bit(SenseKind::am) | bit(SenseKind::pm));
  set(SlotKind::w, ~std::uint64_t{0});
  return senses;
}();

}  // namespace

void Reader::walk(const PatternSet& set, const PatternTree& tree, std::uint32_t index, std::uint32_t i,
                  std::uint32_t start, Captures& captures, PatternMatch& best) {
  ++work_;
  const PatternTree::Node& node = tree.node(index);
  if (node.rule >= 0 && (i > best.end || (i == best.end && node.rule < best.rule) || best.rule < 0)) {
    PatternMatch found{i, node.rule, captures, start};
    const bool timed = &set == &lexicon_.times;
    const auto built = timed ? build_time(*this, found) : std::nullopt;  // what does not build is no match
    const bool fits = !timed || (built && (!clocks_only_ || built->sort == TimeSort::time));
    if (fits) best = std::move(found);
  }
  if (at(i).type == LexemeType::gap || captures.size() > kMostDepth) return;
  // A hyphen between two elements is passed over, but a pattern may also name it.
  for (int skip = 0; skip < 2; ++skip) {
    const std::uint32_t next = i + static_cast<std::uint32_t>(skip);
    if (skip == 1 && (i == start || !is_mark(i, '-') || at(next).type == LexemeType::gap)) break;
    const bool blank = at(next).space_before && !at(next).spaceless && !(next > 0 && at(next - 1).spaceless);
    const bool apart = i != start && (skip == 1 || blank);
    const Lexeme& lexeme = at(next);
    const auto literal = [&](Vocabulary::Entry entry, std::uint32_t behind) {
      for (const std::uint32_t key : {entry * 2, entry * 2 + 1}) {
        if ((key & 1U) != 0 && apart) continue;
        const auto found = std::lower_bound(node.literals.begin(), node.literals.end(), std::pair(key, 0U));
        if (found != node.literals.end() && found->first == key)
          walk(set, tree, found->second, behind, start, captures, best);
      }
    };
    if (!node.literals.empty() && lexeme.entry != 0 && !lexeme.spaceless) literal(lexeme.entry, next + 1);
    if (!node.literals.empty() && lexeme.entry != 0 && lexeme.spaceless) {
      words_.each_match(text_, lexeme.begin, lexeme.entry_end, [&](Vocabulary::Entry entry, std::uint32_t byte) {
        if ((words_.mask(entry) & bit(SenseKind::literal)) != 0 && !cuts_word(byte))
          literal(entry, lexeme_at(next + 1, byte));
      });
    }
    for (const PatternTree::SlotEdge& edge : node.slots) {
      if (edge.tight && apart) continue;
      if (lexeme.type == LexemeType::word && (lexeme.mask & kSlotSenses[static_cast<std::size_t>(edge.kind)]) == 0 &&
          edge.kind != SlotKind::w)
        continue;
      const auto taken = slot(edge.kind, next);
      if (!taken) continue;
      captures.push_back(*taken);
      walk(set, tree, edge.child, taken->end, start, captures, best);
      captures.pop_back();
    }
  }
}

std::optional<TimeReading> Reader::clock(std::uint32_t i) {
  const bool before = std::exchange(clocks_only_, true);
  const PatternMatch found = match(lexicon_.times, i);
  clocks_only_ = before;
  return found.rule < 0 ? std::nullopt : build_time(*this, found);
}

PatternMatch Reader::match(const PatternSet& set, std::uint32_t i) {
  PatternMatch best;
  Captures captures;
  walk(set, set.tree, 0, i, i, captures, best);
  return best;
}

PatternMatch Reader::match_continued(const PatternSet& set, const Capture& first) {
  PatternMatch best;
  for (const PatternTree::SlotEdge& edge : set.continued.node(0).slots) {
    if (edge.kind != first.slot) continue;
    Captures captures{first};
    walk(set, set.continued, edge.child, first.end, first.begin, captures, best);
  }
  if (best.rule >= 0 && best.end <= first.end) best.rule = -1;
  return best;
}

}  // namespace crosscheck
