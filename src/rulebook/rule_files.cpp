// Reading and parsing are two steps, so that a language's files may wait as bytes until its first document comes:
// rules/de/time.yaml is in the digest of every run and parsed only in those that meet German.
#include "rulebook/rule_files.h"

#include <iterator>

#include "base/hash.h"

namespace crosscheck {

std::optional<RuleText> RuleFiles::bytes(const std::filesystem::path& path, std::vector<Fault>& faults) {
  if (!std::filesystem::exists(path)) return std::nullopt;
  auto text = read_text(path.string());
  if (!text.ok()) {
    faults.push_back(text.fault());
    return std::nullopt;
  }
  read_.emplace_back(path.lexically_relative(root_).generic_string(), digest_input_.size());
  digest_input_ += read_.back().first + '\0' + text.value().text + '\0';
  return std::move(text).value();
}

std::optional<YamlFile> fitting(const RuleText& text, const Schema* schema, std::vector<Fault>& faults) {
  auto file = parse_yaml(text);
  if (!file.ok()) {
    faults.push_back(file.fault());
    return std::nullopt;
  }
  if (schema == nullptr) return std::nullopt;
  const std::size_t before = faults.size();
  schema->validate(file.value(), faults);
  if (faults.size() != before) return std::nullopt;
  return std::move(file).value();
}

std::optional<YamlFile> RuleFiles::parsed(const RuleText& text, const std::string& schema, std::vector<Fault>& faults) {
  std::vector<Fault> of_schema;
  auto file = fitting(text, schema_named(schema, of_schema), faults);
  std::move(of_schema.begin(), of_schema.end(), std::back_inserter(faults));
  return file;
}

std::optional<YamlFile> RuleFiles::open(const std::filesystem::path& path, const std::string& schema,
                                        std::vector<Fault>& faults) {
  const auto text = bytes(path, faults);
  return text ? parsed(*text, schema, faults) : std::nullopt;
}

std::string RuleFiles::digest() const { return sha256_hex(digest_input_).substr(0, 16); }

std::string RuleFiles::digest_of(const std::function<bool(std::string_view)>& wanted) const {
  std::string input;
  for (std::size_t i = 0; i < read_.size(); ++i) {
    const std::size_t end = i + 1 < read_.size() ? read_[i + 1].second : digest_input_.size();
    if (wanted(read_[i].first)) input.append(digest_input_, read_[i].second, end - read_[i].second);
  }
  return sha256_hex(input).substr(0, 16);
}

const Schema* RuleFiles::schema_named(const std::string& name, std::vector<Fault>& faults) {
  const std::lock_guard guard(lock_);
  const auto known = schemas_.find(name);
  if (known != schemas_.end()) return &known->second;
  auto shape = read_yaml((root_ / "schema" / name).string());
  if (!shape.ok()) {
    faults.push_back(shape.fault());
    return nullptr;
  }
  return &schemas_.emplace(name, std::move(shape).value()).first->second;
}

}  // namespace crosscheck
