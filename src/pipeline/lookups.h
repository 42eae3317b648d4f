// A collection's outlines in the drawers of a store, and the collection that is read from there. Private to src/pipeline/.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "link/link.h"
#include "store/store.h"

namespace crosscheck {

void write_outlines(const Outlines& outlines, const LookupWriter& write);

/// What is asked of it is read once. A failure is kept, and what it kept from being read is empty.
class StoredCollection : public Collection {
 public:
  explicit StoredCollection(Store& store);

  std::uint32_t articles() override { return articles_; }
  std::uint32_t terms() override { return terms_; }
  std::uint32_t stories() override { return stories_; }
  Term term(std::uint64_t word) override;
  const Outline& outline(std::uint32_t article) override;
  std::vector<std::uint32_t> cluster(std::uint32_t number) override;
  std::vector<std::uint32_t> story(std::uint32_t number) override;
  std::vector<std::uint32_t> block(std::uint64_t key) override;
  std::uint32_t titles(std::uint64_t form) override;
  std::vector<std::uint8_t> word_pairs() override;
  const Document& document(std::uint32_t article) override { return stored(article).document; }
  const Article& article(std::uint32_t article) override { return stored(article).article; }

  /// The first thing that failed.
  const std::optional<Fault>& fault() const { return fault_; }

 private:
  const StoredArticle& stored(std::uint32_t article);
  std::string lookup(std::uint32_t drawer, std::uint64_t key);
  std::vector<std::uint32_t> numbers(std::uint32_t drawer, std::uint64_t key);

  Store& store_;
  std::uint32_t articles_ = 0, terms_ = 0, stories_ = 0;
  std::unordered_map<std::uint32_t, Outline> outlines_;
  std::map<std::uint32_t, StoredArticle> stored_;
  std::optional<Fault> fault_;
};

}  // namespace crosscheck
