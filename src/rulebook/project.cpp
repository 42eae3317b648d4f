// A project's settings, so that its gate runs the same everywhere. The file is found upward from an article:
//   against: [archive]                  archive/ beside the file, wherever the program was started
//   reviews: reviews.jsonl
//   fail-on: contradict
//   ignore: ["drafts/*"]
// It is held to its shape as rule files are, every fault at once with its place; an unknown key is told with the nearest known
// one. What is relative in it is relative to it. It knows nothing of the command line, which goes before it.
#include <fnmatch.h>

#include <filesystem>

#include "rulebook/rulebook.h"
#include "rulebook/schema.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

constexpr const char* kName = ".crosscheck.yaml";

constexpr const char* kSchema = R"(
type: object
additionalProperties: false
properties:
  against: {type: array, items: {type: string, minLength: 1}}
  reviews: {type: string, minLength: 1}
  baseline: {type: string, minLength: 1}
  rules: {type: string, minLength: 1}
  fail-on: {type: string, enum: [contradict, update, compatible, never]}
  min-confidence: {type: number}
  language: {type: string, pattern: "[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*"}
  format: {type: array, minItems: 1, items: {type: string, enum: [text, json, md, html, sarif, junit, github, rdjson, csv, claimreview, annotations]}}
  ignore: {type: array, items: {type: string, minLength: 1}}
)";

/// As seen from the working folder, so that messages stay short and reports the same in every checkout.
std::string from_folder(const fs::path& folder, const std::string& path) {
  return path.empty() ? path
                      : (fs::path(path).is_absolute() ? fs::path(path) : folder / path).lexically_normal().string();
}

bool matches(const std::string& pattern, const std::string& path) {
  return ::fnmatch(pattern.c_str(), path.c_str(), 0) == 0;
}

}  // namespace

bool Project::ignores(const std::string& file) const {
  if (ignore.empty()) return false;
  std::error_code error;
  const fs::path below = fs::absolute(file, error)
                             .lexically_normal()
                             .lexically_relative(fs::absolute(folder.empty() ? "." : folder, error).lexically_normal());
  fs::path part;
  for (const fs::path& step : below) {
    part /= step;
    for (const std::string& pattern : ignore) {
      const bool folder_pattern = pattern.ends_with('/');
      if (matches(folder_pattern ? pattern.substr(0, pattern.size() - 1) : pattern, part.generic_string())) return true;
    }
  }
  return false;
}

Checked<Project> load_project(const std::string& path) {
  const auto file = read_yaml(path);
  if (!file.ok()) return std::vector<Fault>{file.fault()};
  std::vector<Fault> faults;
  const YamlNode root = file.value().root;
  Project project;
  project.path = path;
  project.folder = fs::path(path).parent_path().string();
  if (!root || root.is_null()) return project;
  Schema(parse_yaml({"settings", kSchema}).value()).validate(file.value(), faults);
  if (!faults.empty()) return faults;
  for (const std::string& one : root["against"].texts()) project.against.push_back(from_folder(project.folder, one));
  project.reviews = from_folder(project.folder, root["reviews"].text());
  project.baseline = from_folder(project.folder, root["baseline"].text());
  project.rules = from_folder(project.folder, root["rules"].text());
  project.fail_on = root["fail-on"].text();
  project.language = root["language"].text();
  project.formats = root["format"].texts();
  project.ignore = root["ignore"].texts();
  if (const YamlNode least = root["min-confidence"]) {
    project.min_confidence = least.as<double>();
    if (*project.min_confidence < 0 || *project.min_confidence > 1) {
      return std::vector<Fault>{
          {Who::rules, "not-allowed", "'min-confidence' is between 0 and 1", where_is(file.value(), least)}};
    }
  }
  return project;
}

std::string find_project(const std::string& path) {
  std::error_code error;
  const fs::path start = fs::absolute(path == "-" ? fs::path(".") : fs::path(path), error).lexically_normal();
  fs::path folder = fs::is_directory(start, error) ? start : start.parent_path();
  for (;;) {
    const fs::path candidate = folder / kName;
    if (fs::is_regular_file(candidate, error)) {
      const fs::path near = candidate.lexically_relative(fs::current_path(error));
      return near.empty() ? candidate.string() : near.string();
    }
    if (!folder.has_relative_path()) return "";
    folder = folder.parent_path();
  }
}

}  // namespace crosscheck
