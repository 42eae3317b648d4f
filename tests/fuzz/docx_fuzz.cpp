// A DOCX: bytes that begin as a zip are one, any others become the document.xml of a zip that is sound, which random bytes never are.
#include <zlib.h>

#include "fuzz/reading.h"

namespace {

void put(std::string& out, std::size_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFFU));
}

/// One stored file.
std::string zipped(const std::string& content) {
  const std::string name = "word/document.xml";
  const auto sum = crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()));
  std::string head;
  put(head, 20, 2);    // version
  put(head, 0, 4);     // flags, method
  put(head, 0x21, 4);  // time
  put(head, sum, 4);
  put(head, content.size(), 4);
  put(head, content.size(), 4);
  put(head, name.size(), 2);
  put(head, 0, 2);
  std::string out = "PK\x03\x04" + head + name + content;
  const std::size_t directory = out.size();
  out += "PK\x01\x02";
  put(out, 20, 2);
  out += head;
  put(out, 0, 14);  // comment, disk, attributes, offset
  out += name;
  const std::size_t size = out.size() - directory;
  out += "PK\x05\x06";
  put(out, 0, 4);
  put(out, 1, 2);
  put(out, 1, 2);
  put(out, size, 4);
  put(out, directory, 4);
  put(out, 0, 2);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  crosscheck::fuzzing::read_as(bytes.starts_with("PK") ? bytes : zipped(bytes), "a.docx");
  return 0;
}
