// The room in order: list the files, load each, hand it to the reader of its format. For
// read_corpus({"corpus/openai-aws"}) that is five texts with ids such as "brief-….txt". What cannot be
// read is skipped with its reason; only a path that names nothing readable at all is a Fault.
#include "read/read.h"

#include "read/bytes.h"
#include "read/file_list.h"
#include "read/format.h"

namespace crosscheck {

using namespace read_room;

Result<Corpus> read_corpus(const std::vector<std::string>& paths, const ReadOptions& options) {
  Corpus corpus;
  corpus.name = name_of_corpus(paths);
  auto files = list_files(paths, corpus.skipped);
  if (!files) return files.fault();
  Builder builder(corpus);
  for (FileToRead& file : files.value()) {
    const bool is_stdin = file.open_path == "-";
    auto bytes = is_stdin ? load_stream(stdin, options.limit_bytes) : load_file(file.open_path, options.limit_bytes);
    if (!bytes) {
      builder.skip(file.path, {bytes.fault().code, bytes.fault().what});
      continue;
    }
    const Format* format = format_named(is_stdin ? ".jsonl" : file.open_path);
    format->read({std::move(bytes).value(), std::move(file.path), std::move(file.id)}, options, builder);
  }
  return corpus;
}

void read_bytes(std::string bytes, const std::string& name, const ReadOptions& options, Corpus& into) {
  Builder builder(into);
  const Format* format = format_named(name);
  if (format == nullptr) {
    return builder.skip(
        shown(name), {"unknown-format", "its ending names no format that can be read; known are " + known_endings()});
  }
  if (bytes.size() > options.limit_bytes) {
    return builder.skip(shown(name), {"too-large", "larger than the limit of " + std::to_string(options.limit_bytes) +
                                                       " bytes; split it or raise the limit"});
  }
  format->read({std::move(bytes), shown(name), shown(name)}, options, builder);
}

}  // namespace crosscheck
