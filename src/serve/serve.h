// what      a page and its reviews over loopback: who reads the report decides there, and the file keeps it
// in → out  HTML + a reviews file → http://127.0.0.1:PORT/TOKEN/ until stop()
// units     bytes, seconds
// owns      the socket, and the reviews file: one writer at a time, a lock on it while serving
// fails     start(): the file has bad lines, is locked by another server or cannot be written, the port is taken; a request
//           that is refused gets 400, 403, 404, 413 or 415 with a sentence, and the file stays as it was
// threads   the HTTP library's few workers; appends are one at a time
// cost      the page in memory; a review is a line appended and synced to the disk
// follows   RFC 9110; binds 127.0.0.1 alone, asks for a token, and refuses foreign Host and Origin (DNS rebinding, CSRF)
// tested by tests/unit/serve_test.cpp
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace crosscheck {

struct ServeOptions {
  std::string reviews;  ///< the file; made when the first review is written
  std::string token;    ///< what the address and every request carry; hard to guess
  int port = 0;         ///< 0: any that is free
};

class ReviewServer {
 public:
  /// Locks and reads the file, binds the port; all that is wrong with the file at once.
  static Checked<std::unique_ptr<ReviewServer>> start(std::string page, const ServeOptions& options);
  ~ReviewServer();
  ReviewServer(const ReviewServer&) = delete;
  ReviewServer& operator=(const ReviewServer&) = delete;

  std::string address() const;  ///< "http://127.0.0.1:8080/TOKEN/"
  int port() const;
  /// Serves until stop(), which any thread may call.
  void run();
  void stop();

 private:
  class Inside;
  explicit ReviewServer(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

/// 32 hex digits from the system's source of randomness.
std::string new_token();

/// The page with the token in its head, and with leave to speak to the server that it came from.
std::string page_with_token(std::string page, std::string_view token);

}  // namespace crosscheck
