// rules/ → Rulebook. Every file is read, checked against its schema and translated; faults are collected
// over all files and only then returned, so that an author mends them in one go. A language is a folder
// under rules/; what CLDR knows about it is filled in first (cldr.cpp), its YAML files add the rest. Its numbers,
// quantities and times may be left as bytes until a document needs them.
// Example: rules/en/claims/finance/valuation.yaml becomes the Frame "finance/valuation".
#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <iterator>
#include <sstream>

#include "base/unicode.h"
#include "rulebook/cldr.h"
#include "rulebook/frame_loader.h"
#include "rulebook/languages.h"
#include "rulebook/pattern_lists.h"
#include "rulebook/rulebook.h"
#include "rulebook/schema.h"

namespace crosscheck {

namespace fs = std::filesystem;

namespace {

Fault fault_of(const YamlError& error, const std::string& path) {
  return {Who::rules, "not-yaml", error.what(), path + ":" + std::to_string(error.mark.line + 1)};
}

}  // namespace

class RulebookLoader {
 public:
  RulebookLoader(fs::path root, Loading loading, const Workers& workers)
      : root_(std::move(root)),
        loading_(loading),
        workers_(workers),
        languages_(std::make_shared<Rulebook::Languages>(root_)) {}

  Checked<Rulebook> run() {
    std::error_code error;
    if (!fs::is_directory(root_, error)) {
      return std::vector<Fault>{
          {Who::setup, "no-rules", "no rules folder here; name it with --rules DIR", root_.string()}};
    }
    load_units();
    load_numbers();
    load_link_models();
    load_derivations();
    load_holidays();
    entity_names_ = load_entities(root_, {}, languages_->entities);
    for (const fs::path& folder : children(root_)) {
      if (fs::is_directory(folder) && folder.filename() != "schema") load_language(folder);
    }
    if (book_.languages_.empty()) {
      faults_.push_back(
          {Who::setup, "no-language", "no language folder (rules/en, say) below the rules folder", root_.string()});
    }
    if (!faults_.empty()) return std::move(faults_);
    book_.lexicons_ = languages_;
    return std::move(book_);
  }

 private:
  static std::vector<fs::path> children(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder)) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
  }

  std::optional<YamlFile> open(const fs::path& path, const std::string& schema) {
    return languages_->files.open(path, schema, faults_);
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
      const UnitRow& unit = languages_->units.emplace_back(UnitRow{
          row["ucum"].as<std::string>(), row["cldr"].as<std::string>(), row["dimension"].as<std::string>(), *factor});
      book_.unit_factors_[unit.ucum] = unit.factor;
      book_.unit_dimensions_[unit.ucum] = unit.dimension;
    }
  }

  void load_numbers() {
    const auto file = open(root_ / "link.yaml", "numbers.yaml");
    if (!file) return;
    for (const auto& row : file->root["numbers"]) book_.numbers_[row.first.as<std::string>()] = row.second.as<double>();
  }

  void load_link_models() {
    const auto file = open(root_ / "link-model.yaml", "link-model.yaml");
    if (!file) return;
    for (const auto& model : file->root["models"]) {
      for (const auto& row : model.second)
        book_.link_models_[model.first.as<std::string>()][row.first.as<std::string>()] = row.second.as<double>();
    }
  }

  void load_holidays() {
    const auto file = open(root_ / "holidays.yaml", "holidays.yaml");
    if (!file) return;
    for (const auto& row : file->root["holidays"])
      languages_->holidays[row.first.as<std::string>()] = holiday_code(row.second.as<std::string>());
  }

  EntityNames load_entities(const fs::path& folder, EntityNames taken, std::vector<GazetteerRow>& rows) {
    if (const auto file = open(folder / "entities.yaml", "entities.yaml")) rows = entities_from(*file, taken, faults_);
    return taken;
  }

  void load_derivations() {
    const auto file = open(root_ / "derivations.yaml", "derivations.yaml");
    if (!file) return;
    for (const auto& row : file->root["derivations"]) book_.derivations_.push_back(derivation_from(*file, row));
  }

  void load_language(const fs::path& folder) {
    const std::string language = folder.filename().string();
    book_.languages_.push_back(language);
    Language& source = languages_->sources[language];
    const std::size_t faults_before = faults_.size();
    const auto words = languages_->files.bytes(folder / "words.yaml", faults_);
    if (faults_.size() != faults_before) return;  // each pattern would lack its lists
    source.numbers = languages_->files.bytes(folder / "numbers.yaml", faults_);
    source.quantities = languages_->files.bytes(folder / "quantities.yaml", faults_);
    source.times = languages_->files.bytes(folder / "time.yaml", faults_);
    source.people = languages_->files.bytes(folder / "demonyms.yaml", faults_);
    const bool framed = fs::is_directory(folder / "claims");
    std::optional<PatternLists> lists;
    if (loading_ == Loading::everything || !framed) {
      lists = load_words(folder, language, words);
      if (loading_ == Loading::everything) languages_->read(source, faults_);
      if (lists && framed) load_frames(folder, language, *lists, std::nullopt);
      return;
    }
    // A document of a language with frames is likely to come, and its lexicon is what it waits for longest.
    FromCldr from_cldr;
    const std::array<std::function<void()>, 5> parts = {
        [&] { from_cldr.lexicon = lexicon_from_cldr(language); },
        [&] { from_cldr.units = units_from_cldr(language, languages_->units); },
        [&] { lists = load_words(folder, language, words); },
        [&] { languages_->read(source, languages_->late_faults); },
        [&] { from_cldr.adjectives = adjectives_from_cldr(language); }};
    workers_.each(parts.size(), [&](std::size_t part) { parts[part](); });
    if (lists) load_frames(folder, language, *lists, std::move(from_cldr));
  }

  /// What of a language's own is in no draft and no frame. Nothing when its words cannot be read.
  std::optional<PatternLists> load_words(const fs::path& folder, const std::string& language,
                                         const std::optional<RuleText>& words) try {
    Language& source = languages_->sources.at(language);
    const std::size_t faults_before = faults_.size();
    if (words) {
      if (const auto file = languages_->files.parsed(*words, "words.yaml", faults_)) add_words(*file, source.words);
    }
    if (faults_.size() != faults_before) return std::nullopt;
    PatternLists lists = pattern_lists(source.words);
    for (const char* more : {"names.yaml", "versions.yaml"}) {
      if (const auto file = open(folder / more, "words.yaml")) add_words(*file, source.words);
    }
    if (const auto file = open(folder / "tables.yaml", "tables.yaml"))
      source.words.tables = tables_from(*file, faults_);
    load_entities(folder, entity_names_, source.entities);
    book_.arithmetic_[language] = ArithmeticRules(arithmetic_of(folder / "arithmetic.yaml", lists));
    book_.corrections_[language] = ArithmeticRules(arithmetic_of(folder / "corrections.yaml", lists));
    return lists;
  } catch (const YamlError& error) {  // a schema that lets through what a loader cannot read
    faults_.push_back(fault_of(error, folder.string()));
    return std::nullopt;
  }

  std::vector<ArithmeticRule> arithmetic_of(const fs::path& path, const PatternLists& lists) {
    std::vector<ArithmeticRule> rules;
    if (const auto file = open(path, path.filename().string())) {
      for (const auto& row : file->root["rules"]) rules.push_back(FrameLoader(lists, faults_).arithmetic(*file, row));
    }
    return rules;
  }

  /// Half of a rulebook's time, and each file is a world of its own.
  void load_frames(const fs::path& folder, const std::string& language, const PatternLists& lists,
                   std::optional<FromCldr> from_cldr) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder / "claims")) {
      if (entry.path().extension() == ".yaml") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    struct Loaded {
      std::optional<RuleText> text;
      std::optional<Frame> frame;
      std::vector<Fault> faults;
    };
    std::vector<Loaded> loaded(files.size());
    for (std::size_t i = 0; i < files.size(); ++i) loaded[i].text = languages_->files.bytes(files[i], loaded[i].faults);
    const Schema* schema = files.empty() ? nullptr : languages_->files.schema_named("frame.yaml", faults_);
    const std::size_t lexicons = from_cldr ? 1 : 0;
    std::unique_ptr<Lexicon> lexicon;
    workers_.each(files.size() + lexicons, [&](std::size_t task) {
      if (task < lexicons) {
        lexicon = languages_->build(language, languages_->sources.at(language), *std::move(from_cldr));
        return;
      }
      Loaded& one = loaded[task - lexicons];
      try {
        const auto file = one.text ? fitting(*one.text, schema, one.faults) : std::nullopt;
        if (file) one.frame = FrameLoader(lists, one.faults).frame(*file);
      } catch (const YamlError& error) {  // a schema that lets through what a loader cannot read
        one.faults.push_back(fault_of(error, one.text->path));
      }
    });
    if (lexicon != nullptr) languages_->built.emplace(language, std::move(lexicon));
    auto& frames = book_.frames_[language];
    for (Loaded& one : loaded) {
      std::move(one.faults.begin(), one.faults.end(), std::back_inserter(faults_));
      if (!one.frame) continue;
      Frame& frame = *one.frame;
      const bool known = std::any_of(frames.begin(), frames.end(), [&](const Frame& f) { return f.id == frame.id; });
      if (known)
        faults_.push_back(
            {Who::rules, "duplicate-id", "the id '" + frame.id + "' is taken by another file", frame.where});
      frames.push_back(std::move(frame));
    }
    std::stable_sort(frames.begin(), frames.end(),
                     [](const Frame& a, const Frame& b) { return a.priority > b.priority; });
    book_.triggers_[language] = TriggerIndex(frames);
    for (std::size_t i = 0; i < frames.size(); ++i) book_.places_.try_emplace(frames[i].id, language, i);
  }

  static PatternLists pattern_lists(const Lexicon& lexicon) {
    PatternLists::Words lists;
    for (const auto& [name, words] : lexicon.lists) lists.emplace_back(name, std::vector(words.begin(), words.end()));
    return PatternLists(lists);
  }

  fs::path root_;
  Loading loading_;
  const Workers& workers_;
  EntityNames entity_names_;  ///< of rules/entities.yaml
  std::vector<Fault> faults_;
  std::shared_ptr<Rulebook::Languages> languages_;
  Rulebook book_;
};

void Rulebook::Languages::read(Language& language, std::vector<Fault>& faults) {
  DraftLoader draft(holidays, language.draft, faults);
  const auto read_one = [&](std::optional<RuleText>& text, const char* schema, const auto& load) {
    if (!text) return;
    const RuleText source = std::move(*text);
    text.reset();
    try {
      if (const auto file = files.parsed(source, schema, faults)) load(*file);
    } catch (const YamlError& error) {  // a schema that lets through what a loader cannot read
      faults.push_back(fault_of(error, source.path));
    }
  };
  read_one(language.numbers, "words_of_numbers.yaml", [&](const YamlFile& file) { draft.numbers(file); });
  read_one(language.quantities, "quantities.yaml", [&](const YamlFile& file) { draft.quantities(file); });
  read_one(language.times, "time.yaml", [&](const YamlFile& file) { draft.times(file); });
  read_one(language.people, "demonyms.yaml",
           [&](const YamlFile& file) { language.demonyms = demonyms_from(file, faults); });
}

Checked<Rulebook> load_rulebook(const std::string& directory, Loading loading, const Workers& workers) {
  try {
    return RulebookLoader(directory, loading, workers).run();
  } catch (const YamlError& error) {  // a schema that lets through what a loader cannot read
    return std::vector<Fault>{fault_of(error, directory)};
  } catch (const fs::filesystem_error& error) {
    return std::vector<Fault>{
        {Who::setup, "unreadable", error.code().message() + "; check the folder's permissions", directory}};
  }
}

}  // namespace crosscheck
