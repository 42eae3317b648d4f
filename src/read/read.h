// what      paths → documents; the only room where foreign bytes become text
// in → out  files, folders, "-" → documents one by one, or a Corpus of all: in a fixed order, and what was skipped
// units     bytes; of a text that was extracted a map to line and column, or page, of what it was extracted from
// owns      the corpus it returns; bytes never change afterwards
// fails     a path that is not there, or a file named by itself in no known format, is a Fault. What else cannot
//           be read is a Skipped row (a JSONL row as "file.jsonl:LINE") with the byte or line where it goes
//           wrong and the next step; codes: not-utf8, binary, empty, too-large, unreadable, bad-published,
//           not-json, not-an-object, missing-text, wrong-type, duplicate-id, unknown-format, no-article, too-complex,
//           not-xml, not-a-feed, not-a-zip, missing-part, not-a-warc, broken-archive, unknown-coding, not-a-pdf, encrypted,
//           no-text. What was read but may be less than its article is a warning of its document
// threads   pure but for the file system; call from one thread; languages and hashes are spread over the workers it is given
// cost      linear in the bytes read; one by one the memory of one document. A page takes about 40 times its bytes, at most 1 GB; pages above
//           32 MB and what unfolds to more are refused; Markdown whose marks would take seconds is read as plain text, and warned of
// follows   FORMATS "Documents in"; RFC 3629, RFC 8259; front matter as Jekyll and Hugo write it; CommonMark with GitHub's tables; WHATWG HTML and
//           Encoding, schema.org NewsArticle, Open Graph; RSS 2.0, RFC 4287; ISO 28500 (WARC); ISO 32000 (PDF), ECMA-376 (DOCX)
// tested by tests/unit/read_test.cpp, tests/unit/formats_test.cpp, tests/unit/markdown_test.cpp, tests/cases/readers_test.cpp, tests/unit/language_test.cpp
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "base/progress.h"
#include "base/result.h"
#include "model/model.h"

namespace crosscheck {

struct ReadOptions {
  std::uint64_t limit_bytes = std::uint64_t{1} << 30U;  ///< a larger file, or row of JSONL, is skipped, and said so
  std::string default_language;  ///< BCP 47, of documents that name none; empty: told from their words, else "en"
  std::function<bool(const std::string& path)>
      left_out{};                ///< files to pass over, by the path they would be opened with
  Progress* progress = nullptr;  ///< told of the bytes of the files, and of each document
};

/// Takes what is read in the order of reading, and keeps of it what it likes.
struct Receiver {
  std::function<bool(Document)> document;  ///< false: no more is wanted
  std::function<void(Skipped)> skipped;
};

/// Called with the language of the first document as soon as it is read.
using FirstLanguage = std::function<void(const std::string&)>;

/// Every readable document below the paths, each read only when the one before it has been received, so a JSONL may be
/// larger than memory and a pipe never end. Order, metadata and skipped rows are as read_corpus() has them, but an id
/// is as given, even when an earlier document bears it, and lines and hash are left out. How many were received.
Result<std::size_t> visit_documents(const std::vector<std::string>& paths, const ReadOptions& options,
                                    const Receiver& receiver);

/// Every readable document below the paths, files in bytewise order of their paths, each once; rows in their
/// order. Inside a folder files of unknown formats, README.md and reviews.jsonl are no
/// articles. "-" is JSONL from standard
/// input. A document's id is the given one, else its path below the folder; ids are unique over the corpus: a
/// second bearer goes by its path. A row's path is "file.jsonl#ID", an item's or an archived page's "file.rss#3".
/// Rows are told apart one after the other; what each document needs for itself is done by the workers.
Result<Corpus> read_corpus(const std::vector<std::string>& paths, const ReadOptions& options,
                           const Workers& workers = {}, const FirstLanguage& first_language = {});

/// One document from bytes already in memory: the same checks and the same metadata. `name` decides the
/// format by its ending (.txt, .html, .pdf …; .jsonl, feeds and archives give several documents).
void read_bytes(std::string bytes, const std::string& name, const ReadOptions& options, Corpus& into);

}  // namespace crosscheck
