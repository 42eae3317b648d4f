// Loading the rulebook on behalf of a command, and saying what went wrong.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

/// On all threads; what only some languages need waits for their first document.
Checked<Rulebook> load_rules(const std::string& directory);
Checked<Rulebook> load_timed(const std::string& directory, std::vector<Timing>& timings);
/// Prints all faults; the exit status of a bad rule file.
int complain_of_rules(const std::vector<Fault>& faults);
int complain_of(const Fault& fault);
/// What is good to know and no error: nothing when it is to be quiet.
void note(const Invocation& invocation, const std::string& text);
/// A run that failed: on rules that were read for its documents, if any are at fault.
int complain_of(const Rulebook& rulebook, const Fault& fault);
/// A report on the paths, what was not read told; `use` takes it and gives the status, or 3 stands for unread input.
int with_report(Invocation& invocation, const std::function<int(const Rulebook&, const Report&)>& use);
void tell_skipped(const Skipped& skipped);
void tell_skipped(const std::vector<Skipped>& skipped);
/// What was read, but may not be all of its article.
void tell_warnings(const Document& document);
void tell_warnings(const std::vector<Document>& documents);
/// A usage fault in the options that CLI11 cannot see; 0 when there is none.
int check_run_options(const Invocation& invocation);

}  // namespace crosscheck
