// What people and things of a state are called: "Indonesian", "Iraqis", "deutsches".
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace crosscheck {

class Demonyms {
 public:
  /// A form with a capital counts only where the text writes one. A form keeps its first owner.
  void add(const std::string& form, const std::string& territory);
  /// CLDR's code, or nothing. `capital`: the text writes it with one.
  const std::string* find(const std::string& folded_word, bool capital) const;
  /// All forms, folded.
  void add_to(std::unordered_set<std::string>& words) const {
    for (const auto& [form, owner] : forms_) words.insert(form);
  }

 private:
  struct Owner {
    std::string territory;
    bool capital;
  };
  std::unordered_map<std::string, Owner> forms_;
};

}  // namespace crosscheck
