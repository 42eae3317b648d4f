#!/usr/bin/env bash
# Cross-checks folders of corpus/ into reports/ with the release build. The paths given to the program
# are relative to the repository, so that the reports are the same bytes in every checkout.
# usage: tools/report.sh [--quiet] NAME...
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
quiet=no
[[ ${1:-} == --quiet ]] && { quiet=yes; shift; }

report() { build/release/crosscheck report "corpus/$1" -o "reports/$1"; }

for name in "$@"; do
  status=0
  if [[ $quiet == yes ]]; then
    report "$name" >/dev/null || status=$?
    echo "reports/$name"
  else
    report "$name" || status=$?
  fi
  # 1 says that contradictions were found, which is what a report is for.
  [[ $status -le 1 ]] || exit "$status"
done
