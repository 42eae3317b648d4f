#!/usr/bin/env bash
# Holds a fresh report on corpus/NAME against annotated expectations, when the measurement data lies
# beside the checkout (or where CROSSCHECK_SHARED says). Every row of tier 1 and 2 must pass; tier 3 is
# printed only. Exit status 77: skipped.
# usage: tools/score.sh PROGRAM NAME
set -euo pipefail
program=${1:?usage: tools/score.sh PROGRAM NAME}
name=${2:?usage: tools/score.sh PROGRAM NAME}
program=$(realpath "$program")
cd "$(dirname "${BASH_SOURCE[0]}")/.."
shared=${CROSSCHECK_SHARED:-../shared}
scorer=$shared/bench/score_expected.py
expected=$shared/gold/seeds/expected.jsonl

skip() { echo "skipped: score of $name: $1"; exit 77; }
[[ -f $scorer && -f $expected ]] || skip "no measurement data at $shared"
command -v python3 >/dev/null || skip "no python3"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
"$program" report "corpus/$name" --format json >"$work/report.json" || status=$?
[[ $status -le 1 ]] || { echo "crosscheck report corpus/$name ended with status $status"; exit 1; }

python3 "$scorer" "$work/report.json" "$expected" >"$work/score.txt" || true  # it counts tier 3 as well
cat "$work/score.txt"
grep -qE '^[0-9]+ passed, [0-9]+ failed$' "$work/score.txt" || { echo "the scorer did not finish"; exit 1; }
if grep -qE '^MISS +tier [12] ' "$work/score.txt"; then
  echo "a row of tier 1 or 2 is missed"
  exit 1
fi
