// libyaml tells events, "a map begins, a text, a text, the map ends", and each finished node goes to the one that is open
// above it. Nothing here recurses, so that depth is a number to compare and not a stack to run out of. Of
//   unless: &basis [real, constant]
//   …
//   unless: *basis
// the second list is the first one again, the same node.
#include "rulebook/yaml.h"

#include <yaml.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>

namespace crosscheck {
namespace {

YamlMark mark_of(const yaml_mark_t& mark) { return {static_cast<int>(mark.line), static_cast<int>(mark.column)}; }

bool is_null(const std::string& plain) {
  return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

/// An event of libyaml, freed with it.
struct Event {
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&data); }
  yaml_event_t data{};
};

struct Parser {
  explicit Parser(std::string_view bytes) {
    yaml_parser_initialize(&data);
    yaml_parser_set_encoding(&data, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&data, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() { yaml_parser_delete(&data); }
  yaml_parser_t data{};
};

/// Of a character that no YAML may hold libyaml knows the byte alone.
YamlMark mark_at(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  const std::size_t line = before.rfind('\n') + 1;
  return {static_cast<int>(std::count(before.begin(), before.end(), '\n')),
          static_cast<int>(std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line), before.end(),
                                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }))};
}

YamlError error_of(const yaml_parser_t& parser, std::string_view bytes) {
  if (parser.error == YAML_READER_ERROR)
    return {mark_at(bytes, parser.problem_offset), parser.problem == nullptr ? "cannot be read" : parser.problem};
  std::string words = parser.problem == nullptr ? "cannot be read" : parser.problem;
  if (parser.context != nullptr) {
    const YamlMark begin = mark_of(parser.context_mark), end = mark_of(parser.problem_mark);
    words += std::string(" ") + parser.context;
    if (begin.line != end.line || begin.column != end.column)
      words += ", which begins at " + std::to_string(begin.line + 1) + ":" + std::to_string(begin.column + 1);
  }
  return {mark_of(parser.problem_mark), words};
}

}  // namespace

class YamlBuilder {
 public:
  std::variant<std::shared_ptr<const YamlTree>, YamlError> run(std::string_view bytes) {
    Parser parser(bytes);
    try {
      for (bool more = true; more;) {
        Event event;
        if (yaml_parser_parse(&parser.data, &event.data) == 0) return error_of(parser.data, bytes);
        more = take(event.data);
      }
    } catch (const YamlError& error) {
      return error;
    }
    return std::shared_ptr<const YamlTree>(std::move(tree_));
  }

 private:
  using Kind = YamlTree::Kind;
  static constexpr std::size_t kDeepest = 100, kHeaviest = 1'000'000;

  bool take(const yaml_event_t& event) {
    const YamlMark mark = mark_of(event.start_mark);
    switch (event.type) {
      case YAML_DOCUMENT_START_EVENT:
        if (++documents_ > 1)
          throw YamlError(mark, "a second document begins here; a file holds one, so take out the '---'");
        break;
      case YAML_SCALAR_EVENT:
        add_text(event);
        break;
      case YAML_SEQUENCE_START_EVENT:
        open(Kind::list, mark, event.data.sequence_start.anchor);
        break;
      case YAML_MAPPING_START_EVENT:
        open(Kind::map, mark, event.data.mapping_start.anchor);
        break;
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        close();
        break;
      case YAML_ALIAS_EVENT:
        add_alias(reinterpret_cast<const char*>(event.data.alias.anchor), mark);
        break;
      default:
        break;
    }
    return event.type != YAML_STREAM_END_EVENT;
  }

  std::uint32_t node_at(Kind kind, YamlMark mark, const unsigned char* anchor) {
    const auto at = static_cast<std::uint32_t>(tree_->nodes_.size());
    tree_->nodes_.push_back({kind, mark, {}, {}, 1});
    if (anchor != nullptr) anchors_[reinterpret_cast<const char*>(anchor)] = at;
    return at;
  }

  void add_text(const yaml_event_t& event) {
    const auto& scalar = event.data.scalar;
    const std::uint32_t at = node_at(Kind::text, mark_of(event.start_mark), scalar.anchor);
    YamlTree::Node& node = tree_->nodes_[at];
    node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
    if (scalar.style == YAML_PLAIN_SCALAR_STYLE && is_null(node.text)) {
      node.kind = Kind::null;
      node.text.clear();
    }
    put(at, node.mark);
  }

  void add_alias(const char* name, YamlMark mark) {
    const auto known = anchors_.find(name);
    if (known == anchors_.end() || std::find(open_.begin(), open_.end(), known->second) != open_.end())
      throw YamlError(mark, "nothing above is called &" + std::string(name));
    put(known->second, mark);
  }

  void open(Kind kind, YamlMark mark, const unsigned char* anchor) {
    if (open_.size() == kDeepest) throw YamlError(mark, "nested too deeply");
    open_.push_back(node_at(kind, mark, anchor));
  }

  void close() {
    const std::uint32_t done = open_.back();
    open_.pop_back();
    put(done, tree_->nodes_[done].mark);
  }

  /// Into the node that is open.
  void put(std::uint32_t child, YamlMark mark) {
    if (open_.empty()) {
      tree_->root_ = child;
      return;
    }
    YamlTree::Node& parent = tree_->nodes_[open_.back()];
    parent.children.push_back(child);
    parent.weight += tree_->nodes_[child].weight;
    if (parent.weight > kHeaviest) throw YamlError(mark, "the aliases unfold to more than a million nodes");
  }

  std::shared_ptr<YamlTree> tree_ = std::make_shared<YamlTree>();
  std::vector<std::uint32_t> open_;  ///< from the root down
  std::map<std::string, std::uint32_t> anchors_;
  int documents_ = 0;
};

std::variant<std::shared_ptr<const YamlTree>, YamlError> YamlTree::parse(std::string_view bytes) {
  return YamlBuilder().run(bytes);
}

YamlNode YamlTree::root() const { return nodes_.empty() ? YamlNode() : YamlNode(*this, root_); }

const std::string& YamlNode::text() const {
  static const std::string kNone;
  return is_text() ? node().text : kNone;
}

std::size_t YamlNode::size() const {
  return is_list() ? node().children.size() : is_map() ? node().children.size() / 2 : 0;
}

YamlNode YamlNode::operator[](std::string_view key) const {
  if (!is_map()) return {};
  for (std::size_t i = 0; i < node().children.size(); i += 2) {
    if (const YamlNode name(*tree_, child(i)); name.is_text() && name.text() == key) return {*tree_, child(i + 1)};
  }
  return {};
}

YamlNode YamlNode::operator[](std::size_t index) const {
  return is_list() && index < size() ? YamlNode(*tree_, child(index)) : YamlNode();
}

YamlNode::Iterator YamlNode::begin() const { return {*this, 0}; }
YamlNode::Iterator YamlNode::end() const { return {*this, size()}; }

YamlEntry YamlNode::Iterator::operator*() const {
  YamlEntry entry;
  if (of_.is_list()) {
    static_cast<YamlNode&>(entry) = YamlNode(*of_.tree_, of_.child(at_));
  } else {
    entry.first = YamlNode(*of_.tree_, of_.child(2 * at_));
    entry.second = YamlNode(*of_.tree_, of_.child(2 * at_ + 1));
  }
  return entry;
}

std::vector<std::string> YamlNode::texts() const {
  std::vector<std::string> texts;
  if (is_list()) {
    for (const YamlEntry& item : *this) texts.push_back(item.text());
  }
  return texts;
}

template <>
std::string YamlNode::as<std::string>() const {
  if (!is_text()) throw YamlError(mark(), "a text is wanted here");
  return text();
}

template <>
bool YamlNode::as<bool>() const {
  if (text() != "true" && text() != "false") throw YamlError(mark(), "true or false is wanted here");
  return text() == "true";
}

namespace {

template <class Number>
Number number_of(const YamlNode& node) {
  Number number{};
  const std::string& text = node.text();
  const char* first = text.data() + (text.starts_with('+') ? 1 : 0);
  const auto [end, error] = std::from_chars(first, text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty())
    throw YamlError(node.mark(), "a number is wanted here");
  return number;
}

}  // namespace

template <>
int YamlNode::as<int>() const {
  return number_of<int>(*this);
}
template <>
std::uint32_t YamlNode::as<std::uint32_t>() const {
  return number_of<std::uint32_t>(*this);
}
template <>
std::size_t YamlNode::as<std::size_t>() const {
  return number_of<std::size_t>(*this);
}
template <>
double YamlNode::as<double>() const {
  return number_of<double>(*this);
}

template <>
std::vector<std::string> YamlNode::as<std::vector<std::string>>() const {
  if (!is_list()) throw YamlError(mark(), "a list is wanted here");
  std::vector<std::string> texts;
  for (const YamlEntry& item : *this) texts.push_back(item.as<std::string>());
  return texts;
}

}  // namespace crosscheck
