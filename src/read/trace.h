// A text that is put together out of pieces of a source, each of which remembers where it was.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/model.h"

namespace crosscheck::read_room {

class Trace {
 public:
  struct Run {
    std::uint32_t begin = 0;   ///< byte of the text
    std::uint32_t source = 0;  ///< byte of the source
    bool copied = false;       ///< byte for byte
  };

  /// What stands in the source, byte for byte, from `source` on.
  void copy(std::string_view text, std::size_t source);
  /// What stands for something that begins at `source`.
  void make(std::string_view text, std::size_t source);
  void append(const Trace& other);

  const std::string& text() const { return text_; }
  const std::vector<Run>& runs() const { return runs_; }
  bool empty() const { return text_.empty(); }
  std::uint32_t source_of(std::uint32_t at) const;
  void cut_to(std::size_t size);  ///< the text's first bytes
  void trim();                    ///< no white space at either end

  /// The same text, traced through `outer`, whose text is this one's source.
  Trace through(const Trace& outer) const;
  std::string take_text() { return std::move(text_); }

 private:
  void run(std::size_t source, bool copied);

  std::string text_;
  std::vector<Run> runs_;
};

/// Byte of a source → line and column; a look-up costs a search among lines and at most a block of bytes.
class Lines {
 public:
  explicit Lines(std::string_view source);
  SourcePlace at(std::uint32_t byte) const;

 private:
  static constexpr std::uint32_t kBlock = 256;
  std::string_view source_;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> counted_;  ///< code points before every block
  std::uint32_t code_points_before(std::uint32_t byte) const;
};

SourceMap map_of(const Trace& trace, const Lines& lines);

/// Appends what a parser made of `raw`, which begins at byte `begin` of the source, tracing entities, tags that were skipped and
/// line breaks that were made one.
void trace_decoded(Trace& into, std::string_view decoded, std::string_view raw, std::size_t begin);

}  // namespace crosscheck::read_room
