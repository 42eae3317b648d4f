// A PDF: whatever its bytes, it is read or refused by name, its text is UTF-8, and every run of it has a page.
#include "fuzz/reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  crosscheck::fuzzing::read_as(std::string(reinterpret_cast<const char*>(data), size), "a.pdf");
  return 0;
}
