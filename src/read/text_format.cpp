// .txt and .md: the text is the file, byte for byte; what the front matter says goes to the metadata and
// `body_begin` points past it. "---\ntitle: A\n---\nBody" has its body at byte 17. A front matter that is
// not well formed is read as text: an author who opens with a rule of dashes loses nothing.
#include "read/comments.h"
#include "read/dates.h"
#include "read/format.h"
#include "read/front_matter.h"
#include "read/markdown.h"

namespace crosscheck::read_room {
namespace {

/// The value of a key when it has one.
void take(const FrontMatter& block, std::string_view key, std::string& into) {
  if (const auto* entry = block.find(key); entry != nullptr && !entry->value.empty()) into = entry->value;
}

/// `date` is what sites call the day they publish; written for them, it may be anything.
void take_date(const FrontMatter& block, Document& document) {
  std::string given;
  take(block, "date", given);
  if (given.empty()) return;
  if (const auto date = metadata_date(given))
    document.published = *date;
  else
    document.warnings.push_back("its date is given as \"" + shown(given.substr(0, 40)) +
                                "\", which is none that can be read; write published: 2025-11-03");
}

std::optional<Refusal> take_metadata(const FrontMatter& block, Document& document) {
  take(block, "id", document.id);
  take(block, "title", document.title);
  take(block, "source", document.source);
  take(block, "url", document.url);
  take(block, "lang", document.language);
  take(block, "language", document.language);
  const auto* published = block.find("published");
  if (published == nullptr || published->value.empty()) {
    take_date(block, document);
    return std::nullopt;
  }
  const auto date = published_date(published->value);
  if (!date) return bad_published(published->value, "line " + std::to_string(published->line) + ": ");
  document.published = *date;
  return std::nullopt;
}

enum class Marks : std::uint8_t { none, markdown };

void read_file(Input& input, const ReadOptions& options, Builder& into, Marks marks) {
  auto loaded = input.source.rest(options.limit_bytes);
  if (!loaded.ok()) return into.skip(input.path, {loaded.fault().code, loaded.fault().what});
  std::string& bytes = loaded.value();
  if (auto refusal = why_not_text(bytes)) return into.skip(input.path, *std::move(refusal));
  Document document;
  document.id = input.id;
  document.path = input.path;
  document.language = options.default_language;
  const std::size_t mark = byte_order_mark_size(bytes);
  document.body_begin = static_cast<std::uint32_t>(mark);
  if (const auto block = parse_front_matter(std::string_view(bytes).substr(mark))) {
    if (auto refusal = take_metadata(*block, document)) return into.skip(input.path, *std::move(refusal));
    document.body_begin = static_cast<std::uint32_t>(mark + block->end);
  }
  const std::string_view body = std::string_view(bytes).substr(document.body_begin);
  if (is_blank(document.title) && is_blank(body)) {
    return into.skip(input.path, {"empty", "there is no text in it; remove it from the corpus"});
  }
  document.text = std::move(bytes);
  find_comments(document);
  if (marks == Marks::markdown) hide_markup(document);
  into.add(std::move(document));
}

}  // namespace

void read_text(Input input, const ReadOptions& options, Builder& into) { read_file(input, options, into, Marks::none); }

void read_markdown(Input input, const ReadOptions& options, Builder& into) {
  read_file(input, options, into, Marks::markdown);
}

}  // namespace crosscheck::read_room
