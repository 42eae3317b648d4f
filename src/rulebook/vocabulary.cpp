// Keys are sorted and laid out depth first: a node's children sit at base + byte, and `check` names the parent,
// so one step costs one array access. Matching "Mrd. Euro" walks m-r-d-. and finds the entry "mrd.".
// It does not look at text; vocabulary_match.cpp walks the array.
#include "rulebook/vocabulary.h"

#include <algorithm>

#include "base/characters.h"
#include "base/unicode.h"

namespace crosscheck {
namespace {

std::string german_spelling(std::string_view key) {
  std::string out;
  for (std::size_t at = 0; at < key.size();) {
    const Decoded d = decode(key, at);
    at += d.length;
    if (d.code == 0xE4)
      out += "ae";
    else if (d.code == 0xF6)
      out += "oe";
    else if (d.code == 0xFC)
      out += "ue";
    else if (d.code == 0xDF)
      out += "ss";
    else
      append_utf8(out, d.code);
  }
  return out;
}

constexpr std::size_t kShortestUnaccented = 3;
/// Abbreviated days, months and seasons turn into other words too easily: "mån" is no "man".
constexpr std::size_t kShortestUnaccentedName = 4;

}  // namespace

std::string Vocabulary::normalized(std::string_view key) {
  const bool plain = std::all_of(key.begin(), key.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (plain) return std::string(key);  // as most keys are
  const std::string folded = scan_folded(key);
  std::string out;
  for (const char c : folded) {
    const bool blank = c == ' ' || (c == '-' && !out.empty());
    if (!blank)
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  for (std::size_t at = out.find('\''); at != std::string::npos; at = out.find('\'', at)) {  // "d '" is "d'"
    if (at > 0 && out[at - 1] == ' ')
      out.erase(--at, 1);
    else if (at + 1 < out.size() && out[at + 1] == ' ' && (at == 0 || at == 1 || out[at - 2] == ' '))
      out.erase(at + 1, 1);
    else
      ++at;
  }
  return out;
}

void Vocabulary::add(std::string_view key, Sense sense) {
  std::string normal = normalized(key);
  if (normal.empty()) return;
  auto& senses = pending_[std::move(normal)];
  for (Sense& s : senses) {  // Hindi "kal" is yesterday and tomorrow
    if (s.kind == SenseKind::day_word && sense.kind == s.kind && s.value + sense.value == 2 * kDayWordZero)
      sense.value = s.value |= kEitherWay;
  }
  const bool known = std::any_of(senses.begin(), senses.end(), [&](const Sense& s) {
    return s.kind == sense.kind && s.value == sense.value && s.flag == sense.flag;
  });
  if (!known) senses.push_back(sense);
}

void Vocabulary::set_capital_only(std::string_view key) { capitals_.push_back(normalized(key)); }

void Vocabulary::freeze(bool german) {
  const auto is_literal = [](const Sense& sense) { return sense.kind == SenseKind::literal; };
  std::vector<std::pair<std::string, std::string>> spellings;
  for (const auto& [key, senses] : pending_) {
    const std::string plain = without_accents(key);
    const bool name = std::any_of(senses.begin(), senses.end(), [](const Sense& s) {
      return s.kind == SenseKind::weekday || s.kind == SenseKind::month || s.kind == SenseKind::season;
    });
    if (plain != key && code_points(plain) >= (name ? kShortestUnaccentedName : kShortestUnaccented))
      spellings.emplace_back(plain, key);
    if (!german) continue;
    const std::string spelled = german_spelling(key);
    if (spelled != key && spelled != plain) spellings.emplace_back(spelled, key);
  }
  for (const auto& [spelling, key] : spellings) {
    auto& senses = pending_[spelling];  // a pattern's word may be spelled so already
    if (!senses.empty() && !std::all_of(senses.begin(), senses.end(), is_literal)) continue;
    const bool unclaimed = senses.empty();
    for (const Sense& sense : pending_[key]) {
      if (unclaimed || sense.kind == SenseKind::ordinal) senses.push_back(sense);
    }
  }
  std::vector<std::pair<std::string_view, Entry>> keys;
  keys.reserve(pending_.size());
  for (const auto& [key, senses] : pending_) {
    EntryRecord record;
    record.first = static_cast<std::uint32_t>(senses_.size());
    record.count = static_cast<std::uint32_t>(senses.size());
    for (const Sense& sense : senses) record.mask |= bit(sense.kind);
    record.capital_only = std::find(capitals_.begin(), capitals_.end(), key) != capitals_.end();
    senses_.insert(senses_.end(), senses.begin(), senses.end());
    keys.emplace_back(key, static_cast<Entry>(entries_.size()));
    entries_.push_back(record);
  }
  build(keys);
  note_first_words(keys);
  pending_.clear();
}

/// A base at which all of these bytes find a free place.
std::int32_t Vocabulary::place(const std::vector<unsigned char>& bytes) {
  while (next_free_ < slots_.size() && slots_[next_free_].check >= 0) ++next_free_;
  std::size_t first = std::max<std::size_t>(next_free_, bytes.front() + 1U);
  for (std::size_t tries = 0;; ++first, ++tries) {
    const std::size_t base = first - bytes.front();
    if (slots_.size() < base + 256) slots_.resize(base + 512);
    const bool fits =
        std::all_of(bytes.begin(), bytes.end(), [&](unsigned char byte) { return slots_[base + byte].check < 0; });
    if (fits) return static_cast<std::int32_t>(base);
    if (tries == 64) next_free_ = std::max(next_free_, first - 32);  // a crowded stretch is given up
  }
}

void Vocabulary::build(const std::vector<std::pair<std::string_view, Entry>>& keys) {
  struct Range {
    std::size_t first, last, depth;
    std::int32_t node;
  };
  slots_.assign(512, Slot{});
  slots_[0].check = 0;
  std::vector<Range> todo{{0, keys.size(), 0, 0}};
  while (!todo.empty()) {
    Range range = todo.back();
    todo.pop_back();
    if (range.first < range.last && keys[range.first].first.size() == range.depth) {
      slots_[static_cast<std::size_t>(range.node)].entry = keys[range.first].second;
      ++range.first;
    }
    if (range.first == range.last) continue;
    std::vector<unsigned char> bytes;
    std::vector<std::size_t> starts;
    for (std::size_t i = range.first; i < range.last; ++i) {
      const auto byte = static_cast<unsigned char>(keys[i].first[range.depth]);
      if (bytes.empty() || bytes.back() != byte) {
        bytes.push_back(byte);
        starts.push_back(i);
      }
    }
    starts.push_back(range.last);
    const std::int32_t base = place(bytes);
    slots_[static_cast<std::size_t>(range.node)].base = base;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const std::int32_t child = base + bytes[i];
      slots_[static_cast<std::size_t>(child)].check = range.node;
      todo.push_back({starts[i], starts[i + 1], range.depth + 1, child});
    }
  }
  slots_.shrink_to_fit();
}

Vocabulary::Entry Vocabulary::lookup(std::string_view key) const {
  std::int32_t node = 0;
  for (const char c : normalized(key)) {
    node = step(node, static_cast<unsigned char>(c));
    if (node < 0) return 0;
  }
  return slots_[static_cast<std::size_t>(node)].entry;
}

}  // namespace crosscheck
