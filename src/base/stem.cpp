// Snowball behind one call: "deployments" → "deploy". The library takes ISO 639 codes, so "en" works as is. A few thousand
// words make most of all texts: a word costs two cache lines, that of its hash and that of its letters and its stem.
#include "base/stem.h"

#include <libstemmer.h>

#include <algorithm>

#include "base/hash.h"

namespace crosscheck {

bool has_letters(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char c) { return static_cast<unsigned char>(c) >= 'A'; });
}

Stemmer::Stemmer(const std::string& language)
    : state_(sb_stemmer_new(language.substr(0, language.find('-')).c_str(), "UTF_8"), &sb_stemmer_delete) {}

const std::string& Stemmer::operator()(std::string_view folded) const {
  const auto [stem, fresh] = known_.add(folded, hash64(folded));
  if (fresh) stem = find(folded);
  return stem;
}

void Stemmer::forget_many() {
  constexpr std::size_t kMany = 50'000;
  if (known_.size() > kMany) known_.clear();
}

std::string Stemmer::find(std::string_view folded) const {
  if (!state_ || !has_letters(folded)) return std::string(folded);
  const auto* stem =
      sb_stemmer_stem(state_.get(), reinterpret_cast<const sb_symbol*>(folded.data()), static_cast<int>(folded.size()));
  return stem == nullptr ? std::string(folded)
                         : std::string(reinterpret_cast<const char*>(stem),
                                       static_cast<std::size_t>(sb_stemmer_length(state_.get())));
}

}  // namespace crosscheck
