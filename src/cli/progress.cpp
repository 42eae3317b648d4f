// A glance five times a second at what the rooms count, put in words:
//   reading 12,345 articles · 34 of 120 MB · 28 MB/s · 3 s left
//   extracting 12,345 of 21,578 articles · 1,204/s · 8 s left
//   linking 21,578 articles · 12 s
// The rate is the mean since the work began, which is steadier than the last second's, and the time left follows from it. How
// long linking and checking will take nobody knows beforehand: there it says how long they have taken.
#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/unicode.h"
#include "cli/output.h"

namespace crosscheck {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kBetween = std::chrono::milliseconds(200);
constexpr auto kLongRun = std::chrono::seconds(1);
constexpr double kKnownRate = 0.5;  // seconds of work that a rate needs to be worth a word
constexpr double kMegabyte = 1e6;

std::string grouped(std::size_t number) {
  std::string out = std::to_string(number);
  for (std::size_t i = out.size(); i > 3;) out.insert(i -= 3, ",");
  return out;
}

std::string duration_words(double seconds) {
  const auto whole = static_cast<long>(std::ceil(seconds));
  if (whole < 60) return fmt::format("{} s", std::max(whole, 1L));
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole % 3600 / 60);
}

/// One digit behind the point below ten: "0.4", "28".
std::string rate_words(double rate) {
  return rate < 10 ? fmt::format("{:.1f}", rate) : grouped(static_cast<std::size_t>(rate));
}

const char* name_of(Work work) {
  switch (work) {
    case Work::reading:
      return "reading";
    case Work::loading:
      return "loading";
    case Work::extracting:
      return "extracting";
    case Work::linking:
      return "linking";
    case Work::checking:
      return "checking";
    case Work::writing:
      return "writing the report";
    case Work::none:
      break;
  }
  return "";
}

std::string articles(std::size_t count) { return grouped(count) + (count == 1 ? " article" : " articles"); }

/// How much of it is done, 0 to 1; nothing where nobody knows.
double share_done(const Glance& glance) {
  if (glance.work == Work::reading)
    return glance.total_bytes == 0
               ? 0
               : std::min(1.0, static_cast<double>(glance.bytes) / static_cast<double>(glance.total_bytes));
  return glance.total == 0 ? 0 : static_cast<double>(glance.done) / static_cast<double>(glance.total);
}

std::string reading_words(const Glance& glance) {
  const double megabytes = static_cast<double>(glance.bytes) / kMegabyte;
  std::string out = " " + articles(glance.done) + " · " + rate_words(megabytes);
  if (glance.total_bytes != 0) out += " of " + rate_words(static_cast<double>(glance.total_bytes) / kMegabyte);
  out += " MB";
  if (glance.seconds < kKnownRate) return out;
  out += " · " + rate_words(static_cast<double>(glance.done) / glance.seconds) + "/s";
  return out + " · " + rate_words(megabytes / glance.seconds) + " MB/s";
}

std::string counting_words(const Glance& glance) {
  std::string out = " " + grouped(glance.done);
  out += glance.total == 0 ? (glance.done == 1 ? " article" : " articles") : " of " + articles(glance.total);
  if (glance.seconds < kKnownRate) return out;
  return out + " · " + rate_words(static_cast<double>(glance.done) / glance.seconds) + "/s";
}

}  // namespace

std::string progress_words(const Glance& glance) {
  std::string out = name_of(glance.work);
  if (out.empty()) return out;
  const bool counts = glance.work == Work::reading || glance.work == Work::loading || glance.work == Work::extracting;
  if (counts) out += glance.work == Work::reading ? reading_words(glance) : counting_words(glance);
  if (!counts && glance.total != 0) out += " " + articles(glance.total);
  if (!counts) return out + " · " + duration_words(glance.seconds);
  const double share = share_done(glance);
  if (share > 0 && share < 1 && glance.seconds >= kKnownRate)
    out += " · " + duration_words(glance.seconds * (1 - share) / share) + " left";
  return out;
}

ProgressLine::ProgressLine(const Progress& progress)
    : progress_(progress),
      start_(Clock::now()),
      work_start_(start_),
      pulse_(start_pulse(kBetween, [this] { draw(); })) {}

ProgressLine::~ProgressLine() {
  pulse_.reset();
  show_line("");
}

void ProgressLine::draw() {
  const auto now = Clock::now();
  const Glance glance{progress_.work(),        progress_.done(),
                      progress_.total(),       progress_.bytes(),
                      progress_.total_bytes(), std::chrono::duration<double>(now - work_start_).count()};
  if (glance.work != work_) {
    work_ = glance.work;
    work_start_ = now;
    return;  // its rate is known at the next glance
  }
  if (now - start_ >= kLongRun) show_line(progress_words(glance));
}

}  // namespace crosscheck
