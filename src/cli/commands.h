// The commands: each takes the parsed command line and gives the exit status.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "pipeline/pipeline.h"
#include "render/render.h"

namespace crosscheck {

constexpr int kFindings = 1, kBadUsage = 2, kUnread = 3;

struct GuideCommand;
class ProgressLine;

struct Invocation {
  std::vector<std::string> paths, formats;
  std::string rules, output, rule, fail_on;  ///< fail_on: empty until settled
  std::string finding, claim, other_claim;   ///< as a person names them
  std::string store;                         ///< a file of claims, made by `index`
  std::vector<std::string> against;
  std::string reviews, baseline, today;
  std::string config;  ///< a settings file; empty: the nearest one above the first path
  bool no_config = false;
  bool rules_given = false;              ///< on the command line or by the environment
  std::optional<double> min_confidence;  ///< as given
  int port = 0;                          ///< 0: any that is free
  bool quiet = false;                    ///< findings, data and errors alone
  std::string color;                     ///< auto, always, never; empty: auto
  std::vector<std::string> words;        ///< of a command that help is wanted on
  std::string shell;
  bool manual = false;
  std::shared_ptr<const GuideCommand> guide;  ///< the command line in words
  Progress progress;
  std::shared_ptr<ProgressLine> line;  ///< that shows it, until the run has something to print
  RunOptions run;
  TrainingOptions training;
  Look look;
  int (*command)(Invocation&) = nullptr;
  /// What a run has made lives until the process ends, which is quicker than to free it piece by piece.
  std::optional<Rulebook> rulebook;
  std::optional<Report> report;
};

int command_report(Invocation& invocation);
int command_check(Invocation& invocation);
int command_serve(Invocation& invocation);
int command_index(Invocation& invocation);
int command_claims(Invocation& invocation);
int command_mentions(Invocation& invocation);
int command_explain(Invocation& invocation);
int command_why_not(Invocation& invocation);
int command_train(Invocation& invocation);
int command_help(Invocation& invocation);
int command_completion(Invocation& invocation);
int command_rules_check(Invocation& invocation);
int command_rules_test(Invocation& invocation);
int command_rules_list(Invocation& invocation);
int command_rules_explain(Invocation& invocation);

}  // namespace crosscheck
