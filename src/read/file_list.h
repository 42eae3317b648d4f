// Paths as given → the files to read, each once, sorted by path.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/model.h"

namespace crosscheck::read_room {

struct FileToRead {
  std::string open_path;  ///< for the file system; "-" for standard input
  std::string path;       ///< for people: as given, then what lies below it
  std::string id;         ///< below the root folder; the file's own name when it was named itself
};

/// Files that `left_out` says so of are no files. Folders that cannot be listed are `skipped`. A path that is not there, or names a file of an unknown
/// format, is a Fault.
Result<std::vector<FileToRead>> list_files(const std::vector<std::string>& paths, std::vector<Skipped>& skipped,
                                           const std::function<bool(const std::string&)>& left_out = {});

/// "corpus" for "news/corpus/"; the folder's real name for "."; "stdin" for "-".
std::string name_of_corpus(const std::vector<std::string>& paths);

}  // namespace crosscheck::read_room
