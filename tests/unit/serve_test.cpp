// The review server over real sockets: whom it answers, what it writes.
#include "serve/serve.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "program.h"
#include "review/review.h"

namespace crosscheck {
namespace {

using support::has, support::TemporaryFolder;

const std::string kPage =
    "<!doctype html>\n<html>\n<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'x'\">\n"
    "</head>\n<body>report</body>\n</html>\n";
const std::string kReview = R"({"fingerprint":"0123456789abcdef","state":"dismissed","reason":"two counts","by":"mk"})";

int connected(int port, const char* host = "127.0.0.1") {
  const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
  const timeval patience{20, 0};
  ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  ::inet_pton(AF_INET, host, &address.sin_addr);
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return fd;
  ::close(fd);
  return -1;
}

/// What comes back for these bytes.
std::string exchanged(int port, const std::string& bytes) {
  const int fd = connected(port);
  REQUIRE(fd >= 0);
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ::ssize_t part = ::send(fd, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (part <= 0) break;
    sent += static_cast<std::size_t>(part);
  }
  std::string answer;
  char block[4096];
  for (::ssize_t got = 0; (got = ::recv(fd, block, sizeof block, 0)) > 0;)
    answer.append(block, static_cast<std::size_t>(got));
  ::close(fd);
  return answer;
}

int status_of(const std::string& answer) { return answer.size() < 12 ? 0 : std::stoi(answer.substr(9, 3)); }
std::string body_of(const std::string& answer) {
  return answer.substr(std::min(answer.find("\r\n\r\n") + 4, answer.size()));
}

/// A server with its own folder, running until the test ends.
class Served {
 public:
  explicit Served(const std::string& already = "") {
    if (!already.empty()) folder_.write("reviews.jsonl", already);
    auto started = ReviewServer::start(kPage, {file(), "feedface", 0});
    if (!started.ok()) FAIL(to_string(started.faults().front()));
    server_ = std::move(started).value();
    thread_ = std::thread([this] { server_->run(); });
  }
  ~Served() {
    get("/");  // it has begun to answer, and so can be stopped
    server_->stop();
    thread_.join();
  }
  int port() const { return server_->port(); }
  std::string host() const { return "127.0.0.1:" + std::to_string(port()); }
  std::string file() const { return folder_ / "reviews.jsonl"; }
  std::string kept() const { return support::fs::exists(file()) ? support::read_file(file()) : ""; }
  std::string address() const { return server_->address(); }

  std::string get(const std::string& path, const std::string& headers = "", const std::string& name = "") const {
    return exchanged(port(), "GET " + path + " HTTP/1.1\r\nHost: " + (name.empty() ? host() : name) +
                                 "\r\nConnection: close\r\n" + headers + "\r\n");
  }
  std::string post(const std::string& body, const std::string& headers,
                   const std::string& path = "/feedface/reviews") const {
    return exchanged(port(), "POST " + path + " HTTP/1.1\r\nHost: " + host() +
                                 "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
                                 headers + "\r\n" + body);
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<ReviewServer> server_;
  std::thread thread_;
};

const std::string kToken = "X-Crosscheck-Token: feedface\r\n";
const std::string kJson = "Content-Type: application/json\r\n";

TEST_CASE("the page is at the address alone, and carries the token", "[unit][serve]") {
  const Served served;
  CHECK(served.address() == "http://" + served.host() + "/feedface/");
  const std::string page = served.get("/feedface/");
  CHECK(status_of(page) == 200);
  CHECK(has(page, "<meta name=\"crosscheck-token\" content=\"feedface\">"));
  CHECK(has(page, "connect-src 'self'"));
  CHECK(has(page, "X-Frame-Options: DENY"));
  CHECK(has(page, "no-store"));
  for (const char* path : {"/", "/feedfac0/", "/feedface", "/feedface/../", "/reviews.jsonl"}) {
    INFO(path);
    CHECK(status_of(served.get(path)) == 404);
  }
}

TEST_CASE("a review is written as one line and read back", "[unit][serve]") {
  const Served served;
  const std::string written = served.post(kReview, kToken + kJson + "Origin: http://" + served.host() + "\r\n");
  CHECK(status_of(written) == 201);
  CHECK(served.kept() == kReview + "\n");
  CHECK(status_of(served.post(kReview, kToken + kJson, "/reviews")) == 201);
  const std::string read = served.get("/feedface/reviews", kToken);
  CHECK(status_of(read) == 200);
  CHECK(body_of(read) == kReview + "\n" + kReview + "\n");
  CHECK(body_of(served.get("/reviews", kToken)) == body_of(read));
  CHECK(read_reviews(served.file()).value().size() == 2);
}

TEST_CASE("a request from another page, by another name or without the token writes nothing", "[unit][serve]") {
  const Served served;
  const std::vector<std::string> refused = {kJson,
                                            kJson + "X-Crosscheck-Token: feedfac0\r\n",
                                            kJson + "X-Crosscheck-Token: \r\n",
                                            kJson + kToken + "Origin: http://evil.example\r\n",
                                            kJson + kToken + "Origin: null\r\n",
                                            kJson + kToken + "Origin: https://" + served.host() + "\r\n",
                                            kJson + kToken + "Origin: http://127.0.0.1:1\r\n",
                                            kJson + kToken + "Sec-Fetch-Site: cross-site\r\n"};
  for (const std::string& headers : refused) {
    INFO(headers);
    CHECK(status_of(served.post(kReview, headers)) == 403);
  }
  for (const char* name : {"evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:80"}) {
    INFO(name);
    CHECK(status_of(served.get("/feedface/", "", name)) == 403);
    CHECK(status_of(served.get("/feedface/reviews", kToken, name)) == 403);
  }
  CHECK(status_of(served.get("/feedface/", "", "localhost:" + std::to_string(served.port()))) == 200);
  CHECK(status_of(exchanged(served.port(), "GET /feedface/ HTTP/1.0\r\n\r\n")) == 403);
  CHECK(status_of(served.get("/feedface/reviews")) == 403);
  CHECK(served.kept().empty());
}

TEST_CASE("what is no review is refused with the reason, and nothing is written", "[unit][serve]") {
  const Served served;
  const std::vector<std::tuple<std::string, std::string, int, std::string>> bad = {
      {"{oops", kJson, 400, "not JSON"},
      {"[]", kJson, 400, "no object"},
      {R"({"fingerprint":"0123456789abcdef","state":"dismissed"})", kJson, 400, "`reason`"},
      {R"({"fingerprint":"0123456789abcdef","state":"wrong"})", kJson, 400, "`state`"},
      {kReview + "\n" + kReview, kJson, 400, "not JSON"},
      {kReview, "Content-Type: text/plain\r\n", 415, "application/json"},
      {kReview, "Content-Type: application/x-www-form-urlencoded\r\n", 415, "application/json"},
      {std::string(70000, ' ') + kReview, kJson, 413, "65536"}};
  for (const auto& [body, type, status, message] : bad) {
    const std::string answer = served.post(body, kToken + type);
    INFO(body.substr(0, 60) << "\n" << answer);
    CHECK(status_of(answer) == status);
    CHECK(has(answer, message));
  }
  CHECK(served.kept().empty());
}

TEST_CASE("a line break in a review stays inside its line", "[unit][serve]") {
  const Served served;
  CHECK(status_of(served.post(R"({"fingerprint":"0123456789abcdef","state":"fixed","note":"one\ntwo\u2028three"})",
                              kToken + kJson)) == 201);
  const std::string kept = served.kept();
  CHECK(std::count(kept.begin(), kept.end(), '\n') == 1);
  CHECK(read_reviews(served.file()).value().front().note == "one\ntwo\xE2\x80\xA8three");
}

TEST_CASE("a file that ends without a line end gets one before the next review", "[unit][serve]") {
  const Served served(kReview);
  CHECK(status_of(served.post(kReview, kToken + kJson)) == 201);
  CHECK(served.kept() == kReview + "\n" + kReview + "\n");
}

TEST_CASE("many reviews at once are whole lines, each once", "[unit][serve]") {
  const Served served;
  constexpr int kThreads = 8, kEach = 12;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < kEach; ++i)
        served.post(
            R"({"fingerprint":"0123456789abcdef","state":"accepted","note":")" + std::to_string(t * kEach + i) + "\"}",
            kToken + kJson);
    });
  }
  for (std::thread& thread : threads) thread.join();
  const auto reviews = read_reviews(served.file());
  REQUIRE(reviews.ok());
  std::set<std::string> notes;
  for (const Review& review : reviews.value()) notes.insert(review.note);
  CHECK(reviews.value().size() == kThreads * kEach);
  CHECK(notes.size() == kThreads * kEach);
}

TEST_CASE("a connection that says nothing holds nobody up", "[unit][serve]") {
  const Served served;
  const int silent = connected(served.port());
  CHECK(status_of(served.get("/feedface/")) == 200);
  ::close(silent);
}

TEST_CASE("a second server on one file, and a file with bad lines, are refused", "[unit][serve]") {
  const Served served;
  const auto second = ReviewServer::start(kPage, {served.file(), "feedface", 0});
  REQUIRE_FALSE(second.ok());
  CHECK(second.faults().front().code == "locked");
  const TemporaryFolder folder;
  folder.write("reviews.jsonl", kReview + "\n{\"fingerprint\":\"01234");
  const auto torn = ReviewServer::start(kPage, {folder / "reviews.jsonl", "feedface", 0});
  REQUIRE_FALSE(torn.ok());
  CHECK(torn.faults().front().where == (folder / "reviews.jsonl") + ":2");
  const auto taken = ReviewServer::start(kPage, {folder / "other.jsonl", "feedface", served.port()});
  REQUIRE_FALSE(taken.ok());
  CHECK(taken.faults().front().code == "port-taken");
}

TEST_CASE("only the loopback address listens", "[unit][serve]") {
  const Served served;
  const int other = connected(served.port(), "127.0.0.2");  // loopback too, and not ours
  CHECK(other < 0);
  if (other >= 0) ::close(other);
}

TEST_CASE("tokens are long and never the same", "[unit][serve]") {
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(new_token());
  CHECK(tokens.size() == 100);
  for (const std::string& token : tokens) CHECK(token.size() == 32);
}

TEST_CASE("serve prints its address, serves the report and ends on a signal", "[unit][serve][cli]") {
  const TemporaryFolder folder;
  folder.write("in/a.txt", "Globex acquired Initech for $3 billion in May 2023.\n");
  folder.write("in/b.txt", "In May 2023, Globex acquired Initech for $5 billion.\n");
  CHECK(support::run(folder, {"serve", "in"}).status == 2);
  const pid_t child = ::fork();
  if (child == 0) {
    if (::chdir(folder.path().c_str()) != 0 || std::freopen((folder / "out").c_str(), "w", stdout) == nullptr)
      ::_exit(9);
    const std::string program = support::program(), rules = support::repo_path("rules");
    ::execl(program.c_str(), program.c_str(), "--rules", rules.c_str(), "serve", "in", "--reviews", "reviews.jsonl",
            nullptr);
    ::_exit(9);
  }
  std::string told;
  for (int i = 0; i < 600 && told.find('\n') == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    if (support::fs::exists(folder / "out")) told = support::read_file(folder / "out");
  }
  INFO(told);
  REQUIRE(has(told, "Open http://127.0.0.1:"));
  const std::size_t colon = told.find(':', told.find("127.0.0.1"));
  const int port = std::stoi(told.substr(colon + 1));
  const std::size_t slash = told.find('/', colon);
  const std::string path = told.substr(slash, told.find('\n') - slash);
  const std::string token = path.substr(1, path.size() - 2),
                    host = "Host: 127.0.0.1:" + std::to_string(port) + "\r\nConnection: close\r\n";
  const std::string page = exchanged(port, "GET " + path + " HTTP/1.1\r\n" + host + "\r\n");
  CHECK(status_of(page) == 200);
  CHECK(has(page, "Initech"));
  CHECK(has(page, "content=\"" + token + "\""));
  CHECK(status_of(exchanged(port, "POST " + path + "reviews HTTP/1.1\r\n" + host + "X-Crosscheck-Token: " + token +
                                      "\r\n" + kJson + "Content-Length: " + std::to_string(kReview.size()) +
                                      "\r\n\r\n" + kReview)) == 201);
  ::kill(child, SIGTERM);
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(support::read_file(folder / "reviews.jsonl") == kReview + "\n");
}

}  // namespace
}  // namespace crosscheck
