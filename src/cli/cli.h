// what      arguments → exit status; the only room that prints
// in → out  argc, argv → 0 nothing found, 1 findings, 2 bad usage or rules, 3 some input could not be read
// owns      standard output (data) and standard error (progress and diagnostics)
// fails     with a sentence, a place and the next step on standard error
// threads   passes --threads on to `pipeline`
// cost      start-up: loading the rulebook
// follows   FORMATS "Commands"; grep's and semgrep's exit statuses; https://no-color.org
// tested by tests/unit/cli_test.cpp, tests/unit/errors_test.cpp, tests/unit/guide_test.cpp, tests/unit/examples_test.cpp,
//           tests/unit/colour_test.cpp, tests/unit/progress_test.cpp, tests/unit/install_test.cpp
#pragma once

namespace crosscheck {

int run_cli(int argc, char** argv);

}  // namespace crosscheck
