// .pdf: poppler gives every page's words with their places; layout.cpp makes columns and paragraphs of them. A place in the report is the page. What is locked, and what is only a picture of text, is refused by name; a picture among
// pages of text is a warning. The file's own dates say when it was made, not when its text was published, so they are left alone;
// the date of publication is taken from XMP (prism:publicationDate, dc:date) where there is one.
#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-page.h>

#include "base/unicode.h"
#include "read/dates.h"
#include "read/format.h"
#include "read/pdf/layout.h"
#include "read/xml/xml.h"

namespace crosscheck::read_room {
namespace {

constexpr int kMostPages = 5000;
constexpr std::size_t kMostText = std::size_t{64} << 20U;

/// Without characters that no text has, such as those of fonts that do not say what their letters mean.
std::string utf8(const poppler::ustring& words) {
  const auto bytes = words.to_utf8();
  std::string out;
  for (const char c : bytes) {
    if (static_cast<unsigned char>(c) >= ' ' && c != 0x7F) out.push_back(c);
  }
  if (first_invalid_byte(out)) return "";
  return out;
}

PageWords words_of(const poppler::page& page, int index) {
  PageWords out;
  out.number = static_cast<std::uint32_t>(index + 1);
  out.height = page.page_rect().height();
  for (const poppler::text_box& box : page.text_list()) {
    if (box.rotation() != 0) continue;  // a margin's credit, set upwards
    const poppler::rectf at = box.bbox();
    out.words.push_back({utf8(box.text()), at.left(), at.top(), at.right(), at.bottom()});
  }
  return out;
}

/// "2, 5 and 6"
std::string listed(const std::vector<int>& pages) {
  std::string out;
  for (std::size_t i = 0; i < pages.size(); ++i)
    out += (i == 0 ? "" : i + 1 == pages.size() ? " and " : ", ") + std::to_string(pages[i]);
  return out;
}

/// A title that a program made up: the name of a file, or of the program.
bool is_made_up(const std::string& title) {
  const std::string small = to_lower(title);
  for (const std::string_view ending :
       {".doc", ".docx", ".indd", ".qxd", ".qxp", ".pdf", ".odt", ".rtf", ".tex", ".pages", ".ai", ".dvi"}) {
    if (small.ends_with(ending)) return true;
  }
  return small.starts_with("microsoft ") || small.starts_with("untitled") || small.starts_with("layout 1");
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// The first of some elements or attributes of the XMP packet, by their names with the usual prefixes.
std::string xmp_value(const Xml& xml, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    std::string found;
    walk_xml(
        xml.root(),
        [&](pugi::xml_node node) {
          if (!found.empty()) return false;
          const pugi::xml_attribute attribute = node.attribute(std::string(name).c_str());
          if (attribute) found = attribute.value();
          if (node.name() == name) found = trimmed(xml.text_of(node).take_text());
          return found.empty();
        },
        [](pugi::xml_node) {});
    if (!found.empty()) return found;
  }
  return "";
}

void take_xmp(const poppler::document& pdf, Document& document) {
  const std::string packet = utf8(pdf.metadata());
  if (packet.empty()) return;
  const auto xml = Xml::parse(packet);
  if (!xml.ok()) return;
  if (const auto date = metadata_date(xmp_value(xml.value(), {"prism:publicationDate", "prism:coverDate", "dc:date"})))
    document.published = *date;
  if (std::string source = xmp_value(xml.value(), {"prism:publicationName", "dc:publisher"}); !source.empty())
    document.source = std::move(source);
  if (std::string url = xmp_value(xml.value(), {"prism:url"}); url.starts_with("http")) document.url = std::move(url);
}

std::optional<Refusal> read_pages(const poppler::document& pdf, Document& document) {
  if (pdf.pages() > kMostPages)
    return Refusal{"too-large", "it has more than " + std::to_string(kMostPages) + " pages; split it"};
  std::vector<PageWords> pages;
  std::vector<int> empty;
  std::size_t size = 0;
  for (int i = 0; i < pdf.pages(); ++i) {
    const std::unique_ptr<poppler::page> page(pdf.create_page(i));
    pages.push_back(page ? words_of(*page, i) : PageWords{static_cast<std::uint32_t>(i + 1), 0, {}});
    if (pages.back().words.empty()) empty.push_back(i + 1);
    for (const PlacedWord& word : pages.back().words) size += word.text.size();
    if (size > kMostText)
      return Refusal{"too-large", "it holds more than " + std::to_string(kMostText >> 20U) + " MB of text; split it"};
  }
  if (empty.size() == pages.size())
    return Refusal{"no-text", "its pages are pictures without text; put it through text recognition (OCR) first"};
  if (!empty.empty())
    document.warnings.push_back(
        (empty.size() == 1 ? "page " : "pages ") + listed(empty) + (empty.size() == 1 ? " has" : " have") +
        " no text, as a picture has none, and nothing on " + (empty.size() == 1 ? "it" : "them") + " is compared");
  const std::string given = trimmed(utf8(pdf.get_title()));
  LaidText laid = laid_out(pages, is_made_up(given) ? "" : given);
  document.text = std::move(laid.text);
  document.title = std::move(laid.title);
  for (const LaidText::Start& start : laid.pages) document.text_map.push_back({start.begin, false, {start.page, 0, 0}});
  if (laid.title_page != 0) document.title_map.push_back({0, false, {laid.title_page, 0, 0}});
  if (is_blank(document.text) && is_blank(document.title))
    return Refusal{"no-text", "there is no text in it that can be read; save it as text from the program that made it"};
  return std::nullopt;
}

std::optional<Refusal> read_document(std::string& bytes, Document& document) {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);  // it prints, and only `cli` may
  const std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!pdf) return Refusal{"not-a-pdf", "it is no PDF, or damaged beyond reading; fetch it again"};
  if (pdf->is_locked()) return Refusal{"encrypted", "it is locked by a password; save it without one"};
  take_xmp(*pdf, document);
  return read_pages(*pdf, document);
}

}  // namespace

void read_pdf(Input input, const ReadOptions& options, Builder& into) {
  constexpr std::uint64_t kLargest = std::uint64_t{1} << 30U;  // poppler counts bytes in an int
  auto loaded = input.source.rest(std::min(options.limit_bytes, kLargest));
  if (!loaded.ok()) return into.skip(input.path, {loaded.fault().code, loaded.fault().what});
  Document document;
  document.id = input.id;
  document.path = input.path;
  document.language = options.default_language;
  if (auto refusal = read_document(loaded.value(), document)) return into.skip(input.path, *std::move(refusal));
  into.add(std::move(document));
}

}  // namespace crosscheck::read_room
