// gumbo builds the tree; this file keeps it from being led astray. "<div><div><div>…" a hundred thousand times is a page of half
// a megabyte on which every HTML parser walks its stack of open tags for each new one, and `<b x=1><b x=2>…<p><p>…` one whose tree
// is the product of its two halves. So the work is estimated from the tags before anything is parsed, and the tree is built in an
// arena of limited size: when it is full the parser is left by longjmp (it is C, and its memory is the arena's). What is refused
// is refused by name. Nothing here recurses, gumbo's own clean-up, which does, is never called.
#include "read/html/page.h"

#include <algorithm>
#include <csetjmp>
#include <cstring>
#include <map>

#include "base/unicode.h"

namespace crosscheck::read_room {
namespace {

constexpr std::size_t kArenaBlock = std::size_t{1} << 20U;
constexpr std::size_t kArenaLeast = std::size_t{64} << 20U, kArenaMost = std::size_t{1} << 30U;
constexpr std::size_t kArenaFactor = 64;  ///< bytes of tree a byte of page; pages of news take about 12
constexpr std::uint64_t kMostPageWork =
    200'000'000;  ///< open tags looked at, a few seconds' worth; a large page of news has 2 million

bool is_letter_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_void_tag(std::string_view name) {
  static constexpr std::string_view kNames =
      " area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr ";
  return kNames.find(" " + std::string(name) + " ") != std::string_view::npos;
}

/// What gumbo will have to look at, from above: at each tag all that may be open, and at each attribute those before it.
class WorkEstimate {
 public:
  explicit WorkEstimate(std::string_view html) : html_(html) {}

  std::uint64_t total() {
    for (std::size_t at = html_.find('<'); at != std::string_view::npos && work_ <= kMostPageWork;
         at = html_.find('<', at)) {
      ++at;
      const bool closes = at < html_.size() && html_[at] == '/';
      const std::size_t begin = at + (closes ? 1 : 0);
      std::size_t end = begin;
      while (end < html_.size() && is_name(html_[end])) ++end;
      if (end == begin || !is_letter_byte(html_[begin])) continue;
      tag(to_lower(html_.substr(begin, end - begin)), closes);
      at = attributes(end);
    }
    return work_;
  }

 private:
  static bool is_name(char c) {
    return c != '>' && c != '/' && c != '<' && static_cast<unsigned char>(c) > static_cast<unsigned char>(' ');
  }

  void tag(const std::string& name, bool closes) {
    if (is_void_tag(name)) return;
    std::uint64_t& open = open_[name];
    if (!closes) {
      ++open;
      ++depth_;
    } else if (open > 0) {
      --open;
      --depth_;
    }
    work_ += depth_;
  }

  std::size_t attributes(std::size_t at) {
    std::uint64_t count = 0;
    bool between = true;
    for (; at < html_.size() && html_[at] != '>'; ++at) {
      const char c = html_[at];
      const bool blank = c == '/' || static_cast<unsigned char>(c) <= static_cast<unsigned char>(' ');
      if ((c == '"' || c == '\'') && html_[at - 1] == '=') {
        const std::size_t close = html_.find(c, at + 1);
        if (close == std::string_view::npos) break;
        at = close;
        between = true;
      } else if (blank) {
        between = true;
      } else if (between) {
        between = false;
        work_ += ++count;
      }
    }
    return at;
  }

  std::string_view html_;
  std::map<std::string, std::uint64_t, std::less<>> open_;
  std::uint64_t depth_ = 0, work_ = 0;
};

void append_collapsed(Trace& into, const Trace& part) {
  const std::string& text = part.text();
  for (std::uint32_t at = 0; at < text.size();) {
    const bool blank = std::strchr(" \t\r\n\f", text[at]) != nullptr;
    if (!blank) {
      std::uint32_t end = at;
      while (end < text.size() && std::strchr(" \t\r\n\f", text[end]) == nullptr) ++end;
      // Run by run, so that what was made stays made.
      for (std::uint32_t from = at; from < end;) {
        auto next = std::upper_bound(part.runs().begin(), part.runs().end(), from,
                                     [](std::uint32_t byte, const Trace::Run& run) { return byte < run.begin; });
        const std::uint32_t to = next == part.runs().end() ? end : std::min(end, next->begin);
        const std::string_view piece = std::string_view(text).substr(from, to - from);
        (next - 1)->copied ? into.copy(piece, part.source_of(from)) : into.make(piece, part.source_of(from));
        from = to;
      }
      at = end;
      continue;
    }
    if (!into.empty() && into.text().back() != ' ') into.make(" ", part.source_of(at));
    ++at;
  }
}

}  // namespace

struct Page::Arena {
  std::vector<std::unique_ptr<char[]>> blocks;
  std::size_t used = 0, size = 0;  ///< of the last block
  std::size_t total = 0, limit = 0;
  std::jmp_buf full{};

  void* allocate(std::size_t wanted) {
    wanted = (wanted + 15U) & ~std::size_t{15U};
    if (blocks.empty() || size - used < wanted) {
      const std::size_t block = std::max(wanted, kArenaBlock);
      if (total + block > limit) std::longjmp(full, 1);
      blocks.emplace_back(new char[block]);
      total += block;
      size = block;
      used = 0;
    }
    used += wanted;
    return blocks.back().get() + used - wanted;
  }
};

void Page::CloseArena::operator()(Arena* arena) const { delete arena; }

Result<Page> Page::parse(std::string_view source) {
  if (WorkEstimate(source).total() > kMostPageWork) {
    return Fault{Who::input, "too-complex",
                 "its tags nest too deep, or one has too many attributes, to be a page of news; "
                 "save it as text, or take it out of the corpus",
                 ""};
  }
  Page page;
  page.source_ = source;
  page.arena_.reset(new Arena);
  Arena* const arena = page.arena_.get();
  arena->limit = std::min(kArenaMost, kArenaLeast + kArenaFactor * source.size());
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* from, std::size_t wanted) { return static_cast<Arena*>(from)->allocate(wanted); };
  options.deallocator = [](void*, void*) {};
  options.userdata = arena;
  options.max_errors = 0;
  if (setjmp(arena->full) != 0) {
    return Fault{Who::input, "too-complex",
                 "its tags unfold to more than " + std::to_string(arena->limit >> 20U) +
                     " MB; save it as text, or take it out of the corpus",
                 ""};
  }
  page.root_ = gumbo_parse_with_options(&options, source.data(), source.size())->root;
  return page;
}

std::size_t Page::offset_of(const GumboNode& element) const {
  const GumboStringPiece& tag = element.v.element.original_tag;
  return tag.data == nullptr ? 0 : static_cast<std::size_t>(tag.data - source_.data());
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

const GumboVector& children_of(const GumboNode& node) {
  static const GumboVector kNone{};
  return is_element(node) ? node.v.element.children : kNone;
}

std::string_view tag_of(const GumboNode& node) {
  if (!is_element(node)) return {};
  const GumboElement& element = node.v.element;
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece name = element.original_tag;
  if (name.data == nullptr) return {};
  gumbo_tag_from_original_text(&name);
  return {name.data, name.length};
}

std::string_view attribute_of(const GumboNode& node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboNode& node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

Trace text_of_node(const Page& page, const GumboNode& text) {
  Trace trace;
  if (is_element(text) || text.type == GUMBO_NODE_DOCUMENT || text.type == GUMBO_NODE_COMMENT) return trace;
  const GumboText& piece = text.v.text;
  if (piece.original_text.data == nullptr) {
    trace.make(piece.text, 0);
    return trace;
  }
  const auto begin = static_cast<std::size_t>(piece.original_text.data - page.source().data());
  // gumbo ends a piece at the token after it, and one at the page's end a byte short at times.
  const std::size_t size = std::min(piece.original_text.length + 16, page.source().size() - begin);
  trace_decoded(trace, piece.text, page.source().substr(begin, size), begin);
  return trace;
}

Trace plain_text(const Page& page, const GumboNode& element) {
  Trace out;
  walk(element, [&](const GumboNode& node) {
    if (!is_element(node)) {
      append_collapsed(out, text_of_node(page, node));
      return false;
    }
    const std::string_view tag = tag_of(node);
    if (tag == "br" && !out.empty()) out.make(" ", page.offset_of(node));
    return tag != "script" && tag != "style" && tag != "template" && tag != "noscript" && tag != "svg";
  });
  out.trim();
  return out;
}

}  // namespace crosscheck::read_room
