// A recursive descent over the pattern's text. Every part yields its regex and the word sets one of which must
// stand in any sentence it matches: `(in|into) {investee}` needs "in" or "into"; `[up to]` needs nothing;
// `invest*` has no whole word and needs nothing either. A word beside {value} must stand on its side of the value.
// A view's items end in a space, so every part does:
//   "{investor} ~ invest* {value}" → " (?P<investor>E\d+ |…)(?:[^VE,;:.][^ ]* ){0,8}?invest[^ ]* V "
#include "rulebook/translator.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

#include "rulebook/pattern_lists.h"

namespace crosscheck {
namespace {

constexpr std::string_view kGap = "(?:[^VE,;:.][^ ]* ){0,8}?";
constexpr std::string_view kWideGap = "(?:[^V;:.][^ ]* ){0,16}?";
constexpr std::string_view kWords = "(?:[a-z0-9][^ ]* ){0,4}?";
/// No figure: what follows is the next one that the words speak of.
constexpr std::string_view kNoFigure = "(?:(?:[a-z0-9'][^ ]*|[DUE]\\d+) ){0,10}?";
constexpr std::string_view kApposition = "(?:, [a-z][^ ]* (?:[^,;:.V][^ ]* ){0,12}?, )?";
constexpr std::size_t kAppositionItems = 15;

struct Part {
  std::string regex;
  std::size_t items = 1;  ///< of the view that it takes at most; those before and behind {value} once it holds that
  std::vector<RequiredWord> required{};
  bool value = false;  ///< holds {value}, whichever way it matches
  std::size_t before = 0, after = 0;
  ItemFragment fragment{};
};

class Translator {
  using Times = ItemAutomaton::Times;

 public:
  Translator(std::string_view source, const PatternLists& lists) : source_(source), lists_(lists) {}

  Translation run() {
    Part whole = alternatives('\0');
    if (at_ < source_.size()) fail("unmatched '" + std::string(1, source_[at_]) + "'");
    const bool anchored = source_.starts_with("^ ");
    Translation translation{(anchored ? "^ (?:" : " (?:") + whole.regex + ")", std::move(names_),
                            std::move(whole.required), std::move(error_), at_ + 1};
    if (whole.value && !anchored) translation.reach = {whole.before, whole.after};
    items_.finish(whole.fragment, whole.value);
    translation.items = std::move(items_);
    return translation;
  }

 private:
  Part alternatives(char close) {
    Part out = sequence(close);
    while (at_ < source_.size() && source_[at_] == '|') {
      ++at_;
      const Part other = sequence(close);
      if (out.regex.empty() || other.regex.empty()) fail("an empty alternative; use [ ] for what may be missing");
      out.regex += "|" + other.regex;
      out.required = either(out.required, other.required);
      out.value = out.value && other.value;
      out.items = std::max(out.items, other.items);
      out.fragment = ItemAutomaton::either(out.fragment, other.fragment);
      out.before = std::max(out.before, other.before);
      out.after = std::max(out.after, other.after);
    }
    return out;
  }

  /// One of the words of a or of b: known only when both sides need something.
  static std::vector<RequiredWord> either(const std::vector<RequiredWord>& a, const std::vector<RequiredWord>& b) {
    if (a.empty() || b.empty()) return {};
    RequiredWord word = a.front();
    if (b.front().side != word.side) word.side = ValueSide::any;
    word.any_of.insert(word.any_of.end(), b.front().any_of.begin(), b.front().any_of.end());
    return {word};
  }

  static void put_on(ValueSide side, std::vector<RequiredWord>& words) {
    for (RequiredWord& word : words) {
      if (word.side == ValueSide::any) word.side = side;
    }
  }

  /// How far it reaches from {value} once `next` stands behind `out`.
  static void reach_on(const Part& next, Part& out) {
    if (out.value) {
      out.after += next.items;
    } else if (next.value) {
      out.before = out.items + next.before;
      out.after = next.after;
    }
    out.items += next.items;
  }

  Part sequence(char close) {
    Part out{"", 0};
    while (error_.empty()) {
      while (at_ < source_.size() && source_[at_] == ' ') ++at_;
      if (at_ >= source_.size() || source_[at_] == '|' || (close != '\0' && source_[at_] == close)) break;
      if (source_[at_] == ')' || source_[at_] == ']') break;
      Part next = element();
      if (next.value) put_on(ValueSide::before, out.required);
      if (out.value) put_on(ValueSide::after, next.required);
      reach_on(next, out);
      out.fragment = items_.then(out.fragment, next.fragment);
      out.value = out.value || next.value;
      out.regex += next.regex;
      out.required.insert(out.required.end(), next.required.begin(), next.required.end());
    }
    return out;
  }

  static Part leaf(std::string regex, std::size_t items, const ItemFragment& fragment) {
    Part part{std::move(regex), items};
    part.fragment = fragment;
    return part;
  }

  /// A gap, or an item of which any number may stand there.
  Part gap(std::string_view regex, std::size_t items, ItemTest test, Times times) {
    return leaf(std::string(regex), items, items_.item(std::move(test), times));
  }

  Part element() {
    switch (source_[at_]) {
      case '(':
        return bracket(')');
      case '[':
        return optional();
      case '{':
        return role();
      case '<':
        return placeholder();
      case '@':
        return list();
      default:
        return word();
    }
  }

  Part bracket(char close) {
    ++at_;
    constexpr int kDeepest = 20;
    if (++depth_ > kDeepest) fail("brackets nest deeper than 20");
    Part inner = alternatives(close);
    --depth_;
    if (at_ >= source_.size() || source_[at_] != close) {
      fail(std::string("a '") + close + "' is missing");
      return {};
    }
    ++at_;
    inner.regex = "(?:" + inner.regex + ")";
    return inner;
  }

  Part optional() {
    const Part inner = bracket(']');
    return leaf(inner.regex + "?", inner.items, {inner.fragment.first, inner.fragment.last, true});
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
    if (kind == "figure") return "[MPNQ]";
    return kind == "any" ? "[MPNDUQE]" : "";
  }

  std::string group(const std::string& name, const std::string& inner) {
    const bool valid = !name.empty() &&
                       std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    if (!valid) fail("'" + name + "' is no role name; use small letters and _");
    if (std::find(names_.begin(), names_.end(), name) != names_.end())
      fail("the role {" + name + "} stands twice; a pattern captures it once");
    names_.push_back(name);
    return "(?P<" + name + ">" + inner + ")";
  }

  Part role() {
    const std::string inner = until('}');
    if (inner == "value") {
      Part part = leaf("V ", 1, items_.item(ItemTest::beginning("V")));
      part.value = true;
      return part;
    }
    const std::size_t colon = inner.find(':');
    const std::string name = inner.substr(0, colon), kind = colon == std::string::npos ? "" : inner.substr(colon + 1);
    if (kind.empty()) return entity(name);
    if (kind == "phrase")
      return gap(group(name, "(?:[a-zE][^ ]* ){1,4}?"), 4, ItemTest::beginning("a-zE"), Times::many);
    if (kind == "word") return gap(group(name, "[a-z][^ ]* "), 1, ItemTest::beginning("a-z"), Times::once);
    const std::string tag = tag_of(kind);
    if (tag.empty())
      fail("unknown kind '" + kind + "'; use phrase, word, figure, money, percent, number, date or duration");
    return tagged(tag, group(name, tag + "\\d+ "));
  }

  Part entity(const std::string& name) {
    const ItemFragment known = items_.item(ItemTest::beginning("E"));
    const Part pronouns = words_of("pronouns");
    ItemFragment described = items_.item(ItemTest::one_of({"the"}));
    described = items_.then(described, optionally(items_.item(ItemTest::beginning("a-z"))));
    const Part nouns = words_of("definite_nouns");
    described = items_.then(described, nouns.fragment);
    ItemFragment apposition = items_.item(ItemTest::one_of({","}));
    apposition = items_.then(apposition, items_.item(ItemTest::beginning("a-z")));
    apposition = items_.then(apposition, items_.item(ItemTest::not_beginning(",;:.V"), Times::any));
    apposition = items_.then(apposition, items_.item(ItemTest::one_of({","})));
    const ItemFragment named = ItemAutomaton::either(ItemAutomaton::either(known, pronouns.fragment), described);
    return leaf(
        group(name, "E\\d+ |" + pronouns.regex + "|the (?:[a-z][^ ]* )?" + nouns.regex) + std::string(kApposition),
        std::max(pronouns.items, nouns.items + 2) + kAppositionItems, items_.then(named, optionally(apposition)));
  }

  static ItemFragment optionally(const ItemFragment& fragment) { return {fragment.first, fragment.last, true}; }

  Part tagged(const std::string& tag, std::string regex) {
    std::string letters = tag;
    std::erase_if(letters, [](char c) { return c == '[' || c == ']'; });
    return gap(regex, 1, ItemTest::beginning(letters), Times::once);
  }

  Part placeholder() {
    const std::string kind = until('>'), tag = tag_of(kind);
    if (tag.empty())
      fail("unknown placeholder <" + kind + ">; use figure, money, percent, number, date, duration, entity or any");
    return tagged(tag, tag + "\\d+ ");
  }

  Part list() {
    std::size_t end = at_ + 1;
    while (end < source_.size() && (std::isalnum(static_cast<unsigned char>(source_[end])) != 0 || source_[end] == '_'))
      ++end;
    const std::string name(source_.substr(at_ + 1, end - at_ - 1));
    at_ = end;
    return words_of(name);
  }

  Part words_of(std::string_view name) {
    const PatternList* const list = lists_.named(name);
    if (list == nullptr) {
      fail("no word list '" + std::string(name) + "' in words.yaml");
      return {};
    }
    Part out = leaf(list->regex, list->items, {0, 0, false});
    out.required = {{ValueSide::any, list->heads}};
    if (list->single) out.fragment = items_.item(*list->single);
    if (!list->first) return out;
    const ItemFragment several = items_.item(*list->first);
    out.fragment = ItemAutomaton::either(out.fragment, items_.then(several, items_.item(*list->later, Times::many)));
    return out;
  }

  Part word() {
    std::size_t end = at_;
    while (end < source_.size() && std::string_view(" |()[]{}<>@").find(source_[end]) == std::string_view::npos) ++end;
    const std::string text(source_.substr(at_, end - at_));
    if (text.empty()) {
      fail(std::string("a '") + source_[at_] + "' that opens nothing");
      at_ = source_.size();
      return {};
    }
    at_ = end;
    if (text == "~") return gap(kGap, 8, ItemTest::not_beginning("VE,;:."), Times::any);
    if (text == "~~") return gap(kWideGap, 16, ItemTest::not_beginning("V;:."), Times::any);
    if (text == "_") return gap(kWords, 4, ItemTest::beginning("a-z0-9"), Times::any);
    if (text == "__") return gap(kNoFigure, 10, ItemTest::beginning("a-z0-9'DUE"), Times::any);
    if (text == "^") return {"", 0};  // run() anchors
    if (std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
      fail("'" + text + "' has a capital; words in patterns are lower case");
    }
    if (text.size() > 1 && text.back() == '*') {
      const std::string prefix = text.substr(0, text.size() - 1);
      return gap(RE2::QuoteMeta(prefix) + "[^ ]* ", 1, ItemTest::starting_with(prefix), Times::once);
    }
    Part part = gap(RE2::QuoteMeta(text) + " ", 1, ItemTest::one_of({text}), Times::once);
    part.required = {{ValueSide::any, {WordSlots::slot_of(text)}}};
    return part;
  }

  void fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
  }

  std::string_view source_;
  const PatternLists& lists_;
  ItemAutomaton items_;
  std::size_t at_ = 0;
  int depth_ = 0;
  std::vector<std::string> names_;
  std::string error_;
};

}  // namespace

Translation translate(std::string_view source, const PatternLists& lists) { return Translator(source, lists).run(); }

}  // namespace crosscheck
