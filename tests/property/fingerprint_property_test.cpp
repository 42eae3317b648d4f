// A finding keeps its fingerprint while it says the same: whatever is moved, wrapped or put in another order.
#include <sstream>

#include "support.h"

namespace crosscheck {
namespace {

using Prints = std::multiset<std::string>;

/// Of what a person decides about: contradictions, and what does not add up.
Prints prints_of(const support::Sources& sources) {
  Prints prints;
  for (const Finding& finding : support::report_on(sources).findings) {
    if (is_clash(finding.relation)) prints.insert(finding.check + " " + finding.fingerprint);
  }
  return prints;
}

std::vector<std::string> paragraphs_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 2;
  }
  return out;
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string out;
  for (const std::string& paragraph : paragraphs) out += paragraph + "\n\n";
  return out;
}

std::string wrapped(const std::string& paragraph, std::size_t width) {
  std::istringstream words(paragraph);
  std::string out, line;
  for (std::string word; words >> word;) {
    if (!line.empty() && line.size() + 1 + word.size() > width) {
      out += line + "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  return out + line;
}

const support::Sources kArticles = {{"a.txt",
                                     "Globex acquired Initech for $3 billion in May 2023, after a year of talks "
                                     "between the two boards of directors.\n\n"
                                     "Umbrella was founded on Tuesday, 3 June 2019, in the harbour of Calvenne, by two "
                                     "sisters who had left the navy.\n\n"
                                     "The port said that 34 people were killed in the fire, and that most of the sheds "
                                     "along the quay would be rebuilt."},
                                    {"b.txt",
                                     "In May 2023, Globex acquired Initech for $5 billion. Nobody in the two towns had "
                                     "expected so high a price for it.\n\n"
                                     "The merger was the largest that the region had seen since the mills closed, and "
                                     "the unions had warned against it."},
                                    {"c.txt",
                                     "Initech, which Globex acquired for $4 billion in May 2023, said on its own pages "
                                     "that it would keep both its sites."}};

TEST_CASE("articles that are compared have contradictions to keep", "[property]") {
  REQUIRE(prints_of(kArticles).size() >= 2);
}

TEST_CASE("fingerprints stay when paragraphs move", "[property]") {
  const Prints expected = prints_of(kArticles);
  support::Dice dice(7);
  for (int round = 0; round < 6; ++round) {
    support::Sources moved = kArticles;
    for (support::Source& source : moved) {
      auto paragraphs = paragraphs_of(source.text);
      dice.shuffle(paragraphs);
      if (dice.one_in(2))
        paragraphs.insert(paragraphs.begin(), "It rained all day, and the market closed before noon.");
      source.text = joined(paragraphs);
    }
    CHECK(prints_of(moved) == expected);
  }
}

TEST_CASE("fingerprints stay when lines are wrapped anew", "[property]") {
  const Prints expected = prints_of(kArticles);
  for (const std::size_t width : {60U, 72U, 90U}) {
    support::Sources narrow = kArticles;
    for (support::Source& source : narrow) {
      std::vector<std::string> paragraphs = paragraphs_of(source.text);
      for (std::string& paragraph : paragraphs) paragraph = wrapped(paragraph, width);
      source.text = joined(paragraphs);
    }
    INFO(width);
    CHECK(prints_of(narrow) == expected);
  }
}

TEST_CASE("fingerprints stay when articles come in another order or under other names", "[property]") {
  for (support::Sources sources : {kArticles, support::sources_in("corpus/openai-aws")}) {
    const Prints expected = prints_of(sources);
    support::Dice dice(11);
    for (int round = 0; round < 5; ++round) {
      dice.shuffle(sources);
      for (std::size_t i = 0; i < sources.size(); ++i) sources[i].name = "x" + std::to_string(i) + ".txt";
      CHECK(prints_of(sources) == expected);
    }
  }
}

TEST_CASE("a byte order mark, line ends of another system and a comment keep fingerprints", "[property]") {
  const Prints expected = prints_of(kArticles);
  support::Sources other = kArticles;
  for (support::Source& source : other) {
    std::string text = "\xEF\xBB\xBF";
    for (const char c : source.text) text += c == '\n' ? "\r\n" : std::string(1, c);
    source.text = text + "\r\n\r\n<!-- seen by the desk on 4 March 2026, 17 times -->\r\n";
  }
  CHECK(prints_of(other) == expected);
}

}  // namespace
}  // namespace crosscheck
