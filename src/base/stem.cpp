// Snowball behind one call: "deployments" → "deploy". The library takes ISO 639 codes, so "en" works as is. A few thousand
// words make most of all texts: a word costs two cache lines, that of its hash and that of its letters and its stem.
#include "base/stem.h"

#include <libstemmer.h>

#include <algorithm>
#include <utility>

#include "base/hash.h"

namespace crosscheck {

bool has_letters(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char c) { return static_cast<unsigned char>(c) >= 'A'; });
}

Stemmer::Stemmer(const std::string& language)
    : state_(sb_stemmer_new(language.substr(0, language.find('-')).c_str(), "UTF_8"), &sb_stemmer_delete) {}

/// Where the word stands, else where it would.
Stemmer::Place& Stemmer::place_of(std::vector<Place>& places, std::uint64_t hash, std::string_view folded) {
  for (std::size_t at = hash & (places.size() - 1);; at = (at + 1) & (places.size() - 1)) {
    Place& place = places[at];
    if (place.known == nullptr || (place.hash == hash && place.known->word == folded)) return place;
  }
}

void Stemmer::grow() const {
  std::vector<Place> larger(std::max<std::size_t>(4096, 2 * places_.size()));
  for (const Place& place : places_) {
    if (place.known != nullptr) place_of(larger, place.hash, place.known->word) = place;
  }
  places_ = std::move(larger);
}

const std::string& Stemmer::operator()(std::string_view folded) const {
  if (2 * known_.size() >= places_.size()) grow();
  const std::uint64_t hash = hash64(folded);
  Place& place = place_of(places_, hash, folded);
  if (place.known == nullptr) place = {hash, &known_.emplace_back(Known{std::string(folded), find(folded)})};
  return place.known->stem;
}

void Stemmer::forget_many() {
  constexpr std::size_t kMany = 50'000;
  if (known_.size() <= kMany) return;
  known_.clear();
  places_.clear();
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
