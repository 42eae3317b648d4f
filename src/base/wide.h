// what      a function compiled twice: for processors with AVX2, and for all; the loader takes what the machine can
// in → out  CROSSCHECK_WIDE before a function whose loop the compiler makes vectors of → the same results, sooner
// owns      nothing
// fails     never: without GCC on x86-64 it stands for nothing; nor under sanitizers, which are not up when the loader asks
// threads   –
// cost      the function twice in the program
// follows   GCC's target_clones
// tested by tests/oracle/align_oracle_test.cpp, for what uses it
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define CROSSCHECK_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define CROSSCHECK_WIDE
#endif
