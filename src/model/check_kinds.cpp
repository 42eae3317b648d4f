// The kinds of check in words, for whoever meets a name of one outside a report: "as-of-date" in a SARIF rule, in the list of
// a comment that asks for silence, in a message that a name is unknown. What a check does stands in src/check; that every
// check has its row here is tested, that the words are true is not.
#include <algorithm>
#include <array>

#include "model/model.h"

namespace crosscheck {
namespace {

constexpr std::array kKinds{
    CheckKind{
        "value", "Two values of one fact",
        "Sources give one fact values that cannot both be true, even as widely as their digits and words allow. Look "
        "up the fact; if both are right, they are of two facts or two times, and the text should say so."},
    CheckKind{"date", "Two dates of one event",
              "Sources give one event dates that exclude each other. Look at which date each source means: announced, "
              "signed, begun, completed."},
    CheckKind{
        "as-of-date", "One figure told of two times",
        "A figure that moves is given for two times so far apart that it can hardly have stayed the same. Often an old "
        "value is told as current."},
    CheckKind{"bound", "A bound that a value breaks",
              "One source says \"at least\", \"over\" or \"up to\" a value, another a figure outside of it."},
    CheckKind{"vague", "Vague words that a value does not fit",
              "One source says \"dozens\" or \"multibillion\", another a figure that these words cannot mean."},
    CheckKind{"scale", "A slip by a power of ten",
              "Two values of one fact have the same digits and differ by a power of ten: million for billion, a zero "
              "too many."},
    CheckKind{"sign", "Profit against loss, rise against fall", "The figures agree and their direction does not."},
    CheckKind{"unit", "One figure in two units",
              "The figures are the same and their units are not: miles for kilometres, dollars for euros."},
    CheckKind{"implied-value", "A value that others imply",
              "Figures, often of several sources, together imply a value that another one does not meet. The "
              "derivation shows "
              "the sum; one of its inputs or the stated value is off, or they are of two times."},
    CheckKind{"arithmetic", "Figures that do not add up",
              "A share, sum, difference, change or conversion is not what its own figures make it, however they were "
              "rounded."},
    CheckKind{"weekday", "A weekday that its date does not have", "The date falls on another day of the week."},
    CheckKind{"duration", "A duration that its dates do not make",
              "The days between two dates are not the duration that is stated."},
    CheckKind{"age", "An age that the dates do not make",
              "A birth date and a date imply another age than the one stated."},
    CheckKind{"correction", "A text that takes a value back",
              "One text says that a value was wrong; another still gives it."},
};

}  // namespace

std::span<const CheckKind> check_kinds() { return kKinds; }

const CheckKind* check_kind(std::string_view name) {
  const auto* found =
      std::find_if(kKinds.begin(), kKinds.end(), [&](const CheckKind& kind) { return kind.name == name; });
  return found == kKinds.end() ? nullptr : found;
}

}  // namespace crosscheck
