// The table of article formats: a format is one file of this room and one line in format.cpp.
#pragma once

#include <string>
#include <string_view>

#include "read/builder.h"
#include "read/read.h"
#include "read/source.h"

namespace crosscheck::read_room {

/// Bytes with the name they came under.
struct Input {
  Source& source;
  std::string path;  ///< for people
  std::string id;    ///< of the document when it names none itself
};

struct Format {
  std::string_view ending;
  void (*read)(Input input, const ReadOptions& options, Builder& into);
};

/// By the ending, in any case: "NEWS.TXT" is text. Nothing when unknown.
const Format* format_named(std::string_view name);
std::string known_endings();  ///< ".txt, .md, .jsonl"

void read_text(Input input, const ReadOptions& options, Builder& into);      ///< text_format.cpp
void read_markdown(Input input, const ReadOptions& options, Builder& into);  ///< the same
void read_jsonl(Input input, const ReadOptions& options, Builder& into);     ///< jsonl_format.cpp
void read_html(Input input, const ReadOptions& options, Builder& into);      ///< html/html_format.cpp
void read_pdf(Input input, const ReadOptions& options, Builder& into);       ///< pdf/pdf_format.cpp
void read_docx(Input input, const ReadOptions& options, Builder& into);      ///< xml/docx_format.cpp
void read_feed(Input input, const ReadOptions& options, Builder& into);      ///< xml/feed_format.cpp
void read_warc(Input input, const ReadOptions& options, Builder& into);      ///< archive/warc_format.cpp

}  // namespace crosscheck::read_room
