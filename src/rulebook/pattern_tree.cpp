// From sequences to one tree: "vor {n} {grain}" and "vor {date}" share the edge "vor". Each node knows what any of its edges
// can take, so that a walk goes on only where the next lexeme fits.
// It does not look at text; recognize/ walks the trees.
#include <algorithm>
#include <numeric>

#include "rulebook/grammar.h"

namespace crosscheck {
namespace {

constexpr std::uint64_t kDigitSense = bit(SenseKind::is_digits), kMark = bit(SenseKind::is_mark);
constexpr std::uint64_t kSmallNumbers = kDigitSense | bit(SenseKind::number) | bit(SenseKind::scale);
constexpr std::uint64_t kOrdinals = kSmallNumbers | bit(SenseKind::ordinal) | bit(SenseKind::ordinal_prefix);
constexpr std::uint64_t kNumbers = kSmallNumbers | kMark | bit(SenseKind::fraction) | bit(SenseKind::article) |
                                   bit(SenseKind::minus) | bit(SenseKind::starts_number) | bit(SenseKind::zero) |
                                   bit(SenseKind::vague) | bit(SenseKind::half);
constexpr std::uint64_t kTimes =
    kNumbers | kOrdinals | bit(SenseKind::starts_time) | bit(SenseKind::month) | bit(SenseKind::weekday) |
    bit(SenseKind::season) | bit(SenseKind::holiday) | bit(SenseKind::daypart) | bit(SenseKind::some) |
    bit(SenseKind::grain) | bit(SenseKind::part) | bit(SenseKind::am) | bit(SenseKind::pm) | bit(SenseKind::era) |
    bit(SenseKind::day_word) | bit(SenseKind::decade) | bit(SenseKind::event) | bit(SenseKind::recurring) |
    bit(SenseKind::past) | bit(SenseKind::present) | bit(SenseKind::soon);
constexpr std::uint64_t kQuantities =
    kNumbers | kOrdinals | bit(SenseKind::currency) | bit(SenseKind::percent_before) | bit(SenseKind::unit_before);

/// What a lexeme must be or mean for a slot to be worth a try.
constexpr std::array<std::uint64_t, kSlotKinds> kSlotSenses = [] {
  std::array<std::uint64_t, kSlotKinds> senses{};
  const auto set = [&](SlotKind kind, std::uint64_t wanted) { senses[static_cast<std::size_t>(kind)] = wanted; };
  for (const SlotKind kind : {SlotKind::mm, SlotKind::year, SlotKind::hour, SlotKind::minute, SlotKind::second})
    set(kind, kSmallNumbers);
  for (const SlotKind kind : {SlotKind::day, SlotKind::ord}) set(kind, kOrdinals);
  for (const SlotKind kind : {SlotKind::dd, SlotKind::digits, SlotKind::d}) set(kind, kDigitSense);
  for (const SlotKind kind : {SlotKind::date, SlotKind::to, SlotKind::time, SlotKind::until, SlotKind::dur})
    set(kind, kTimes);
  for (const SlotKind kind : {SlotKind::a, SlotKind::b, SlotKind::c}) set(kind, kQuantities);
  set(SlotKind::n, kNumbers);
  set(SlotKind::yy, kDigitSense | kMark);
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
  set(SlotKind::w, bit(SenseKind::is_word));
  return senses;
}();

}  // namespace

std::uint32_t PatternTree::child_of(std::uint32_t at, const PatternElement& element, const Vocabulary& vocabulary) {
  const auto fresh = static_cast<std::uint32_t>(nodes_.size());
  if (element.slot) {
    for (const SlotEdge& edge : nodes_[at].slots) {
      if (edge.kind == element.kind && edge.tight == element.tight) return edge.child;
    }
    nodes_[at].slots.push_back(
        {element.kind, element.tight, fresh, kSlotSenses[static_cast<std::size_t>(element.kind)]});
  } else {
    const Vocabulary::Entry entry = vocabulary.lookup(element.word);
    for (const Literal& known : nodes_[at].literals) {
      if (known.entry == entry && known.tight == element.tight) return known.child;
    }
    nodes_[at].literals.push_back({entry, element.tight, fresh});
  }
  nodes_.emplace_back();
  return fresh;
}

void PatternTree::add(const PatternSequence& sequence, std::int32_t rule, const Vocabulary& vocabulary) {
  std::uint32_t at = 0;
  for (const PatternElement& element : sequence) at = child_of(at, element, vocabulary);
  if (nodes_[at].rule < 0) nodes_[at].rule = rule;
}

void PatternTree::seal() {
  for (Node& node : nodes_) {
    std::sort(node.literals.begin(), node.literals.end());
    if (!node.literals.empty()) node.senses |= bit(SenseKind::literal);
    for (const Literal& literal : node.literals) node.entries |= std::uint64_t{1} << (literal.entry % 64);
    for (const SlotEdge& edge : node.slots) node.senses |= edge.senses;
  }
  const std::vector<Literal>& begins = nodes_[0].literals;
  first_.assign(begins.empty() ? 0 : begins.back().entry + 2, 0);
  for (const Literal& literal : begins) ++first_[literal.entry + 1];
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
}

std::span<const PatternTree::Literal> PatternTree::Node::named(Vocabulary::Entry entry) const {
  if (!may_name(entry)) return {};
  const auto named = std::ranges::equal_range(literals, entry, {}, &Literal::entry);
  return {named.begin(), named.end()};
}

}  // namespace crosscheck
