// Tables of results: what their rows mean, and which rows of two tables are one.
#include "claim/table.h"

#include "support.h"

namespace crosscheck {
namespace {

struct Wire {
  const char* title;
  const char* published;
  const char* text;
};

Report report_on_wires(const std::vector<Wire>& wires) {
  std::string rows;
  for (const Wire& wire : wires) {
    Json row;
    row["id"] = "w" + std::to_string(rows.size());
    row["title"] = wire.title;
    row["published"] = wire.published;
    row["language"] = "en";
    row["text"] = wire.text;
    rows += row.dump() + "\n";
  }
  return support::report_on({{"wires.jsonl", rows}});
}

std::vector<std::string> contradictions(const Report& report) {
  std::vector<std::string> found;
  for (const Finding& finding : report.findings) {
    if (finding.relation == Relation::contradict) found.push_back(finding.summary);
  }
  return found;
}

constexpr const char* kTable =
    "Shr loss six cts vs profit 1.01 dlrs\n    Net loss 336,000 vs profit 2,176,000\n"
    "    Nine mths\n    Net profit 1,234,000 vs profit 987,000";

TEST_CASE("a figure, a sign or a period that differs between two tellings of a table is found",
          "[unit][claim][table]") {
  const Report sign =
      report_on_wires({{"ACME CORP <ACM> 3RD QTR LOSS", "1987-03-23", kTable},
                       {"CORRECTED - ACME <ACM.O> 3RD QTR", "1987-03-24",
                        "Shr profit six cts vs profit 1.01 dlrs\n    Net loss 336,000 vs profit 2,176,000\n"
                        "    Nine mths\n    Net profit 1,324,000 vs profit 987,000"}});
  CHECK(contradictions(sign).size() == 2);
  const Report period = report_on_wires(
      {{"ACME CORP <ACM> 4TH QTR", "1987-03-23", "Shr six cts vs five cts\n    Net 336,000 vs 217,000"},
       {"ACME CORP <ACM> 2ND QTR", "1987-03-24", "Shr six cts vs five cts\n    Net 336,000 vs 217,000"}});
  CHECK(contradictions(period).size() == 1);
  const std::string rows =
                        "\n    Shr four cts vs seven cts\n    Net 500,000 vs 900,000\n    Revs 9,200,000 vs 10.5 mln\n",
                    fourth = "Quarter ended Feb 28" + rows, second = "2nd qtr" + rows + "    Period ended Feb 28";
  const Report mended =
      report_on_wires({{"ACME INTERNATIONAL CORP <ACM> 4TH QTR NET", "1987-03-19", fourth.c_str()},
                       {"(CORRECTED)-ACME INTERNATIONAL CORP <ACM> NET", "1987-03-20", second.c_str()}});
  CHECK(contradictions(mended).size() == 1);  // though the two are versions of one text, and no figure differs
}

TEST_CASE("tables of two companies, two quarters or two columns are told apart", "[unit][claim][table]") {
  const char* other = "Shr six cts vs 12 cts\n    Net 336,000 vs 411,000";
  CHECK(contradictions(report_on_wires({{"ACME CORP <ACM> 3RD QTR NET", "1987-03-23", kTable},
                                        {"GLOBEX CORP <GBX> 3RD QTR NET", "1987-03-23", other}}))
            .empty());
  CHECK(contradictions(report_on_wires({{"ACME CORP <ACM> 3RD QTR NET", "1987-03-23", kTable},
                                        {"ACME CORP <ACM> 4TH QTR NET", "1987-06-23", other}}))
            .empty());
  CHECK(contradictions(report_on_wires({{"ACME CORP <ACM> 3RD QTR NET", "1987-03-23", kTable},
                                        {"ACME CORP <ACM> 3RD QTR NET", "1987-03-23", kTable}}))
            .empty());
}

TEST_CASE("dividends months apart are two, a pay date days apart is one told wrongly", "[unit][claim][table]") {
  const char* title = "ACME CORP <ACM> QTLY DIVIDEND";
  const Wire first{title, "1987-03-17",
                   "Qtly div 41-1/2 cts vs 41-1/2 cts prior\n    Pay April 28\n    Record March 31"};
  CHECK(contradictions(
            report_on_wires(
                {first,
                 {title, "1987-03-18", "Qtly div 41.5 cts vs 41.5 cts prior\n    Pay April 25\n    Record March 31"}}))
            .size() == 1);
  CHECK(contradictions(report_on_wires({first,
                                        {title, "1987-04-20",
                                         "Qtly div 43 cts vs 41.5 cts prior\n    Pay July 28\n    Record June 30"}}))
            .empty());
}

}  // namespace
}  // namespace crosscheck
