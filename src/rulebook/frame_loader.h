// YAML nodes → the structs of rulebook.h, once a file has passed its schema. Patterns are compiled here;
// a bad one is a fault at its own line and column.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rulebook/rulebook.h"
#include "rulebook/schema.h"

namespace crosscheck {

class FrameLoader {
 public:
  /// Keeps references.
  FrameLoader(const PatternLists& lists, std::vector<Fault>& faults) : lists_(lists), faults_(faults) {}

  Frame frame(const YamlFile& file);
  ArithmeticRule arithmetic(const YamlFile& file, YamlNode row);

 private:
  /// `needs_value`: each must hold {value}; `frame`: roles captured must be the frame's.
  std::vector<Pattern> patterns(const YamlFile& file, YamlNode list, bool needs_value, const Frame* frame);
  std::vector<Example> examples(const YamlFile& file, YamlNode list, const Frame* frame);

  const PatternLists& lists_;
  std::vector<Fault>& faults_;
};

DerivationRule derivation_from(const YamlFile& file, YamlNode row);
TableWords tables_from(const YamlFile& file, std::vector<Fault>& faults);
void add_words(const YamlFile& file, Lexicon& lexicon);

/// Key of a name or alias → the name whose it is.
using EntityNames = std::map<std::string, std::string>;
/// `taken`: names of files read before; grows. A name that two rows claim is a fault.
std::vector<GazetteerRow> entities_from(const YamlFile& file, EntityNames& taken, std::vector<Fault>& faults);

}  // namespace crosscheck
