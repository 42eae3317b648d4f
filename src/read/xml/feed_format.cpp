// .rss, .atom, .xml: every item of a feed is a document of its own. RSS writes HTML into its descriptions, escaped or in CDATA, so
// "&lt;p&gt;34 dead&lt;/p&gt;" is read as the page that it means, and its places are traced back through both layers to the file. Of
// a short and a full text the full one is taken. An item that has only a title is a title. What a feed says of itself (publisher,
// language) holds for its items where they do not say it themselves.
#include "base/unicode.h"
#include "read/dates.h"
#include "read/format.h"
#include "read/html/charset.h"
#include "read/html/html.h"
#include "read/xml/xml.h"

namespace crosscheck::read_room {
namespace {

class FeedReader {
 public:
  FeedReader(const Input& input, const ReadOptions& options, Builder& into, const Xml& xml)
      : input_(input), options_(options), into_(into), xml_(xml), lines_(xml.source()) {}

  void run() {
    const pugi::xml_node root = xml_.root();
    atom_ = local_name(root) == "feed";
    const pugi::xml_node channel = atom_ ? root : child_named(root, "channel");
    source_ = words(child_named(channel, "title"));
    language_ = atom_ ? root.attribute("xml:lang").value() : words(child_named(channel, "language"));
    // RSS 1.0 has its items beside the channel.
    for (const pugi::xml_node parent : {channel, atom_ ? pugi::xml_node() : root}) {
      for (pugi::xml_node child = parent.first_child(); child && !into_.done(); child = child.next_sibling()) {
        if (child.name() == std::string_view(atom_ ? "entry" : "item")) take(child);
      }
    }
    if (number_ == 0) into_.skip(input_.path, {"empty", "there is no item in the feed; remove it from the corpus"});
  }

 private:
  std::string words(pugi::xml_node node) const {
    Trace trace = xml_.text_of(node);
    trace.trim();
    return trace.take_text();
  }

  std::string first_words(pugi::xml_node item, std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      std::string found = words(child_named(item, name));
      if (!found.empty()) return found;
    }
    return "";
  }

  void take(pugi::xml_node item) {
    Document document;
    document.path = input_.path + "#" + std::to_string(++number_);
    document.url = link_of(item);
    document.id = first_words(item, {"guid", "id"});
    if (document.id.empty())
      document.id = document.url.empty() ? input_.id + "#" + std::to_string(number_) : document.url;
    document.source = source_of(item);
    document.language = language_.empty() ? options_.default_language : language_;
    take_date(item, document);
    auto title = text_of(child_named(item, "title"), atom_ ? "text" : "html");
    auto text = body_of(item);
    for (const auto* part : {&title, &text}) {
      if (!part->ok()) return into_.skip(document.path, {part->fault().code, part->fault().what});
    }
    document.title_map = map_of(title.value().text, lines_);
    document.title = title.value().text.take_text();
    document.text_map = map_of(text.value().text, lines_);
    document.text = text.value().text.take_text();
    document.ignores = ignores_of(std::move(text.value().comments), lines_);
    if (is_blank(document.title) && is_blank(document.text))
      return into_.skip(document.path, {"empty", "there is no text in the item; remove it"});
    into_.add(std::move(document));
  }

  std::string link_of(pugi::xml_node item) const {
    if (!atom_) return words(child_named(item, "link"));
    std::string found;
    for (pugi::xml_node link = item.first_child(); link; link = link.next_sibling()) {
      if (link.name() != std::string_view("link")) continue;
      const std::string_view rel = link.attribute("rel").value();
      if (rel.empty() || rel == "alternate") return link.attribute("href").value();
      if (found.empty() && rel == "canonical") found = link.attribute("href").value();
    }
    return found;
  }

  std::string source_of(pugi::xml_node item) const {
    const pugi::xml_node origin = child_named(item, "source");
    std::string named = atom_ ? words(child_named(origin, "title")) : words(origin);
    if (named.empty()) named = words(child_named(item, "dc:publisher"));
    return named.empty() ? source_ : named;
  }

  void take_date(pugi::xml_node item, Document& document) const {
    const std::string given =
        first_words(item, {"pubDate", "published", "issued", "dc:date", "dcterms:issued", "updated"});
    if (given.empty()) return;
    if (const auto date = metadata_date(given))
      document.published = *date;
    else
      document.warnings.push_back("its date of publication is given as \"" + shown(given.substr(0, 40)) +
                                  "\", which is none that can be read");
  }

  Result<Fragment> body_of(pugi::xml_node item) const {
    Result<Fragment> best = Fragment();
    for (const std::string_view name : {"content:encoded", "content", "description", "summary"}) {
      const pugi::xml_node node = child_named(item, name);
      if (!node) continue;
      auto text = text_of(node, atom_ ? "text" : "html");
      if (!text.ok()) return text;
      if (text.value().text.text().size() > best.value().text.text().size()) best = std::move(text);
    }
    return best;
  }

  /// `type`: what it is where it does not say so itself.
  Result<Fragment> text_of(pugi::xml_node node, std::string_view type) const {
    if (!node) return Fragment();
    if (const std::string_view own = node.attribute("type").value(); !own.empty()) type = own;
    if (type == "xhtml") return fragment(markup_inside(node));
    Trace text = xml_.text_of(node);
    if (type == "html" || type == "text/html") return fragment(text);
    text.trim();
    return Fragment{std::move(text), {}};
  }

  /// Its places are those in the feed.
  static Result<Fragment> fragment(const Trace& html) {
    auto inside = text_of_fragment(html.text());
    if (!inside.ok()) return inside;
    for (TracedComment& comment : inside.value().comments) comment.source = html.source_of(comment.source);
    return Fragment{inside.value().text.through(html), std::move(inside.value().comments)};
  }

  /// What is written between a node's tags.
  Trace markup_inside(pugi::xml_node node) const {
    Trace out;
    const std::size_t begin = xml_.source().find('>', xml_.offset_of(node));
    if (begin == std::string_view::npos) return out;
    const std::size_t end = xml_.source().find("</" + std::string(node.name()), begin);
    for (std::size_t at = begin + 1; at < std::min(end, xml_.source().size());) {
      const std::size_t feed = std::min(xml_.source().find('\n', at), std::min(end, xml_.source().size()));
      out.copy(xml_.source().substr(at, feed - at), at);
      if (feed < end && feed < xml_.source().size()) out.make("\n", feed);
      at = feed + 1;
    }
    return out;
  }

  const Input& input_;
  const ReadOptions& options_;
  Builder& into_;
  const Xml& xml_;
  Lines lines_;
  bool atom_ = false;
  std::string source_, language_;
  std::size_t number_ = 0;
};

}  // namespace

void read_feed(Input input, const ReadOptions& options, Builder& into) {
  auto loaded = input.source.rest(options.limit_bytes);
  if (!loaded.ok()) return into.skip(input.path, {loaded.fault().code, loaded.fault().what});
  std::vector<std::string> warnings;
  auto text = decoded_markup(loaded.value(), "", warnings);
  if (!text.ok()) return into.skip(input.path, {text.fault().code, text.fault().what});
  auto xml = Xml::parse(text.value());
  if (!xml.ok()) return into.skip(input.path, {xml.fault().code, xml.fault().what});
  const std::string_view kind = local_name(xml.value().root());
  if (kind != "rss" && kind != "feed" && kind != "RDF")
    return into.skip(input.path,
                     {"not-a-feed", "its outermost element is <" + shown(kind.substr(0, 40)) +
                                        ">, and only feeds in RSS or Atom are read; take it out of the corpus"});
  FeedReader(input, options, into, xml.value()).run();
}

}  // namespace crosscheck::read_room
