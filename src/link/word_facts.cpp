// "sales" comes ten times in a results table and in every second one: Snowball sees it once a thread.
#include "link/word_facts.h"

#include <algorithm>
#include <string>

namespace crosscheck {

WordFacts::WordFacts(const Lexicon& lexicon)
    : lexicon_(lexicon), stemmer_(lexicon.stemmers->lend()), slots_(std::make_unique<std::array<Slot, kSlots>>()) {
  for (const std::string& phrase : lexicon.list("read_instead")) openers_.insert(phrase.substr(0, phrase.find(' ')));
  for (const std::string& word : openers_) corrective_.take_word(word);
  for (const std::string& word : lexicon.list("correction_note")) corrective_.take_word(word);
}

WordFact WordFacts::operator()(std::string_view folded, std::uint64_t hash) {
  if (!has_letters(folded)) return find(folded);  // no end of figures to be remembered
  const std::uint64_t word = std::max<std::uint64_t>(1, hash);
  Slot& slot = (*slots_)[word % kSlots];
  if (slot.word != word) slot = {word, find(folded)};
  return slot.fact;
}

WordFact WordFacts::find(std::string_view folded) const {
  WordFact fact;
  fact.stem = hash64(has_letters(folded) ? (*stemmer_)(folded) : folded);
  fact.opens_instead = openers_.find(folded) != openers_.end();
  for (const ListName::Key key : lexicon_.lists_of(folded)) {
    fact.stop |= key == ListName("stop_words").key;
    fact.label |= key == ListName("correction_label").key;
    fact.note |= key == ListName("correction_note").key;
    fact.session |= key == ListName("session").key;
    fact.snapshot |= key == ListName("snapshot").key;
  }
  return fact;
}

}  // namespace crosscheck
