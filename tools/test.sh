#!/usr/bin/env bash
# Builds a preset, runs its tests, and says how many there were and how long it all took.
# usage: tools/test.sh PRESET
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=${1:?usage: tools/test.sh PRESET}

SECONDS=0
tools/build.sh "$preset"
tools/bootstrap.sh validate || echo "skipped: tools that validate outputs could not be installed"
build_s=$SECONDS

# The browser test wants Chromium, and is skipped, said and counted, where it cannot be had.
tools/bootstrap.sh browser || echo "The browser test is skipped." >&2

# The thread sanitizer of gcc 12 cannot place its shadow memory on kernels that randomize more address
# bits than it knows; without randomization it always can.
runner=()
if [[ $preset == tsan ]] && setarch "$(uname -m)" -R true 2>/dev/null; then
  runner=(setarch "$(uname -m)" -R)
fi

SECONDS=0
status=0
"${runner[@]}" ctest --preset "$preset" --output-on-failure --parallel "$(nproc)" || status=$?
tests_s=$SECONDS

log=build/$preset/Testing/Temporary/LastTest.log
echo
grep -h '^skipped: ' "$log" || true
# Catch2 closes each group with "... (12 assertions in 3 test cases)", or with a table when one failed.
awk '/^All tests passed \(/ { gsub(/[^0-9 ]/, ""); assertions += $1; cases += $2 }
     /^test cases: /  { cases += $3 }
     /^assertions: / { assertions += $2 }
     END { printf "inside them: %d test cases, %d assertions\n", cases, assertions }' "$log"
echo "build: $build_s s, tests: $tests_s s"
exit "$status"
