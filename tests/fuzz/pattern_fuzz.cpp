// Text of a rule's pattern: it compiles or is refused with a column; what compiles is tried on a small view.
// No pattern may crash the program, and none may hang it.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "rulebook/pattern.h"
#include "rulebook/pattern_lists.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const crosscheck::PatternLists kLists(
      {{"pronouns", {"it", "they"}}, {"definite_nouns", {"company"}}, {"be", {"is", "was"}}});
  const std::string source(reinterpret_cast<const char*>(data), size);
  const auto pattern = crosscheck::Pattern::compile(source, kLists);
  if (!pattern.ok()) {
    if (pattern.fault().what.find("column ") == std::string::npos) std::abort();
    return 0;
  }
  static const std::string kView = " E0 , a chip designer , invested up to V in E2 , which was valued at M3 in D4 . ";
  crosscheck::Captured captured;
  if (!pattern.value().find(kView, captured)) return 0;
  if (captured.whole.end > kView.size() || captured.whole.begin > captured.whole.end) std::abort();
  for (const auto& [name, span] : captured.roles) {
    if (name.empty() || span.end > kView.size() || span.begin > span.end) std::abort();
  }
  return 0;
}
