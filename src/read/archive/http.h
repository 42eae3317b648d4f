// A response of HTTP as an archive keeps it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crosscheck::read_room {

/// Header fields, their names in small letters.
using Fields = std::map<std::string, std::string, std::less<>>;

void take_field(std::string_view line, Fields& into);
std::string_view field_of(const Fields& fields, std::string_view name);

struct HttpResponse {
  int status = 0;
  Fields fields;
  std::string_view body;  ///< as it was sent

  std::string media_type() const;  ///< "text/html"
  std::string charset() const;
};

HttpResponse http_response(std::string_view message);
/// The body without its chunks and compression.
Result<std::string> plain_body(const HttpResponse& response, std::uint64_t limit_bytes);

}  // namespace crosscheck::read_room
