// A table is read line by line, beside the sentences. Under the headline "ACME CORP <ACM> 3RD QTR NET"
//   Shr 34 cts vs 28 cts        → share, 3rd quarter: 0.34, the year before 0.28, of Acme Corp (ACM)
//   Nine mths                   → the rows below are of nine months
//   Net loss 1.2 mln vs 987,000 → net, nine months: -1.2 million, the year before 987,000, in the currency of the rows above
//   NOTE: …                     → prose again
// A line is a row when its label is of known words and its figure stands right behind; below such a row any label will do
// where two figures are set against each other. It reads no columns of more than two figures and no headings over columns.
#include "claim/table.h"

#include <algorithm>
#include <set>

#include "claim/table_words.h"

namespace crosscheck {
namespace {

constexpr std::size_t kShortLine = 6, kHeadingWords = 7, kBetween = 4;

/// A figure of a row with the sign that the word before it gives.
struct Figure {
  std::size_t claim = 0;
  int sign = 0;            ///< 0: none is said
  std::uint32_t from = 0;  ///< byte where its sign word, else the figure, begins
};

class TableReader {
 public:
  TableReader(const Document& document, const Lexicon& lexicon, Article& article)
      : document_(document), words_(lexicon.tables), text_(lexicon, article), article_(article) {}

  void run() {
    read_headline();
    std::uint32_t at = 0;
    while (at < article_.sentences.size() && article_.sentences[at].field == Field::title) ++at;
    if (at == article_.sentences.size()) return;
    std::uint32_t token = article_.sentences[at].first_token;
    const auto count = static_cast<std::uint32_t>(article_.tokens.size());
    while (token < count) {
      Line line{token, token};
      const auto next = std::upper_bound(document_.line_starts.begin(), document_.line_starts.end(),
                                         article_.tokens[token].span.begin);
      const std::uint32_t end =
          next == document_.line_starts.end() ? static_cast<std::uint32_t>(document_.text.size()) : *next;
      while (line.end < count && article_.tokens[line.end].span.begin < end) ++line.end;
      read_line(line);
      token = line.end;
    }
    end_run();
    finish_section();
    drop_ambiguous();
  }

 private:
  const std::string& word(std::uint32_t token) const { return text_.word(token); }

  /// "CORRECTED - ACME CORP <ACM> 3RD QTR LOSS": whose table it is, and of which period.
  void read_headline() {
    if (article_.sentences.empty()) return;
    const Sentence& first = article_.sentences.front();
    if (first.field != Field::title && first.kind != SentenceKind::heading) return;
    std::uint32_t at = first.first_token, end = first.end_token;
    while (at < end && words_.headline_marks.contains(word(at))) ++at;
    const bool bracketed = at < end && word(at) == "<";
    if (bracketed) ++at;
    const std::uint32_t name = at;
    while (at < end && word(at) != "<" && word(at) != ">" && text_.phrase_at(words_.periods, at, end).first == nullptr)
      ++at;
    const std::uint32_t name_end = at;
    if (!bracketed && at < end && word(at) == "<") {
      for (++at; at < end && text_.is_word(at) && symbol_.empty(); ++at)
        symbol_ = word(at).substr(0, word(at).find('.'));
    }
    for (std::uint32_t next = at; next < end && heading_.empty(); ++next) {
      const auto [period, behind] = text_.phrase_at(words_.periods, next, end);
      if (period == nullptr) continue;
      heading_ = period_ = *period;
      name_period({next, behind}, first.field);
    }
    if (name == name_end || (symbol_.empty() && !bracketed && heading_.empty())) return;
    const Span span{article_.tokens[name].span.begin, article_.tokens[name_end - 1].span.end};
    company_ = std::string(text_at(document_, {first.field, span}));
    key_ = text_.key({name, name_end});
  }

  /// A figure inside the words of a period says which one it is.
  void name_period(const Line& words, Field field) {
    const Span span{article_.tokens[words.begin].span.begin, article_.tokens[words.end - 1].span.end};
    for (std::size_t i = 0; i < article_.claims.size(); ++i) {
      const Place& place = article_.claims[i].place;
      if (place.field == field && span.contains(place.span)) section_heads_.push_back(i);
    }
  }

  void read_line(const Line& line) {
    if (text_.only_figures(line))
      run_.push_back(line);
    else
      end_run();
    if (ended_ && !heads_section(line)) return;
    if (words_.notes.contains(word(line.begin)) || word(line.begin) == "(") {
      ended_ = true;
      in_table_ = false;
      return;
    }
    if (heads_section(line)) return start_section(line);
    in_table_ = read_rows(line) || (in_table_ && line.end - line.begin < kShortLine);
  }

  /// Three lines of figures or more are a table whose columns nobody here understands: they are compared with nothing.
  void end_run() {
    constexpr std::size_t kLines = 3;
    if (run_.size() >= kLines) {
      const std::uint32_t begin = article_.tokens[run_.front().begin].span.begin;
      const std::uint32_t end = article_.tokens[run_.back().end - 1].span.end;
      for (std::size_t i = claim_from(begin, 0); i < article_.claims.size(); ++i) {
        Claim& claim = article_.claims[i];
        if (claim.place.span.begin >= end) break;
        if (claim.rule == "generic") claim.rule = "table/figure";
      }
    }
    run_.clear();
  }

  /// "Nine mths", "Qtr ended Jan 31": a line of its own that opens with a period and sets no figures against each other.
  bool heads_section(const Line& line) const {
    const Token& first = article_.tokens[line.begin];
    if (line.end - line.begin > kHeadingWords) return false;
    if (first.kind == TokenKind::word && !first.capital) return false;  // "year." ends a note
    const auto [period, behind] = text_.phrase_at(words_.periods, line.begin, line.end);
    if (period == nullptr) return false;
    for (std::uint32_t at = behind; at < line.end; ++at) {
      if (words_.versus.contains(word(at)) || words_.items.contains(word(at))) return false;
    }
    return true;
  }

  void start_section(const Line& line) {
    const auto [period, behind] = text_.phrase_at(words_.periods, line.begin, line.end);
    const bool same = heading_.ends_with(*period);  // "3RD QTR" above "Qtr ended Jan 31"
    if (!same || !rows_.empty()) finish_section();
    period_ = same ? heading_ : *period;
    name_period({line.begin, behind}, Field::text);
    ended_ = false;
    in_table_ = true;
  }

  /// Claims of the line at or behind `byte`.
  std::size_t claim_from(std::uint32_t byte, std::size_t from) const {
    while (from < article_.claims.size() &&
           (article_.claims[from].place.field != Field::text || article_.claims[from].place.span.begin < byte))
      ++from;
    return from;
  }

  std::uint32_t token_from(std::uint32_t byte, std::uint32_t at) const {
    while (at < article_.tokens.size() && article_.tokens[at].span.begin < byte) ++at;
    return at;
  }

  /// The sign that the words right before `token` give.
  Figure figure_of(std::size_t claim, std::uint32_t token, std::uint32_t begin) const {
    Figure figure{claim, 0, article_.claims[claim].qualified.begin};
    if (token > begin) {
      const auto sign = words_.signs.find(word(token - 1));
      if (sign != words_.signs.end()) {
        figure.sign = sign->second ? -1 : 1;
        figure.from = article_.tokens[token - 1].span.begin;
      }
    }
    return figure;
  }

  /// Rows that stand in one line: "Shr 34 cts vs 28 cts, Net 1,234,000 vs 987,000".
  bool read_rows(const Line& line) {
    bool any = false;
    for (std::uint32_t at = line.begin; at < line.end;) {
      const std::uint32_t behind = read_row(at, line);
      if (behind == 0) break;
      any = true;
      if (behind >= line.end || (word(behind) != "," && word(behind) != ";")) break;
      at = behind + 1;
    }
    return any;
  }

  /// The token behind the row that begins at `begin`; 0: there is none.
  std::uint32_t read_row(std::uint32_t begin, const Line& line) {
    next_claim_ = claim_from(article_.tokens[begin].span.begin, next_claim_);
    const std::size_t first = next_claim_;
    const std::uint32_t line_end = article_.tokens[line.end - 1].span.end;
    if (first == article_.claims.size() || article_.claims[first].place.span.begin >= line_end) return 0;
    const std::uint32_t figure = token_from(article_.claims[first].qualified.begin, begin);
    const Figure current = figure_of(first, figure, begin);
    std::uint32_t behind = token_from(article_.claims[first].qualified.end, figure);
    std::uint32_t versus = behind;
    while (versus < line.end && versus < behind + kBetween && !words_.versus.contains(word(versus)) &&
           article_.tokens[versus].kind != TokenKind::number && word(versus) != ",")
      ++versus;
    const bool compared = versus < line.end && words_.versus.contains(word(versus));
    if (!compared && behind < line.end && text_.is_word(behind) && !ends_row(behind, line)) return 0;
    const Label label = text_.label({begin, figure}, compared);
    if (label.item.empty() || (!label.known && !in_table_)) return 0;
    std::optional<Figure> prior;
    if (compared) {
      const std::size_t second = claim_from(article_.tokens[versus].span.end, first + 1);
      if (second < article_.claims.size()) {
        const std::uint32_t token = token_from(article_.claims[second].qualified.begin, versus);
        if (token <= versus + 2) prior = figure_of(second, token, versus + 1);
        if (prior && token == versus + 2 && prior->sign == 0 && word(versus + 1) != ".") prior.reset();
      }
      behind = prior ? token_from(article_.claims[prior->claim].qualified.end, versus) : versus + 1;
    }
    fill(label.item, current, prior);
    return behind;
  }

  /// A row without a figure to compare ends with its line, but for a word such as "prior" or a currency.
  static bool ends_row(std::uint32_t behind, const Line& line) { return line.end - behind <= 2; }

  void fill(const std::string& item, const Figure& current, const std::optional<Figure>& prior) {
    const bool amount = std::any_of(words_.amounts.begin(), words_.amounts.end(), [&](const std::string& name) {
      return (" " + item + " ").find(" " + name + " ") != std::string::npos;
    });
    const bool counted = (" " + item + " ").find(" average ") != std::string::npos;
    Claim& claim = article_.claims[current.claim];
    if (currency_.empty() && claim.kind == MentionKind::money) currency_ = claim.quantity.unit;
    make_cell(item, "current", current, amount && !counted ? currency_ : "");
    if (!prior) return;
    Claim& before = article_.claims[prior->claim];
    const bool bare = before.kind == MentionKind::number && claim.kind == MentionKind::money;
    const std::string& currency = bare ? claim.quantity.unit : currency_;
    make_cell(item, "year before", *prior, amount && !counted ? currency : "");
  }

  void make_cell(const std::string& item, const char* column, const Figure& figure, const std::string& currency) {
    Claim& claim = article_.claims[figure.claim];
    claim.rule = "table/row";
    claim.attribute = item;
    claim.confidence = 0.95;
    claim.qualified.begin = std::min(claim.qualified.begin, figure.from);
    claim.qualifiers.clear();
    claim.behaviour = Behaviour::fixed;
    claim.period = claim.deal = false;
    set_roles(claim);
    claim.roles.push_back({"column", column, column, false, RoleBasis::stated});
    if (claim.kind == MentionKind::number && !currency.empty()) {
      claim.kind = MentionKind::money;
      claim.quantity.unit = currency;
    }
    if (figure.sign < 0 && !claim.dated()) negate(claim.quantity);
    rows_.push_back(figure.claim);
    cells_.push_back(figure.claim);
  }

  void set_roles(Claim& claim) const {
    claim.roles.clear();
    if (!company_.empty()) claim.roles.push_back({"of", company_, key_, true, RoleBasis::stated});
    if (!symbol_.empty()) claim.roles.push_back({"symbol", symbol_, symbol_, false, RoleBasis::stated});
    claim.roles.push_back({"period", period_, period_, false, RoleBasis::stated});
  }

  static void negate(Quantity& quantity) {
    if (quantity.value) quantity.value = -*quantity.value;
    quantity.interval = negated(quantity.interval);
  }

  /// The rows of a section tell of which figures its period is said: "net 500,000 against 900,000 … in the 4th quarter".
  void finish_section() {
    constexpr std::size_t kRows = 4;  // figures; fewer may be another table's by chance
    std::set<std::string> figures;
    for (const std::size_t index : rows_) {
      const Claim& claim = article_.claims[index];
      if (claim.quantity.value)
        figures.insert(claim.attribute + "=" + claim.roles.back().key + "=" + claim.quantity.value->to_string());
    }
    std::string all;
    for (const std::string& figure : figures) all += (all.empty() ? "" : ", ") + figure;
    for (const std::size_t index : section_heads_) {
      if (rows_.empty()) break;
      Claim& claim = article_.claims[index];
      claim.rule = "table/period";
      claim.attribute = "period";
      set_roles(claim);
      claim.roles.pop_back();
      if (figures.size() >= kRows) claim.roles.push_back({"rows", all, all, false, RoleBasis::stated});
      claim.confidence = 0.9;
    }
    rows_.clear();
    section_heads_.clear();
  }

  /// Two rows of one name: neither says which it is.
  void drop_ambiguous() {
    std::map<std::string, std::vector<std::size_t>> named;
    for (const std::size_t index : cells_) {
      const Claim& claim = article_.claims[index];
      named[claim.attribute + "|" + claim.role("period")->key + "|" + claim.roles.back().key].push_back(index);
    }
    for (const auto& [name, places] : named) {
      if (places.size() < 2) continue;
      for (const std::size_t index : places)
        std::erase_if(article_.claims[index].roles, [](const Role& role) { return role.name == "column"; });
    }
  }

  const Document& document_;
  const TableWords& words_;
  const TableText text_;
  Article& article_;
  std::string company_, key_, symbol_;
  std::string heading_;   ///< the headline's period
  std::string period_;    ///< of the rows now read
  std::string currency_;  ///< of the table's first amount that names one
  bool in_table_ = false, ended_ = false;
  std::size_t next_claim_ = 0;
  std::vector<std::size_t> section_heads_, rows_, cells_;
  std::vector<Line> run_;  ///< lines of figures, one below the other
};

}  // namespace

void read_tables(const Document& document, const Lexicon& lexicon, Article& article) {
  if (lexicon.tables.longest > 0 && !article.claims.empty()) TableReader(document, lexicon, article).run();
}

}  // namespace crosscheck
