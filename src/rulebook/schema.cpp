// A walk down two trees at once: the file's and its schema's. Nothing stops at the first breach, so that an
// author sees every fault of a file in one go, in the order of its lines. Of
//   kind: money          (schema: array of names)
//   tigger: [valued]     (schema knows "triggers")
// it says "2:1 unknown key 'tigger'; did you mean 'triggers'?", "1:7 'kind' must be a list …" and
// "1:1 the key 'triggers' is missing". It cannot express that one key depends on another, which loaders check.
#include "rulebook/schema.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>

#include "base/edit_distance.h"
#include "base/unicode.h"

namespace crosscheck {
namespace {

std::string place(const std::string& path, YamlMark mark) {
  return path + ":" + std::to_string(mark.line + 1) + ":" + std::to_string(mark.column + 1);
}

/// "; did you mean 'triggers'?", or all there is to choose from.
std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
  const auto nearest = std::min_element(known.begin(), known.end(), [&](const std::string& a, const std::string& b) {
    return edit_distance(word, a) < edit_distance(word, b);
  });
  if (nearest != known.end() && edit_distance(word, *nearest) <= 1 + word.size() / 3) {
    return "; did you mean '" + *nearest + "'?";
  }
  std::string all;
  for (const std::string& one : known) all += (all.empty() ? "" : ", ") + one;
  return all.empty() ? "; take it out" : "; write one of " + all;
}

std::string quoted(const std::string& text) {
  constexpr std::size_t kLongest = 60;
  if (text.size() <= kLongest) return "'" + text + "'";
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return "'" + text.substr(0, end) + "…'";
}

bool is_integer(const std::string& text) {
  const std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  constexpr std::size_t kDigits = 9;  // so that every reader's int holds it
  return text.size() > sign && text.size() - sign <= kDigits &&
         text.find_first_not_of("0123456789", sign) == std::string::npos;
}

bool is_number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
}

struct Kind {
  std::string_view name, words;
};
constexpr std::array kKinds = {Kind{"string", "text"},
                               Kind{"integer", "a whole number of at most nine digits (30)"},
                               Kind{"number", "a number (0.5)"},
                               Kind{"boolean", "true or false"},
                               Kind{"array", "a list ([one, two], or a line for each: - one)"},
                               Kind{"object", "a map of keys (name: value)"}};

bool fits(YamlNode node, std::string_view type) {
  if (type == "array") return node.is_list();
  if (type == "object") return node.is_map();
  if (!node.is_text()) return false;
  if (type == "integer") return is_integer(node.text());
  if (type == "number") return is_number(node.text());
  if (type == "boolean") return node.text() == "true" || node.text() == "false";
  return true;
}

}  // namespace

/// A file asks for some of a schema's nodes a thousand times.
struct Schema::Shape {
  explicit Shape(YamlNode node) {
    for (const auto& entry : node) {
      const std::string& key = entry.first.text();
      YamlNode value = entry.second;
      if (key == "type") type = value.text();
      if (key == "properties") add_properties(value);
      if (key == "required") required = value.texts();
      if (key == "additionalProperties" && value.is_map()) additional.emplace_back(value);
      if (key == "additionalProperties") closed = value.is_text() && value.text() == "false";
      if (key == "items" && value.is_map()) items.emplace_back(value);
      if (key == "minItems") min_items = value.as<std::size_t>();
      if (key == "minLength") min_length = value.as<std::size_t>();
      if (key == "enum") allowed = value.texts();
      if (key == "pattern") pattern = std::make_shared<re2::RE2>(value.text());
    }
  }

  const Shape* property(const std::string& name) const {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? nullptr : &properties[static_cast<std::size_t>(found - names.begin())];
  }

  std::string type;
  std::shared_ptr<re2::RE2> pattern;
  std::vector<std::string> names;        // of the properties
  std::vector<Shape> properties;         // in the order of their names
  std::vector<Shape> additional, items;  // of one, or empty where the schema says nothing
  bool closed = false;                   // no other properties
  std::vector<std::string> required, allowed;
  std::size_t min_items = 0, min_length = 0;

 private:
  void add_properties(YamlNode node) {
    for (const auto& property : node) {
      names.push_back(property.first.text());
      properties.emplace_back(property.second);
    }
  }
};

namespace {

class Validator {
 public:
  using Shape = Schema::Shape;

  explicit Validator(const YamlFile& file) : file_(file) {}

  /// `name`: how the author knows the node, "yes[2].text".
  void check(YamlNode node, const Shape& shape, const std::string& name) {
    if (!shape.type.empty() && !fits(node, shape.type)) {
      refuse(node.mark(), "wrong-type",
             (name.empty() ? "the file" : quoted(name)) + " must be " + kind_words(shape.type) + ", not " +
                 words_of(node));
    } else if (node.is_map()) {
      check_map(node, shape, name);
    } else if (node.is_list()) {
      check_list(node, shape, name);
    } else if (node.is_text()) {
      check_scalar(node, shape, name);
    }
  }

  std::vector<Fault> faults() {
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      return a.mark.line != b.mark.line ? a.mark.line < b.mark.line : a.mark.column < b.mark.column;
    });
    std::vector<Fault> faults;
    for (Found& one : found_) faults.push_back(std::move(one.fault));
    return faults;
  }

 private:
  struct Found {
    YamlMark mark;
    Fault fault;
  };

  void refuse(YamlMark mark, const char* code, std::string what) {
    found_.push_back({mark, {Who::rules, code, std::move(what), place(file_.path, mark)}});
  }

  static std::string kind_words(const std::string& type) {
    const auto kind = std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind& one) { return one.name == type; });
    return kind == kKinds.end() ? type : std::string(kind->words);
  }

  static std::string words_of(YamlNode node) {
    if (node.is_map()) return "a map of keys";
    if (node.is_list()) return "a list";
    return node.is_text() ? quoted(node.text()) : "nothing (a bare ~ or null means nothing too; quote it)";
  }

  void check_map(YamlNode node, const Shape& shape, const std::string& name) {
    std::set<std::string> seen;
    for (const auto& entry : node) {
      if (!entry.first.is_text()) {
        refuse(entry.first.mark(), "unknown-key", "a key must be text, not " + words_of(entry.first));
        continue;
      }
      const std::string& key = entry.first.text();
      if (!seen.insert(key).second) {
        refuse(entry.first.mark(), "duplicate-key",
               "the key " + quoted(key) + " stands here a second time; keep one of the two");
      }
      const std::string inner = name.empty() ? key : name + "." + key;
      if (const Shape* property = shape.property(key)) {
        check(entry.second, *property, inner);
      } else if (!shape.additional.empty()) {
        check(entry.second, shape.additional.front(), inner);
      } else if (shape.closed) {
        refuse(entry.first.mark(), "unknown-key",
               "unknown key " + quoted(key) + within(name) + suggestion(key, shape.names));
      }
    }
    for (const std::string& key : shape.required) {
      if (seen.contains(key)) continue;
      refuse(node.mark(), "missing-key", "the key " + quoted(key) + " is missing" + within(name) + "; add it");
    }
  }

  void check_list(YamlNode node, const Shape& shape, const std::string& name) {
    if (node.size() < shape.min_items) {
      refuse(node.mark(), "too-few",
             quoted(name) + " needs at least " + std::to_string(shape.min_items) +
                 (shape.min_items == 1 ? " entry" : " entries") + " and has " +
                 (node.size() == 0 ? "none" : std::to_string(node.size())) + "; add what is missing");
    }
    if (shape.items.empty()) return;
    std::size_t index = 0;
    for (const auto& item : node) check(item, shape.items.front(), name + "[" + std::to_string(++index) + "]");
  }

  void check_scalar(YamlNode node, const Shape& shape, const std::string& name) {
    const std::string& text = node.text();
    if (code_points(text) < shape.min_length) {
      refuse(node.mark(), "too-few",
             quoted(name) + " needs at least " + std::to_string(shape.min_length) +
                 (shape.min_length == 1 ? " character" : " characters") + "; fill it in");
    }
    if (!shape.allowed.empty() && std::find(shape.allowed.begin(), shape.allowed.end(), text) == shape.allowed.end()) {
      refuse(node.mark(), "not-allowed",
             quoted(text) + " is none of the values of " + quoted(name) + suggestion(text, shape.allowed));
    }
    if (shape.pattern != nullptr && !re2::RE2::FullMatch(text, *shape.pattern)) {
      refuse(node.mark(), "bad-pattern",
             quoted(text) + " is not how " + quoted(name) + " is written: it must match " + shape.pattern->pattern());
    }
  }

  static std::string within(const std::string& name) { return name.empty() ? "" : " in " + quoted(name); }

  const YamlFile& file_;
  std::vector<Found> found_;
};

}  // namespace

Result<RuleText> read_text(const std::string& path) {
  std::error_code error;
  std::ifstream stream(path, std::ios::binary);
  const auto size = std::filesystem::file_size(path, error);  // an error where it is no regular file
  RuleText read{path, std::string(error ? 0 : size, '\0')};
  if (error || !stream.read(read.text.data(), static_cast<std::streamsize>(read.text.size())))
    return Fault{Who::rules, "not-yaml", "cannot read this file; check that it exists and may be read", path};
  return read;
}

Result<YamlFile> parse_yaml(const RuleText& source) {
  const std::string& path = source.path;
  YamlFile file;
  file.path = path;
  file.text = source.text;
  if (const auto bad = first_invalid_byte(file.text)) {
    const std::string before = file.text.substr(0, *bad);
    const YamlMark mark{static_cast<int>(std::count(before.begin(), before.end(), '\n')),
                        static_cast<int>(code_points(std::string_view(before).substr(before.rfind('\n') + 1)))};
    return Fault{Who::rules, "not-yaml", "not UTF-8 from here on; save the file as UTF-8", place(path, mark)};
  }
  auto parsed = YamlTree::parse(file.text);
  if (const auto* error = std::get_if<YamlError>(&parsed)) {
    return Fault{Who::rules, "not-yaml",
                 "not YAML: " + std::string(error->what()) + "; check indentation, quotes and brackets here",
                 place(path, error->mark)};
  }
  file.tree = std::get<std::shared_ptr<const YamlTree>>(std::move(parsed));
  file.root = file.tree->root();
  return file;
}

Result<YamlFile> read_yaml(const std::string& path) {
  const auto text = read_text(path);
  if (!text.ok()) return text.fault();
  return parse_yaml(text.value());
}

std::string where_is(const YamlFile& file, YamlNode node) { return place(file.path, node.mark()); }

Schema::Schema(const YamlFile& file) : shape_(std::make_shared<const Shape>(file.root)) {}

void Schema::validate(const YamlFile& file, std::vector<Fault>& faults) const {
  Validator validator(file);
  validator.check(file.root, *shape_, "");
  for (Fault& fault : validator.faults()) faults.push_back(std::move(fault));
}

}  // namespace crosscheck
