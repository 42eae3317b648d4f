// breach: ignoring return
// A Result that nobody looks at: its fault would be lost.
#include "base/result.h"

namespace crosscheck {

Result<int> read_number() { return 38; }

int run() {
#ifdef BREACH
  read_number();
#endif
  const Result<int> number = read_number();
  return number.ok() ? 0 : 3;
}

}  // namespace crosscheck
