// what      Result<T>: a value or a Fault, and the Fault itself
// in → out  – (a vocabulary type)
// owns      the value or the fault
// fails     value() and fault() abort on the wrong side: that is our bug, not an input's
// threads   as safe as T
// cost      one variant
// follows   std::expected (C++23), which Debian 12's library lacks
// tested by tests/unit/base_test.cpp
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace crosscheck {

/// Who must act on a fault: the author of an article, of a rule, of the set-up, or the machine's keeper.
enum class Who { input, rules, setup, machine };

struct Fault {
  Who who = Who::input;
  std::string code;   ///< short and stable: "not-utf8", "unknown-key"
  std::string what;   ///< a sentence for a person, with the next step
  std::string where;  ///< path, or path:line:column
};

inline std::string to_string(const Fault& fault) {
  return (fault.where.empty() ? std::string() : fault.where + ": ") + fault.what + " [" + fault.code + "]";
}

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Fault fault) : state_(std::move(fault)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  const T& value() const& { return std::get<T>(state_); }
  T& value() & { return std::get<T>(state_); }
  T&& value() && { return std::get<T>(std::move(state_)); }
  const Fault& fault() const { return std::get<Fault>(state_); }

 private:
  std::variant<T, Fault> state_;
};

/// A value or *all* that is wrong with its source.
template <class T>
class [[nodiscard]] Checked {
 public:
  Checked(T value) : state_(std::move(value)) {}                     // NOLINT(google-explicit-constructor)
  Checked(std::vector<Fault> faults) : state_(std::move(faults)) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return std::holds_alternative<T>(state_); }
  const T& value() const& { return std::get<T>(state_); }
  T&& value() && { return std::get<T>(std::move(state_)); }
  const std::vector<Fault>& faults() const { return std::get<std::vector<Fault>>(state_); }

 private:
  std::variant<T, std::vector<Fault>> state_;
};

}  // namespace crosscheck
