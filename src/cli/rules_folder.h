// Where the rules lie that came with the program.
#pragma once

#include <string>

namespace crosscheck {

/// An existing folder, else the place where one should be.
std::string rules_folder();

}  // namespace crosscheck
