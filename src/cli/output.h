// Where text goes: standard output, standard error, files.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crosscheck {

void print(const std::string& text);     ///< standard output
void complain(const std::string& text);  ///< standard error, one line
bool output_failed();                    ///< after all is printed: standard output was closed or is full
bool output_closed();                    ///< between prints, without hurrying them out
bool terminal();                         ///< standard output is one, and NO_COLOR is not set
int terminal_width();
/// Writes beside the file and renames, so that a reader never sees half of it.
Result<std::size_t> write_file(const std::string& path, const std::string& text);
/// What `produce` hands on part by part.
using WritePart = std::function<void(std::string_view)>;
Result<std::size_t> write_file(const std::string& path, const std::function<void(const WritePart&)>& produce);

}  // namespace crosscheck
