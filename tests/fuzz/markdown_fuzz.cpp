// A text of Markdown: whatever its bytes, it is read or refused by name, its bytes stay, and what is hidden is in order and cuts no
// character.
#include "fuzz/reading.h"

namespace crosscheck::fuzzing {
namespace {

std::string hidden_breach(const Document& document) {
  std::uint32_t end = 0;
  const auto is_middle = [&](std::uint32_t at) {
    return at < document.text.size() && (static_cast<unsigned char>(document.text[at]) & 0xC0U) == 0x80U;
  };
  for (const Span hidden : document.hidden) {
    if (hidden.empty() || hidden.begin < end || hidden.end > document.text.size()) return "hidden out of order";
    if (is_middle(hidden.begin) || is_middle(hidden.end)) return "half a character is hidden";
    end = hidden.end;
  }
  return "";
}

}  // namespace
}  // namespace crosscheck::fuzzing

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace crosscheck;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  Corpus corpus;
  read_bytes(bytes, "a.md", {}, corpus);
  for (const Document& document : corpus.documents) {
    if (document.text != bytes) fuzzing::stop_on("a text that is not the file's");
    fuzzing::stop_on(fuzzing::hidden_breach(document));
  }
  fuzzing::read_as(bytes, "a.md");
  return 0;
}
