// The test runner's main(), in a file of its own: Catch2's implementation is compiled once.
#define CATCH_CONFIG_MAIN
#include "catch.h"
