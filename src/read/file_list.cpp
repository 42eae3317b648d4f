// What lies below the given paths, in an order that no file system can change: bytewise by path, so
// "a-b.txt" comes before "a/b.txt". Each folder is entered once, by its real name before any link to it: a
// link that leads back up ends there. Two hard links to one file are two files.
#include "read/file_list.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "read/bytes.h"
#include "read/format.h"

namespace crosscheck::read_room {
namespace {

namespace fs = std::filesystem;

/// What people keep beside articles: the documentation of a corpus, the reviews of its findings.
bool is_beside(const std::string& name) {
  const auto is = [&](std::string_view other) {
    return std::equal(name.begin(), name.end(), other.begin(), other.end(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
  };
  return is("readme.md") || is("reviews.jsonl");
}

std::string joined(const std::string& folder, const std::string& name) {
  if (folder.empty()) return name;
  return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

/// One root folder's files. Links to folders wait until every real folder has been entered.
class FolderWalk {
 public:
  FolderWalk(std::string root, std::vector<Skipped>& skipped) : root_(std::move(root)), skipped_(skipped) {}

  std::vector<FileToRead> files() {
    pending_.insert("");
    while (!pending_.empty() || !links_.empty()) {
      std::set<std::string>& next = pending_.empty() ? links_ : pending_;
      const std::string below = *next.begin();
      next.erase(next.begin());
      enter(below);
    }
    return std::move(files_);
  }

 private:
  void enter(const std::string& below) {
    const std::string folder = below.empty() ? root_ : joined(root_, below);
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (!error && !entered_.insert(real.native()).second) return;
    fs::directory_iterator entries;
    if (!error) entries = fs::directory_iterator(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) take(*entries, below);
    if (error) {
      skipped_.push_back({shown(folder), "the folder cannot be listed (" + error.message() + "); check its permissions",
                          "unreadable"});
    }
  }

  void take(const fs::directory_entry& entry, const std::string& below) {
    const std::string name = entry.path().filename().native();
    const std::string inside = joined(below, name);
    std::error_code error;
    const fs::file_status status = entry.status(error);  // follows links
    if (fs::is_directory(status)) {
      (entry.is_symlink(error) ? links_ : pending_).insert(inside);
    } else if (fs::is_regular_file(status) && format_named(name) != nullptr && !is_beside(name)) {
      const std::string path = joined(root_, inside);
      files_.push_back({path, shown(path), shown(inside)});
    } else if (!fs::exists(status) && format_named(name) != nullptr) {
      skipped_.push_back({shown(joined(root_, inside)), "a link that leads nowhere; mend or remove it", "unreadable"});
    }
  }

  std::string root_;
  std::vector<Skipped>& skipped_;
  std::set<std::string> pending_, links_, entered_;
  std::vector<FileToRead> files_;
};

Fault unknown_format(const std::string& path) {
  return {Who::input, "unknown-format", "its ending names no format that can be read; known are " + known_endings(),
          shown(path)};
}

std::optional<Fault> add_path(const std::string& path, std::vector<FileToRead>& files, std::vector<Skipped>& skipped) {
  if (path == "-") {
    files.push_back({"-", "-", "-"});
    return std::nullopt;
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    return Fault{Who::input, "no-such-path", "there is no such file or folder; check the spelling", shown(path)};
  }
  if (fs::is_directory(status)) {
    for (FileToRead& file : FolderWalk(path, skipped).files()) files.push_back(std::move(file));
    return std::nullopt;
  }
  if (error && format_named(path) == nullptr) {
    skipped.push_back({shown(path), "cannot be read (" + error.message() + "); check its permissions", "unreadable"});
    return std::nullopt;
  }
  if (format_named(path) == nullptr) return unknown_format(path);
  files.push_back({path, shown(path), shown(fs::path(path).filename().native())});
  return std::nullopt;
}

/// "./a.txt" and "a.txt" are one file; so are a folder's file and the same file named beside it.
void drop_repeated(std::vector<FileToRead>& files) {
  std::set<std::string> seen;
  std::erase_if(files, [&](const FileToRead& file) {
    std::error_code error;
    const std::string key =
        file.open_path == "-" ? "-" : fs::absolute(file.open_path, error).lexically_normal().native();
    return !seen.insert(key).second;
  });
}

}  // namespace

Result<std::vector<FileToRead>> list_files(const std::vector<std::string>& paths, std::vector<Skipped>& skipped,
                                           const std::function<bool(const std::string&)>& left_out) {
  std::vector<FileToRead> files;
  for (const std::string& path : paths) {
    if (auto fault = add_path(path, files, skipped)) return *std::move(fault);
  }
  drop_repeated(files);
  if (left_out) std::erase_if(files, [&](const FileToRead& file) { return left_out(file.open_path); });
  std::sort(files.begin(), files.end(),
            [](const FileToRead& a, const FileToRead& b) { return a.open_path < b.open_path; });
  std::sort(skipped.begin(), skipped.end(), [](const Skipped& a, const Skipped& b) { return a.path < b.path; });
  return files;
}

std::string name_of_corpus(const std::vector<std::string>& paths) {
  if (paths.empty()) return "";
  if (paths.front() == "-") return "stdin";
  fs::path path = fs::path(paths.front()).lexically_normal();
  if (!path.has_filename()) path = path.parent_path();
  if (path == "." || path == ".." || path.filename() == "..") {
    std::error_code error;
    path = fs::canonical(path, error);
  }
  return shown(path.has_filename() ? path.filename().native() : path.native());
}

}  // namespace crosscheck::read_room
