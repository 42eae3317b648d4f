// The rules are looked for beside the program that runs, wherever it was moved to and whatever folder it is started from:
//   /opt/cc/bin/crosscheck       → /opt/cc/share/crosscheck/rules
//   build/release/crosscheck     → build/release/share/crosscheck/rules, a link to the checkout that the build makes
// and last where `make install` would put them. No path of a checkout stands in the program, so an installed one never reads it.
#include "cli/rules_folder.h"

#include <filesystem>
#include <vector>

namespace crosscheck {

std::string rules_folder() {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path bin = fs::read_symlink("/proc/self/exe", error).parent_path();
  const fs::path below = "crosscheck/rules";
  const std::vector<fs::path> places = {bin / CROSSCHECK_DATA_FROM_BIN / below, bin / "share" / below,
                                        fs::path(CROSSCHECK_INSTALLED_RULES_DIR)};
  for (const fs::path& place : places) {
    if (bin.empty() && place.is_relative()) continue;
    if (fs::is_directory(place, error)) return fs::canonical(place, error).string();
  }
  return (bin.empty() ? places.back() : places.front()).lexically_normal().string();
}

}  // namespace crosscheck
