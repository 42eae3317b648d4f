#!/usr/bin/env bash
# Builds and runs the speed benchmarks of tests/bench/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
tools/bootstrap.sh bench
if [[ -z $(find tests/bench -name '*.cpp' -print -quit) ]]; then
  echo "tests/bench/ holds no benchmark yet"
  exit 0
fi
# The library may have come after the build was configured.
grep -q '^benchmark_DIR:PATH=/' build/release/CMakeCache.txt 2>/dev/null ||
  { tools/bootstrap.sh build && cmake --preset release; }
tools/build.sh release crosscheck_bench
build/release/tests/crosscheck_bench "$@"
