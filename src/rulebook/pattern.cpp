// The rule language, translated to RE2. A pattern runs over a sentence whose mentions are placeholders:
//   " E3 , a chip designer , invested V in E7 in D9 . "
// where V is the value in question, E an entity, M money, P a percent, N a number, D a date, U a duration,
// Q anything else. `{investor} ~ invest* [up to] {value} _ (in|into) {investee}` reads: an entity, a few
// words that are no entity, a word starting with "invest", perhaps "up to", the value, up to four plain
// words, "in" or "into", an entity. It cannot look behind or ahead, which is what keeps it linear.
#include "rulebook/pattern.h"

#include <re2/re2.h>

#include <cctype>

namespace crosscheck {
namespace {

constexpr std::string_view kGap = "(?:[^VE,;:.][^ ]* ){0,8}?";
constexpr std::string_view kWideGap = "(?:[^V;:.][^ ]* ){0,16}?";
constexpr std::string_view kWords = "(?:[a-z0-9][^ ]* ){0,4}?";
constexpr std::string_view kApposition = "(?:, [a-z][^ ]* (?:[^,;:.V][^ ]* ){0,12}?, )?";
class Translator {
 public:
  Translator(std::string_view source, const Pattern::Lists& lists) : source_(source), lists_(lists) {}

  std::string run() {
    std::string regex = " " + alternatives('\0');
    if (at_ < source_.size()) fail("unmatched '" + std::string(1, source_[at_]) + "'");
    return regex;
  }
  const std::string& error() const { return error_; }
  std::size_t column() const { return at_ + 1; }
  bool has_value() const { return has_value_; }

 private:
  std::string alternatives(char close) {
    std::string out = sequence(close);
    while (at_ < source_.size() && source_[at_] == '|') {
      ++at_;
      out += "|" + sequence(close);
    }
    return out;
  }

  std::string sequence(char close) {
    std::string out;
    while (error_.empty()) {
      while (at_ < source_.size() && source_[at_] == ' ') ++at_;
      if (at_ >= source_.size() || source_[at_] == '|' || (close != '\0' && source_[at_] == close)) break;
      if (source_[at_] == ')' || source_[at_] == ']') break;
      out += element();
    }
    return out;
  }

  std::string element() {
    switch (source_[at_]) {
      case '(': return bracket(')', "");
      case '[': return bracket(']', "?");
      case '{': return role();
      case '<': return placeholder();
      case '@': return list();
      default: return word();
    }
  }

  std::string bracket(char close, const char* suffix) {
    ++at_;
    std::string inner = alternatives(close);
    if (at_ >= source_.size() || source_[at_] != close) {
      fail(std::string("a '") + close + "' is missing");
      return "";
    }
    ++at_;
    return "(?:" + inner + ")" + suffix;
  }

  std::string until(char close) {
    const std::size_t end = source_.find(close, at_);
    if (end == std::string_view::npos) {
      fail(std::string("a '") + close + "' is missing");
      at_ = source_.size();
      return "";
    }
    std::string inner(source_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return inner;
  }

  static std::string tag_of(const std::string& kind) {
    if (kind == "money") return "M";
    if (kind == "percent") return "P";
    if (kind == "number") return "N";
    if (kind == "date") return "D";
    if (kind == "duration") return "U";
    if (kind == "entity") return "E";
    return kind == "any" ? "[MPNDUQE]" : "";
  }

  std::string role() {
    const std::string inner = until('}');
    if (inner == "value") {
      has_value_ = true;
      return "V ";
    }
    const std::size_t colon = inner.find(':');
    const std::string name = inner.substr(0, colon), kind = colon == std::string::npos ? "" : inner.substr(colon + 1);
    if (kind.empty()) return "(?P<" + name + ">E\\d+ |" + words_of("pronouns") + "|the (?:[a-z][^ ]* )?" + words_of("definite_nouns") + ")" +
                             std::string(kApposition);
    if (kind == "phrase") return "(?P<" + name + ">(?:[a-zE][^ ]* ){1,4}?)";
    if (kind == "word") return "(?P<" + name + ">[a-z][^ ]* )";
    const std::string tag = tag_of(kind);
    if (tag.empty()) fail("unknown kind '" + kind + "'; use phrase, word, money, percent, number, date or duration");
    return "(?P<" + name + ">" + tag + "\\d+ )";
  }

  std::string placeholder() {
    const std::string kind = until('>'), tag = tag_of(kind);
    if (tag.empty()) fail("unknown placeholder <" + kind + ">");
    return tag + "\\d+ ";
  }

  std::string list() {
    std::size_t end = at_ + 1;
    while (end < source_.size() && (std::isalnum(static_cast<unsigned char>(source_[end])) != 0 || source_[end] == '_')) ++end;
    const std::string name(source_.substr(at_ + 1, end - at_ - 1));
    at_ = end;
    return words_of(name);
  }

  std::string words_of(std::string_view name) {
    for (const auto& [known, words] : lists_) {
      if (known != name) continue;
      std::string out;
      for (const std::string& entry : words) out += (out.empty() ? "" : "|") + RE2::QuoteMeta(entry) + " ";
      return "(?:" + out + ")";
    }
    fail("no word list '" + std::string(name) + "' in words.yaml");
    return "";
  }

  std::string word() {
    std::size_t end = at_;
    while (end < source_.size() && std::string_view(" |()[]{}<>@").find(source_[end]) == std::string_view::npos) ++end;
    const std::string text(source_.substr(at_, end - at_));
    at_ = end;
    if (text == "~") return std::string(kGap);
    if (text == "~~") return std::string(kWideGap);
    if (text == "_") return std::string(kWords);
    if (text == "^") return "";  // handled by compile(): anchors at the sentence start
    for (const char c : text) {
      if (c >= 'A' && c <= 'Z') fail("'" + text + "' has a capital; words in patterns are lower case");
    }
    if (text.size() > 1 && text.back() == '*') return RE2::QuoteMeta(text.substr(0, text.size() - 1)) + "[^ ]* ";
    return RE2::QuoteMeta(text) + " ";
  }

  void fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
  }

  std::string_view source_;
  const Pattern::Lists& lists_;
  std::size_t at_ = 0;
  bool has_value_ = false;
  std::string error_;
};

}  // namespace

Result<Pattern> Pattern::compile(std::string_view source, const Lists& lists) {
  Translator translator(source, lists);
  std::string regex = translator.run();
  const auto bad = [&](const std::string& what) {
    return Fault{Who::rules, "bad-pattern", "pattern '" + std::string(source) + "', column " +
                 std::to_string(translator.column()) + ": " + what, ""};
  };
  if (!translator.error().empty()) return bad(translator.error());
  if (source.starts_with("^ ")) regex.insert(0, "^");
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(std::int64_t{32} << 20U);
  auto compiled = std::make_shared<const RE2>(regex, options);
  if (!compiled->ok()) return bad(compiled->error());
  Pattern pattern;
  pattern.source_ = std::string(source);
  pattern.names_.assign(static_cast<std::size_t>(compiled->NumberOfCapturingGroups()) + 1, "");
  for (const auto& [index, name] : compiled->CapturingGroupNames()) pattern.names_[static_cast<std::size_t>(index)] = name;
  pattern.regex_ = std::move(compiled);
  return pattern;
}

bool Pattern::find(std::string_view view, Captured& captured) const {
  constexpr int kMaxGroups = 12;
  re2::StringPiece groups[kMaxGroups];
  const int count = std::min<int>(static_cast<int>(names_.size()), kMaxGroups);
  const re2::StringPiece text(view.data(), view.size());
  if (!regex_->Match(text, 0, view.size(), RE2::UNANCHORED, groups, count)) return false;
  const auto span_of = [&](const re2::StringPiece& piece) {
    const auto begin = static_cast<std::uint32_t>(piece.data() - view.data());
    return Span{begin, begin + static_cast<std::uint32_t>(piece.size())};
  };
  captured.whole = span_of(groups[0]);
  captured.roles.clear();
  for (int i = 1; i < count; ++i) {
    const auto& name = names_[static_cast<std::size_t>(i)];
    if (groups[i].data() != nullptr && !name.empty()) captured.roles.emplace_back(name, span_of(groups[i]));
  }
  return true;
}

}  // namespace crosscheck
