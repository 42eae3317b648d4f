// A server for one reader at one machine. Its page may write to a file, so three things stand between that file and whatever
// else the browser has open:
//   the socket       is bound to 127.0.0.1: no other machine reaches it
//   the token        is in the address, and in a header of each request for reviews, which no other page can know
//   Host and Origin  must be this server's own: a name that an attacker has pointed at 127.0.0.1 is refused
// A request to write must also be JSON, so that a browser asks before it sends one from elsewhere. It keeps no session and
// knows nothing of findings: what a review says of which one is for the next run to judge.
#include "serve/serve.h"

#include <httplib.h>
#include <sys/random.h>

#include <algorithm>
#include <cstdint>

#include "serve/journal.h"

namespace crosscheck {
namespace {

constexpr std::size_t kLargestReview = std::size_t{64} << 10U;  // bytes
constexpr int kPatience_s = 5;
constexpr std::size_t kWorkers = 4;  // a browser opens connections ahead and lets them wait

void refuse(httplib::Response& response, int status, const std::string& why) {
  response.status = status;
  response.set_content(why + "\n", "text/plain; charset=utf-8");
}

/// Takes the same time for every wrong token of one length.
bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  unsigned differ = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differ |= static_cast<unsigned>(a[i] ^ b[i]);
  return differ == 0;
}

bool replace_first(std::string& text, std::string_view what, const std::string& with) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) return false;
  text.replace(at, what.size(), with);
  return true;
}

}  // namespace

std::string new_token() {
  std::uint8_t bytes[16];
  std::size_t got = 0;
  while (got < sizeof bytes) {
    const ::ssize_t more = ::getrandom(bytes + got, sizeof bytes - got, 0);
    if (more > 0) got += static_cast<std::size_t>(more);
  }
  std::string token;
  for (const std::uint8_t byte : bytes) {
    token.push_back("0123456789abcdef"[byte >> 4U]);
    token.push_back("0123456789abcdef"[byte & 15U]);
  }
  return token;
}

std::string page_with_token(std::string page, std::string_view token) {
  replace_first(page, "<head>", "<head>\n<meta name=\"crosscheck-token\" content=\"" + std::string(token) + "\">");
  const std::size_t head = page.find("</head>");
  const std::size_t connects = page.find("connect-src");
  if (connects == std::string::npos || connects > head)
    replace_first(page, "default-src 'none';", "default-src 'none'; connect-src 'self';");
  return page;
}

class ReviewServer::Inside {
 public:
  Inside(std::string page, const ServeOptions& options, Journal journal)
      : page_(page_with_token(std::move(page), options.token)), token_(options.token), journal_(std::move(journal)) {
    server_.new_task_queue = [] { return new httplib::ThreadPool(kWorkers); };
    server_.set_socket_options([](socket_t socket) {  // the library's own would let another program share the port
      const int yes = 1;
      ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server_.set_read_timeout(kPatience_s, 0);
    server_.set_write_timeout(kPatience_s, 0);
    server_.set_keep_alive_max_count(1);
    server_.set_payload_max_length(kLargestReview);
    route();
  }

  bool bind(int port) {
    port_ = port == 0 ? server_.bind_to_any_port("127.0.0.1") : (server_.bind_to_port("127.0.0.1", port) ? port : -1);
    if (port_ <= 0) return false;
    hosts_ = {"127.0.0.1:" + std::to_string(port_), "localhost:" + std::to_string(port_)};
    return true;
  }
  int port() const { return port_; }
  std::string address() const { return "http://" + hosts_.front() + "/" + token_ + "/"; }
  void run() { server_.listen_after_bind(); }
  void stop() { server_.stop(); }

 private:
  void route() {
    server_.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      response.set_header("Cache-Control", "no-store");
      response.set_header("X-Content-Type-Options", "nosniff");
      response.set_header("Referrer-Policy", "no-referrer");
      response.set_header("Cross-Origin-Resource-Policy", "same-origin");
      response.set_header("X-Frame-Options", "DENY");
      if (own(request)) return httplib::Server::HandlerResponse::Unhandled;
      refuse(response, 403, "this server answers to its own address alone: " + hosts_.front());
      return httplib::Server::HandlerResponse::Handled;
    });
    server_.Get("/" + token_ + "/", [this](const httplib::Request&, httplib::Response& response) {
      response.set_content(page_, "text/html; charset=utf-8");
    });
    for (const char* const path : {"/reviews", "/[0-9a-f]+/reviews"}) {
      server_.Get(path, [this](const httplib::Request& request, httplib::Response& response) {
        if (has_token(request, response)) response.set_content(journal_.all(), "application/x-ndjson; charset=utf-8");
      });
      server_.Post(path, [this](const httplib::Request& request, httplib::Response& response) {
        if (has_token(request, response)) take(request, response);
      });
    }
    server_.set_error_handler([](const httplib::Request&, httplib::Response& response) {
      if (!response.body.empty()) return;
      const bool large = response.status == 413;
      refuse(response, response.status,
             large ? "a review is at most " + std::to_string(kLargestReview) + " bytes" : "nothing is here");
    });
  }

  /// From a page of this server, or from no page at all.
  bool own(const httplib::Request& request) const {
    const auto is_host = [&](const std::string& given) {
      return std::find(hosts_.begin(), hosts_.end(), given) != hosts_.end();
    };
    if (!is_host(request.get_header_value("Host"))) return false;
    if (request.get_header_value_count("Host") != 1) return false;
    if (!request.has_header("Origin")) return request.get_header_value("Sec-Fetch-Site") != "cross-site";
    const std::string origin = request.get_header_value("Origin");
    return origin.starts_with("http://") && is_host(origin.substr(7));
  }

  bool has_token(const httplib::Request& request, httplib::Response& response) const {
    if (same_secret(request.get_header_value("X-Crosscheck-Token"), token_)) return true;
    refuse(response, 403, "the header X-Crosscheck-Token is missing or wrong");
    return false;
  }

  void take(const httplib::Request& request, httplib::Response& response) {
    const std::string type = request.get_header_value("Content-Type");
    if (type.substr(0, type.find(';')) != "application/json")
      return refuse(response, 415, "send one review as application/json");
    const auto review = parse_review(request.body, "the review");
    if (!review.ok()) return refuse(response, 400, to_string(review.fault()));
    const auto line = journal_.append(review.value());
    if (!line.ok()) return refuse(response, 500, to_string(line.fault()));
    response.status = 201;
    response.set_content(line.value() + "\n", "application/json; charset=utf-8");
  }

  std::string page_, token_;
  Journal journal_;
  std::vector<std::string> hosts_;
  int port_ = -1;
  httplib::Server server_;
};

ReviewServer::ReviewServer(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
ReviewServer::~ReviewServer() = default;

Checked<std::unique_ptr<ReviewServer>> ReviewServer::start(std::string page, const ServeOptions& options) {
  auto journal = Journal::open(options.reviews);
  if (!journal.ok()) return journal.faults();
  auto inside = std::make_unique<Inside>(std::move(page), options, std::move(journal).value());
  if (!inside->bind(options.port)) {
    return std::vector<Fault>{{Who::setup, "port-taken",
                               "port " + std::to_string(options.port) + " of 127.0.0.1 cannot be had; name another",
                               "--port"}};
  }
  return std::unique_ptr<ReviewServer>(new ReviewServer(std::move(inside)));
}

std::string ReviewServer::address() const { return inside_->address(); }
int ReviewServer::port() const { return inside_->port(); }
void ReviewServer::run() { inside_->run(); }
void ReviewServer::stop() { inside_->stop(); }

}  // namespace crosscheck
