// Plain stdio. A closed pipe ("crosscheck … | head") is no error worth a message.
#include "cli/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace crosscheck {

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void complain(const std::string& text) { std::fprintf(stderr, "crosscheck: %s\n", text.c_str()); }

bool output_failed() { return std::fflush(stdout) != 0 || std::ferror(stdout) != 0; }

bool output_closed() { return std::ferror(stdout) != 0; }

bool terminal() { return isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr; }

int terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
    return size.ws_col;
  return 100;
}

Result<std::size_t> write_file(const std::string& path, const std::string& text) {
  return write_file(path, [&](const WritePart& write) { write(text); });
}

Result<std::size_t> write_file(const std::string& path, const std::function<void(const WritePart&)>& produce) {
  const auto fault = [&](const char* doing) {
    return Fault{Who::machine, "cannot-write", std::string(doing) + ": " + std::strerror(errno), path};
  };
  std::error_code error;
  std::filesystem::create_directories(std::filesystem::path(path).parent_path(), error);
  const std::string draft = path + ".part";
  std::FILE* file = std::fopen(draft.c_str(), "wb");
  if (file == nullptr) return fault("cannot open the file");
  std::size_t asked = 0, written = 0;
  produce([&](std::string_view part) {
    asked += part.size();
    written += std::fwrite(part.data(), 1, part.size(), file);
  });
  if (std::fclose(file) != 0 || written != asked) return fault("cannot write the file");
  if (std::rename(draft.c_str(), path.c_str()) != 0) return fault("cannot put the file in its place");
  return written;
}

}  // namespace crosscheck
