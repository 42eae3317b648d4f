// The room in order: list the files, open each, hand it to the reader of its format, which passes on document after
// document. For read_corpus({"corpus/openai-aws"}) that is five texts with ids such as "brief-….txt", collected. What
// cannot be read is skipped with its reason; only a path that names nothing readable at all is a Fault.
#include "read/read.h"

#include <filesystem>

#include "read/file_list.h"
#include "read/format.h"

namespace crosscheck {

using namespace read_room;

namespace {

void read_file(const FileToRead& file, const ReadOptions& options, Builder& into) {
  const bool is_stdin = file.open_path == "-";
  auto source = is_stdin ? Result<Source>(Source::standard_input()) : Source::open(file.open_path);
  if (!source.ok()) return into.skip(file.path, {source.fault().code, source.fault().what});
  source.value().report_to(options.progress);
  const Format* format = format_named(is_stdin ? ".jsonl" : file.open_path);
  format->read({source.value(), file.path, file.id}, options, into);
}

/// The size of all files; 0 where one of them has none, as a pipe.
std::uint64_t size_of(const std::vector<FileToRead>& files) {
  std::uint64_t sum = 0;
  for (const FileToRead& file : files) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(file.open_path, error);
    if (error) return 0;
    sum += size;
  }
  return sum;
}

Result<std::size_t> visit(const std::vector<std::string>& paths, const ReadOptions& options, const Receiver& receiver,
                          Ids ids) {
  std::vector<Skipped> unlisted;
  const auto files = list_files(paths, unlisted, options.left_out);
  if (!files.ok()) return files.fault();
  for (Skipped& skipped : unlisted) receiver.skipped(std::move(skipped));
  if (options.progress != nullptr) {
    options.progress->begin(Work::reading, 0);
    options.progress->expect_bytes(size_of(files.value()));
  }
  Builder builder(receiver, ids, options.progress);
  for (const FileToRead& file : files.value()) {
    if (builder.done()) break;
    read_file(file, options, builder);
  }
  return builder.added();
}

}  // namespace

Result<std::size_t> visit_documents(const std::vector<std::string>& paths, const ReadOptions& options,
                                    const Receiver& receiver) {
  return visit(paths, options, receiver, Ids::as_given);
}

Result<Corpus> read_corpus(const std::vector<std::string>& paths, const ReadOptions& options, const Workers& workers,
                           const FirstLanguage& first_language) {
  Corpus corpus;
  corpus.name = name_of_corpus(paths);
  CorpusBuilder builder(corpus, first_language);
  const auto read = visit(paths, options, builder.receiver(), Ids::unique);
  if (!read.ok()) return read.fault();
  builder.finish(workers);
  return corpus;
}

void read_bytes(std::string bytes, const std::string& name, const ReadOptions& options, Corpus& into) {
  CorpusBuilder corpus_builder(into);
  const Receiver receiver = corpus_builder.receiver();
  Builder builder(receiver, Ids::unique);
  const Format* format = format_named(name);
  if (format == nullptr) {
    return builder.skip(
        shown(name), {"unknown-format", "its ending names no format that can be read; known are " + known_endings()});
  }
  Source source(std::move(bytes));
  format->read({source, shown(name), shown(name)}, options, builder);
  corpus_builder.finish({});
}

}  // namespace crosscheck
