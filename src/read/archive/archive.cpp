// libarchive takes a zip apart, zlib and brotli what HTTP and crawlers compress; this file gives them memory and takes out no more
// than asked for. Forty kilobytes of zip can
// unfold to gigabytes, so sizes are those that come out, never those that a header promises. Nothing is written to disk, and a
// name inside an archive is compared, not opened.
#include "read/archive/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <brotli/decode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace crosscheck::read_room {
namespace {

struct CloseArchive {
  void operator()(archive* reader) const { archive_read_free(reader); }
};
using Reader = std::unique_ptr<archive, CloseArchive>;

Fault fault_of(const char* code, const std::string& what) { return {Who::input, code, what, ""}; }

/// The data of the entry that was just opened.
Result<std::string> data_of(archive* reader, std::uint64_t limit_bytes) {
  std::string out;
  std::array<char, 65536> block{};
  for (;;) {
    const auto got = archive_read_data(reader, block.data(), block.size());
    if (got == 0) return out;
    if (got < 0) {
      const char* why = archive_error_string(reader);
      return fault_of("broken-archive", "it breaks off or is damaged (" +
                                            std::string(why == nullptr ? "no reason given" : why) +
                                            "); fetch it again");
    }
    if (out.size() + static_cast<std::size_t>(got) > limit_bytes) {
      return fault_of("too-large", "it unfolds to more than " + std::to_string(limit_bytes >> 20U) +
                                       " MB; take it out of the corpus");
    }
    out.append(block.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace

Result<std::string> zip_entry(std::string_view zip, const std::string& name, std::uint64_t limit_bytes) {
  const Reader reader(archive_read_new());
  archive_read_support_format_zip(reader.get());
  if (!zip.starts_with("PK") || archive_read_open_memory(reader.get(), zip.data(), zip.size()) != ARCHIVE_OK)
    return fault_of("not-a-zip",
                    "it is no zip archive, as a .docx is one inside; save it anew from the program that made it");
  for (;;) {
    archive_entry* entry = nullptr;
    const int state = archive_read_next_header(reader.get(), &entry);
    if (state == ARCHIVE_EOF)
      return fault_of("missing-part", "there is no " + name + " in it; save it anew from the program that made it");
    if (state != ARCHIVE_OK && state != ARCHIVE_WARN)
      return fault_of("broken-archive", "its zip archive breaks off or is damaged; fetch it again");
    const char* const path = archive_entry_pathname(entry);
    if (path == nullptr || path != name) continue;
    if (archive_entry_is_encrypted(entry) != 0)
      return fault_of("encrypted", "it is locked by a password; save it without one");
    return data_of(reader.get(), limit_bytes);
  }
}

namespace {

constexpr std::size_t kArchiveBlock = std::size_t{1} << 16U;

Fault too_much(std::uint64_t limit_bytes) {
  return fault_of("too-large",
                  "it unfolds to more than " + std::to_string(limit_bytes >> 20U) + " MB; take it out of the corpus");
}

Fault damaged_body() {
  return fault_of("broken-archive", "its compressed body breaks off or is damaged; fetch it again");
}

/// `window`: 15 + 32 for gzip and zlib by their headers, -15 for bare deflate.
Result<std::string> zlib_inflated(std::string_view bytes, int window, std::uint64_t limit_bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return damaged_body();
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> close(&stream, &inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max()));
  std::string out, block(kArchiveBlock, '\0');
  for (int state = Z_OK; state != Z_STREAM_END;) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    state = inflate(&stream, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END) return damaged_body();
    out.append(block, 0, block.size() - stream.avail_out);
    if (out.size() > limit_bytes) return too_much(limit_bytes);
  }
  return out;
}

Result<std::string> brotli_inflated(std::string_view bytes, std::uint64_t limit_bytes) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  std::string out, block(kArchiveBlock, '\0');
  const auto* in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t in_size = bytes.size();
  for (BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT; result != BROTLI_DECODER_RESULT_SUCCESS;) {
    auto* to = reinterpret_cast<std::uint8_t*>(block.data());
    std::size_t room = block.size();
    result = BrotliDecoderDecompressStream(state.get(), &in_size, &in, &room, &to, nullptr);
    if (result == BROTLI_DECODER_RESULT_ERROR || result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
      return damaged_body();
    out.append(block, 0, block.size() - room);
    if (out.size() > limit_bytes) return too_much(limit_bytes);
  }
  return out;
}

}  // namespace

Result<std::string> inflated(std::string_view bytes, std::string_view coding, std::uint64_t limit_bytes) {
  if (coding.empty() || coding == "identity") return std::string(bytes);
  // Some archives keep the header and store the body as it was shown.
  if (coding == "gzip" || coding == "x-gzip")
    return bytes.starts_with("\x1F\x8B") ? zlib_inflated(bytes, 15 + 32, limit_bytes)
                                         : Result<std::string>(std::string(bytes));
  if (coding == "deflate") {
    auto wrapped = zlib_inflated(bytes, 15 + 32, limit_bytes);
    return wrapped.ok() || wrapped.fault().code == "too-large" ? wrapped : zlib_inflated(bytes, -15, limit_bytes);
  }
  if (coding == "br") return brotli_inflated(bytes, limit_bytes);
  return fault_of("unknown-coding", "its body is compressed as \"" + std::string(coding.substr(0, 20)) +
                                        "\", which cannot be read; fetch it as gzip");
}

struct PlainStream::Inflater {
  z_stream stream{};
  bool between = true;  ///< members
  Inflater() { inflateInit2(&stream, 15 + 16); }
  ~Inflater() { inflateEnd(&stream); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
};

PlainStream::PlainStream(Source& source) : source_(source) {
  if (source_.peek(2) == "\x1F\x8B") inflater_ = std::make_unique<Inflater>();
}

PlainStream::~PlainStream() = default;

bool PlainStream::fill() {
  if (done_) return false;
  at_ = 0;
  block_.clear();
  if (inflater_) return fill_inflated();
  const std::string_view bytes = source_.peek(kArchiveBlock);
  block_.assign(bytes);
  source_.drop(bytes.size());
  done_ = bytes.empty();
  return !done_;
}

bool PlainStream::fill_inflated() {
  z_stream& stream = inflater_->stream;
  while (block_.empty() && !done_) {
    const std::string_view bytes = source_.peek(kArchiveBlock);
    // Zeros behind the last member are a tape's or a disk's.
    const bool over = bytes.empty() || (inflater_->between && bytes.front() != '\x1F');
    if (over) {
      done_ = true;
      broken_ = !inflater_->between || bytes.find_first_not_of('\0') != std::string_view::npos;
      break;
    }
    if (inflater_->between) inflateReset(&stream);
    block_.resize(kArchiveBlock);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(block_.data());
    stream.avail_out = static_cast<uInt>(block_.size());
    const int state = inflate(&stream, Z_NO_FLUSH);
    source_.drop(bytes.size() - stream.avail_in);
    block_.resize(block_.size() - stream.avail_out);
    inflater_->between = state == Z_STREAM_END;
    if (state != Z_OK && state != Z_STREAM_END) done_ = broken_ = true;
  }
  return !block_.empty();
}

PlainStream::State PlainStream::line(std::string& into, std::size_t limit_bytes) {
  into.clear();
  for (;;) {
    if (at_ == block_.size() && !fill()) {
      if (broken_) return State::broken;
      return into.empty() ? State::end : State::here;
    }
    const std::string_view rest = std::string_view(block_).substr(at_);
    const std::size_t feed = rest.find('\n');
    into.append(rest.substr(0, feed));
    at_ += feed == std::string_view::npos ? rest.size() : feed + 1;
    if (into.size() > limit_bytes) return State::broken;
    if (feed == std::string_view::npos) continue;
    if (into.ends_with('\r')) into.pop_back();
    return State::here;
  }
}

PlainStream::State PlainStream::take(std::uint64_t size, std::uint64_t limit_bytes, std::string& into) {
  into.clear();
  while (size > 0) {
    if (at_ == block_.size() && !fill()) return State::broken;
    const std::string_view rest = std::string_view(block_).substr(at_);
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(size, rest.size()));
    const std::uint64_t room = limit_bytes - std::min<std::uint64_t>(limit_bytes, into.size());
    into.append(rest.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(taken, room))));
    at_ += taken;
    size -= taken;
  }
  return State::here;
}

}  // namespace crosscheck::read_room
