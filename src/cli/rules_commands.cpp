// `rules check|test|list|explain`, for people who write rules: all faults at once, each where it stands.
#include <algorithm>
#include <string>

#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/output.h"

namespace crosscheck {
namespace {

template <class Work>
int with_rulebook(const Invocation& invocation, Work&& work) {
  auto rulebook = load_rulebook(invocation.rules);
  return rulebook.ok() ? work(rulebook.value()) : complain_of_rules(rulebook.faults());
}

std::string kinds_of(const Frame& frame) {
  std::string kinds;
  for (const MentionKind kind : frame.kinds) kinds += (kinds.empty() ? "" : ", ") + std::string(name_of(kind));
  return kinds;
}

}  // namespace

int command_rules_check(Invocation& invocation) {
  return with_rulebook(invocation, [&](const Rulebook& rulebook) {
    std::size_t frames = 0;
    for (const std::string& language : rulebook.languages()) frames += rulebook.frames(language).size();
    if (invocation.quiet) return 0;
    print("rules are well formed: " + std::to_string(frames) + " claim frames, " +
          std::to_string(rulebook.derivations().size()) + " derivations, digest " + rulebook.digest() + "\n");
    return 0;
  });
}

int command_rules_test(Invocation& invocation) {
  return with_rulebook(invocation, [&](const Rulebook& rulebook) {
    std::size_t examples = 0;
    const std::vector<Fault> faults = test_rules(rulebook, examples);
    constexpr std::size_t kShown = 40;
    for (std::size_t i = 0; i < std::min(faults.size(), kShown); ++i) complain(to_string(faults[i]));
    if (faults.size() > kShown) complain("… and " + std::to_string(faults.size() - kShown) + " more");
    if (!invocation.quiet)
      print(std::to_string(examples - faults.size()) + " passed, " + std::to_string(faults.size()) + " failed\n");
    return faults.empty() ? 0 : kBadUsage;
  });
}

int command_rules_list(Invocation& invocation) {
  return with_rulebook(invocation, [&](const Rulebook& rulebook) {
    for (const std::string& language : rulebook.languages()) {
      for (const Frame& frame : rulebook.frames(language)) {
        print(frame.id + "  " + language + "  " + kinds_of(frame) + "  " + std::string(name_of(frame.behaviour)) +
              "  " + frame.attribute + "\n");
      }
      for (const ArithmeticRule& rule : rulebook.arithmetic(language).rules)
        print(rule.id + "  " + language + "  percent  fixed  " + rule.formula + "\n");
      for (const ArithmeticRule& rule : rulebook.corrections(language).rules)
        print(rule.id + "  " + language + "  any  fixed  " + rule.formula + "\n");
    }
    for (const DerivationRule& rule : rulebook.derivations())
      print(rule.id + "  -  " + rule.result + " = " + rule.left + " " + rule.operation + " " + rule.right + "\n");
    return 0;
  });
}

int command_rules_explain(Invocation& invocation) {
  return with_rulebook(invocation, [&](const Rulebook& rulebook) {
    const Frame* frame = rulebook.frame_named(invocation.rule);
    if (frame == nullptr) {
      complain("no rule '" + invocation.rule + "'; `crosscheck rules list` names them all");
      return kBadUsage;
    }
    print(frame->id + " reads " + frame->attribute + " (" + kinds_of(*frame) + "), " +
          std::string(name_of(frame->behaviour)) + "\n" + frame->where + "\n\n" + frame->source);
    return 0;
  });
}

}  // namespace crosscheck
