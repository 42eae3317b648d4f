// Which reader takes a file: "brief.md" ends in ".md", so read_text. Endings alone decide; nothing is guessed
// from the bytes.
#include "read/format.h"

#include <algorithm>
#include <array>

namespace crosscheck::read_room {
namespace {

constexpr std::array kFormats{
    Format{".txt", &read_text},     Format{".md", &read_markdown}, Format{".jsonl", &read_jsonl},
    Format{".html", &read_html},    Format{".htm", &read_html},    Format{".xhtml", &read_html},
    Format{".pdf", &read_pdf},      Format{".docx", &read_docx},   Format{".rss", &read_feed},
    Format{".atom", &read_feed},    Format{".xml", &read_feed},    Format{".warc", &read_warc},
    Format{".warc.gz", &read_warc},
};

bool ends_with_folded(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return false;
  const std::string_view tail = name.substr(name.size() - ending.size());
  return std::equal(tail.begin(), tail.end(), ending.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
}

}  // namespace

const Format* format_named(std::string_view name) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const Format& format) { return ends_with_folded(name, format.ending); });
  return found == kFormats.end() ? nullptr : found;
}

std::string known_endings() {
  std::string out;
  for (const Format& format : kFormats) out.append(out.empty() ? "" : ", ").append(format.ending);
  return out;
}

}  // namespace crosscheck::read_room
