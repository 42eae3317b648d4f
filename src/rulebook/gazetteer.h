// Names known beforehand: CLDR's territories, and the rows of rules/entities.yaml. Each has one canonical name; its
// aliases lead there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "model/model.h"

namespace crosscheck {

struct KnownName {
  std::string name, key;  ///< "United States", "united states"
  EntityType type = EntityType::unknown;
};

/// A row of rules/entities.yaml.
struct GazetteerRow {
  std::string name;
  EntityType type = EntityType::unknown;
  std::vector<std::string> aliases;
};

class Gazetteer {
 public:
  /// A row whose name is known already adds its aliases to that one; an alias keeps its first owner.
  void add(const GazetteerRow& row);
  /// By name_key(); `capitals`: the text writes it with two capitals or more, without which "US" is "us".
  const KnownName* find(const std::string& key, bool capitals) const;
  /// Does any name begin with this token? A look-up that spares most tokens the longer one.
  bool begins_with(std::string_view folded_token) const {
    return first_.count(std::string(first_word(folded_token))) > 0;
  }
  static constexpr std::size_t kLongest = 6;  ///< tokens

 private:
  struct Alias {
    std::uint32_t name;
    bool capitals;
  };
  static std::string_view first_word(std::string_view text);
  void add_alias(const std::string& alias, std::uint32_t name);

  std::vector<KnownName> names_;
  std::unordered_map<std::string, Alias> aliases_;
  std::unordered_set<std::string> first_;
};

}  // namespace crosscheck
