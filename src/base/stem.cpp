// Snowball behind one call: "deployments" → "deploy". The library takes ISO 639 codes, so "en" works as is.
#include "base/stem.h"

#include <libstemmer.h>

#include <algorithm>

namespace crosscheck {

Stemmer::Stemmer(const std::string& language)
    : state_(sb_stemmer_new(language.substr(0, language.find('-')).c_str(), "UTF_8"), &sb_stemmer_delete) {}

const std::string& Stemmer::operator()(std::string_view folded) const {
  const auto known = known_.find(folded);
  return known != known_.end() ? known->second : known_.emplace(folded, find(folded)).first->second;
}

void Stemmer::forget_many() {
  constexpr std::size_t kMany = 100'000;
  if (known_.size() > kMany) known_.clear();
}

std::string Stemmer::find(std::string_view folded) const {
  const bool letters =
      std::any_of(folded.begin(), folded.end(), [](char c) { return static_cast<unsigned char>(c) >= 'A'; });
  if (!state_ || !letters) return std::string(folded);  // a figure is its own stem
  const auto* stem =
      sb_stemmer_stem(state_.get(), reinterpret_cast<const sb_symbol*>(folded.data()), static_cast<int>(folded.size()));
  return stem == nullptr ? std::string(folded)
                         : std::string(reinterpret_cast<const char*>(stem),
                                       static_cast<std::size_t>(sb_stemmer_length(state_.get())));
}

}  // namespace crosscheck
