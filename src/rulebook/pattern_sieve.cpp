// "{investor} ~ invest* {value} _ (in|into) {investee}" asks for a word of invest* and for one of in, into; the second list is
// asked for by a hundred patterns.
#include "rulebook/pattern_sieve.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/hash.h"

namespace crosscheck {
namespace {

/// Lists of slots, each known by a number.
class Lists {
 public:
  std::uint32_t number_of(const std::vector<std::uint32_t>& slots) {
    std::uint64_t hash = slots.size();
    for (const std::uint32_t slot : slots) hash = mix64(hash + slot);
    std::vector<std::uint32_t>& alike = by_hash_[hash];
    for (const std::uint32_t number : alike) {
      if (*lists_[number] == slots) return number;
    }
    alike.push_back(static_cast<std::uint32_t>(lists_.size()));
    lists_.push_back(&slots);
    return alike.back();
  }
  const std::vector<const std::vector<std::uint32_t>*>& all() const { return lists_; }

 private:
  std::vector<const std::vector<std::uint32_t>*> lists_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_hash_;
};

}  // namespace

PatternSieve::PatternSieve(const std::vector<const Pattern*>& patterns) {
  Lists lists;
  patterns_.reserve(patterns.size() + 1);
  for (const Pattern* pattern : patterns) {
    for (const RequiredWord& required : pattern->required()) asked_.push_back(lists.number_of(required.any_of));
    patterns_.push_back(static_cast<std::uint32_t>(asked_.size()));
  }
  lists_ = lists.all().size();
  slots_.resize(WordSlots::kCount + 1);
  for (const auto* list : lists.all()) {
    for (const std::uint32_t slot : *list) ++slots_[slot + 1];
  }
  std::partial_sum(slots_.begin(), slots_.end(), slots_.begin());
  lists_of_slots_.resize(slots_.back());
  std::vector<std::uint32_t> next = slots_;
  for (std::size_t list = 0; list < lists_; ++list) {
    for (const std::uint32_t slot : *lists.all()[list])
      lists_of_slots_[next[slot]++] = static_cast<std::uint32_t>(list);
  }
}

PatternSieve::Sifted PatternSieve::sift(const SentenceWords& words) const {
  Sifted sifted(*this);
  if (lists_ == 0) return sifted;
  for (const std::uint32_t slot : words.word_slots()) {
    for (std::uint32_t at = slots_[slot]; at < slots_[slot + 1]; ++at) sifted.stands_[lists_of_slots_[at]] = 1;
  }
  return sifted;
}

}  // namespace crosscheck
