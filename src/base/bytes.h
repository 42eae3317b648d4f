// what      numbers and texts as bytes that any machine reads back: ByteWriter, ByteReader
// in → out  values one after the other → bytes → the same values, asked for in the same order
// units     –
// owns      the writer its bytes; the reader looks at bytes that must outlive it
// fails     the reader gives zeros for what is not there or out of bounds, and ok() says so
// threads   values
// cost      a byte for a number below 128, a text once and from then on its number
// follows   LEB128 for numbers, IEEE 754 in small-endian order for reals
// tested by tests/unit/store_test.cpp
#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/decimal.h"
#include "base/hash.h"
#include "base/span.h"

namespace crosscheck {

__extension__ typedef unsigned __int128 WideNumber;

class ByteWriter {
 public:
  void number(WideNumber value) {
    for (; value >= 128; value >>= 7U) bytes_.push_back(static_cast<char>((value & 127U) | 128U));
    bytes_.push_back(static_cast<char>(value));
  }
  /// Small for small numbers of either sign.
  void integer(std::int64_t value) {
    number(value < 0 ? (static_cast<WideNumber>(~value) << 1U) | 1U : static_cast<WideNumber>(value) << 1U);
  }
  void flag(bool value) { bytes_.push_back(value ? 1 : 0); }
  template <class Enum>
  void name(Enum value) {
    number(static_cast<std::uint8_t>(value));
  }
  void real(double value) {
    auto bits = std::bit_cast<std::uint64_t>(value);
    for (int i = 0; i < 8; ++i, bits >>= 8U) bytes_.push_back(static_cast<char>(bits & 255U));
  }
  void real32(float value) {
    auto bits = std::bit_cast<std::uint32_t>(value);
    for (int i = 0; i < 4; ++i, bits >>= 8U) bytes_.push_back(static_cast<char>(bits & 255U));
  }
  /// Verbatim, each time anew.
  void bytes(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  void text(std::string_view value) {
    const auto [known, fresh] = texts_.try_emplace(std::string(value), texts_.size());
    number(known->second);
    if (fresh) bytes(value);
  }
  void span(Span span) {
    number(span.begin);
    integer(static_cast<std::int64_t>(span.end) - span.begin);
  }
  void decimal(const Decimal& value) {
    const Decimal::Coefficient coefficient = value.coefficient();
    flag(coefficient < 0);
    number(static_cast<WideNumber>(coefficient < 0 ? -coefficient : coefficient));
    integer(value.exponent());
  }
  template <class Value, class Put>
  void maybe(const std::optional<Value>& value, Put&& put) {
    flag(value.has_value());
    if (value) put(*value);
  }
  template <class List, class Put>
  void list(const List& values, Put&& put) {
    number(values.size());
    for (const auto& value : values) put(value);
  }
  const std::string& all() const { return bytes_; }

 private:
  std::string bytes_;
  std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> texts_;
};

/// What ran out or was out of bounds gives zeros, and ok() says so.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  WideNumber wide() {
    WideNumber value = 0;
    for (unsigned shift = 0; shift < 128; shift += 7) {
      const std::uint8_t next = byte();
      value |= static_cast<WideNumber>(next & 127U) << shift;
      if (next < 128) return value;
    }
    ok_ = false;
    return 0;
  }
  std::uint64_t number() { return static_cast<std::uint64_t>(wide()); }
  std::uint32_t small() { return static_cast<std::uint32_t>(wide()); }
  std::int64_t integer() {
    const std::uint64_t value = number();
    return (value & 1U) != 0 ? ~static_cast<std::int64_t>(value >> 1U) : static_cast<std::int64_t>(value >> 1U);
  }
  bool flag() { return byte() != 0; }
  template <class Enum>
  Enum name(Enum last) {
    const std::uint64_t value = number();
    if (value > static_cast<std::uint64_t>(last)) ok_ = false;
    return ok_ ? static_cast<Enum>(value) : Enum{};
  }
  double real() {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < 8; ++i) bits |= static_cast<std::uint64_t>(byte()) << (8 * i);
    return std::bit_cast<double>(bits);
  }
  float real32() {
    std::uint32_t bits = 0;
    for (unsigned i = 0; i < 4; ++i) bits |= static_cast<std::uint32_t>(byte()) << (8 * i);
    return std::bit_cast<float>(bits);
  }
  std::string_view bytes() {
    const std::size_t size = count();
    const std::string_view value = bytes_.substr(at_, size);
    at_ += value.size();
    return value;
  }
  std::string_view text() {
    const std::uint64_t place = number();
    if (place < texts_.size()) return texts_[place];
    if (place > texts_.size()) ok_ = false;
    if (!ok_) return {};
    return texts_.emplace_back(bytes());
  }
  Span span() {
    Span span;
    span.begin = small();
    span.end = static_cast<std::uint32_t>(span.begin + integer());
    return span;
  }
  Decimal decimal() {
    const bool negative = flag();
    const auto coefficient = static_cast<Decimal::Coefficient>(wide());
    const auto exponent = static_cast<int>(integer());
    return {negative ? -coefficient : coefficient, exponent};
  }
  template <class Value, class Take>
  std::optional<Value> maybe(Take&& take) {
    return flag() ? std::optional<Value>(take()) : std::nullopt;
  }
  /// Each thing takes a byte at least, so a count that is wrong is told before room is made for it.
  template <class Value, class Take>
  std::vector<Value> list(Take&& take) {
    std::vector<Value> values;
    const std::size_t size = count();
    values.reserve(size);
    for (std::size_t i = 0; i < size && ok_; ++i) values.push_back(take());
    return values;
  }
  std::size_t count() {
    const std::uint64_t size = number();
    if (size > bytes_.size() - at_) ok_ = false;
    return ok_ ? static_cast<std::size_t>(size) : 0;
  }
  bool done() const { return at_ == bytes_.size(); }
  bool ok() const { return ok_; }

 private:
  std::uint8_t byte() {
    if (at_ == bytes_.size()) {
      ok_ = false;
      return 0;
    }
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
  std::vector<std::string_view> texts_;
};

}  // namespace crosscheck
