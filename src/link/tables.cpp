// "Net 634,000" and, in another telling of the table, "Net 734,000" are one fact when company, item, period and column are
// one: nothing else about two rows tells more, for a thousand tables have the same words. A company is one by its symbol
// and the first word of its name under one heading; otherwise, of names that fit, by figures in common. Tables that came out
// weeks apart are of two periods. Two dividends whose dates lie far apart are two.
#include "link/tables.h"

#include <cstdlib>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include "link/judge.h"

namespace crosscheck {
namespace {

constexpr double kSameCompany = 0.95, kSameName = 0.9;
constexpr std::size_t kOtherName = 2;    // figures in common that make up for another name; symbols are misprinted, too
constexpr std::int32_t kOnePayout = 15;  // days

using TableClaims = std::vector<std::uint32_t>;  ///< claims of one document

std::string key_of(const Claim& claim, std::string_view role) {
  const Role* found = claim.role(role);
  return found == nullptr ? "" : found->key;
}

bool one_period(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return a == b;
  return a.ends_with(b) || b.ends_with(a);  // "3rd quarter", "quarter"
}

bool one_kind(const Claim& a, const Claim& b) {
  return a.kind == b.kind && a.quantity.unit == b.quantity.unit && a.dated() == b.dated();
}

/// One cell of two tables, or the period of the same rows.
bool one_cell(const Claim& a, const Claim& b) {
  if (a.rule != b.rule || !one_kind(a, b)) return false;
  if (a.rule == "table/period") return a.role("rows") != nullptr && key_of(a, "rows") == key_of(b, "rows");
  return a.attribute == b.attribute && a.role("column") != nullptr && b.role("column") != nullptr &&
         key_of(a, "column") == key_of(b, "column") && one_period(key_of(a, "period"), key_of(b, "period"));
}

bool same_figure(const Claim& a, const Claim& b) {
  return a.dated() ? a.when == b.when : a.quantity.value && a.quantity.value == b.quantity.value;
}

class TableLinker {
 public:
  TableLinker(const std::vector<DocumentFacts>& facts, const std::vector<Claim>& claims)
      : facts_(facts), claims_(claims) {
    for (std::uint32_t i = 0; i < claims.size(); ++i) {
      if (of_table(claims[i]) && claims[i].role("of") != nullptr) tables_[claims[i].document].push_back(i);
    }
  }

  std::vector<Link> run() {
    std::map<std::string, std::vector<std::uint32_t>> blocks;
    std::unordered_map<std::uint32_t, std::uint32_t> met_by;  // the last table each was compared with
    for (const auto& [document, table] : tables_) {
      const Claim& claim = claims_[table.front()];
      const std::string name = key_of(claim, "of"), symbol = key_of(claim, "symbol");
      for (const std::string& block : {"name " + name.substr(0, name.find(' ')), "symbol " + symbol}) {
        if (block.back() == ' ') continue;
        auto& members = blocks[block];
        for (const std::uint32_t other : members) {
          const auto [met, fresh] = met_by.try_emplace(other, document);
          if (!fresh && std::exchange(met->second, document) == document) continue;
          compare(other, document);
        }
        members.push_back(document);
      }
    }
    return std::move(links_);
  }

 private:
  bool near(std::uint32_t a, std::uint32_t b) const {
    const TimeValue &x = facts_[a].published.value, &y = facts_[b].published.value;
    if (!x.first || !y.first) return facts_[a].story == facts_[b].story;
    return std::abs(*x.first - *y.first) <= kOneTimeDays;
  }

  std::string first_period(const TableClaims& table) const {
    for (const std::uint32_t index : table) {
      if (claims_[index].role("period") != nullptr) return key_of(claims_[index], "period");
    }
    return "";
  }

  void compare(std::uint32_t a, std::uint32_t b) {
    if (!near(a, b)) return;
    const TableClaims &left = tables_.at(a), &right = tables_.at(b);
    const Claim &x = claims_[left.front()], &y = claims_[right.front()];
    const std::string symbol = key_of(x, "symbol"), name = key_of(x, "of"), other = key_of(y, "of");
    const bool one_symbol = !symbol.empty() && symbol == key_of(y, "symbol");
    if (!one_symbol && compare_names(name, other) == NameMatch::none) return;
    const bool one_name = name.substr(0, name.find(' ')) == other.substr(0, other.find(' '));
    const std::string period = first_period(left);
    const bool sure = one_symbol && one_name && !period.empty() && one_period(period, first_period(right));
    std::vector<Link> links;
    std::size_t same = 0;
    bool two_payouts = false;
    for (const std::uint32_t i : left) {
      for (const std::uint32_t j : right) {
        if (!one_cell(claims_[i], claims_[j])) continue;
        const auto days = claims_[i].dated() ? days_apart(claims_[i].when, claims_[j].when) : std::nullopt;
        two_payouts = two_payouts || (claims_[i].rule == "table/row" && days && *days > kOnePayout);
        if (same_figure(claims_[i], claims_[j]) || claims_[i].rule == "table/period") ++same;
        links.push_back({i, j, one_symbol ? kSameCompany : kSameName});
      }
    }
    if (same < (sure ? 0U : one_name ? 1U : kOtherName) || two_payouts) return;
    links_.insert(links_.end(), links.begin(), links.end());
  }

  const std::vector<DocumentFacts>& facts_;
  const std::vector<Claim>& claims_;
  std::map<std::uint32_t, TableClaims> tables_;
  std::vector<Link> links_;
};

}  // namespace

std::vector<Link> table_links(const std::vector<DocumentFacts>& facts, const std::vector<Claim>& claims) {
  return TableLinker(facts, claims).run();
}

}  // namespace crosscheck
