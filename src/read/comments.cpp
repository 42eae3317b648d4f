// A comment is no word of the article, and one of them may ask for silence:
//   <!-- crosscheck: ignore value, date reason="the ministry's own table has both" until=2027-01-01 -->
// names checks (or `all`), the reason, which must be given, and the last day it holds. A comment that begins as ours and is
// not well formed is kept with its fault: it silences nothing, and its author is told why. One that is never closed is text.
#include "read/comments.h"

#include <algorithm>
#include <string>

#include "base/date.h"
#include "base/unicode.h"
#include "read/bytes.h"

namespace crosscheck::read_room {
namespace {

constexpr std::string_view kOpen = "<!--", kClose = "-->", kName = "crosscheck",
                           kUsage = R"(write <!-- crosscheck: ignore CHECK[, CHECK] reason="…" [until=2027-01-01] -->)";

/// What is left of a comment, taken from its front.
class Words {
 public:
  explicit Words(std::string_view text) : text_(text) { skip(); }

  bool done() const { return text_.empty(); }
  bool take(std::string_view word) {
    if (!text_.starts_with(word)) return false;
    text_.remove_prefix(word.size());
    skip();
    return true;
  }
  std::string_view name() {
    const auto part_of_name = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    const auto* const end = std::find_if_not(text_.begin(), text_.end(), part_of_name);
    return taken(static_cast<std::size_t>(end - text_.begin()));
  }
  std::optional<std::string> quoted() {
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"\"", "\""}, {"“", "”"}}) {
      if (!text_.starts_with(open)) continue;
      const std::size_t end = text_.find(close, open.size());
      if (end == std::string_view::npos) return std::nullopt;
      std::string inside(text_.substr(open.size(), end - open.size()));
      taken(end + close.size());
      return inside;
    }
    return std::nullopt;
  }
  std::string_view to_blank() { return taken(std::min(text_.find_first_of(kBlanks), text_.size())); }
  std::string_view rest() const { return text_; }

 private:
  std::string_view taken(std::size_t size) {
    const std::string_view part = text_.substr(0, size);
    text_.remove_prefix(size);
    skip();
    return part;
  }
  void skip() { text_.remove_prefix(std::min(text_.find_first_not_of(kBlanks), text_.size())); }

  std::string_view text_;
};

std::string known_checks() {
  std::string all = "all";
  for (const CheckKind& kind : check_kinds()) all.append(", ").append(kind.name);
  return all;
}

/// The names of checks; a fault, or nothing.
std::string take_checks(Words& words, Ignore& ignore) {
  do {
    const std::string name(words.name());
    if (name.empty()) return "it names no check; " + std::string(kUsage);
    if (name != "all" && check_kind(name) == nullptr)
      return "there is no check '" + name + "'; write one of " + known_checks();
    ignore.checks.push_back(name);
  } while (words.take(","));
  return "";
}

std::string take_options(Words& words, Ignore& ignore) {
  while (!words.done()) {
    if (words.take("reason=")) {
      const auto reason = words.quoted();
      if (!reason) return R"(the reason must stand in quotes: reason="…")";
      ignore.reason = *reason;
    } else if (words.take("until=")) {
      ignore.until = std::string(words.to_blank());
      const auto day = parse_edtf(ignore.until);
      if (!day || day->grain != Grain::day) return "until='" + ignore.until + "' is no day; write until=2027-01-01";
    } else {
      return "'" + std::string(words.to_blank()) + "' is not understood; " + std::string(kUsage);
    }
  }
  const bool blank = ignore.reason.find_first_not_of(kBlanks) == std::string::npos;
  return blank ? R"(it gives no reason, so it silences nothing; add reason="…")" : "";
}

std::string first_fault(Words& words, Ignore& ignore) {
  if (!words.take(":")) return "the name must be followed by a colon; " + std::string(kUsage);
  if (!words.take("ignore")) return "only `ignore` is understood; " + std::string(kUsage);
  if (std::string fault = take_checks(words, ignore); !fault.empty()) return fault;
  return take_options(words, ignore);
}

/// LineCounter and columns, of places that only grow.
class LineCounter {
 public:
  explicit LineCounter(std::string_view text) : text_(text) {}
  void place(Ignore& ignore) {
    line_ += static_cast<std::uint32_t>(std::count(text_.begin() + at_, text_.begin() + ignore.span.begin, '\n'));
    at_ = ignore.span.begin;
    const std::size_t start = at_ == 0 ? 0 : text_.rfind('\n', static_cast<std::size_t>(at_) - 1) + 1;
    ignore.line = line_;
    ignore.column = static_cast<std::uint32_t>(code_points(text_.substr(start, ignore.span.begin - start)) + 1);
  }

 private:
  std::string_view text_;
  std::ptrdiff_t at_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace

std::optional<Ignore> parse_comment(std::string_view inside) {
  Words words(inside);
  if (!words.take(kName)) return std::nullopt;
  const std::string_view rest = words.rest();
  const bool ours = rest.starts_with(':') || rest.starts_with("ignore");
  if (!ours) return std::nullopt;  // "crosscheck this with the desk"
  Ignore ignore;
  ignore.fault = first_fault(words, ignore);
  return ignore;
}

void find_comments(Document& document) {
  const std::string_view text = document.text;
  LineCounter lines(text);
  for (std::size_t at = text.find(kOpen, document.body_begin); at != std::string_view::npos;
       at = text.find(kOpen, at)) {
    const std::size_t close = text.find(kClose, at + kOpen.size());
    if (close == std::string_view::npos) return;
    const Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(close + kClose.size())};
    document.hidden.push_back(span);
    if (auto ignore = parse_comment(text.substr(at + kOpen.size(), close - at - kOpen.size()))) {
      ignore->span = span;
      lines.place(*ignore);
      document.ignores.push_back(*std::move(ignore));
    }
    at = span.end;
  }
}

}  // namespace crosscheck::read_room
