// "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=ISO-8859-1\r\n\r\n<html>…" has status 200, that charset, and its body behind the
// empty line. A body sent in chunks is put together, one that was compressed is inflated. Chunks that do not add up end the body
// where they stop making sense, as browsers have it.
#include "read/archive/http.h"

#include <charconv>

#include "base/unicode.h"
#include "read/archive/archive.h"
#include "read/bytes.h"

namespace crosscheck::read_room {
namespace {

/// The next line, which is cut off `rest`.
std::string_view cut_line(std::string_view& rest) {
  const std::size_t feed = rest.find('\n');
  std::string_view line = rest.substr(0, feed);
  rest.remove_prefix(feed == std::string_view::npos ? rest.size() : feed + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string without_chunks(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    const std::string_view line = cut_line(body);
    std::size_t size = 0;
    const auto read = std::from_chars(line.data(), line.data() + line.size(), size, 16);
    if (read.ec != std::errc() || size == 0) break;
    out.append(body.substr(0, size));
    body.remove_prefix(std::min(size, body.size()));
    cut_line(body);
  }
  return out;
}

bool looks_chunked(std::string_view body) {
  std::size_t size = 0;
  const std::string_view line = cut_line(body);
  const auto read = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  const bool alone = read.ptr == line.data() + line.size() || *read.ptr == ';' || *read.ptr == ' ';
  return read.ec == std::errc() && alone && size <= body.size();
}

}  // namespace

void take_field(std::string_view line, Fields& into) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  into.emplace(to_lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
}

std::string_view field_of(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

std::string HttpResponse::media_type() const {
  const std::string_view type = field_of(fields, "content-type");
  return to_lower(trimmed(type.substr(0, type.find(';'))));
}

std::string HttpResponse::charset() const {
  const std::string type = to_lower(field_of(fields, "content-type"));
  const std::size_t at = type.find("charset=");
  if (at == std::string::npos) return "";
  std::string_view label = std::string_view(type).substr(at + 8);
  label = trimmed(label.substr(0, label.find(';')));
  while (!label.empty() && (label.front() == '"' || label.front() == '\'')) label.remove_prefix(1);
  while (!label.empty() && (label.back() == '"' || label.back() == '\'')) label.remove_suffix(1);
  return std::string(label);
}

HttpResponse http_response(std::string_view message) {
  HttpResponse response;
  std::string_view rest = message;
  const std::string_view first = cut_line(rest);
  const std::size_t space = first.find(' ');
  if (first.starts_with("HTTP/") && space != std::string_view::npos)
    std::from_chars(first.data() + space + 1, first.data() + first.size(), response.status);
  while (!rest.empty()) {
    const std::string_view line = cut_line(rest);
    if (line.empty()) break;
    take_field(line, response.fields);
  }
  response.body = rest;
  return response;
}

Result<std::string> plain_body(const HttpResponse& response, std::uint64_t limit_bytes) {
  std::string body;
  // Archives differ in whether they undo the chunks and keep the header.
  const bool chunked = to_lower(field_of(response.fields, "transfer-encoding")).find("chunked") != std::string::npos;
  if (chunked && looks_chunked(response.body))
    body = without_chunks(response.body);
  else
    body = response.body;
  return inflated(body, to_lower(field_of(response.fields, "content-encoding")), limit_bytes);
}

}  // namespace crosscheck::read_room
