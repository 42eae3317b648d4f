// A page says `charset=latin1` and means what browsers take it for, windows-1252: its byte 0x96 is an en dash, so "12\x96 15"
// is read "12– 15". Labels that the WHATWG reads otherwise than IANA are listed; ICU knows the rest. An encoding that is
// guessed from the bytes is none of this file's business.
#include "base/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "base/unicode.h"

namespace crosscheck {
namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 20> kLabels{{
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"tis-620", "windows-874"},
    {"iso-8859-11", "windows-874"},
    {"shift_jis", "ibm-943_P15A-2003"},
    {"shift-jis", "ibm-943_P15A-2003"},
    {"sjis", "ibm-943_P15A-2003"},
    {"x-sjis", "ibm-943_P15A-2003"},
    {"gb2312", "gbk"},
    {"gb_2312-80", "gbk"},
    {"euc-kr", "windows-949"},
    {"ks_c_5601-1987", "windows-949"},
}};

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::string trimmed_lower(std::string_view label) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '"' || c == '\''; };
  while (!label.empty() && blank(label.front())) label.remove_prefix(1);
  while (!label.empty() && blank(label.back())) label.remove_suffix(1);
  return to_lower(label);
}

/// Every byte that is no UTF-8 becomes one U+FFFD.
DecodedText mended(std::string_view bytes) {
  DecodedText out;
  out.text.reserve(bytes.size());
  while (const auto bad = first_invalid_byte(bytes)) {
    out.text.append(bytes.substr(0, *bad)).append(kReplacement);
    ++out.replaced;
    bytes.remove_prefix(*bad + 1);
  }
  out.text.append(bytes);
  return out;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++count;
  return count;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter converter_of(const char* name) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &error));
  if (U_FAILURE(error)) return nullptr;
  return converter;
}

}  // namespace

std::optional<DecodedText> to_utf8(std::string_view bytes, std::string_view label) {
  const std::string name = trimmed_lower(label);
  if (name == "utf-8" || name == "utf8" || name == "unicode-1-1-utf-8") return mended(bytes);
  const auto* known = std::find_if(kLabels.begin(), kLabels.end(), [&](const auto& row) { return row.first == name; });
  if (name.empty()) return std::nullopt;
  const Converter from = converter_of(known == kLabels.end() ? name.c_str() : known->second);
  const Converter to = converter_of("UTF-8");
  if (!from || !to) return std::nullopt;
  DecodedText out;
  out.text.resize(bytes.size() + bytes.size() / 2 + 16);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  std::size_t written = 0;
  std::array<UChar, 4096> pivot{};
  UChar *pivot_read = pivot.data(), *pivot_write = pivot.data();
  for (bool reset = true;; reset = false) {
    UErrorCode error = U_ZERO_ERROR;
    char* target = out.text.data() + written;
    ucnv_convertEx(to.get(), from.get(), &target, out.text.data() + out.text.size(), &source, source_end, pivot.data(),
                   &pivot_read, &pivot_write, pivot.data() + pivot.size(), static_cast<UBool>(reset), true, &error);
    written = static_cast<std::size_t>(target - out.text.data());
    if (error == U_BUFFER_OVERFLOW_ERROR) {
      out.text.resize(out.text.size() * 2);
      continue;
    }
    if (U_FAILURE(error)) return std::nullopt;
    break;
  }
  out.text.resize(written);
  out.replaced = count_of(out.text, kReplacement);
  return out;
}

}  // namespace crosscheck
