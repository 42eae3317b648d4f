#!/usr/bin/env bash
# A file here compiles as it stands, and must not compile with -DBREACH. Its first line says which words
# the compiler's message must hold, as a regular expression since compilers differ:
#   // breach: (use of|call to) deleted function
# usage: check.sh COMPILER FILE
set -euo pipefail
compiler=${1:?} file=${2:?}
words=$(sed -n '1s|^// breach: ||p' "$file")
[[ -n $words ]] || { echo "$file:1: the first line must be '// breach: words of the message'"; exit 1; }

compile=("$compiler" -std=c++20 -fsyntax-only -Werror=unused-result -Isrc "$file")
"${compile[@]}" || { echo "$file does not compile even without the breach"; exit 1; }
if message=$("${compile[@]}" -DBREACH 2>&1); then
  echo "$file compiles with -DBREACH, so nothing guards against it"
  exit 1
fi
grep -qE -- "$words" <<<"$message" || { echo "$message"; echo "$file fails, but not with '$words'"; exit 1; }
