// The program. Everything is in run_cli().
#include "cli/cli.h"

int main(int argc, char** argv) { return crosscheck::run_cli(argc, argv); }
