// what      how many slips lie between two words, for those who say "did you mean"
// in → out  two words → letters to insert, drop, change or swap with their neighbour to get from one to the other
// units     bytes
// owns      nothing
// fails     never
// threads   pure
// cost      the product of the lengths
// follows   optimal string alignment (Damerau 1964, each place changed once)
// tested by tests/unit/base_test.cpp
#pragma once

#include <cstddef>
#include <string_view>

namespace crosscheck {

std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace crosscheck
