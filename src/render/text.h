// The terminal report's paper: lines of a width, colour where wanted. Private to src/render/.
#pragma once

#include <string>
#include <string_view>

#include "render/render.h"

namespace crosscheck::rendering {

enum class Ink { none, bold, dim, red, green, yellow };

class Paper {
 public:
  explicit Paper(const Look& look);

  std::size_t width() const { return width_; }
  std::string painted(std::string_view text, Ink ink) const;
  void blank() { out_ += '\n'; }
  void line(std::string_view text) { out_.append(text).push_back('\n'); }
  /// Wrapped, every line at the same indentation.
  void paragraph(std::string_view text, std::size_t indent, Ink ink = Ink::none);
  /// Wrapped behind "," and "·" only, so that "7 agreements" stays together.
  void packed(std::string_view text, Ink ink);
  /// A mark, a title, and what stands at the right edge of its first line.
  void heading(std::string_view mark, Ink mark_ink, std::string_view title, Ink title_ink, std::string_view right);
  std::string take() { return std::move(out_); }

 private:
  std::size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace crosscheck::rendering
