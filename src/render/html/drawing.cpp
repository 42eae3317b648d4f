// A finding drawn to scale: a row a side, a bar for all the values its words allow, so that one sees whether two
// sides can meet. "$157 billion" is a short bar at 157, an implied "489 to 511 billion" a longer one far right,
// "over 300" an arrow. Dates get a timeline; an update, whose value moves, gets its curve. Places are in percent
// of the width, so that words keep their size on a telephone. At most kRows sides are drawn; all are in the text.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "render/html/html.h"
#include "render/html/scale.h"
#include "render/words.h"

namespace crosscheck::rendering::html {
namespace {

constexpr std::size_t kRows = 8;
constexpr int kRowHeight = 42;
constexpr int kAxisHeight = 34;
constexpr int kCurveHeight = 180;
constexpr double kPercentPerLetter = 2.1;  // of a tick, on a telephone
constexpr double kNearEdge = 34.0;         // percent: nearer than that, a label grows away from the edge

struct Row {
  std::string label;
  std::string said;  ///< text equivalent
  Reach reach;
};

struct Point {
  double day = 0, value = 0;
  std::string label, said;
};

std::string_view anchor_at(double percent) {
  return percent < kNearEdge ? "start" : percent > 100 - kNearEdge ? "end" : "middle";
}

std::string svg(std::string_view id, int height, std::string_view title, std::string_view description,
                std::string_view ink) {
  return fmt::format(
      "<svg role=\"img\" aria-labelledby=\"{0}-t {0}-d\" width=\"100%\" height=\"{1}\">"
      "<title id=\"{0}-t\">{2}</title><desc id=\"{0}-d\">{3}</desc>\n{4}</svg>\n",
      id, height, title, description, ink);
}

std::string figure(std::string_view drawn, std::string_view caption) {
  return fmt::format("<figure class=\"drawing\">{}<figcaption>{}</figcaption></figure>\n", drawn, caption);
}

std::string axis(const Scale& scale, const std::vector<Tick>& ticks, int y) {
  std::string out = fmt::format("<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"{0}\" y2=\"{0}\"/>", y);
  double taken = -100;
  for (const Tick& tick : ticks) {
    const double x = scale.percent(tick.at), label = kPercentPerLetter * static_cast<double>(tick.label.size());
    const std::string_view anchor = x < 12 ? "start" : x > 88 ? "end" : "middle";
    const double left = anchor == "start" ? x : anchor == "end" ? x - label : x - label / 2;
    if (left < taken) continue;
    taken = left + label + 2 * kPercentPerLetter;
    out += fmt::format(
        "<line class=\"axis\" x1=\"{0:.2f}%\" x2=\"{0:.2f}%\" y1=\"{1}\" y2=\"{2}\"/>"
        "<text class=\"tick\" x=\"{0:.2f}%\" y=\"{3}\" text-anchor=\"{4}\">{5}</text>\n",
        x, y, y + 5, y + 20, anchor, escaped(tick.label));
  }
  return out;
}

std::string arrow(double percent, int y, bool to_right) {
  return fmt::format("<svg x=\"{:.2f}%\" y=\"{}\" overflow=\"visible\"><path class=\"arrow\" d=\"{}\"/></svg>", percent,
                     y, to_right ? "M-9,-6 L0,0 L-9,6 Z" : "M9,-6 L0,0 L9,6 Z");
}

std::string bar(const Scale& scale, const Row& row, int y) {
  const double from = row.reach.low ? scale.percent(*row.reach.low) : 0.0;
  const double to = row.reach.high ? scale.percent(*row.reach.high) : 100.0;
  const double middle = !row.reach.low ? to : !row.reach.high ? from : (from + to) / 2;
  const std::string_view anchor = anchor_at(middle);
  const double label_at = anchor == "start" ? from : anchor == "end" ? to : middle;
  const int line_y = y + 28;
  std::string out = fmt::format("<text class=\"label\" x=\"{:.2f}%\" y=\"{}\" text-anchor=\"{}\">{}</text>", label_at,
                                y + 16, anchor, escaped(row.label));
  out +=
      fmt::format("<line class=\"bar\" x1=\"{:.2f}%\" x2=\"{:.2f}%\" y1=\"{}\" y2=\"{}\"/>", from, to, line_y, line_y);
  if (row.reach.low && row.reach.high && to - from < 1.5) {
    out += fmt::format("<circle class=\"dot\" cx=\"{:.2f}%\" cy=\"{}\" r=\"5\"/>", middle, line_y);
  } else {
    for (const double end : {row.reach.low ? from : -1.0, row.reach.high ? to : -1.0}) {
      if (end < 0) continue;
      out += fmt::format("<line class=\"end\" x1=\"{0:.2f}%\" x2=\"{0:.2f}%\" y1=\"{1}\" y2=\"{2}\"/>", end, line_y - 6,
                         line_y + 6);
    }
  }
  if (!row.reach.low) out += arrow(0, line_y, false);
  if (!row.reach.high) out += arrow(100, line_y, true);
  return out + "\n";
}

std::string rows_drawing(const Finding& finding, const std::vector<Row>& rows, std::string_view title, bool days,
                         std::string_view unit) {
  std::vector<Reach> reaches;
  for (const Row& row : rows) reaches.push_back(row.reach);
  const Scale scale(reaches);
  if (!scale.drawable() || rows.size() < 2) return "";
  const std::size_t shown = std::min(rows.size(), kRows);
  std::string ink, said;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i < shown) ink += bar(scale, rows[i], static_cast<int>(i) * kRowHeight);
    said += (i == 0 ? "" : "; ") + rows[i].said;
  }
  const int bottom = static_cast<int>(shown) * kRowHeight + 4;
  ink += axis(scale, days ? day_ticks(scale) : number_ticks(scale), bottom);
  const std::string words = escaped(plain(said)) + (unit.empty() ? "" : " (" + escaped(unit) + ")") + ".";
  return figure(svg(escaped(finding.id), bottom + kAxisHeight, title, words, ink), words);
}

std::string unit_of(const Finding& finding) {
  for (const Side& side : finding.sides) {
    const std::size_t space = side.value.find(' ');
    if (space == std::string::npos) continue;
    const std::string unit = plain(side.value.substr(space + 1));
    return side_words(side).find(unit) == std::string::npos ? unit : "";
  }
  return "";
}

std::string number_line(const Finding& finding) {
  std::vector<Row> rows;
  for (const Side& side : finding.sides) {
    if (!side.interval.low && !side.interval.high) continue;
    const auto ink_at = [](const std::optional<Decimal>& end) {
      return end ? std::optional<double>(end->to_double()) : std::nullopt;
    };
    const std::string words = plain(side_words(side));
    rows.push_back(
        {words, words + ": " + interval_words(side.interval), {ink_at(side.interval.low), ink_at(side.interval.high)}});
  }
  return rows_drawing(finding, rows, "The values each side allows, on one line", false, unit_of(finding));
}

std::string timeline(const Finding& finding) {
  std::vector<Row> rows;
  for (const Side& side : finding.sides) {
    if (!side.when.anchored()) continue;
    Reach reach;
    if (side.when.first && !side.when.open_start) reach.low = *side.when.first;
    if (side.when.last && !side.when.open_end) reach.high = *side.when.last + 1;  // the end of that day
    const std::string words = plain(side_words(side)), date = to_words(side.when);
    const bool same = words.find(date) != std::string::npos;
    rows.push_back({words, same ? words : words + ": " + date, reach});
  }
  return rows_drawing(finding, rows, "When each side says it was", true, "");
}

std::optional<double> day_of(const Overview& overview, const Side& side) {
  if (side.when.first && side.when.last) return std::floor((*side.when.first + *side.when.last) / 2.0);
  std::optional<double> earliest;
  for (const std::uint32_t claim : side.claims) {
    const auto published = parse_edtf(overview.published(overview.report().claims[claim].document));
    if (!published || !published->first) continue;
    const double day = *published->first;
    if (!earliest || day < *earliest) earliest = day;
  }
  return earliest;
}

std::vector<Point> points_of(const Overview& overview, const Finding& finding) {
  std::vector<Point> points;
  for (const Side& side : finding.sides) {
    const Interval& interval = side.interval;
    const auto day = day_of(overview, side);
    if (!day || (!interval.low && !interval.high)) continue;
    const double low = (interval.low ? *interval.low : *interval.high).to_double();
    const double high = (interval.high ? *interval.high : *interval.low).to_double();
    const std::string words = plain(side_words(side));
    const CivilDay civil = civil_day(static_cast<std::int32_t>(*day));
    const std::string date = to_words(make_day(civil.year, civil.month, civil.day).value_or(TimeValue{}));
    points.push_back({*day, (low + high) / 2, words, words + " (" + date + ")"});
  }
  std::stable_sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.day < b.day; });
  return points;
}

/// The value against the day it was told: 23, 34, 41 is a toll that rises.
std::string curve(const Overview& overview, const Finding& finding) {
  const std::vector<Point> points = points_of(overview, finding);
  if (points.size() < 2 || points.front().day >= points.back().day) return "";
  std::vector<Reach> days, values;
  for (const Point& point : points) {
    days.push_back({point.day, point.day});
    values.push_back({point.value, point.value});
  }
  const Scale across(days), up(values);
  const int top = 34, bottom = kCurveHeight - kAxisHeight - 10;
  const auto y_of = [&](const Point& point) { return bottom - up.percent(point.value) / 100.0 * (bottom - top); };
  std::string lines, ink, said;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point& point = points[i];
    const double x = across.percent(point.day), y = y_of(point);
    if (i + 1 < points.size()) {
      const double next_x = across.percent(points[i + 1].day), next_y = y_of(points[i + 1]);
      lines += fmt::format("<line class=\"curve\" x1=\"{:.2f}%\" y1=\"{:.1f}\" x2=\"{:.2f}%\" y2=\"{:.1f}\"/>", x, y,
                           next_x, next_y);
    }
    ink += fmt::format("<circle class=\"dot\" cx=\"{:.2f}%\" cy=\"{:.1f}\" r=\"5\"/>", x, y);
    if (points.size() <= kRows || i == 0 || i + 1 == points.size()) {
      const std::string_view anchor = x < 15 ? "start" : x > 85 ? "end" : "middle";
      ink += fmt::format("<text class=\"label\" x=\"{:.2f}%\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y - 12,
                         anchor, escaped(point.label));
    }
    said += (i == 0 ? "" : ", then ") + point.said;
  }
  ink = lines + ink + axis(across, day_ticks(across), kCurveHeight - kAxisHeight);
  const std::string words = escaped(plain(said)) + ".";
  return figure(svg(escaped(finding.id), kCurveHeight, "The value as it moved", words, ink), words);
}

}  // namespace

std::string drawing(const Overview& overview, const Finding& finding) {
  if (finding.sides.size() < 2) return "";
  if (finding.relation == Relation::update) {
    const std::string drawn = curve(overview, finding);
    if (!drawn.empty()) return drawn;
  }
  const bool about_time = finding.check == "as-of-date" || finding.check == "date" || finding.check == "weekday";
  const std::string drawn = about_time ? timeline(finding) : number_line(finding);
  return !drawn.empty() ? drawn : about_time ? number_line(finding) : timeline(finding);
}

}  // namespace crosscheck::rendering::html
