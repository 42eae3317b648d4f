// The one header through which tests see Catch2 (version 2): settings that every file must share.
#pragma once

#define CATCH_CONFIG_CONSOLE_WIDTH 160  // breaches and reports are long lines
#define CATCH_CONFIG_ENABLE_OPTIONAL_STRINGMAKER
#include <catch2/catch.hpp>
