// .warc, .warc.gz: what a crawler kept. A record is
//   WARC/1.1
//   WARC-Type: response
//   WARC-Target-URI: https://courier.example/quake
//   Content-Length: 5120
// and, behind an empty line, so many bytes: the response of HTTP. Those with status 200 that are HTML are articles; requests,
// pictures and redirections are passed over, they are no articles that could not be read. WARC-Date is when a page was fetched,
// never when it was published. Records pass one by one through the memory of one. When the file breaks off, the articles before
// that stand, and it is said where it broke.
#include <charconv>
#include <unordered_map>

#include "base/unicode.h"
#include "read/archive/archive.h"
#include "read/archive/http.h"
#include "read/format.h"
#include "read/html/html.h"

namespace crosscheck::read_room {
namespace {

constexpr std::size_t kLongestLine = std::size_t{1} << 20U;

class WarcReader {
 public:
  WarcReader(const Input& input, const ReadOptions& options, Builder& into)
      : input_(input), options_(options), into_(into), stream_(input.source) {}

  void run() {
    while (!into_.done() && next()) {
    }
    if (articles_ == 0 && !refused_)
      into_.skip(
          input_.path,
          {"no-article", "there is no page of HTML in it that was fetched with status 200; take it out of the corpus"});
  }

 private:
  /// One record; false at the end.
  bool next() {
    std::string line;
    PlainStream::State state = PlainStream::State::here;
    do {
      state = stream_.line(line, kLongestLine);
    } while (state == PlainStream::State::here && line.empty());
    if (state == PlainStream::State::end) return false;
    if (state == PlainStream::State::broken) return breaks_off();
    ++number_;
    if (!line.starts_with("WARC/")) {
      refuse(input_.path, {"not-a-warc", "record " + std::to_string(number_) +
                                             " does not begin with WARC/1.0 or WARC/1.1; fetch the file again"});
      return false;
    }
    Fields fields;
    for (;;) {
      state = stream_.line(line, kLongestLine);
      if (state != PlainStream::State::here) return breaks_off();
      if (line.empty()) break;
      take_field(line, fields);
    }
    std::uint64_t size = 0;
    const std::string_view length = field_of(fields, "content-length");
    if (std::from_chars(length.data(), length.data() + length.size(), size).ec != std::errc()) return breaks_off();
    const std::uint64_t limit = kLargestPage + kLongestLine;
    if (stream_.take(size, wanted(fields) ? limit : 0, payload_) == PlainStream::State::broken) return breaks_off();
    if (wanted(fields)) {
      if (size > limit)
        refuse(place(), {"too-large", "the record is larger than " + std::to_string(kLargestPage >> 20U) +
                                          " MB; take it out of the file"});
      else
        read(fields);
    }
    return true;
  }

  static bool wanted(const Fields& fields) {
    return to_lower(field_of(fields, "warc-type")) == "response" && !field_of(fields, "warc-target-uri").empty();
  }

  std::string place() const { return input_.path + "#" + std::to_string(number_); }

  void refuse(std::string path, Refusal refusal) {
    refused_ = true;
    into_.skip(std::move(path), std::move(refusal));
  }

  bool breaks_off() {
    refuse(input_.path, {"broken-archive", "it breaks off or is damaged " +
                                               (number_ == 0 ? std::string("at its start")
                                                             : "in or behind record " + std::to_string(number_)) +
                                               "; what stands before was read. Fetch it again"});
    return false;
  }

  void read(const Fields& fields) {
    const HttpResponse response = http_response(payload_);
    const std::string type = response.media_type();
    if (response.status != 200 || (type != "text/html" && type != "application/xhtml+xml")) return;
    std::string uri(field_of(fields, "warc-target-uri"));
    if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
    auto body = plain_body(response, kLargestPage);
    if (!body.ok()) return refuse(place(), {body.fault().code, body.fault().what + " (" + shown(uri) + ")"});
    Document document;
    document.path = place();
    document.language = options_.default_language;
    document.url = shown(uri);
    if (auto refusal = read_page({body.value(), response.charset(), document.url}, document)) {
      refusal->reason += " (" + shown(uri) + ")";
      return refuse(place(), *std::move(refusal));
    }
    if (!field_of(fields, "warc-truncated").empty())
      document.warnings.emplace_back("the crawler cut the page off; what stood behind is not compared");
    document.id = id_of(shown(uri), document.path, shown(field_of(fields, "warc-date")));
    ++articles_;
    into_.add(std::move(document));
  }

  /// The address it was fetched from; of a second capture with the time of fetching, so that both can be named.
  std::string id_of(const std::string& uri, const std::string& path, const std::string& fetched) {
    if (captures_[uri]++ == 0) return uri;
    return fetched.empty() ? path : uri + "@" + fetched;
  }

  const Input& input_;
  const ReadOptions& options_;
  Builder& into_;
  PlainStream stream_;
  std::string payload_;
  std::size_t number_ = 0, articles_ = 0;
  bool refused_ = false;
  std::unordered_map<std::string, int> captures_;
};

}  // namespace

void read_warc(Input input, const ReadOptions& options, Builder& into) { WarcReader(input, options, into).run(); }

}  // namespace crosscheck::read_room
