// The house rules as pure functions over (path, text). A path is relative to src/ and uses "/". Each rule
// answers with its breaches; none means the file keeps it.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace crosscheck::house {

struct Breach {
  std::string path;
  int line = 1;
  std::string message;  ///< what is wrong, and the remedy

  friend bool operator==(const Breach&, const Breach&) = default;
};

std::string to_string(const Breach& breach);  ///< "src/path:line: message"

using Breaches = std::vector<Breach>;

/// base ← model ← rulebook ← the eight stages and store ← pipeline ← cli, through doors only.
Breaches check_includes(std::string_view path, std::string_view text);

/// A library, ICU's parts, threads and printing each have the rooms they may be used in.
Breaches check_libraries(std::string_view path, std::string_view text);

/// Words that do not belong in the code: `using namespace std`, exit(), assert(false), left-over marks.
Breaches check_words(std::string_view path, std::string_view text);

/// A door opens with a card that has every label; any .cpp opens with a comment.
Breaches check_opening(std::string_view path, std::string_view text);

/// Every tests/ path that an opening comment names exists.
Breaches check_tested_by(std::string_view path, std::string_view text,
                         const std::function<bool(const std::string&)>& exists);

struct Limits {
  int file_lines = 600;
  int function_lines = 70;
};
inline constexpr Limits kFailing{600, 70};
inline constexpr Limits kWorthALook{400, 40};

Breaches check_lengths(std::string_view path, std::string_view text, Limits limits);

/// A script or style sheet of the HTML page: opens with a comment, is not too long, and takes no way by which text could
/// become markup, script or a request.
Breaches check_page_file(std::string_view path, std::string_view text, Limits limits);

/// A folder of vendored files against its SHA256SUMS: file name → digest.
Breaches check_vendored(std::string_view folder, std::string_view sums,
                        const std::function<std::string(const std::string&)>& digest,
                        const std::set<std::string>& files);

/// The room table of src/README.md names every folder of src/, and nothing else.
Breaches check_room_table(std::string_view readme, const std::set<std::string>& folders);

/// Every room but base and cli has its door; no source file lies outside a room.
Breaches check_doors_exist(const std::set<std::string>& paths);

}  // namespace crosscheck::house
