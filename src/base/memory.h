// what      freed memory goes back to the system; a short run asks for its memory in large pages
// in → out  –
// units     –
// owns      nothing
// fails     never; where the library has no such call nothing happens
// threads   giving back: any; LargePages: one thread makes and ends them
// cost      some 30 ms where 100 MB lie about in pieces; LargePages: up to 2 MB a thread that are not used
// follows   –
// tested by tests/unit/base_test.cpp
#pragma once

namespace crosscheck {

/// Worth it before much is asked for in one piece: what was freed in small pieces is of no use to it.
void give_back_memory();

/// While one stands, new memory comes in pages of 2 MB, should the system have them. For what lasts a fraction of a second.
class LargePages {
 public:
  LargePages();
  LargePages(const LargePages&) = delete;
  LargePages& operator=(const LargePages&) = delete;
  ~LargePages();
};

}  // namespace crosscheck
