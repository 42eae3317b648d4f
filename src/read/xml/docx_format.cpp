// .docx: a zip with word/document.xml inside. Its paragraphs are lines as those of a page are: "## " before what is styled as a
// heading, "- " before list items, "| " around a table's cells. What was deleted with changes tracked, and what is hidden, is not
// there. A place is the page, where Word noted on which page it last set the text, and always line and column of document.xml. The
// file's own dates say when someone saved it, not when anything was published, so they are left alone; notes, headers and
// footers are not read.
#include <map>

#include "read/archive/archive.h"
#include "read/format.h"
#include "read/xml/xml.h"

namespace crosscheck::read_room {
namespace {

constexpr std::uint64_t kLargestPart = std::uint64_t{64} << 20U;

bool is_true(pugi::xml_node flag) {
  const std::string_view value = flag.attribute("w:val").value();
  return value != "0" && value != "false" && value != "none";
}

/// The names of styles, which are the same in every language that Word speaks: "heading 1", "Title".
using Styles = std::map<std::string, std::string, std::less<>>;

Styles styles_in(std::string_view zip) {
  Styles styles;
  const auto part = zip_entry(zip, "word/styles.xml", kLargestPart);
  if (!part.ok()) return styles;
  const auto xml = Xml::parse(part.value());
  if (!xml.ok()) return styles;
  for (pugi::xml_node style = xml.value().root().first_child(); style; style = style.next_sibling()) {
    if (style.name() == std::string_view("w:style"))
      styles.emplace(style.attribute("w:styleId").value(), style.child("w:name").attribute("w:val").value());
  }
  return styles;
}

class DocxText {
 public:
  DocxText(const Xml& xml, const Styles& styles) : xml_(xml), styles_(styles) {}

  void run() {
    walk_xml(
        xml_.root(), [&](pugi::xml_node node) { return enter(node); }, [&](pugi::xml_node node) { leave(node); });
    const Lines lines(xml_.source());
    map = with_pages(map_of(out_, lines), out_);
    title_map = with_pages(map_of(title_, lines), title_);
    text = out_.take_text();
    title = title_.take_text();
  }

  std::string text, title;
  SourceMap map, title_map;

 private:
  struct Paragraph {
    Trace words;
    std::string style;
    bool item = false;
    std::uint32_t level = 0;
  };

  bool enter(pugi::xml_node node) {
    const std::string_view name = local_name(node);
    for (const std::string_view unseen :
         {"del", "moveFrom", "Fallback", "instrText", "sectPrChange", "pPrChange", "rPrChange", "delText"}) {
      if (name == unseen) return false;
    }
    if (name == "p") open_.emplace_back();
    if (name == "r") hidden_ = false;
    if (name == "vanish" && local_name(node.parent().parent()) == "r") hidden_ = is_true(node);
    if (name == "tr" && ++rows_ == 1) cells_ = 0;
    if (name == "lastRenderedPageBreak") rendered_.push_back(here(node));
    if (name == "br" && node.attribute("w:type").value() == std::string_view("page")) breaks_.push_back(here(node));
    if (name == "pageBreakBefore" && is_true(node)) breaks_.push_back(here(node));
    if (!open_.empty()) in_paragraph(node, name);
    return true;
  }

  void in_paragraph(pugi::xml_node node, std::string_view name) {
    Paragraph& paragraph = open_.back();
    if (name == "pStyle") paragraph.style = node.attribute("w:val").value();
    if (name == "numPr") paragraph.item = true;
    if (name == "ilvl") paragraph.level = node.attribute("w:val").as_uint();
    if (hidden_) return;
    if (name == "t") paragraph.words.append(xml_.text_of(node));
    if (name == "tab" && local_name(node.parent()) == "r") paragraph.words.make(" ", here(node));
    if (name == "br" || name == "cr") paragraph.words.make(rows_ > 0 ? " " : "\n", here(node));
    if (name == "noBreakHyphen") paragraph.words.make("\u2011", here(node));
    if (name == "softHyphen") paragraph.words.make("\u00AD", here(node));
  }

  void leave(pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "p" && !open_.empty()) {
      Paragraph done = std::move(open_.back());
      open_.pop_back();
      done.words.trim();
      if (!done.words.empty()) rows_ > 0 ? add_to_cell(std::move(done)) : add(std::move(done));
    }
    if (name == "tc" && rows_ == 1) {
      ++cells_;
      row_.append(cell_);
      row_.make(cell_.empty() ? "| " : " | ", here(node));
      filled_ = filled_ || !cell_.empty();
      cell_ = {};
    }
    if (name == "tr" && rows_ > 0 && --rows_ == 0) end_row(here(node));
    if (name == "tbl" && rows_ == 0) after_row_ = false;
  }

  void add_to_cell(Paragraph&& paragraph) {
    if (!cell_.empty()) cell_.make(" ", paragraph.words.source_of(0));
    cell_.append(paragraph.words);
  }

  /// A row of one cell is a box around a paragraph.
  void end_row(std::size_t source) {
    if (filled_) {
      row_.trim();
      break_before(source, after_row_);
      if (cells_ > 1) out_.make("| ", source);
      if (cells_ == 1) row_.cut_to(row_.text().size() - 1);
      row_.trim();
      out_.append(row_);
      after_row_ = true;
    }
    row_ = {};
    filled_ = false;
  }

  void break_before(std::size_t source, bool line) {
    if (!out_.empty()) out_.make(line ? "\n" : "\n\n", source);
  }

  void add(Paragraph&& paragraph) {
    const auto style = styles_.find(paragraph.style);
    const std::string_view name =
        style == styles_.end() ? std::string_view(paragraph.style) : std::string_view(style->second);
    if ((name == "Title" || name == "title") && title_.empty()) {
      title_ = std::move(paragraph.words);
      return;
    }
    const bool heading = name.starts_with("heading ") || name.starts_with("Heading");
    const bool item = paragraph.item || name.starts_with("List Bullet") || name.starts_with("List Number");
    const std::uint32_t source = paragraph.words.source_of(0);
    break_before(source, item && after_item_);
    if (heading)
      out_.make(std::string(std::clamp<std::size_t>(static_cast<std::size_t>(name.back() - '0'), 2, 6), '#') + " ",
                source);
    if (item) out_.make(std::string(2 * std::min<std::size_t>(paragraph.level, 4), ' ') + "- ", source);
    out_.append(paragraph.words);
    after_item_ = item;
    after_row_ = false;
  }

  std::size_t here(pugi::xml_node node) const { return xml_.offset_of(node); }

  /// Word notes where its pages broke; other programs only where they were told to.
  SourceMap with_pages(SourceMap places, const Trace& trace) const {
    const std::vector<std::size_t>& breaks = rendered_.empty() ? breaks_ : rendered_;
    if (breaks.empty()) return places;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto behind = std::upper_bound(breaks.begin(), breaks.end(), trace.runs()[i].source);
      places[i].place.page = static_cast<std::uint32_t>(behind - breaks.begin()) + 1;
    }
    return places;
  }

  const Xml& xml_;
  const Styles& styles_;
  Trace out_, title_, row_, cell_;
  std::vector<Paragraph> open_;
  std::vector<std::size_t> rendered_, breaks_;  ///< bytes of the source, ascending
  std::size_t rows_ = 0, cells_ = 0;
  bool hidden_ = false, filled_ = false, after_row_ = false, after_item_ = false;
};

/// What the container says: a title and a language, unless they are a program's own.
void take_core(std::string_view zip, Document& document) {
  const auto part = zip_entry(zip, "docProps/core.xml", kLargestPart);
  if (!part.ok()) return;
  const auto xml = Xml::parse(part.value());
  if (!xml.ok()) return;
  const auto words = [&](std::string_view name) {
    Trace trace = xml.value().text_of(child_named(xml.value().root(), name));
    trace.trim();
    return trace.take_text();
  };
  if (document.title.empty()) document.title = words("dc:title");
  if (std::string language = words("dc:language"); !language.empty()) document.language = std::move(language);
}

std::optional<Refusal> read_parts(std::string_view zip, Document& document) {
  const auto refusal = [](const Fault& fault) { return Refusal{fault.code, fault.what}; };
  if (zip.starts_with("\xD0\xCF\x11\xE0"))
    return Refusal{
        "encrypted",
        "it is locked by a password, or a .doc of old under another name; save it as a .docx without a password"};
  const auto part = zip_entry(zip, "word/document.xml", kLargestPart);
  if (!part.ok()) return refusal(part.fault());
  if (auto why = why_not_text(part.value())) return why;
  const auto xml = Xml::parse(part.value());
  if (!xml.ok()) return refusal(xml.fault());
  const Styles styles = styles_in(zip);
  DocxText text(xml.value(), styles);
  text.run();
  document.text = std::move(text.text);
  document.text_map = std::move(text.map);
  document.title = std::move(text.title);
  document.title_map = std::move(text.title_map);
  take_core(zip, document);
  if (is_blank(document.text) && is_blank(document.title))
    return Refusal{"empty", "there is no text in it, as a document of pictures has none; remove it from the corpus"};
  return std::nullopt;
}

}  // namespace

void read_docx(Input input, const ReadOptions& options, Builder& into) {
  auto loaded = input.source.rest(options.limit_bytes);
  if (!loaded.ok()) return into.skip(input.path, {loaded.fault().code, loaded.fault().what});
  Document document;
  document.id = input.id;
  document.path = input.path;
  document.language = options.default_language;
  if (auto refusal = read_parts(loaded.value(), document)) return into.skip(input.path, *std::move(refusal));
  into.add(std::move(document));
}

}  // namespace crosscheck::read_room
