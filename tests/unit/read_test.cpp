// The reading room through its door: files in a temporary folder, or bytes in memory.
#include "read/read.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/hash.h"
#include "base/unicode.h"
#include "catch.h"
#include "support.h"

namespace crosscheck {
namespace {

namespace fs = std::filesystem;

using support::TemporaryFolder;

Corpus corpus_of(const std::vector<std::string>& paths, const ReadOptions& options = {}) {
  auto corpus = read_corpus(paths, options);
  if (!corpus) FAIL(to_string(corpus.fault()));
  return std::move(corpus).value();
}

Corpus corpus_of_bytes(std::string_view bytes, const std::string& name) {
  Corpus corpus;
  read_bytes(std::string(bytes), name, {}, corpus);
  return corpus;
}

std::vector<std::string> ids_of(const Corpus& corpus) {
  std::vector<std::string> ids;
  for (const Document& document : corpus.documents) ids.push_back(document.id);
  return ids;
}

using Strings = std::vector<std::string>;

// ---- files and folders ----------------------------------------------------------------------

TEST_CASE("a folder is read in bytewise order of the paths below it", "[unit][read]") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a/z.md", "a-b.txt", "Z.txt", "a/deep/er/x.TXT"}) folder.write(name, "Text.");
  const Corpus corpus = corpus_of({folder.path()});
  CHECK(ids_of(corpus) == Strings{"Z.txt", "a-b.txt", "a/deep/er/x.TXT", "a/z.md", "b.txt"});
  CHECK(corpus.documents[3].path == folder / "a/z.md");
  CHECK(corpus.name == fs::path(folder.path()).filename());
  CHECK(corpus.skipped.empty());
}

TEST_CASE("a slash at a folder's end changes neither its name nor its paths", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("a.txt", "Text.");
  const Corpus corpus = corpus_of({folder.path() + "/"});
  CHECK(corpus.name == fs::path(folder.path()).filename());
  CHECK(corpus.documents.at(0).path == folder / "a.txt");
}

TEST_CASE("unknown endings and a README inside a folder are no articles", "[unit][read]") {
  const TemporaryFolder folder;
  for (const char* name : {"a.txt", "README.md", "photo.jpeg", "sub/README.md", "txt"}) folder.write(name, "Text.");
  const Corpus corpus = corpus_of({folder.path()});
  CHECK(ids_of(corpus) == Strings{"a.txt"});
  CHECK(corpus.skipped.empty());
  CHECK(ids_of(corpus_of({folder / "README.md"})) == Strings{"README.md"});
}

TEST_CASE("an empty folder is an empty corpus", "[unit][read]") {
  const TemporaryFolder folder;
  const Corpus corpus = corpus_of({folder.path()});
  CHECK(corpus.documents.empty());
  CHECK(corpus.skipped.empty());
}

TEST_CASE("a path that is not there is a fault that names it", "[unit][read]") {
  const auto corpus = read_corpus({"/no/such/place"}, {});
  REQUIRE_FALSE(corpus.ok());
  CHECK(corpus.fault().who == Who::input);
  CHECK(corpus.fault().code == "no-such-path");
  CHECK(corpus.fault().where == "/no/such/place");
}

TEST_CASE("a file of an unknown format named by itself is a fault", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("photo.jpeg", "x");
  const auto corpus = read_corpus({folder / "photo.jpeg"}, {});
  REQUIRE_FALSE(corpus.ok());
  CHECK(corpus.fault().code == "unknown-format");
  CHECK_THAT(corpus.fault().what, Catch::Contains(".jsonl"));
}

TEST_CASE("links that lead back up neither hang nor double the files", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("b/a.txt", "Text.");
  fs::create_directory_symlink("..", folder / "b/loop");
  fs::create_directory_symlink("b", folder / "again");
  fs::create_symlink("self.txt", folder / "self.txt");
  const Corpus corpus = corpus_of({folder.path()});
  CHECK(ids_of(corpus) == Strings{"b/a.txt"});
  REQUIRE(corpus.skipped.size() == 1);
  CHECK(corpus.skipped[0].path == folder / "self.txt");
}

TEST_CASE("a file named twice is read once", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("a.txt", "Text.");
  CHECK(corpus_of({folder / "a.txt", folder.path(), folder.path() + "/./a.txt"}).documents.size() == 1);
}

TEST_CASE("files of one name from two places keep apart ids", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("x/a.txt", "One.");
  folder.write("y/a.txt", "Two.");
  const Corpus corpus = corpus_of({folder / "y/a.txt", folder / "x/a.txt"});
  CHECK(ids_of(corpus) == Strings{"a.txt", folder / "y/a.txt"});
}

TEST_CASE("a file without permission is skipped with the reason", "[unit][read]") {
  if (::geteuid() == 0) return;  // root may read everything
  const TemporaryFolder folder;
  folder.write("a.txt", "Text.");
  fs::permissions(folder / "a.txt", fs::perms::none);
  const Corpus corpus = corpus_of({folder.path()});
  REQUIRE(corpus.skipped.size() == 1);
  CHECK(corpus.skipped[0].code == "unreadable");
  CHECK_THAT(corpus.skipped[0].reason, Catch::Contains("ermission"));
}

TEST_CASE("a file over the limit is skipped, and the limit is told", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("a.txt", "0123456789");
  folder.write("b.txt", "0123456789A");
  ReadOptions options;
  options.limit_bytes = 10;
  const Corpus corpus = corpus_of({folder.path()}, options);
  CHECK(ids_of(corpus) == Strings{"a.txt"});
  REQUIRE(corpus.skipped.size() == 1);
  CHECK(corpus.skipped[0].code == "too-large");
  CHECK_THAT(corpus.skipped[0].reason, Catch::Contains("10 bytes"));
}

TEST_CASE("a file name that is not UTF-8 is shown with its bytes escaped", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("caf\xE9.txt", "Text.");
  const Corpus corpus = corpus_of({folder.path()});
  CHECK(ids_of(corpus) == Strings{"caf\\xE9.txt"});
  CHECK_FALSE(first_invalid_byte(corpus.documents.at(0).path));
}

TEST_CASE("a dash reads rows from standard input", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("rows", "{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": \"b\", \"text\": \"Two.\"}\n");
  const int kept = ::dup(STDIN_FILENO);
  REQUIRE(std::freopen((folder / "rows").c_str(), "rb", stdin) != nullptr);
  const Corpus corpus = corpus_of({"-"});
  ::dup2(kept, STDIN_FILENO);
  ::close(kept);
  std::clearerr(stdin);
  CHECK(corpus.name == "stdin");
  CHECK(ids_of(corpus) == Strings{"a", "b"});
  CHECK(corpus.documents.at(0).path == "-#a");
}

// ---- bytes ----------------------------------------------------------------------------------

TEST_CASE("bytes that are no text are skipped by where they go wrong", "[unit][read]") {
  struct Case {
    std::string_view bytes, code, part;
  };
  const Case cases[] = {
      {"One.\nTwo \xE9.\n", "not-utf8", "0xE9 at offset 9, line 2; convert it with `iconv"},
      {"Half \xC3", "not-utf8", "offset 5"},
      {std::string_view("\xFF\xFEO\0n\0", 6), "not-utf8", "UTF-16"},
      {std::string_view("\xFE\xFF\0O\0n", 6), "not-utf8", "UTF-16"},
      {std::string_view("\xFF\xFE\0\0O\0\0\0", 8), "not-utf8", "UTF-32"},
      {std::string_view("a\0b", 3), "binary", "offset 1"},
      {"", "empty", "no text"},
      {" \r\n\xEF\xBB\xBF\n", "empty", "no text"},
      {"---\nid: x\n---\n\n", "empty", "no text"},
  };
  for (const Case& c : cases) {
    const Corpus corpus = corpus_of_bytes(c.bytes, "a.txt");
    INFO(c.part);
    CHECK(corpus.documents.empty());
    REQUIRE(corpus.skipped.size() == 1);
    CHECK(corpus.skipped[0].path == "a.txt");
    CHECK(corpus.skipped[0].code == c.code);
    CHECK_THAT(corpus.skipped[0].reason, Catch::Contains(std::string(c.part)));
  }
}

TEST_CASE("the text is kept byte for byte, mark and line ends too", "[unit][read]") {
  const std::string bytes = "\xEF\xBB\xBFOne.\r\nTwo.\n\nThree";
  const Corpus corpus = corpus_of_bytes(bytes, "a.txt");
  const Document& document = corpus.documents.at(0);
  CHECK(document.text == bytes);
  CHECK(document.body_begin == 3);
  CHECK(document.line_starts == std::vector<std::uint32_t>{0, 9, 14, 15});
  CHECK(document.sha256 == sha256_hex(bytes));
  CHECK(document.id == "a.txt");
  CHECK(document.language == "en");
  CHECK(document.first_line == 1);
}

TEST_CASE("bytes under a name of no known format are skipped", "[unit][read]") {
  CHECK(corpus_of_bytes("x", "a.doc").skipped.at(0).code == "unknown-format");
}

// ---- front matter ---------------------------------------------------------------------------

TEST_CASE("front matter gives the metadata and is not part of the body", "[unit][read]") {
  const std::string head =
      "---\n"
      "id: brief-1\r\n"
      "title: \"In brief: \\\"HGS\\\" \\u00e9\"  # a note\n"
      "# a comment\n"
      "source: 'The Baker''s Post'\n"
      "url: https://example.org/a#b\n"
      "tags:\n- one\n  - two\n"
      "published: 2026-01-15T08:30:00+01:00\n"
      "language: de\n"
      "---\n";
  const Corpus corpus = corpus_of_bytes("\xEF\xBB\xBF" + head + "Body.", "a.md");
  const Document& document = corpus.documents.at(0);
  CHECK(document.id == "brief-1");
  CHECK(document.title == "In brief: \"HGS\" \xC3\xA9");
  CHECK(document.source == "The Baker's Post");
  CHECK(document.url == "https://example.org/a#b");
  CHECK(document.published == "2026-01-15");
  CHECK(document.language == "de");
  CHECK(document.text.substr(document.body_begin) == "Body.");
}

TEST_CASE("a value of the front matter may go on below by its indent", "[unit][read]") {
  const Corpus corpus = corpus_of_bytes("---\ntitle: >\n  A long\n  title\nsource: ~\n---\nBody.", "a.md");
  CHECK(corpus.documents.at(0).title == "A long title");
  CHECK(corpus.documents.at(0).source.empty());
}

TEST_CASE("what is no well-formed front matter is text", "[unit][read]") {
  for (const char* bytes :
       {"---\ntitle: A\nBody without an end.", "---\nJust a line.\n---\nBody.", "----\ntitle: A\n---\n",
        "Body.\n---\ntitle: A\n---\n", "---\ntitle: \"open\n---\nBody.", "---", "---\n"}) {
    INFO(bytes);
    const Corpus corpus = corpus_of_bytes(bytes, "a.txt");
    REQUIRE(corpus.documents.size() == 1);
    CHECK(corpus.documents[0].body_begin == 0);
    CHECK(corpus.documents[0].title.empty());
  }
}

TEST_CASE("published is an EDTF day, month or year, and anything else is refused", "[unit][read]") {
  for (const char* good : {"2025-11-03", "2025-11", "2025"}) {
    CHECK(corpus_of_bytes(std::string("---\npublished: ") + good + "\n---\nB.", "a.txt").documents.at(0).published ==
          good);
  }
  for (const char* bad : {"3 Nov 2025", "2025-02-30", "yesterday", "2025-13", "25-11-03"}) {
    const Corpus corpus = corpus_of_bytes(std::string("---\ntitle: A\npublished: ") + bad + "\n---\nB.", "a.txt");
    REQUIRE(corpus.skipped.size() == 1);
    CHECK(corpus.skipped[0].code == "bad-published");
    CHECK_THAT(corpus.skipped[0].reason,
               Catch::Contains("line 3") && Catch::Contains(bad) && Catch::Contains("2025-11-03"));
  }
}

// ---- JSONL ----------------------------------------------------------------------------------

TEST_CASE("a row gives a document with its metadata; other fields do nothing", "[unit][read]") {
  const Corpus corpus = corpus_of_bytes(
      "\xEF\xBB\xBF"
      R"({"topic": {"text": "no"}, "id": "a", "text": "One.\nTwo \u00e9.", "title": "T", "source": null, )"
      R"("url": "u", "published": "1987-02-26", "language": "fr", "more": [1, {"id": "x"}]})"
      "\r\n\n"
      R"({"text": "Three.", "id": 7})"
      "\n",
      "rows.jsonl");
  CHECK(corpus.skipped.empty());
  REQUIRE(ids_of(corpus) == Strings{"a", "7"});
  const Document& document = corpus.documents[0];
  CHECK(document.text == "One.\nTwo \xC3\xA9.");
  CHECK(document.title == "T");
  CHECK(document.source.empty());
  CHECK(document.url == "u");
  CHECK(document.published == "1987-02-26");
  CHECK(document.language == "fr");
  CHECK(document.path == "rows.jsonl#a");
  CHECK(document.first_line == 1);
  CHECK(document.line_starts == std::vector<std::uint32_t>{0, 5});
}

TEST_CASE("a bad row is skipped by its line and the others are read", "[unit][read]") {
  const std::pair<std::string, std::string> bad[] = {
      {R"({"id": "b", "text": "x",})", "not-json"},
      {R"({"id": "b", "text": "x"} {"id": "c"})", "not-json"},
      {R"({"id": "b", "text": 1e999})", "not-json"},
      {R"({"id": "b", "text": "\ud800"})", "not-json"},
      {R"({"id": "b", "text)", "not-json"},
      {R"(["id", "b"])", "not-an-object"},
      {"17", "not-an-object"},
      {R"({"id": "b"})", "missing-text"},
      {R"({"id": "b", "text": null, "title": "T"})", "missing-text"},
      {R"({"id": "b", "text": 5})", "wrong-type"},
      {R"({"id": "b", "text": ["x"]})", "wrong-type"},
      {R"({"id": true, "text": "x"})", "wrong-type"},
      {R"({"id": "b", "text": "x", "published": 2025})", "wrong-type"},
      {R"({"id": "b", "text": "x", "published": "soon"})", "bad-published"},
      {R"({"id": "a", "text": "x"})", "duplicate-id"},
      {R"({"id": "b", "text": "  "})", "empty"},
      {R"({"id": "b", "text": "a\u0000b"})", "binary"},
      {"{\"id\": \"b\", \"text\": \"\xE9\"}", "not-utf8"},
  };
  for (const auto& [row, code] : bad) {
    INFO(row);
    const std::string good = R"({"id": "a", "text": "One."})", last = R"({"id": "z", "text": "Last."})";
    const Corpus corpus = corpus_of_bytes(good + "\n\n" + row + "\n" + last, "rows.jsonl");
    CHECK(ids_of(corpus) == Strings{"a", "z"});
    REQUIRE(corpus.skipped.size() == 1);
    CHECK(corpus.skipped[0].path == "rows.jsonl:3");
    CHECK(corpus.skipped[0].code == code);
    CHECK_FALSE(corpus.skipped[0].reason.empty());
  }
}

TEST_CASE("text that is only null is missing, a title alone is enough with an empty text", "[unit][read]") {
  const Corpus corpus = corpus_of_bytes(R"({"id": "a", "text": "", "title": "Shares up 4%"})", "rows.jsonl");
  CHECK(corpus.documents.at(0).title == "Shares up 4%");
}

TEST_CASE("an id met again in another file gives way to the row's path", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", R"({"id": "x", "text": "One."})");
  folder.write("b.jsonl", R"({"id": "x", "text": "Two."})");
  CHECK(ids_of(corpus_of({folder.path()})) == Strings{"x", folder / "b.jsonl#x"});
}

TEST_CASE("a row nested a million deep is refused or read, not fatal", "[unit][read]") {
  const std::string row =
      R"({"id": "a", "text": "One.", "more": )" + std::string(1000000, '[') + std::string(1000000, ']') + "}";
  CHECK(corpus_of_bytes(row, "rows.jsonl").documents.size() == 1);
  CHECK(corpus_of_bytes(std::string(1000000, '['), "rows.jsonl").skipped.size() == 1);
}

TEST_CASE("the fast parser of rows and the careful one read the same", "[unit][read]") {
  // A nesting this deep is left to the careful one; so is whatever is wrong.
  const std::string deep = ", \"deep\": " + std::string(2000, '[') + std::string(2000, ']') + "}";
  const char* const rows[] = {
      R"({"id": "a", "text": "One \u00e9\ud83d\ude00 \"x\" \\ \/ \b\f\n\r\t", "title": "T")",
      R"({"id": 17, "text": "x", "text": "y", "url": null)",
      R"({"id": 18446744073709551615, "text": "x")",
      R"({"id": -0, "text": "x")",
      R"({"id": 123456789012345678901234567890, "text": "x")",
      R"({"id": 1.5, "text": "x")",
      R"({"id": "a", "text": "x", "text": 5)",
      R"({"text": "x", "n": [1, -2.5e10, true, null, {"text": "no"}], "": "", "topic": {"id": "no"})",
      R"({"text": "x", "title": "\u0000")",
      R"({"text": "x", "title": {})",
      R"({"text": "x", "title": "\udc00")",
      R"({"text": "x", "n": 1e400)",
      R"({"text": "x", "n": 01)",
      "{\"text\": \"x\ty\"",
      "{\"text\": \"x\", \"n\": \"\xED\xA0\x80\"",
  };
  for (const char* row : rows) {
    INFO(row);
    const Corpus fast = corpus_of_bytes(row + std::string("}"), "a.jsonl"),
                 careful = corpus_of_bytes(row + deep, "a.jsonl");
    REQUIRE(fast.documents.size() == careful.documents.size());
    REQUIRE(fast.documents.size() + fast.skipped.size() == 1);
    if (fast.documents.empty()) {
      CHECK(fast.skipped[0].code == careful.skipped[0].code);
    } else {
      CHECK(fast.documents[0].id == careful.documents[0].id);
      CHECK(fast.documents[0].text == careful.documents[0].text);
      CHECK(fast.documents[0].title == careful.documents[0].title);
      CHECK(fast.documents[0].url == careful.documents[0].url);
    }
  }
}

TEST_CASE("a row that is no JSON names the byte where it stops being it", "[unit][read]") {
  const Corpus corpus = corpus_of_bytes("\n{\"text\": \"x\",}\n", "a.jsonl");
  REQUIRE(corpus.skipped.size() == 1);
  CHECK(corpus.skipped[0].path == "a.jsonl:2");
  CHECK(corpus.skipped[0].reason == "not JSON at byte 14 of the row; mend the row or remove it");
}

TEST_CASE("a row over the limit is skipped by its line, a file of many rows has none", "[unit][read]") {
  const TemporaryFolder folder;
  const std::string good = R"({"text": "x"})";
  folder.write("a.jsonl", good + "\n{\"text\": \"" + std::string(1 << 20, 'y') + "\"}\n" + good + "\n" + good);
  ReadOptions options;
  options.limit_bytes = 20;
  const Corpus corpus = corpus_of({folder.path()}, options);
  CHECK(corpus.documents.size() == 3);
  REQUIRE(corpus.skipped.size() == 1);
  CHECK(corpus.skipped[0].path == folder / "a.jsonl:2");
  CHECK(corpus.skipped[0].code == "too-large");
}

TEST_CASE("rows are found whatever the block they straddle", "[unit][read]") {
  const TemporaryFolder folder;
  std::string rows;
  std::size_t count = 0;
  for (; rows.size() < (std::size_t{1} << 20U); ++count) {
    rows += R"({"id": ")" + std::to_string(count) + R"(", "text": ")" + std::string(count % 977, 'x') + "y\"}\n";
  }
  folder.write("a.jsonl", rows);
  const Corpus corpus = corpus_of({folder / "a.jsonl"});
  CHECK(corpus.skipped.empty());
  REQUIRE(corpus.documents.size() == count);
  for (std::size_t i = 0; i < count; ++i) {
    if (corpus.documents[i].id != std::to_string(i) || corpus.documents[i].text.size() != i % 977 + 1) FAIL(i);
  }
}

// ---- one by one -----------------------------------------------------------------------------

struct Visited {
  Strings ids, skipped;
};

Visited visit(const Strings& paths) {
  Visited visited;
  const auto count = visit_documents(paths, {},
                                     {[&](const Document& document) {
                                        visited.ids.push_back(document.id);
                                        return true;
                                      },
                                      [&](const Skipped& skipped) { visited.skipped.push_back(skipped.path); }});
  REQUIRE(count.ok());
  CHECK(count.value() == visited.ids.size());
  return visited;
}

TEST_CASE("one by one come the documents of a corpus, ids as given and bad rows by their line", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", R"({"id": "x", "text": "One."})"
                          "\n{\n"
                          R"({"id": "x", "text": "Two."})");
  folder.write("b.txt", "Three.");
  folder.write("c.txt", "");
  const Visited visited = visit({folder.path()});
  CHECK(visited.ids == Strings{"x", "x", "b.txt"});
  CHECK(visited.skipped == Strings{folder / "a.jsonl:2", folder / "c.txt"});
}

TEST_CASE("no document is read after the receiver has enough", "[unit][read]") {
  const TemporaryFolder folder;
  folder.write("a.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n{\n");
  folder.write("b.txt", "");
  int seen = 0, skipped = 0;
  const auto count = visit_documents({folder.path()}, {},
                                     {[&](const Document&) { return ++seen < 2; }, [&](const Skipped&) { ++skipped; }});
  REQUIRE(count.ok());
  CHECK(seen == 2);
  CHECK(skipped == 0);
}

std::size_t resident_bytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t all = 0, resident = 0;
  statm >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

TEST_CASE("200 MB of rows pass through a pipe in the memory of a few of them", "[unit][read]") {
  const TemporaryFolder folder;
  const std::string pipe = folder / "rows.jsonl";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  constexpr std::size_t kRows = 50000;
  std::thread writer([&] {
    const std::string row = R"({"language": "en", "text": ")" + std::string(4000, 'x') + "\"}\n";
    std::ofstream rows(pipe, std::ios::binary);
    for (std::size_t i = 0; i < kRows; ++i) rows << row;
  });
  const std::size_t before = resident_bytes();
  std::size_t seen = 0, most = before;
  const auto count = visit_documents({pipe}, {},
                                     {[&](const Document& document) {
                                        seen += document.text.size();
                                        if (seen % 4000000 == 0) most = std::max(most, resident_bytes());
                                        return true;
                                      },
                                      [](const Skipped&) {}});
  writer.join();
  REQUIRE(count.ok());
  CHECK(count.value() == kRows);
  CHECK(seen == kRows * 4000);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they keep what is freed
  constexpr std::size_t kFewMegabytes = std::size_t{16} << 20U;
  CHECK(most - before < kFewMegabytes);
#endif
}

}  // namespace
}  // namespace crosscheck
