// An article of 140 words has 140 tokens of 48 bytes and 28 entities of 200, and claims that take less than either. A token's
// row is its span, its kind and where its letters stand in one string. A name is written as its kind, two flags and the two
// counts, then key, stem, aliases and initials, each behind its length.
#include <utility>

#include "base/hash.h"
#include "model/model.h"

namespace crosscheck {
namespace {

/// Seven bits a byte, the last one below 128.
void put(std::string& bytes, std::size_t number) {
  for (; number >= 128; number /= 128) bytes.push_back(static_cast<char>(number % 128 + 128));
  bytes.push_back(static_cast<char>(number));
}

void put(std::string& bytes, const std::string& text) {
  put(bytes, text.size());
  bytes += text;
}

class Source {
 public:
  explicit Source(std::string_view bytes) : bytes_(bytes) {}
  bool done() const { return at_ == bytes_.size(); }
  std::size_t number() {
    std::size_t number = 0, unit = 1;
    for (;; unit *= 128) {
      const std::size_t byte = static_cast<unsigned char>(bytes_[at_++]);
      number += byte % 128 * unit;
      if (byte < 128) return number;
    }
  }
  std::string text() {
    const std::size_t size = number();
    at_ += size;
    return std::string(bytes_.substr(at_ - size, size));
  }
  std::vector<std::string> texts(std::size_t count) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < count; ++i) texts.push_back(text());
    return texts;
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

}  // namespace

PackedTokens::PackedTokens(const std::vector<Token>& tokens) {
  std::size_t letters = 0;
  for (const Token& token : tokens) letters += token.folded.size();
  reserve(tokens.size(), letters);
  for (const Token& token : tokens) add({token.span, token.kind, token.capital, token.folded, 0});
}

void PackedTokens::reserve(std::size_t tokens, std::size_t letters) {
  rows_.reserve(tokens);
  folded_.reserve(letters);
}

void PackedTokens::add(const View& token) {
  rows_.push_back(
      {hash64(token.folded), token.span, static_cast<std::uint32_t>(folded_.size()), token.kind, token.capital});
  folded_ += token.folded;
}

PackedNames PackedNames::from_bytes(std::string bytes) {
  PackedNames names;
  names.bytes_ = std::move(bytes);
  return names;
}

PackedNames::PackedNames(const std::vector<Entity>& entities) {
  for (const Entity& entity : entities) {
    const NameFacts facts = facts_of(entity);
    put(bytes_, static_cast<std::size_t>(facts.kind));
    put(bytes_, std::size_t{facts.known ? 1U : 0U} + (facts.common ? 2U : 0U));
    put(bytes_, entity.aliases.size());
    put(bytes_, facts.initials.size());
    put(bytes_, facts.key);
    put(bytes_, facts.stem);
    for (const std::string& alias : entity.aliases) put(bytes_, alias);
    for (const std::string& initials : facts.initials) put(bytes_, initials);
  }
  bytes_.shrink_to_fit();
}

void PackedNames::each(const Receiver& receiver) const {
  for (Source source(bytes_); !source.done();) {
    NameFacts facts;
    facts.kind = static_cast<NameFacts::Kind>(source.number());
    const std::size_t flags = source.number(), aliases = source.number(), initials = source.number();
    facts.known = flags % 2 == 1;
    facts.common = flags / 2 == 1;
    facts.key = source.text();
    facts.stem = source.text();
    const std::vector<std::string> other_keys = source.texts(aliases);
    facts.initials = source.texts(initials);
    receiver(facts, other_keys);
  }
}

void pack(Article& article) {
  if (!article.tokens.empty()) article.packed_tokens = PackedTokens(article.tokens);
  if (!article.entities.empty()) article.packed_names = PackedNames(article.entities);
  std::exchange(article.tokens, {});  // "= {}" would keep the room
  std::exchange(article.entities, {});
  std::exchange(article.mentions, {});
  article.sentences.shrink_to_fit();
  article.claims.shrink_to_fit();
}

}  // namespace crosscheck
