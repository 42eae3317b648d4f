// Validates a YAML file against a schema (a subset of JSON Schema, itself written in YAML under
// rules/schema/) and reports *all* faults, each at file:line:column of the offending node.
// Subset: type, properties, required, additionalProperties (false or a schema), items, minItems, enum,
// pattern (RE2, full match), minLength, description (ignored).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "rulebook/yaml.h"

namespace crosscheck {

/// The bytes of a file.
struct RuleText {
  std::string path, text;
};

/// A YAML file and where it came from; `text` is its bytes.
struct YamlFile {
  std::string path, text;
  std::shared_ptr<const YamlTree> tree;
  YamlNode root;  ///< of `tree`; undefined for an empty file
};

Result<RuleText> read_text(const std::string& path);
/// A syntax error is a fault with file:line:column.
Result<YamlFile> parse_yaml(const RuleText& text);
/// Reads and parses.
Result<YamlFile> read_yaml(const std::string& path);

/// "path:line:column" of a node, 1-based.
std::string where_is(const YamlFile& file, YamlNode node);

/// What files of one kind must look like; its keywords are looked up once, its patterns compiled once. Threads may share it.
class Schema {
 public:
  explicit Schema(const YamlFile& file);
  /// Appends every breach; also refuses duplicate keys in a map, which YAML itself lets pass.
  void validate(const YamlFile& file, std::vector<Fault>& faults) const;

  struct Shape;  ///< of schema.cpp alone

 private:
  std::shared_ptr<const Shape> shape_;
};

}  // namespace crosscheck
