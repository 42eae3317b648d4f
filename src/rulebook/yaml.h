// what      a YAML document as a tree whose every node knows its place, read by libyaml
// in → out  bytes → YamlTree, or what is wrong and where
// units     lines and columns from 0, columns in characters; text is UTF-8
// owns      the tree all strings; a YamlNode is a place in it and must not outlive it
// fails     a syntax error, a second document, nesting deeper than 100, aliases that unfold to over a million nodes;
//           as<T>() throws YamlError where a text is no T, which a schema should have told before
// threads   a tree is immutable
// cost      about 20 MB/s; operator[] looks at the keys of one map in turn
// follows   YAML 1.1 as libyaml has it; a bare ~, null or nothing is null
// tested by tests/unit/yaml_test.cpp
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace crosscheck {

struct YamlMark {
  int line = 0, column = 0;
};

struct YamlError : std::runtime_error {
  YamlError(YamlMark at, const std::string& what) : std::runtime_error(what), mark(at) {}
  YamlMark mark;
};

class YamlNode;
struct YamlEntry;

class YamlTree {
 public:
  enum class Kind : std::uint8_t { null, text, list, map };

  /// The message is libyaml's, in its words.
  static std::variant<std::shared_ptr<const YamlTree>, YamlError> parse(std::string_view bytes);
  YamlNode root() const;  ///< undefined where there is no document

 private:
  friend class YamlNode;
  friend class YamlBuilder;
  struct Node {
    Kind kind = Kind::null;
    YamlMark mark;
    std::string text;
    std::vector<std::uint32_t> children;  ///< of a map: key, value, key, value …
    std::size_t weight = 1;               ///< nodes in it, an alias counted as what it stands for
  };
  std::vector<Node> nodes_;
  std::uint32_t root_ = 0;
};

/// Undefined is what a missing key gives: no kind, no children, and as<T>() of it throws.
class YamlNode {
 public:
  YamlNode() = default;
  YamlNode(const YamlTree& tree, std::uint32_t at) : tree_(&tree), at_(at) {}

  explicit operator bool() const { return tree_ != nullptr; }
  bool is_null() const { return tree_ != nullptr && node().kind == YamlTree::Kind::null; }
  bool is_text() const { return tree_ != nullptr && node().kind == YamlTree::Kind::text; }
  bool is_list() const { return tree_ != nullptr && node().kind == YamlTree::Kind::list; }
  bool is_map() const { return tree_ != nullptr && node().kind == YamlTree::Kind::map; }
  const std::string& text() const;  ///< empty for what is no text
  YamlMark mark() const { return tree_ == nullptr ? YamlMark{} : node().mark; }
  std::size_t size() const;                ///< of a list or map
  std::vector<std::string> texts() const;  ///< of a list's items; empty for what is no list
  YamlNode operator[](std::string_view key) const;
  YamlNode operator[](std::size_t index) const;  ///< of a list
  /// std::string, bool, int, std::uint32_t, std::size_t, double, std::vector<std::string>.
  template <class T>
  T as() const;

  class Iterator;
  Iterator begin() const;
  Iterator end() const;

 private:
  const YamlTree::Node& node() const { return tree_->nodes_[at_]; }
  std::uint32_t child(std::size_t index) const { return node().children[index]; }

  const YamlTree* tree_ = nullptr;
  std::uint32_t at_ = 0;
};

template <>
std::string YamlNode::as<std::string>() const;
template <>
bool YamlNode::as<bool>() const;
template <>
int YamlNode::as<int>() const;
template <>
std::uint32_t YamlNode::as<std::uint32_t>() const;
template <>
std::size_t YamlNode::as<std::size_t>() const;
template <>
double YamlNode::as<double>() const;
template <>
std::vector<std::string> YamlNode::as<std::vector<std::string>>() const;

/// An item of a list, or a key of a map and its value.
struct YamlEntry : YamlNode {
  YamlNode first, second;
};

class YamlNode::Iterator {
 public:
  Iterator(YamlNode of, std::size_t at) : of_(of), at_(at) {}
  YamlEntry operator*() const;
  Iterator& operator++() {
    ++at_;
    return *this;
  }
  bool operator==(const Iterator& other) const { return at_ == other.at_; }

 private:
  YamlNode of_;
  std::size_t at_;
};

}  // namespace crosscheck
