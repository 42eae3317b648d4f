// Where text goes: standard output, standard error, files; and what of them is a terminal.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crosscheck {

void print(std::string_view text);       ///< standard output
void complain(const std::string& text);  ///< standard error, one line; control characters as "\x1b"
bool output_failed();                    ///< after all is printed: standard output was closed or is full
bool output_closed();                    ///< between prints, without hurrying them out
/// Why it failed, for a person; empty where whoever read it wanted no more ("crosscheck … | head").
std::string output_fault();

/// One line at the end of standard error, drawn over by the next one and gone before anything else is printed; empty: none.
void show_line(const std::string& text);
bool shows_lines();  ///< standard error is a terminal that can do that

/// auto, always or never, as --color has it: auto is for a terminal, unless NO_COLOR or a dumb terminal speaks against it.
bool colour_wanted(std::string_view when);
bool prints_to_terminal();  ///< standard output is one
int terminal_width();       ///< of standard output; 100 where it is none

/// Writes beside the file and renames, so that a reader never sees half of it.
Result<std::size_t> write_file(const std::string& path, const std::string& text);
/// What `produce` hands on part by part.
using WritePart = std::function<void(std::string_view)>;
Result<std::size_t> write_file(const std::string& path, const std::function<void(const WritePart&)>& produce);

}  // namespace crosscheck
