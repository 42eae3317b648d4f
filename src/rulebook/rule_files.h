// The files of a rules folder: their bytes, which the digest covers whether or not anyone parses them, and their YAML
// once it has the shape of its schema. Private to src/rulebook/.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "rulebook/schema.h"

namespace crosscheck {

class RuleFiles {
 public:
  explicit RuleFiles(std::filesystem::path root) : root_(std::move(root)) {}

  /// The file's bytes; a file that is not there is no fault.
  std::optional<RuleText> bytes(const std::filesystem::path& path, std::vector<Fault>& faults);
  /// Its root when it parses and fits the schema rules/schema/<name>.
  std::optional<YamlFile> parsed(const RuleText& text, const std::string& schema, std::vector<Fault>& faults);
  std::optional<YamlFile> open(const std::filesystem::path& path, const std::string& schema,
                               std::vector<Fault>& faults);
  /// Read once, however many files have this shape; nullptr when it cannot be. Any thread may ask.
  const Schema* schema_named(const std::string& name, std::vector<Fault>& faults);
  /// Of all bytes read so far.
  std::string digest() const;
  /// Of those files alone that `wanted` says yes to, by their paths below the root.
  std::string digest_of(const std::function<bool(std::string_view)>& wanted) const;
  const std::filesystem::path& root() const { return root_; }

 private:
  std::filesystem::path root_;
  std::mutex lock_;  ///< of the next
  std::map<std::string, Schema> schemas_;
  std::string digest_input_;                               ///< path, 0, bytes, 0 of each file
  std::vector<std::pair<std::string, std::size_t>> read_;  ///< each file's path, and where it begins in digest_input_
};

/// Its root when it parses and has that shape; nothing fits no shape.
std::optional<YamlFile> fitting(const RuleText& text, const Schema* schema, std::vector<Fault>& faults);

}  // namespace crosscheck
