// A pattern runs over a sentence whose mentions are placeholders:
//   " E3 , a chip designer , invested V in E7 in D9 . "
// where V is the value in question, E an entity, M money, P a percent, N a number, D a date, U a duration,
// Q anything else. `{investor} ~ invest* [up to] {value} _ (in|into) {investee}` reads: an entity, a few words
// that are no entity, a word starting with "invest", perhaps "up to", the value, up to four plain words, "in" or
// "into", an entity. It cannot look behind or ahead, which is what keeps it linear.
#include "rulebook/pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <optional>

#include "rulebook/translator.h"

namespace crosscheck {

/// Compiled when it is first asked for.
class LazyRegex {
 public:
  std::string source;

  const re2::RE2& get() {
    std::call_once(built_, [&] {
      RE2::Options options(RE2::Quiet);
      options.set_max_mem(std::int64_t{32} << 20U);
      options.set_encoding(RE2::Options::EncodingLatin1);  // byte by byte: all that a pattern cuts at is ASCII
      re2_ = std::make_unique<const re2::RE2>(source, options);
    });
    return *re2_;
  }

 private:
  std::once_flag built_;
  std::unique_ptr<const re2::RE2> re2_;
};

struct Pattern::Engine {
  LazyRegex regex;
  std::optional<Reach> reach;
  ItemAutomaton items;
};

namespace {

/// The part of a view that a match can lie in: a long sentence is not searched from its first word.
std::string_view within(const Reach& reach, std::string_view view) {
  const std::size_t value = view.find(" V ");
  if (value == std::string_view::npos) return {};
  std::size_t begin = value, end = value + 2;  // the blanks around it
  for (std::size_t i = 0; i < reach.before && begin != 0 && begin != std::string_view::npos; ++i)
    begin = view.rfind(' ', begin - 1);
  for (std::size_t i = 0; i < reach.after && end != std::string_view::npos; ++i) end = view.find(' ', end + 1);
  if (begin == std::string_view::npos) begin = 0;
  return end == std::string_view::npos ? view.substr(begin) : view.substr(begin, end + 1 - begin);
}

}  // namespace

Result<Pattern> Pattern::compile(std::string_view source, const PatternLists& lists) {
  Translation translation = translate(source, lists);
  if (!translation.error.empty()) {
    return Fault{Who::rules, "bad-pattern",
                 "pattern '" + std::string(source) + "', column " + std::to_string(translation.column) + ": " +
                     translation.error,
                 ""};
  }
  Pattern pattern;
  pattern.source_ = std::string(source);
  pattern.names_ = std::move(translation.names);
  pattern.required_ = std::move(translation.required);
  std::stable_sort(pattern.required_.begin(), pattern.required_.end(),  // what is asked soonest fails soonest
                   [](const RequiredWord& a, const RequiredWord& b) { return a.any_of.size() < b.any_of.size(); });
  pattern.engine_ = std::make_shared<Engine>();
  pattern.engine_->regex.source = "(?s:.*?)(" + translation.regex + ")";
  pattern.engine_->items = std::move(translation.items);
  pattern.engine_->reach = translation.reach;
  return pattern;
}

bool Pattern::may_match(const SidedWords& words) const {
  const bool stand = std::all_of(required_.begin(), required_.end(), [&](const RequiredWord& required) {
    return std::any_of(required.any_of.begin(), required.any_of.end(),
                       [&](std::uint32_t slot) { return words.has(required.side, slot); });
  });
  if (!stand) return false;
  const auto& reach = engine_->reach;
  const std::size_t begin = reach ? words.value - std::min(words.value, reach->before) : 0,
                    end = reach ? std::min(words.items.size(), words.value + 1 + reach->after) : words.items.size();
  return engine_->items.may_match(words.items, begin, end, words.value);
}

bool Pattern::find(std::string_view view, Captured& captured) const {
  constexpr std::size_t kMaxGroups = 13;
  re2::StringPiece groups[kMaxGroups];
  const std::size_t count = std::min(names_.size() + 2, kMaxGroups);
  const std::string_view part = engine_->reach ? within(*engine_->reach, view) : view;
  const re2::StringPiece text(part.data(), part.size());
  if (!engine_->regex.get().Match(text, 0, part.size(), RE2::ANCHOR_START, groups, static_cast<int>(count)))
    return false;
  const auto span_of = [&](const re2::StringPiece& piece) {
    const auto begin = static_cast<std::uint32_t>(piece.data() - view.data());
    return Span{begin, begin + static_cast<std::uint32_t>(piece.size())};
  };
  captured.whole = span_of(groups[1]);
  captured.roles.clear();
  for (std::size_t i = 2; i < count; ++i) {
    if (groups[i].data() != nullptr) captured.roles.emplace_back(names_[i - 2], span_of(groups[i]));
  }
  return true;
}

}  // namespace crosscheck
