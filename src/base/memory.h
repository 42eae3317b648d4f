// what      freed memory goes back to the system
// in → out  –
// units     –
// owns      nothing
// fails     never; where the library has no such call nothing happens
// threads   any
// cost      some 30 ms where 100 MB lie about in pieces
// follows   –
// tested by tests/unit/base_test.cpp
#pragma once

namespace crosscheck {

/// Worth it before much is asked for in one piece: what was freed in small pieces is of no use to it.
void give_back_memory();

}  // namespace crosscheck
