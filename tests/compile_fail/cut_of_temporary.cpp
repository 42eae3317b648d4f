// breach: (use of|call to) deleted function
// A view into a text that is gone by the end of the line: cut() takes no temporary.
#include <string>

#include "base/span.h"

namespace crosscheck {

std::string text() { return "worth $38 billion"; }

std::string_view kept() {
#ifdef BREACH
  return cut(text(), Span{6, 17});
#else
  static const std::string kText = text();
  return cut(kText, Span{6, 17});
#endif
}

}  // namespace crosscheck
