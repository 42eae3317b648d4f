// pugixml says where in its buffer a text begins; from there the source is walked beside the text as trace.h does it, so that
// "5&#160;million" knows its bytes in the file. An entity that a document type declares is left as it is written: "&nbsp;" in a feed
// that declares none stays six letters, to be read by whoever reads HTML.
#include "read/xml/xml.h"

namespace crosscheck::read_room {

Result<Xml> Xml::parse(std::string_view source) {
  Xml xml;
  xml.source_ = source;
  xml.document_ = std::make_unique<pugi::xml_document>();
  const pugi::xml_parse_result result = xml.document_->load_buffer(
      source.data(), source.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
  if (result.status != pugi::status_ok) {
    const SourcePlace at = Lines(source).at(static_cast<std::uint32_t>(result.offset < 0 ? 0 : result.offset));
    return Fault{Who::input, "not-xml",
                 "line " + std::to_string(at.line) + ", column " + std::to_string(at.column) +
                     ": it stops being XML there (" + result.description() + "); mend it or fetch it again",
                 ""};
  }
  return xml;
}

pugi::xml_node Xml::root() const { return document_->document_element(); }

std::size_t Xml::offset_of(pugi::xml_node node) const {
  const auto offset = node.offset_debug();
  return offset < 0 ? 0 : std::min(static_cast<std::size_t>(offset), source_.size());
}

Trace Xml::text_of(pugi::xml_node node) const {
  Trace trace;
  walk_xml(
      node,
      [&](pugi::xml_node at) {
        const bool quoted = at.type() == pugi::node_cdata;
        if (at.type() != pugi::node_pcdata && !quoted) return at.type() == pugi::node_element;
        const std::size_t begin = offset_of(at);
        const std::size_t end = std::min(source_.find(quoted ? "]]>" : "<", begin), source_.size());
        const std::string_view raw = source_.substr(begin, end - begin);
        if (!quoted) {
          trace_decoded(trace, at.value(), raw, begin);
          return false;
        }
        // Nothing is decoded in there but line breaks.
        for (std::size_t from = 0; from < raw.size();) {
          const std::size_t stop = std::min(raw.find_first_of("\r\n", from), raw.size());
          trace.copy(raw.substr(from, stop - from), begin + from);
          if (stop < raw.size()) trace.make("\n", begin + stop);
          from = stop + (raw.substr(stop).starts_with("\r\n") ? 2 : 1);
        }
        return false;
      },
      [](pugi::xml_node) {});
  return trace;
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(pugi::xml_node node, std::string_view name) {
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (child.name() == name) return child;
  }
  return {};
}

}  // namespace crosscheck::read_room
