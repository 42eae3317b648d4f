// rules/ → Rulebook. Every file is read, checked against its schema and translated; faults are collected
// over all files and only then returned, so that an author mends them in one go. A language is a folder
// under rules/; what CLDR knows about it is filled in first (cldr.cpp), its YAML files add the rest.
// Example: rules/en/claims/finance/valuation.yaml becomes the Frame "finance/valuation".
#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/hash.h"
#include "base/unicode.h"
#include "rulebook/cldr.h"
#include "rulebook/frame_loader.h"
#include "rulebook/rulebook.h"
#include "rulebook/schema.h"

namespace crosscheck {

namespace fs = std::filesystem;

class RulebookLoader {
 public:
  explicit RulebookLoader(fs::path root) : root_(std::move(root)) {}

  Checked<Rulebook> run() {
    std::error_code error;
    if (!fs::is_directory(root_, error)) {
      return std::vector<Fault>{
          {Who::setup, "no-rules", "no rules folder here; name it with --rules DIR", root_.string()}};
    }
    load_units();
    load_numbers();
    load_derivations();
    for (const fs::path& folder : children(root_)) {
      if (fs::is_directory(folder) && folder.filename() != "schema") load_language(folder);
    }
    if (book_.languages_.empty()) {
      faults_.push_back(
          {Who::setup, "no-language", "no language folder (rules/en, say) below the rules folder", root_.string()});
    }
    if (!faults_.empty()) return std::move(faults_);
    book_.digest_ = sha256_hex(digest_input_).substr(0, 16);
    return std::move(book_);
  }

 private:
  static std::vector<fs::path> children(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder)) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
  }

  /// The file's root when it reads, parses and fits the schema; a file that is not there is no fault.
  std::optional<YamlFile> open(const fs::path& path, const char* schema) {
    if (!fs::exists(path)) return std::nullopt;
    auto file = read_yaml(path.string());
    if (!file.ok()) {
      faults_.push_back(file.fault());
      return std::nullopt;
    }
    digest_input_ += fs::relative(path, root_).generic_string() + '\0' + file.value().text + '\0';
    const YamlFile* shape = schema_named(schema);
    if (shape == nullptr) return std::nullopt;
    const std::size_t before = faults_.size();
    validate(file.value(), shape->root, faults_);
    if (faults_.size() != before) return std::nullopt;
    return std::move(file).value();
  }

  /// Read once, however many files have this shape.
  const YamlFile* schema_named(const std::string& name) {
    const auto known = schemas_.find(name);
    if (known != schemas_.end()) return &known->second;
    auto shape = read_yaml((root_ / "schema" / name).string());
    if (!shape.ok()) {
      faults_.push_back(shape.fault());
      return nullptr;
    }
    return &schemas_.emplace(name, std::move(shape).value()).first->second;
  }

  void load_units() {
    const auto file = open(root_ / "units.yaml", "units.yaml");
    if (!file) return;
    for (const auto& row : file->root["units"]) {
      const auto factor = Decimal::parse(row["factor"].as<std::string>());
      if (!factor) {
        faults_.push_back(
            {Who::rules, "bad-number", "factor must be a plain decimal number", where_is(*file, row["factor"])});
        continue;
      }
      units_.push_back(
          {row["ucum"].as<std::string>(), row["cldr"].as<std::string>(), row["dimension"].as<std::string>(), *factor});
      book_.unit_factors_[units_.back().ucum] = *factor;
      book_.unit_dimensions_[units_.back().ucum] = units_.back().dimension;
    }
  }

  void load_numbers() {
    const auto file = open(root_ / "link.yaml", "numbers.yaml");
    if (!file) return;
    for (const auto& row : file->root["numbers"]) book_.numbers_[row.first.as<std::string>()] = row.second.as<double>();
  }

  void load_derivations() {
    const auto file = open(root_ / "derivations.yaml", "derivations.yaml");
    if (!file) return;
    for (const auto& row : file->root["derivations"]) book_.derivations_.push_back(derivation_from(*file, row));
  }

  void load_language(const fs::path& folder) {
    const std::string language = folder.filename().string();
    Lexicon lexicon = lexicon_from_cldr(language, units_);
    if (const auto file = open(folder / "words.yaml", "words.yaml")) add_words(*file, lexicon);
    if (const auto file = open(folder / "quantities.yaml", "quantities.yaml")) add_quantities(*file, lexicon, faults_);
    if (const auto file = open(folder / "time.yaml", "time.yaml")) add_times(*file, lexicon);
    collect_starters(lexicon);
    FrameLoader loader(pattern_lists(lexicon), faults_);
    if (const auto file = open(folder / "arithmetic.yaml", "arithmetic.yaml")) {
      for (const auto& row : file->root["rules"]) book_.arithmetic_[language].push_back(loader.arithmetic(*file, row));
    }
    load_frames(folder, language, loader);
    book_.lexicons_.insert_or_assign(language, std::move(lexicon));
    book_.languages_.push_back(language);
  }

  static void collect_starters(Lexicon& lexicon) {
    auto& starters = lexicon.starters;
    for (const auto& [word, value] : lexicon.number_words) starters.insert(word);
    for (const auto& [word, value] : lexicon.ordinal_words) starters.insert(word);
    for (const auto& vague : lexicon.vague_numbers) starters.insert(vague.words.front());
    for (const auto& relative : lexicon.relative_times) starters.insert(relative.words.front());
    for (const std::string& prefix : lexicon.vague_prefixes) {
      for (const auto& [word, value] : lexicon.number_words) {
        if (value.scale) starters.insert(prefix + word);
      }
    }
    if (const auto found = lexicon.lists.find("time_starters"); found != lexicon.lists.end()) {
      starters.insert(found->second.begin(), found->second.end());
    }
  }

  void load_frames(const fs::path& folder, const std::string& language, FrameLoader& loader) {
    if (!fs::is_directory(folder / "claims")) return;
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "claims")) {
      if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    auto& frames = book_.frames_[language];
    for (const fs::path& path : files) {
      const auto file = open(path, "frame.yaml");
      if (!file) continue;
      Frame frame = loader.frame(*file);
      const bool known = std::any_of(frames.begin(), frames.end(), [&](const Frame& f) { return f.id == frame.id; });
      if (known)
        faults_.push_back(
            {Who::rules, "duplicate-id", "the id '" + frame.id + "' is taken by another file", frame.where});
      frames.push_back(std::move(frame));
    }
    std::stable_sort(frames.begin(), frames.end(),
                     [](const Frame& a, const Frame& b) { return a.priority > b.priority; });
    for (std::size_t i = 0; i < frames.size(); ++i) book_.places_.try_emplace(frames[i].id, language, i);
  }

  static Pattern::Lists pattern_lists(const Lexicon& lexicon) {
    Pattern::Lists lists;
    for (const auto& [name, words] : lexicon.lists) {
      std::vector<std::string> sorted(words.begin(), words.end());
      std::sort(sorted.begin(), sorted.end(), [](const std::string& a, const std::string& b) {
        return a.size() != b.size() ? a.size() > b.size() : a < b;
      });
      lists.emplace_back(name, std::move(sorted));
    }
    return lists;
  }

  fs::path root_;
  std::map<std::string, YamlFile> schemas_;
  std::vector<UnitRow> units_;
  std::vector<Fault> faults_;
  std::string digest_input_;
  Rulebook book_;
};

Checked<Rulebook> load_rulebook(const std::string& directory) {
  try {
    return RulebookLoader(directory).run();
  } catch (const YAML::Exception& error) {  // a schema that lets through what a loader cannot read
    return std::vector<Fault>{
        {Who::rules, "not-yaml", error.msg, directory + ":" + std::to_string(error.mark.line + 1)}};
  } catch (const fs::filesystem_error& error) {
    return std::vector<Fault>{
        {Who::setup, "unreadable", error.code().message() + "; check the folder's permissions", directory}};
  }
}

}  // namespace crosscheck
