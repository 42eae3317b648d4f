// "5&nbsp;million" in a page is the text "5 million" in three runs: "5" copied from byte 0, the space made of what begins at
// byte 1, "million" copied from byte 7. A parser hands out its text decoded, so the two are walked side by side: what is equal
// is copied, a reference is matched with the character that it became, and what the parser passed over (a stray end tag) is
// passed over. Where the two cannot be matched the rest of the piece is said to come from there: near, and never wrong by more
// than the piece.
#include "read/trace.h"

#include <algorithm>

#include "base/unicode.h"

namespace crosscheck::read_room {
namespace {

bool is_word(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Bytes of the reference at the front of `raw`; 1 for an ampersand that is only one. `became` is what follows in the text.
std::size_t reference_size(std::string_view raw, std::string_view became) {
  std::size_t end = 1;
  if (raw.size() > 1 && raw[1] == '#') {
    const bool hex = raw.size() > 2 && (raw[2] == 'x' || raw[2] == 'X');
    end = raw.find_first_not_of(hex ? "0123456789abcdefABCDEF" : "0123456789", hex ? 3 : 2);
    if (end == std::string_view::npos) return raw.size();
    return end < raw.size() && raw[end] == ';' ? end + 1 : end;
  }
  while (end < raw.size() && is_word(raw[end])) ++end;
  const bool closed = end < raw.size() && raw[end] == ';';
  if (became.starts_with('&')) {
    const std::string name = to_lower(raw.substr(1, end - 1));
    if (name == "amp") return closed ? end + 1 : end;
    return name.starts_with("amp") && raw.substr(4, 8) == became.substr(1, 8) ? 4 : 1;
  }
  if (closed) return end + 1;
  // "&nbspmillion": the name ends where the text goes on as the source does.
  const std::size_t length = decode(became, 0).length;
  for (std::size_t size = 3; size < end; ++size) {
    if (raw.substr(size, 4) ==
        became.substr(std::min(length, became.size()), std::min<std::size_t>(4, raw.size() - size)))
      return size;
  }
  return end;
}

/// Bytes of `raw` that left nothing in the text: a tag or comment; 0 when there is none.
std::size_t passed_over(std::string_view raw) {
  if (!raw.starts_with('<')) return 0;
  const bool comment = raw.starts_with("<!--");
  const std::size_t end = comment ? raw.find("-->", 4) : raw.find('>');
  return end == std::string_view::npos ? 0 : end + (comment ? 3 : 1);
}

}  // namespace

void Trace::run(std::size_t source, bool copied) {
  const auto begin = static_cast<std::uint32_t>(text_.size());
  if (copied && !runs_.empty() && runs_.back().copied && runs_.back().source + (begin - runs_.back().begin) == source)
    return;
  runs_.push_back({begin, static_cast<std::uint32_t>(source), copied});
}

void Trace::copy(std::string_view text, std::size_t source) {
  if (text.empty()) return;
  run(source, true);
  text_.append(text);
}

void Trace::make(std::string_view text, std::size_t source) {
  if (text.empty()) return;
  run(source, false);
  text_.append(text);
}

void Trace::append(const Trace& other) {
  const auto shift = static_cast<std::uint32_t>(text_.size());
  for (const Run& run : other.runs_) runs_.push_back({run.begin + shift, run.source, run.copied});
  text_.append(other.text_);
}

std::uint32_t Trace::source_of(std::uint32_t at) const {
  auto after = std::upper_bound(runs_.begin(), runs_.end(), at,
                                [](std::uint32_t byte, const Run& run) { return byte < run.begin; });
  if (after == runs_.begin()) return 0;
  const Run& found = *--after;
  return found.source + (found.copied ? at - found.begin : 0);
}

void Trace::cut_to(std::size_t size) {
  text_.resize(std::min(size, text_.size()));
  while (!runs_.empty() && runs_.back().begin >= text_.size()) runs_.pop_back();
}

void Trace::trim() {
  const std::size_t first = text_.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) {
    text_.clear();
    runs_.clear();
    return;
  }
  cut_to(text_.find_last_not_of(" \t\r\n") + 1);
  if (first == 0) return;
  const auto cut = static_cast<std::uint32_t>(first);
  std::vector<Run> kept;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const bool ends_before = i + 1 < runs_.size() && runs_[i + 1].begin <= cut;
    if (ends_before) continue;
    const std::uint32_t begin = std::max(runs_[i].begin, cut);
    kept.push_back({begin - cut, runs_[i].source + (runs_[i].copied ? begin - runs_[i].begin : 0), runs_[i].copied});
  }
  runs_ = std::move(kept);
  text_.erase(0, first);
}

Trace Trace::through(const Trace& outer) const {
  Trace out;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const std::size_t end = i + 1 < runs_.size() ? runs_[i + 1].begin : text_.size();
    const std::string_view piece = std::string_view(text_).substr(runs_[i].begin, end - runs_[i].begin);
    if (!runs_[i].copied) {
      out.make(piece, outer.source_of(runs_[i].source));
      continue;
    }
    // A run that was copied out of several runs of `outer` is cut where they meet.
    for (std::size_t at = 0; at < piece.size();) {
      const std::uint32_t middle = runs_[i].source + static_cast<std::uint32_t>(at);
      auto next = std::upper_bound(outer.runs_.begin(), outer.runs_.end(), middle,
                                   [](std::uint32_t byte, const Run& run) { return byte < run.begin; });
      const std::size_t reach = next == outer.runs_.end() ? piece.size() : at + (next->begin - middle);
      const std::string_view part = piece.substr(at, reach - at);
      const bool copied = next != outer.runs_.begin() && (next - 1)->copied;
      copied ? out.copy(part, outer.source_of(middle)) : out.make(part, outer.source_of(middle));
      at += part.size();
    }
  }
  return out;
}

Lines::Lines(std::string_view source) : source_(source), starts_{0} {
  std::uint32_t count = 0;
  for (std::uint32_t at = 0; at < source.size(); ++at) {
    if (at % kBlock == 0) counted_.push_back(count);
    if ((static_cast<unsigned char>(source[at]) & 0xC0U) != 0x80U) ++count;
    if (source[at] == '\n') starts_.push_back(at + 1);
  }
  counted_.push_back(count);
}

std::uint32_t Lines::code_points_before(std::uint32_t byte) const {
  const std::uint32_t block = std::min<std::uint32_t>(byte / kBlock, static_cast<std::uint32_t>(counted_.size() - 1));
  std::uint32_t count = counted_[block];
  for (std::uint32_t at = block * kBlock; at < byte && at < source_.size(); ++at) {
    if ((static_cast<unsigned char>(source_[at]) & 0xC0U) != 0x80U) ++count;
  }
  return count;
}

SourcePlace Lines::at(std::uint32_t byte) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), byte);
  return {0, static_cast<std::uint32_t>(after - starts_.begin()),
          code_points_before(byte) - code_points_before(*(after - 1)) + 1};
}

SourceMap map_of(const Trace& trace, const Lines& lines) {
  SourceMap map;
  map.reserve(trace.runs().size());
  for (const Trace::Run& run : trace.runs()) map.push_back({run.begin, run.copied, lines.at(run.source)});
  return map;
}

void trace_decoded(Trace& into, std::string_view decoded, std::string_view raw, std::size_t begin) {
  std::size_t at = 0, from = 0;
  while (at < decoded.size()) {
    std::size_t same = 0;
    while (at + same < decoded.size() && from + same < raw.size() && decoded[at + same] == raw[from + same] &&
           raw[from + same] != '&' && raw[from + same] != '\n')
      ++same;
    into.copy(decoded.substr(at, same), begin + from);
    at += same;
    from += same;
    if (at == decoded.size()) return;
    const std::size_t length = std::min(decode(decoded, at).length, decoded.size() - at);
    const std::string_view rest = raw.substr(from);
    std::size_t taken = 0;
    if (rest.starts_with('&')) {
      taken = reference_size(rest, decoded.substr(at));
    } else if (decoded[at] == '\n' && (rest.starts_with('\n') || rest.starts_with('\r'))) {
      taken = rest.starts_with("\r\n") ? 2 : 1;
    } else if (const std::size_t passed = passed_over(rest); passed != 0) {
      from += passed;
      continue;
    }
    if (taken == 0) return into.make(decoded.substr(at), begin + std::min(from, raw.size()));
    into.make(decoded.substr(at, length), begin + from);
    at += length;
    from += taken;
  }
}

}  // namespace crosscheck::read_room
