#!/usr/bin/env bash
# Installs what is missing, configures when needed, builds.
# usage: tools/build.sh PRESET [TARGET...]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
preset=${1:?usage: tools/build.sh PRESET [TARGET...]}
shift

tools/bootstrap.sh build
[[ $preset == fuzz ]] && tools/bootstrap.sh fuzz

ninja_file=build/$preset/build.ninja
if [[ ! -f $ninja_file || CMakePresets.json -nt $ninja_file ]]; then
  cmake --preset "$preset"
  touch "$ninja_file"
fi
[[ $# -gt 0 ]] && set -- --target "$@"
cmake --build --preset "$preset" --parallel "$(nproc)" "$@"
