// Names known beforehand: CLDR's territories, and the rows of rules/entities.yaml. Each has one canonical name; its
// aliases lead there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/word_table.h"
#include "model/model.h"
#include "rulebook/sentence_words.h"

namespace crosscheck {

struct KnownName {
  std::string name, key;  ///< "United States", "united states"
  EntityType type = EntityType::unknown;
  std::string territory;  ///< of a country or continent: CLDR's code, "US", "142"
};

/// A row of rules/entities.yaml.
struct GazetteerRow {
  std::string name;
  EntityType type = EntityType::unknown;
  std::vector<std::string> aliases;
  std::string territory;
};

class Gazetteer {
 public:
  /// A row whose territory or name is known already adds its aliases to that one; an alias keeps its first owner.
  void add(const GazetteerRow& row);
  /// Words that stand before a full stop inside a name, folded: "st" of "St. Lucia", whose sentence goes on.
  void add_abbreviations(std::unordered_set<std::string>& words) const;
  /// By name_key(); `capitals`: the text writes it with two capitals or more, without which "US" is "us".
  const KnownName* find(const std::string& key, bool capitals, bool small = false) const;
  /// The most tokens that a name beginning with this one has, 0 when none does: a look-up that spares most tokens the
  /// longer one. `small`: the text writes it small, as some languages write some names ("о-ва Кука").
  std::size_t longest_from(std::string_view folded_token, bool small) const;

 private:
  struct Alias {
    std::uint32_t name = 0;
    bool capitals = false;  ///< read in capitals only
    bool small = false;     ///< CLDR writes it with a small letter
  };
  struct Longest {
    std::size_t any = 0, small = 0;
  };
  std::optional<std::uint32_t> place_of(const GazetteerRow& row, const std::string& key) const;
  void add_alias(const std::string& alias, std::uint32_t name);

  std::vector<KnownName> names_;
  WordTable<Alias> aliases_;
  std::unordered_map<std::string, std::uint32_t> territories_;
  std::unordered_set<std::string> abbreviations_;
  WordTable<Longest> first_;     ///< by a name's first word
  VocabularySlots first_words_;  ///< most words begin no name
};

}  // namespace crosscheck
