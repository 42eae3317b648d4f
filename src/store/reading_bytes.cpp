// What `read` says of a text beside the text: the comments in it, where in its page or file each part stood, and why it may not
// be all of the article. A text file that has none of these takes four bytes.
#include "base/bytes.h"
#include "store/article_bytes.h"
#include "store/store.h"

namespace crosscheck {
namespace {

void put(ByteWriter& out, const Ignore& ignore) {
  out.span(ignore.span);
  out.number(ignore.line);
  out.number(ignore.column);
  out.list(ignore.checks, [&](const std::string& check) { out.text(check); });
  for (const std::string* text : {&ignore.reason, &ignore.until, &ignore.fault}) out.text(*text);
}

Ignore ignore(ByteReader& in) {
  Ignore own;
  own.span = in.span();
  own.line = in.small();
  own.column = in.small();
  own.checks = in.list<std::string>([&] { return std::string(in.text()); });
  for (std::string* text : {&own.reason, &own.until, &own.fault}) *text = in.text();
  return own;
}

void put(ByteWriter& out, const SourceMap& map) {
  std::uint32_t before = 0;
  out.list(map, [&](const SourceRun& run) {
    out.number(run.begin - before);
    out.flag(run.copied);
    for (const std::uint32_t number : {run.place.page, run.place.line, run.place.column}) out.number(number);
    before = run.begin;
  });
}

SourceMap source_map(ByteReader& in) {
  std::uint32_t before = 0;
  return in.list<SourceRun>([&] {
    SourceRun run;
    run.begin = before += in.small();
    run.copied = in.flag();
    for (std::uint32_t* number : {&run.place.page, &run.place.line, &run.place.column}) *number = in.small();
    return run;
  });
}

}  // namespace

std::string bytes_of_reading(const Document& document) {
  ByteWriter out;
  out.list(document.hidden, [&](Span span) { out.span(span); });
  out.list(document.ignores, [&](const Ignore& own) { put(out, own); });
  put(out, document.text_map);
  put(out, document.title_map);
  out.list(document.warnings, [&](const std::string& warning) { out.text(warning); });
  return out.all();
}

void read_reading(std::string_view bytes, Document& document) {
  ByteReader in(bytes);
  document.hidden = in.list<Span>([&] { return in.span(); });
  document.ignores = in.list<Ignore>([&] { return ignore(in); });
  document.text_map = source_map(in);
  document.title_map = source_map(in);
  document.warnings = in.list<std::string>([&] { return std::string(in.text()); });
}

}  // namespace crosscheck
