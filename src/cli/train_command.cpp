// `train`: the weights of the linker's models as YAML, ready to be rules/link-model.yaml, and a table that shows how far
// their probabilities can be believed.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/output.h"

namespace crosscheck {
namespace {

std::string yaml_of(const Trained& trained, const std::string& without) {
  std::string out =
      "# Weights of the models that say which claims are about one fact (src/link). Written by\n"
      "#   crosscheck train ARTICLES.jsonl --facts FACTS.jsonl -o rules/link-model.yaml\n"
      "# and not to be edited by hand. What a feature means stands in src/link/features.h and facts.h.\n";
  if (!without.empty()) out += "# Nothing was learned from the event " + without + ".\n";
  out += "models:\n";
  for (const auto& [model, weights] : trained.models) {
    out += fmt::format("  {}:  # {} pairs, {} of them of one fact\n", model, trained.rows.at(model),
                       trained.positive.at(model));
    for (const auto& [feature, weight] : weights) {
      if (weight != 0) out += fmt::format("    {}: {:.4f}\n", feature, weight);
    }
  }
  return out;
}

std::string table_of(const Trained& trained) {
  std::string out;
  for (const auto& [model, bins] : trained.reliability) {
    out += "# " + model + ", on events not seen: probability said, share that was right, pairs\n";
    for (const ReliabilityBin& bin : bins)
      out += fmt::format("#   {:.1f} to {:.1f}   {:.2f}   {:.2f}   {}\n", bin.from, bin.to, bin.predicted, bin.right,
                         bin.pairs);
  }
  return out;
}

}  // namespace

int command_train(Invocation& invocation) {
  auto rulebook = load_rules(invocation.rules);
  if (!rulebook.ok()) return complain_of_rules(rulebook.faults());
  const auto trained = run_training(rulebook.value(), invocation.paths, invocation.training, invocation.run);
  if (!trained.ok()) {
    return complain_of(rulebook.value(), trained.fault());
  }
  const std::string yaml = yaml_of(trained.value(), invocation.training.leave_out);
  invocation.line.reset();
  if (invocation.output.empty()) {
    print(yaml + table_of(trained.value()));
    return 0;
  }
  const auto written = write_file(invocation.output, yaml);
  if (!written.ok()) {
    complain(to_string(written.fault()));
    return kUnread;
  }
  if (!invocation.quiet) print(table_of(trained.value()));
  return 0;
}

}  // namespace crosscheck
