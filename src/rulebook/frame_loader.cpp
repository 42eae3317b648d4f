// One claim frame, one derivation, one arithmetic rule or one word list a function, each from a node that
// its schema has already accepted: `kind: [money]` is a list of names the enum knows. What a schema cannot
// say (an example names a role the frame lacks, the value does not stand in its text) is checked here.
#include "rulebook/frame_loader.h"

#include <algorithm>

#include "base/names.h"
#include "base/unicode.h"

namespace crosscheck {
namespace {

MentionKind kind_named(const std::string& name) {
  for (int i = 0; i < 13; ++i) {
    const auto kind = static_cast<MentionKind>(i);
    if (name == name_of(kind)) return kind;
  }
  return MentionKind::number;  // the schema's enum allows no other
}

std::string text_or(YamlNode node, const std::string& otherwise) { return node ? node.as<std::string>() : otherwise; }

}  // namespace

std::vector<Pattern> FrameLoader::patterns(const YamlFile& file, YamlNode list, bool needs_value, const Frame* frame) {
  std::vector<Pattern> compiled;
  const auto fault = [&](YamlNode node, const std::string& code, const std::string& what) {
    faults_.push_back({Who::rules, code, what, where_is(file, node)});
  };
  for (const auto& node : list) {
    const auto source = node.as<std::string>();
    auto pattern = Pattern::compile(source, lists_);
    if (!pattern.ok()) {
      fault(node, pattern.fault().code, pattern.fault().what);
      continue;
    }
    if (needs_value && source.find("{value}") == std::string::npos) {
      fault(node, "no-value", "pattern '" + source + "' has no {value}, so it would take any figure of the sentence");
    }
    for (const std::string& name : pattern.value().roles()) {
      const bool known = frame == nullptr || std::any_of(frame->roles.begin(), frame->roles.end(),
                                                         [&](const RoleSpec& role) { return role.name == name; });
      if (!known)
        fault(node, "unknown-role",
              "pattern '" + source + "' captures {" + name + "}, which is none of the frame's roles");
    }
    compiled.push_back(std::move(pattern).value());
  }
  return compiled;
}

std::vector<Example> FrameLoader::examples(const YamlFile& file, YamlNode list, const Frame* frame) {
  std::vector<Example> found;
  for (const auto& node : list) {
    Example example;
    example.where = where_is(file, node);
    example.text = node["text"].as<std::string>();
    example.value = text_or(node["value"], "");
    if (!example.value.empty() && example.text.find(example.value) == std::string::npos) {
      faults_.push_back({Who::rules, "value-not-in-text",
                         "the value '" + example.value + "' does not stand in the example's text", example.where});
    }
    if (node["roles"]) {
      for (const auto& role : node["roles"]) {
        const auto name = role.first.as<std::string>();
        const bool known = frame == nullptr || std::any_of(frame->roles.begin(), frame->roles.end(),
                                                           [&](const RoleSpec& r) { return r.name == name; });
        if (!known)
          faults_.push_back(
              {Who::rules, "unknown-role", "the frame has no role '" + name + "'", where_is(file, role.first)});
        example.roles[name] = role.second.as<std::string>();
      }
    }
    found.push_back(std::move(example));
  }
  return found;
}

Frame FrameLoader::frame(const YamlFile& file) {
  YamlNode root = file.root;
  Frame frame;
  frame.where = file.path + ":1:1";
  frame.source = file.text;
  frame.id = root["id"].as<std::string>();
  frame.attribute = root["attribute"].as<std::string>();
  frame.label = root["label"].as<std::string>();
  for (const auto& kind : root["kind"]) frame.kinds.push_back(kind_named(kind.as<std::string>()));
  const auto behaviour = root["behaviour"].as<std::string>();
  frame.behaviour = behaviour == "fixed"      ? Behaviour::fixed
                    : behaviour == "monotone" ? Behaviour::monotone
                                              : Behaviour::fluctuating;
  if (root["holds_days"]) frame.holds_days = root["holds_days"].as<int>();
  if (root["priority"]) frame.priority = root["priority"].as<int>();
  if (root["symmetric"]) frame.symmetric = root["symmetric"].as<bool>();
  if (root["deal"]) frame.deal = root["deal"].as<bool>();
  if (root["period"]) frame.period = root["period"].as<bool>();
  for (const auto& trigger : root["triggers"]) frame.triggers.push_back(folded(trigger.as<std::string>()));
  for (const auto& role : root["roles"]) {
    RoleSpec spec;
    spec.name = role.first.as<std::string>();
    if (role.second["key"]) spec.key = role.second["key"].as<bool>();
    if (role.second["places"]) spec.places = role.second["places"].as<bool>();
    const std::string context = text_or(role.second["context"], "none");
    spec.context = context == "subject" ? RoleContext::subject
                   : context == "topic" ? RoleContext::topic
                                        : RoleContext::none;
    frame.roles.push_back(std::move(spec));
  }
  for (std::size_t i = 0; i < frame.roles.size(); ++i) {
    const YamlNode list = root["roles"][frame.roles[i].name]["patterns"];
    if (list) frame.roles[i].patterns = patterns(file, list, false, &frame);
  }
  frame.value_patterns = patterns(file, root["value"], true, &frame);
  if (root["loose"]) frame.loose_patterns = patterns(file, root["loose"], true, &frame);
  if (root["qualifiers"]) {
    for (const auto& row : root["qualifiers"])
      frame.qualifiers.emplace_back(row.first.as<std::string>(), patterns(file, row.second, false, &frame));
  }
  frame.yes = examples(file, root["yes"], &frame);
  frame.no = examples(file, root["no"], &frame);
  return frame;
}

ArithmeticRule FrameLoader::arithmetic(const YamlFile& file, YamlNode row) {
  ArithmeticRule rule;
  rule.where = where_is(file, row);
  rule.id = row["id"].as<std::string>();
  rule.formula = row["formula"].as<std::string>();
  rule.patterns = patterns(file, row["patterns"], true, nullptr);
  for (const auto& word : row["unless"]) rule.unless.push_back(folded(word.as<std::string>()));
  for (const auto& word : row["unless_said"]) rule.unless_said.push_back(folded(word.as<std::string>()));
  rule.yes = examples(file, row["yes"], nullptr);
  rule.no = examples(file, row["no"], nullptr);
  return rule;
}

DerivationRule derivation_from(const YamlFile& file, YamlNode row) {
  DerivationRule rule;
  rule.where = where_is(file, row);
  rule.id = row["id"].as<std::string>();
  rule.result = row["result"].as<std::string>();
  rule.left = row["left"].as<std::string>();
  rule.right = row["right"].as<std::string>();
  rule.operation = row["operation"].as<std::string>();
  for (const auto& pair : row["join"])
    rule.join.emplace_back(pair.first.as<std::string>(), pair.second.as<std::string>());
  for (const auto& pair : row["roles"]) rule.roles[pair.first.as<std::string>()] = pair.second.as<std::string>();
  if (row["slack_days"]) rule.slack_days = row["slack_days"].as<int>();
  rule.words = row["words"].as<std::string>();
  return rule;
}

void add_words(const YamlFile& file, Lexicon& lexicon) {
  for (const auto& list : file.root["lists"]) {
    auto& words = lexicon.lists[list.first.as<std::string>()];
    for (const auto& word : list.second) words.insert(folded(word.as<std::string>()));
  }
  for (const auto& cue_class : file.root["cues"]) {
    auto& cues = lexicon.cues[cue_class.first.as<std::string>()];
    for (const auto& cue : cue_class.second) {
      std::vector<std::string> phrases;
      for (const auto& phrase : cue.second) phrases.push_back(folded(phrase.as<std::string>()));
      cues.emplace_back(cue.first.as<std::string>(), std::move(phrases));
    }
  }
  for (const auto& kind : file.root["classes"]) {
    auto& classes = lexicon.classes[kind.first.as<std::string>()];
    for (const auto& row : kind.second) {
      for (const auto& word : row.second) classes[folded(word.as<std::string>())] = row.first.as<std::string>();
    }
  }
}

std::vector<GazetteerRow> entities_from(const YamlFile& file, EntityNames& taken, std::vector<Fault>& faults) {
  std::vector<GazetteerRow> rows;
  const auto claim = [&](YamlNode node, const std::string& owner) {
    const auto text = node.as<std::string>();
    if (to_lower(text) == text && std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
      faults.push_back({Who::rules, "small-name",
                        "'" + text + "' has no capital, and names are read where one stands; write it as print does",
                        where_is(file, node)});
    const auto [known, fresh] = taken.try_emplace(name_key(text), owner);
    if (!fresh && known->second != owner)
      faults.push_back({Who::rules, "duplicate-name", "'" + text + "' is a name of '" + known->second + "' already",
                        where_is(file, node)});
    else if (!fresh)
      faults.push_back({Who::rules, "duplicate-name",
                        "'" + text + "' stands twice; capitals and dots of initials make no difference",
                        where_is(file, node)});
  };
  for (const auto& node : file.root["entities"]) {
    GazetteerRow row;
    row.name = node["name"].as<std::string>();
    const auto type = node["type"].as<std::string>();
    row.type = type == "person" ? EntityType::person : type == "place" ? EntityType::place : EntityType::organization;
    if (node["territory"]) row.territory = node["territory"].as<std::string>();
    claim(node["name"], row.name);
    if (node["aliases"]) {
      for (const auto& alias : node["aliases"]) {
        row.aliases.push_back(alias.as<std::string>());
        claim(alias, row.name);
      }
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace crosscheck
