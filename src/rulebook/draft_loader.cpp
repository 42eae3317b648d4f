// The three YAML files of a language → LanguageDraft. `vague: {dozens: 24}` becomes a row, `ago: {say: ["{n} {grain}
// ago"]}` a rule with its parsed patterns; a pattern that does not parse is a fault at its own line and column.
#include <algorithm>

#include "rulebook/language_draft.h"

namespace crosscheck {

const std::vector<std::string> kGrainNames = {"second", "minute",  "hour",      "day",    "workday",
                                              "week",   "weekend", "fortnight", "month",  "quarter",
                                              "half",   "season",  "year",      "decade", "century"};
const std::vector<std::string> kSeasonNames = {"spring", "summer", "autumn", "winter"};
const std::vector<std::string> kDaypartNames = {"morning", "noon", "afternoon", "evening", "night", "midnight"};
const std::vector<std::string> kPartNames = {"early", "mid", "late"};
namespace {

Bound bound_named(const std::string& name) {
  for (int i = 0; i < 8; ++i) {
    if (name == name_of(static_cast<Bound>(i))) return static_cast<Bound>(i);
  }
  return Bound::about;
}

/// "ago:day:2": the grain or number that the id fixes, and how many.
void read_parameter(SayRule& rule) {
  const std::size_t colon = rule.id.find(':');
  if (colon == std::string::npos) return;
  const std::size_t second = rule.id.find(':', colon + 1);
  const std::string parameter = rule.id.substr(colon + 1, second == std::string::npos ? second : second - colon - 1);
  const auto is_number = [](const std::string& text) {
    return !text.empty() && text.size() < 9 && text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (second != std::string::npos && is_number(rule.id.substr(second + 1)))
    rule.count = std::stoi(rule.id.substr(second + 1));
  const auto grain = std::find(kGrainNames.begin(), kGrainNames.end(), parameter);
  const auto part = std::find(kDaypartNames.begin(), kDaypartNames.end(), parameter);
  rule.parameter = part != kDaypartNames.end()  ? static_cast<std::int32_t>(part - kDaypartNames.begin()) + 1
                   : grain != kGrainNames.end() ? static_cast<std::int32_t>(grain - kGrainNames.begin()) + 1
                   : is_number(parameter)       ? std::stoi(parameter)
                                                : 0;
}

}  // namespace

void DraftLoader::fault(const YamlFile& file, YamlNode node, const char* code, const std::string& what) {
  faults_.push_back({Who::rules, code, what, where_is(file, node)});
}

void DraftLoader::list(YamlNode node, SenseKind kind, std::uint32_t value, std::uint8_t flag) {
  for (const auto& word : node) {
    WordRow row;
    row.key = word.as<std::string>();
    row.kind = kind;
    row.value = value;
    row.flag = flag;
    draft_.words.push_back(std::move(row));
  }
}

void DraftLoader::decimals(const YamlFile& file, YamlNode map, SenseKind kind) {
  for (const auto& pair : map) {
    WordRow row;
    row.key = pair.first.as<std::string>();
    row.kind = kind;
    const std::string text = pair.second.as<std::string>();
    const std::size_t slash = text.find('/');
    const auto value = Decimal::parse(text.substr(0, slash));
    const auto divisor = slash == std::string::npos ? Decimal(1) : Decimal::parse(text.substr(slash + 1));
    if (!value || !divisor || divisor->is_zero()) {
      fault(file, pair.second, "bad-number",
            "must be a plain number" + std::string(kind == SenseKind::fraction ? " or a fraction such as 1/2" : ""));
      continue;
    }
    row.decimal = *value;
    row.divisor = *divisor;
    draft_.words.push_back(std::move(row));
  }
}

void DraftLoader::codes(YamlNode map, SenseKind kind, std::uint8_t flag) {
  for (const auto& pair : map) {
    for (const auto& word : pair.second) {
      WordRow row;
      row.key = word.as<std::string>();
      row.kind = kind;
      row.flag = flag;
      row.code = pair.first.as<std::string>();
      draft_.words.push_back(std::move(row));
    }
  }
}

void DraftLoader::indexed(const YamlFile& file, YamlNode map, SenseKind kind, const std::vector<std::string>& names) {
  for (const auto& pair : map) {
    const std::string name = pair.first.as<std::string>();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      fault(file, pair.first, "unknown-name",
            "'" + name + "' is none of the names this table has; see rules/README.md");
      continue;
    }
    list(pair.second, kind, static_cast<std::uint32_t>(found - names.begin()));
  }
}

void DraftLoader::say(const YamlFile& file, YamlNode node, DraftRule& rule) {
  ParsedPattern parsed = parse_say(node.as<std::string>());
  if (!parsed.problem.empty()) {
    fault(file, node, "bad-pattern", parsed.problem);
    return;
  }
  rule.sequences.insert(rule.sequences.end(), std::make_move_iterator(parsed.sequences.begin()),
                        std::make_move_iterator(parsed.sequences.end()));
}

void DraftLoader::says(const YamlFile& file, YamlNode node, std::vector<DraftRule>& into) {
  if (!node) return;
  DraftRule rule;
  for (const auto& pattern : node) say(file, pattern, rule);
  into.push_back(std::move(rule));
}

void DraftLoader::rules(const YamlFile& file, YamlNode map, std::vector<DraftRule>& into, bool timed) {
  for (const auto& pair : map) {
    DraftRule rule;
    rule.rule.id = pair.first.as<std::string>();
    rule.rule.where = where_is(file, pair.first);
    const std::size_t colon = rule.rule.id.find(':');
    if (timed) {
      const auto meaning = meaning_named(rule.rule.id.substr(0, colon));
      if (!meaning)
        fault(file, pair.first, "unknown-meaning", "'" + rule.rule.id + "' is no meaning; rules/README.md lists them");
      rule.rule.meaning = meaning.value_or(Meaning::none);
      read_parameter(rule.rule);
    }
    for (const auto& pattern : pair.second["say"]) say(file, pattern, rule);
    if (const auto is = pair.second["is"]) {
      const auto formula = parse_formula(is.as<std::string>());
      if (!formula) fault(file, is, "bad-formula", "must be slots and numbers with + - * /, such as a + 1/2");
      if (formula) rule.rule.formula = *formula;
    }
    for (const auto& example : pair.second["yes"]) {
      if (pair.second["yes"].is_map())
        rule.rule.yes.emplace_back(example.first.as<std::string>(), example.second.as<std::string>());
      else
        rule.rule.yes.emplace_back(example.as<std::string>(), "");
    }
    for (const auto& text : pair.second["no"]) rule.rule.no.push_back(text.as<std::string>());
    if (rule.rule.yes.empty() || rule.rule.no.empty())
      fault(file, pair.first, "no-proof", "the rule needs at least one `yes` and one `no` example");
    into.push_back(std::move(rule));
  }
}

void DraftLoader::numbers(const YamlFile& file) {
  YamlNode root = file.root;
  const auto flag = [&](const char* key, bool& into) {
    if (root[key]) into = root[key].as<bool>();
  };
  flag("glued", draft_.glued);
  flag("denominators", draft_.denominators);
  flag("needs_counter", draft_.needs_counter);
  flag("bare_scales", draft_.bare_scales);
  flag("short_tail", draft_.short_tail);
  flag("digits_after_scale", draft_.digits_after_scale);
  flag("decimal_comma", draft_.decimal_comma);
  for (const auto& word : root["not_numbers"])
    draft_.not_numbers.insert(Vocabulary::normalized(word.as<std::string>()));
  decimals(file, root["numbers"], SenseKind::number);
  decimals(file, root["scales"], SenseKind::scale);
  decimals(file, root["suffixes"], SenseKind::scale_suffix);
  decimals(file, root["ordinals"], SenseKind::ordinal);
  decimals(file, root["fractions"], SenseKind::fraction);
  decimals(file, root["vague"], SenseKind::vague);
  const std::pair<const char*, SenseKind> kLists[] = {{"ordinal_suffixes", SenseKind::ordinal_suffix},
                                                      {"ordinal_prefixes", SenseKind::ordinal_prefix},
                                                      {"articles", SenseKind::article},
                                                      {"and", SenseKind::conjunction},
                                                      {"point", SenseKind::point},
                                                      {"minus", SenseKind::minus},
                                                      {"of", SenseKind::of},
                                                      {"zero", SenseKind::zero},
                                                      {"lookalikes", SenseKind::lookalike},
                                                      {"counters", SenseKind::counter},
                                                      {"alone", SenseKind::alone},
                                                      {"halves", SenseKind::half},
                                                      {"ordinal_before", SenseKind::ordinal_before}};
  for (const auto& [key, kind] : kLists) list(root[key], kind);
  list(root["minus_after"], SenseKind::minus, 0, 1);
  for (const auto& prefix : root["prefixes"]) draft_.prefixes.push_back(prefix.as<std::string>());
  rules(file, root["rules"], draft_.numbers, false);
}

void DraftLoader::quantities(const YamlFile& file) {
  YamlNode root = file.root;
  for (const auto& row : root["qualifiers_before"]) {
    const std::string name = row.first.as<std::string>();
    const bool almost = name == "almost";  // "nearly 300" is less than 300, and not much less
    list(row.second, SenseKind::hedge_before, static_cast<std::uint32_t>(almost ? Bound::less_than : bound_named(name)),
         almost ? 1 : 0);
  }
  for (const auto& row : root["qualifiers_after"])
    list(row.second, SenseKind::hedge_after, static_cast<std::uint32_t>(bound_named(row.first.as<std::string>())));
  says(file, root["ranges"], draft_.ranges);
  says(file, root["ages"], draft_.ages);
  for (const auto& pair : root["percent_words"]) {
    WordRow row;
    row.key = pair.first.as<std::string>();
    row.kind = SenseKind::percent;
    row.code = pair.second.as<std::string>();
    draft_.words.push_back(std::move(row));
  }
  list(root["percent_before"], SenseKind::percent_before);
  codes(root["currencies"], SenseKind::currency);
  codes(root["subunits"], SenseKind::subunit);
  codes(root["tenths"], SenseKind::subunit, 1);
  codes(root["cent_letters"], SenseKind::subunit, kSenseByContext);
  codes(root["units"], SenseKind::unit);
  codes(root["degree_letters"], SenseKind::unit, kSenseByContext);
  codes(root["units_before"], SenseKind::unit_before);
  list(root["per"], SenseKind::per);
  list(root["scores"], SenseKind::score_word);
  list(root["score_links"], SenseKind::score_link);
  list(root["heat_words"], SenseKind::heat_word);
  for (const auto& word : root["not_units"]) draft_.not_units.insert(Vocabulary::normalized(word.as<std::string>()));
  for (const auto& word : root["code_words"]) draft_.code_words.insert(Vocabulary::normalized(word.as<std::string>()));
  rules(file, root["lookalikes"], draft_.lookalikes, false);
}

void DraftLoader::times(const YamlFile& file) {
  YamlNode root = file.root;
  indexed(file, root["grains"], SenseKind::grain, kGrainNames);
  for (const auto& pair : root["decades"]) list(pair.second, SenseKind::decade, pair.first.as<std::uint32_t>());
  for (const auto& pair : root["months"]) list(pair.second, SenseKind::month, pair.first.as<std::uint32_t>());
  for (const auto& pair : root["weekdays"]) list(pair.second, SenseKind::weekday, pair.first.as<std::uint32_t>());
  indexed(file, root["seasons"], SenseKind::season, kSeasonNames);
  indexed(file, root["dayparts"], SenseKind::daypart, kDaypartNames);
  for (const auto& pair : root["day_words"])
    list(pair.second, SenseKind::day_word, kDayWordZero + static_cast<std::uint32_t>(pair.first.as<int>()));
  for (const auto& pair : root["holidays"]) {
    const auto feast = holidays_.find(pair.first.as<std::string>());
    if (feast == holidays_.end())
      fault(file, pair.first, "unknown-name", "rules/holidays.yaml does not say when this feast falls; add it there");
    else
      list(pair.second, SenseKind::holiday, feast->second);
  }
  indexed(file, root["parts"], SenseKind::part, kPartNames);
  indexed(file, root["parts_after"], SenseKind::part_after, kPartNames);
  const std::pair<const char*, SenseKind> kLists[] = {{"now", SenseKind::present},
                                                      {"past", SenseKind::past},
                                                      {"soon", SenseKind::soon},
                                                      {"some", SenseKind::some},
                                                      {"am", SenseKind::am},
                                                      {"pm", SenseKind::pm},
                                                      {"future", SenseKind::future_tense},
                                                      {"past_tense", SenseKind::past_tense}};
  for (const auto& [key, kind] : kLists) list(root[key], kind);
  codes(root["sets"], SenseKind::recurring);
  codes(root["events"], SenseKind::event);
  if (const auto eras = root["eras"]) {
    list(eras["bc"], SenseKind::era, 0);
    list(eras["ad"], SenseKind::era, 1);
  }
  for (const auto& word : root["capital"]) draft_.capital.push_back(word.as<std::string>());
  if (root["bare_years"]) draft_.bare_years = root["bare_years"].as<bool>();
  if (root["no_ampm"]) draft_.no_ampm = root["no_ampm"].as<bool>();
  if (root["week_bound"]) draft_.week_bound = root["week_bound"].as<bool>();
  if (root["order"]) draft_.order = root["order"].as<std::string>();
  rules(file, root["rules"], draft_.times, true);
}

std::uint32_t holiday_code(const std::string& spec) {
  static const std::vector<std::string> kDays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  if (spec == "unknown") return 200U << 16U;
  if (spec.starts_with("easter")) {
    const int days = spec.size() > 6 ? std::stoi(spec.substr(6)) : 0;
    return (100U << 16U) | (static_cast<std::uint32_t>(days) & 0xFFFFU);
  }
  const auto day = static_cast<std::uint32_t>(std::stoi(spec.substr(0, 2)) * 32 + std::stoi(spec.substr(3, 2)));
  const auto weekday = spec.size() > 6 ? std::find(kDays.begin(), kDays.end(), spec.substr(6)) - kDays.begin() + 1 : 0;
  return (static_cast<std::uint32_t>(weekday) << 16U) | day;
}

std::optional<DraftRule> draft_rule(const std::string& id, const std::string& pattern) {
  const std::size_t colon = id.find(':');
  const auto meaning = meaning_named(id.substr(0, colon));
  ParsedPattern parsed = parse_say(pattern);
  if (!meaning || !parsed.problem.empty()) return std::nullopt;
  DraftRule rule;
  rule.rule.id = id;
  rule.rule.meaning = *meaning;
  read_parameter(rule.rule);
  rule.sequences = std::move(parsed.sequences);
  return rule;
}

}  // namespace crosscheck
