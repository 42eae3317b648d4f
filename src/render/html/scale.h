// A straight axis and its ticks, for numbers and for days. Private to src/render/.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace crosscheck::rendering {

/// What a bar covers; nothing = open on that side.
struct Reach {
  std::optional<double> low, high;
};

struct Tick {
  double at = 0;
  std::string label;
};

class Scale {
 public:
  /// Holds the known ends of all reaches, with a margin on each side.
  explicit Scale(const std::vector<Reach>& reaches);

  bool drawable() const { return drawable_; }
  double low() const { return low_; }
  double high() const { return high_; }
  double percent(double value) const;  ///< of the drawing's width, within 0 and 100

 private:
  bool drawable_ = false;
  double low_ = 0, high_ = 1;
};

std::vector<Tick> number_ticks(const Scale& scale);
std::vector<Tick> day_ticks(const Scale& scale);

}  // namespace crosscheck::rendering
