// Of 140 MB of tokens and names freed one by one the next 180 MB in one piece can use none: an allocator keeps them for
// small pieces to come. And a run of a tenth of a second spends a tenth of it on first touches of 10,000 pages of 4 kB; where
// some are of 2 MB there are 3,600. A long run is no sooner with them: whole pages are cleared that it fills in part, or
// gave back before. Where neither allocator below is the program's nothing is done.
#include "base/memory.h"

#include <cstdint>
#include <cstdlib>
#include <memory>
#ifdef CROSSCHECK_MIMALLOC
#include <mimalloc.h>
#include <sys/mman.h>
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

namespace crosscheck {

void give_back_memory() {
#ifdef CROSSCHECK_MIMALLOC
  mi_collect(true);
#elif defined(__GLIBC__)
  malloc_trim(0);
#endif
}

#if defined(CROSSCHECK_MIMALLOC) && defined(MADV_HUGEPAGE)
namespace {

int wanted = 0;

/// The thread's own piece was taken before anybody could ask for it in large pages: it begins at a multiple of its size.
void advise_taken_piece() {
  constexpr std::uintptr_t kPiece = std::uintptr_t{32} << 20U;
  const auto inside = std::make_unique<char>();
  const std::uintptr_t begin = reinterpret_cast<std::uintptr_t>(inside.get()) & ~(kPiece - 1);
  madvise(reinterpret_cast<void*>(begin), kPiece, MADV_HUGEPAGE);  // advice: whatever it does not fit is left as it is
}

}  // namespace

LargePages::LargePages() {
  if (wanted++ > 0) return;
  mi_option_set_enabled(mi_option_large_os_pages, true);
  advise_taken_piece();
}

LargePages::~LargePages() {
  if (--wanted == 0) mi_option_set_enabled(mi_option_large_os_pages, false);
}
#else
LargePages::LargePages() = default;
LargePages::~LargePages() = default;
#endif

}  // namespace crosscheck
