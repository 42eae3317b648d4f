// what      paths → documents; the only room where foreign bytes become text
// in → out  files, folders, "-" → Corpus: documents in a fixed order, and what was skipped and why
// units     bytes
// owns      the corpus it returns; bytes never change afterwards
// fails     a path that is not there, or a file named by itself in no known format, is a Fault. What else cannot
//           be read is a Skipped row (a JSONL row as "file.jsonl:LINE") with the byte or line where it goes
//           wrong and the next step; codes: not-utf8, binary, empty, too-large, unreadable, bad-published,
//           not-json, not-an-object, missing-text, wrong-type, duplicate-id, unknown-format
// threads   pure but for the file system; call from one thread
// cost      linear in the bytes read
// follows   FORMATS "Documents in"; RFC 3629 (UTF-8); YAML front matter as Jekyll and Hugo write it
// tested by tests/unit/read_test.cpp
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "model/model.h"

namespace crosscheck {

struct ReadOptions {
  std::uint64_t limit_bytes = std::uint64_t{1} << 30U;  ///< a larger file is skipped, and said so
  std::string default_language = "en";
};

/// Every readable document below the paths, files in bytewise order of their paths, each once; rows in their
/// order. Inside a folder files of unknown formats and README.md are no articles. "-" is JSONL from standard
/// input. A document's id is the given one, else its path below the folder; ids are unique over the corpus: a
/// second bearer goes by its path. A row's path is "file.jsonl#ID".
Result<Corpus> read_corpus(const std::vector<std::string>& paths, const ReadOptions& options);

/// One document from bytes already in memory: the same checks and the same metadata. `name` decides the
/// format by its ending (.txt, .md; .jsonl gives a document a line).
void read_bytes(std::string bytes, const std::string& name, const ReadOptions& options, Corpus& into);

}  // namespace crosscheck
