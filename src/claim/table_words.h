// The words of a table's labels and headline, whole phrases first.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// Tokens of one line, as places in Article::tokens.
struct Line {
  std::uint32_t begin = 0, end = 0;
};

struct Label {
  std::string item;    ///< "net operating"; empty: this is no label
  bool known = false;  ///< its words are a table's
};

class TableText {
 public:
  /// Keeps references.
  TableText(const Lexicon& lexicon, const Article& article)
      : lexicon_(lexicon), words_(lexicon.tables), article_(article) {}

  const std::string& word(std::uint32_t token) const { return article_.tokens[token].folded; }
  bool is_word(std::uint32_t token) const { return article_.tokens[token].kind == TokenKind::word; }
  /// The longest phrase that begins at `token`, and the token behind it.
  std::pair<const std::string*, std::uint32_t> phrase_at(const std::map<std::string, std::string>& phrases,
                                                         std::uint32_t token, std::uint32_t end) const;
  /// `compared`: two figures are set against each other behind it, and one known word will do.
  Label label(Line words, bool compared) const;
  /// A company's name without its legal form.
  std::string key(Line name) const;
  /// "Crude   21.5  25.9  31.3": more figures than words, and no marks that a sentence has.
  bool only_figures(Line line) const;

 private:
  const std::string* nearly(const std::string& word) const;

  const Lexicon& lexicon_;
  const TableWords& words_;
  const Article& article_;
};

}  // namespace crosscheck
