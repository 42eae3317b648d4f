// Times of day and how far zones are ahead of UTC, as texts and as seconds.
#include "base/clock.h"

#include <catch2/catch.hpp>

namespace crosscheck {
namespace {

TEST_CASE("a time of day allows a moment, a span or a part of the day", "[unit][clock]") {
  CHECK(clock_span("T07:37") == ClockSpan{27420, 27420});
  CHECK(clock_span("T10:00/T13:00") == ClockSpan{36000, 46800});
  CHECK(clock_span("T23:00/T01:00") == ClockSpan{82800, 90000});
  CHECK(clock_span("TAF") == ClockSpan{43200, 64800});
  for (const char* text : {"", "T", "T7", "T07", "2024", "TXX"}) CHECK_FALSE(clock_span(text));
}

TEST_CASE("a zone has one offset from UTC or two", "[unit][clock]") {
  CHECK(parse_offset("+05:30") == UtcOffset{19800, 19800});
  CHECK(parse_offset("-05:00/-04:00") == UtcOffset{-18000, -14400});
  for (const char* text : {"", "05:30", "+5", "+02:00/+01:00"}) CHECK_FALSE(parse_offset(text));
}

}  // namespace
}  // namespace crosscheck
