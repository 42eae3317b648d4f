// Plain stdio. A closed pipe ("crosscheck … | head") is no error worth a message, a full disk is. What names a file or quotes an
// article may hold escape sequences; on standard error they are written out ("\x1b[31m" as those seven characters), so that no
// article paints a terminal or hides a message.
#include "cli/output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <mutex>

#include "base/unicode.h"

namespace crosscheck {
namespace {

constexpr int kUsualWidth = 100, kNarrowest = 40;
constexpr const char* kErase = "\r\x1b[K";

/// The standard streams are one a process, and so is the line that may stand on one of them.
std::mutex streams;
bool line_stands = false;
int output_error = 0;

void erase_line() {
  if (line_stands) std::fputs(kErase, stderr);
  line_stands = false;
}

int width_of(int descriptor) {
  winsize size{};
  const bool known = isatty(descriptor) == 1 && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col >= kNarrowest;
  return known ? size.ws_col : kUsualWidth;
}

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool dumb_terminal() {
  const char* term = std::getenv("TERM");
  return term == nullptr || *term == '\0' || std::strcmp(term, "dumb") == 0;
}

/// Data for a terminal: JSON escapes what is below a space, and U+009B begins a sequence, too.
std::string without_controls(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    if (d.code >= 0x7F && d.code < 0xA0) {
      char shown[8] = "";
      std::snprintf(shown, sizeof shown, "\\u%04x", static_cast<unsigned>(d.code));
      out += shown;
    } else {
      out.append(text, i, d.length);
    }
    i += d.length;
  }
  return out;
}

std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode(text, i);
    const bool reorders = (d.code >= 0x202A && d.code <= 0x202E) || (d.code >= 0x2066 && d.code <= 0x2069);
    const bool controls = d.code < 0x20 || (d.code >= 0x7F && d.code < 0xA0);
    if ((controls && d.code != '\n' && d.code != '\t') || reorders) {
      char shown[16] = "";
      std::snprintf(shown, sizeof shown, d.code < 0x100 ? "\\x%02x" : "\\u%04x", static_cast<unsigned>(d.code));
      out += shown;
    } else {
      out.append(text, i, d.length);
    }
    i += d.length;
  }
  return out;
}

}  // namespace

void print(std::string_view data) {
  static const bool terminal = prints_to_terminal();
  const std::string filtered = terminal ? without_controls(data) : "";
  const std::string_view text = terminal ? filtered : data;
  const std::lock_guard guard(streams);
  erase_line();
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() && output_error == 0) output_error = errno;
}

void complain(const std::string& text) {
  const std::lock_guard guard(streams);
  erase_line();
  std::fprintf(stderr, "crosscheck: %s\n", harmless(text).c_str());
}

bool output_failed() {
  const bool failed = std::fflush(stdout) != 0;
  if (failed && output_error == 0) output_error = errno;
  return failed || std::ferror(stdout) != 0;
}

bool output_closed() { return std::ferror(stdout) != 0; }

std::string output_fault() { return output_error == 0 || output_error == EPIPE ? "" : std::strerror(output_error); }

void show_line(const std::string& text) {
  const std::lock_guard guard(streams);
  if (text.empty()) return erase_line();
  std::string line = text;
  const auto room = static_cast<std::size_t>(width_of(STDERR_FILENO) - 1);
  while (display_width(line) > room) {
    while ((static_cast<unsigned char>(line.back()) & 0xC0U) == 0x80U) line.pop_back();
    line.pop_back();
  }
  std::fprintf(stderr, "%s%s", kErase, line.c_str());
  line_stands = true;
}

bool shows_lines() { return isatty(STDERR_FILENO) == 1 && !dumb_terminal(); }

bool prints_to_terminal() { return isatty(STDOUT_FILENO) == 1; }

bool colour_wanted(std::string_view when) {
  if (when == "always" || when == "never") return when == "always";
  return prints_to_terminal() && !is_set("NO_COLOR") && !dumb_terminal();
}

int terminal_width() { return width_of(STDOUT_FILENO); }

Result<std::size_t> write_file(const std::string& path, const std::string& text) {
  return write_file(path, [&](const WritePart& write) { write(text); });
}

Result<std::size_t> write_file(const std::string& path, const std::function<void(const WritePart&)>& produce) {
  const auto fault = [&](const char* doing, int error) {
    const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
    return Fault{Who::machine, "cannot-write",
                 std::string(doing) + ": " + std::strerror(error) +
                     (full ? "; make room there, or name another place with -o"
                           : "; check that it may be written there, or name another place with -o"),
                 path};
  };
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::path(path).parent_path();
  if (!folder.empty() && !std::filesystem::create_directories(folder, error) && error)
    return fault("cannot make its folder", error.value());
  const std::string draft = path + ".part";
  std::FILE* file = std::fopen(draft.c_str(), "wb");
  if (file == nullptr) return fault("cannot open the file", errno);
  std::size_t asked = 0, written = 0;
  int failed = 0;
  produce([&](std::string_view part) {
    asked += part.size();
    written += std::fwrite(part.data(), 1, part.size(), file);
    if (written != asked && failed == 0) failed = errno;
  });
  if (std::fclose(file) != 0 && failed == 0) failed = errno;
  if (failed == 0 && std::rename(draft.c_str(), path.c_str()) == 0) return written;
  const int why = failed == 0 ? errno : failed;
  std::remove(draft.c_str());
  return fault(failed == 0 ? "cannot put the file in its place" : "cannot write the file", why);
}

}  // namespace crosscheck
