// Walks a pattern tree over the lexemes from one position, keeping the longest match: at "two weeks ago" the edges
// {n}, {grain}, "ago" lead to the rule `ago`, while {n} {grain} alone ends sooner. Each step is counted.
#include "recognize/reader.h"

#include <algorithm>
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
  if (lexicon_.needs_counter && words_.has_sense(lexeme.entry, SenseKind::hedge_after))
    return nullptr;  // 초과 is no second
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

constexpr std::size_t kMostDepth = 24;

}  // namespace

/// Can a pattern that stands at this node go on at i? Most cannot: "the" begins dates, and few nouns are in one.
bool Reader::leads_on(const PatternTree::Node& node, std::uint32_t i) const {
  const auto takes = [&](const Lexeme& lexeme) {
    const std::uint64_t senses = lexeme.mask & node.senses;
    return senses != 0 && (senses != bit(SenseKind::literal) || lexeme.spaceless || node.may_name(lexeme.entry));
  };
  return takes(at(i)) || (is_mark(i, '-') && takes(at(i + 1)));
}

bool Reader::may_begin(const PatternSet& set, std::uint32_t i, std::uint64_t senses) const {
  if ((senses & set.tree.node(0).senses & ~bit(SenseKind::literal)) != 0) return true;
  for (const PatternTree::Literal& edge : set.tree.first(at(i).entry)) {
    const PatternTree::Node& next = set.tree.node(edge.child);
    if (next.rule >= 0 || leads_on(next, i + 1)) return true;
  }
  return false;
}

void Reader::walk(Walk& walk, std::uint32_t index, std::uint32_t i) {
  ++work_;
  const PatternTree::Node& node = walk.tree.node(index);
  PatternMatch& best = walk.best;
  if (node.rule >= 0 && (i > best.end || (i == best.end && node.rule < best.rule) || best.rule < 0)) {
    PatternMatch found{i, node.rule, walk.captures, walk.start};
    const bool timed = &walk.set == &lexicon_.times;
    const auto built = timed ? build_time(*this, found) : std::nullopt;  // what does not build is no match
    const bool fits = !timed || (built && (!clocks_only_ || built->sort == TimeSort::time));
    if (fits) best = std::move(found);
  }
  if (at(i).type == LexemeType::gap || walk.captures.size() > kMostDepth) return;
  const bool blank = at(i).space_before && !at(i).spaceless && !(i > 0 && at(i - 1).spaceless);
  take_edges(walk, index, i, i != walk.start && blank);
  // A hyphen between two elements is passed over, but a pattern may also name it.
  if (i != walk.start && is_mark(i, '-') && at(i + 1).type != LexemeType::gap) take_edges(walk, index, i + 1, true);
}

/// Goes on from the node with what stands at i; `apart`: behind a blank or a hyphen.
void Reader::take_edges(Walk& walk, std::uint32_t index, std::uint32_t i, bool apart) {
  const PatternTree::Node& node = walk.tree.node(index);
  const Lexeme& lexeme = at(i);
  const std::uint64_t senses = lexeme.mask & node.senses;
  if (senses == 0) return;
  const auto descend = [&](std::uint32_t child, std::uint32_t behind) {
    const PatternTree::Node& next = walk.tree.node(child);
    if (next.rule >= 0 || leads_on(next, behind)) this->walk(walk, child, behind);
  };
  const auto literal = [&](Vocabulary::Entry entry, std::uint32_t behind) {
    for (const PatternTree::Literal& edge : index == 0 ? walk.tree.first(entry) : node.named(entry)) {
      if (!edge.tight || !apart) descend(edge.child, behind);
    }
  };
  if ((senses & bit(SenseKind::literal)) != 0 && !lexeme.spaceless && lexeme.entry != 0) literal(lexeme.entry, i + 1);
  if ((senses & bit(SenseKind::literal)) != 0 && lexeme.spaceless) {
    words_.each_match(text_, lexeme.begin, lexeme.entry_end, [&](Vocabulary::Entry entry, std::uint32_t byte) {
      if ((words_.mask(entry) & bit(SenseKind::literal)) != 0 && !cuts_word(byte))
        literal(entry, lexeme_at(i + 1, byte));
    });
  }
  if (senses == bit(SenseKind::literal)) return;
  for (const PatternTree::SlotEdge& edge : node.slots) {
    if ((senses & edge.senses) == 0 || (edge.tight && apart)) continue;
    const auto taken = slot(edge.kind, i);
    if (!taken) continue;
    walk.captures.push_back(*taken);
    descend(edge.child, taken->end);
    walk.captures.pop_back();
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
  if (!leads_on(set.tree.node(0), i)) return best;
  Walk from{set, set.tree, i, std::move(spare_captures_), best};
  walk(from, 0, i);
  spare_captures_ = std::move(from.captures);  // empty again, with its room
  return best;
}

PatternMatch Reader::match_continued(const PatternSet& set, const Capture& first) {
  PatternMatch best;
  for (const PatternTree::SlotEdge& edge : set.continued.node(0).slots) {
    const PatternTree::Node& next = set.continued.node(edge.child);
    if (edge.kind != first.slot || (next.rule < 0 && !leads_on(next, first.end))) continue;
    Walk from{set, set.continued, first.begin, {first}, best};
    walk(from, edge.child, first.end);
  }
  if (best.rule >= 0 && best.end <= first.end) best.rule = -1;
  return best;
}

}  // namespace crosscheck
