// Each fact has several homes, and they are asked in the order in which publishers keep them right: JSON-LD, OpenGraph, <meta>, the
// rest. `<meta property="og:site_name" content="The Halden Courier">` names the source where JSON-LD has no publisher. The date is
// when the article was published: dateModified and the like are never taken for it. Values out of attributes come from the tag that
// holds them; only <title> is traced letter by letter.
#include "read/html/head.h"

#include <array>
#include <map>

#include "base/unicode.h"
#include "read/dates.h"
#include "read/html/json_ld.h"

namespace crosscheck::read_room {
namespace {

struct Given {
  std::string value;
  std::size_t source = 0;
};

/// The first of each name: of <meta> by name, property or itemprop, and what else of a page speaks of it.
struct Facts {
  std::map<std::string, Given, std::less<>> meta;
  std::vector<std::string> blocks;  ///< of JSON-LD
  std::size_t first_block = 0;
  std::string language, canonical;
  Trace title;

  const Given* find(std::string_view name) const {
    const auto found = meta.find(name);
    return found == meta.end() ? nullptr : &found->second;
  }
};

bool is_blank_text(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool is_web(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

void take_meta(const Page& page, const GumboNode& node, Facts& facts) {
  const std::string_view content =
      tag_of(node) == "time" ? attribute_of(node, "datetime") : attribute_of(node, "content");
  if (is_blank_text(content)) return;
  for (const char* key : {"property", "name", "itemprop"}) {
    const std::string_view name = attribute_of(node, key);
    if (!name.empty()) facts.meta.emplace(to_lower(name), Given{std::string(content), page.offset_of(node)});
  }
  if (tag_of(node) == "time" && has_attribute(node, "pubdate"))
    facts.meta.emplace("time:pubdate", Given{std::string(content), page.offset_of(node)});
}

std::string script_text(const GumboNode& script) {
  std::string text;
  const GumboVector& children = children_of(script);
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_CDATA)
      text += child->v.text.text;
  }
  return text;
}

Facts facts_of(const Page& page) {
  Facts facts;
  bool in_svg = false;
  walk(*page.root(), [&](const GumboNode& node) {
    const std::string_view tag = tag_of(node);
    if (tag == "meta" || (tag == "time" && (has_attribute(node, "itemprop") || has_attribute(node, "pubdate"))))
      take_meta(page, node, facts);
    if (tag == "html")
      facts.language = attribute_of(node, "lang").empty() ? attribute_of(node, "xml:lang") : attribute_of(node, "lang");
    if (tag == "link" && facts.canonical.empty() && to_lower(attribute_of(node, "rel")) == "canonical")
      facts.canonical = attribute_of(node, "href");
    if (tag == "title" && !in_svg && facts.title.empty()) facts.title = plain_text(page, node);
    if (tag == "script" && to_lower(attribute_of(node, "type")).find("ld+json") != std::string::npos) {
      if (facts.blocks.empty()) facts.first_block = page.offset_of(node);
      facts.blocks.push_back(script_text(node));
    }
    return tag != "svg" && tag != "template";
  });
  return facts;
}

/// JSON-LD and OpenGraph carry references that were meant for a page: "Quake &amp; flood".
std::string unescaped(const std::string& text) {
  if (text.find('&') == std::string::npos && text.find('<') == std::string::npos) return text;
  const auto page = Page::parse(text);
  return page.ok() ? plain_text(page.value(), *page.value().root()).take_text() : text;
}

std::string collapsed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank)
      out.push_back(c);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

/// "Quake kills 34 | The Halden Courier" without the publisher.
void cut_source(Trace& title, const std::string& source) {
  if (source.empty() || !title.text().ends_with(source)) return;
  std::string_view rest = std::string_view(title.text()).substr(0, title.text().size() - source.size());
  for (const std::string_view bar : {" | ", " - ", " – ", " — ", " :: ", " · "}) {
    if (rest.ends_with(bar) && rest.size() > bar.size()) {
      title.cut_to(rest.size() - bar.size());
      title.trim();
      return;
    }
  }
}

/// "en", "en-GB", "pt_BR"; empty for what is no tag.
std::string language_tag(std::string_view given) {
  std::string tag;
  std::size_t first = 0;
  for (const char c : given.substr(0, 35)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'), digit = c >= '0' && c <= '9';
    if (!letter && !digit && c != '-' && c != '_') return "";
    if (c == '-' || c == '_') {
      if (first == 0) first = tag.size();
      tag.push_back('-');
    } else {
      tag.push_back(c);
    }
  }
  const std::size_t size = first == 0 ? tag.size() : first;
  return size == 2 || size == 3 ? tag : "";
}

std::string date_in(const Facts& facts, const StructuredArticle& article, std::vector<std::string>& warnings) {
  static constexpr std::array kNames{"article:published_time",
                                     "og:article:published_time",
                                     "datepublished",
                                     "time:pubdate",
                                     "parsely-pub-date",
                                     "sailthru.date",
                                     "cxenseparse:recs:publishtime",
                                     "article.published",
                                     "publish-date",
                                     "publishdate",
                                     "pubdate",
                                     "citation_publication_date",
                                     "citation_date",
                                     "dcterms.issued",
                                     "dc.date.issued",
                                     "dcterms.date",
                                     "dc.date",
                                     "dcterms.created",
                                     "date"};
  std::string bad;
  const auto read = [&](const std::string& given) {
    const auto date = metadata_date(given);
    if (!date && bad.empty()) bad = given;
    return date;
  };
  if (!article.published.empty()) {
    if (const auto date = read(article.published)) return *date;
  }
  for (const char* name : kNames) {
    if (const Given* given = facts.find(name)) {
      if (const auto date = read(given->value)) return *date;
    }
  }
  if (!bad.empty()) {
    warnings.push_back("its date of publication is given as \"" + bad.substr(0, 40) +
                       "\", which is none that can be read; \"on Tuesday\" and the like stay open");
  }
  return "";
}

Trace made(const std::string& text, std::size_t source) {
  Trace trace;
  trace.make(collapsed(unescaped(text)), source);
  return trace;
}

std::string first_web(std::initializer_list<std::string> urls) {
  for (const std::string& url : urls) {
    if (is_web(url)) return url;
  }
  return "";
}

}  // namespace

Head head_of(const Page& page, const std::string& address) {
  Head head;
  const Facts facts = facts_of(page);
  const auto meta = [&](std::string_view name) {
    const Given* given = facts.find(name);
    return given == nullptr ? std::string() : given->value;
  };
  const std::string canonical = first_web({facts.canonical, meta("og:url"), address});
  const StructuredArticle article = structured_article(facts.blocks, canonical);
  if (!article.fault.empty())
    head.warnings.push_back("a block of its JSON-LD is not JSON (" + article.fault + "); the rest was used");
  head.url = first_web({canonical, article.url});
  for (const std::string& name :
       {article.publisher, meta("og:site_name"), meta("dc.publisher"), meta("application-name")}) {
    if (head.source.empty()) head.source = collapsed(unescaped(name));
  }
  head.published = date_in(facts, article, head.warnings);
  for (const std::string& tag :
       {facts.language, article.language, meta("og:locale"), meta("content-language"), meta("language")}) {
    if (head.language.empty()) head.language = language_tag(tag);
  }
  head.paid = article.paid;
  if (!article.headline.empty()) {
    head.title = made(article.headline, facts.first_block);
  } else if (const Given* given = facts.find("og:title")) {
    head.title = made(given->value, given->source);
  } else {
    head.title = facts.title;
  }
  cut_source(head.title, head.source);
  return head;
}

}  // namespace crosscheck::read_room
