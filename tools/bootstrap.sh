#!/usr/bin/env bash
# Installs the Debian packages that are missing for a job; silent when all are there.
# usage: tools/bootstrap.sh build|bench|browser|format|fuzz|package|validate
set -euo pipefail

case "${1:-build}" in
  build) wanted=(g++ cmake ninja-build libicu-dev libre2-dev libfmt-dev libyaml-dev
                 nlohmann-json3-dev libsimdjson-dev libcld2-dev libcli11-dev nettle-dev libstemmer-dev libsqlite3-dev
                 libmimalloc-dev libcpp-httplib-dev libgumbo-dev libmd4c-dev libpugixml-dev libpoppler-cpp-dev
                 poppler-data libarchive-dev zlib1g-dev libbrotli-dev catch2) ;;
  bench) wanted=(libbenchmark-dev) ;;
  browser) wanted=(chromium python3) ;;
  format) wanted=(clang-format) ;;
  fuzz) wanted=(clang libclang-rt-14-dev) ;;
  package) wanted=(dpkg-dev) ;;
  validate) wanted=(python3-jsonschema libxml2-utils git man-db groff-base bsdextrautils zsh fish dpkg-dev) ;;  # what tests hold outputs to; they do without
  *) echo "usage: tools/bootstrap.sh build|bench|browser|format|fuzz|package|validate" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null; then
  echo "tools/bootstrap.sh: no dpkg here, so nothing is installed; this needs the equivalents of: ${wanted[*]}" >&2
  exit 0
fi

present=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
missing=()
for package in "${wanted[@]}"; do
  grep -qxF "installed $package" <<<"$present" || missing+=("$package")
done
[[ ${#missing[@]} -eq 0 ]] && exit 0

by_hand="apt-get update && apt-get install --yes --no-install-recommends ${missing[*]}"
as_root=()
if [[ $(id -u) -ne 0 ]]; then
  # Ask for a password only where a person can answer.
  if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [[ -t 0 ]] && sudo -v; }; }; then
    as_root=(sudo)
  else
    {
      echo "These Debian packages are missing, and installing them needs root or sudo: ${missing[*]}"
      echo "Run this as root, then try again:"
      echo "  $by_hand"
    } >&2
    exit 1
  fi
fi

apt() {
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2
}
install() { apt install --yes --no-install-recommends "${missing[@]}"; }
give_up() {
  {
    echo "apt could not install: ${missing[*]}"
    echo "Its own message is above. When that is mended, run as root, then try again:"
    echo "  $by_hand"
  } >&2
  exit 1
}

echo "Installing from Debian: ${missing[*]}" >&2
# Refresh the package lists only when they are empty or too old to serve.
if apt -qq install --simulate --no-install-recommends "${missing[@]}" 2>/dev/null; then
  install || { apt update && install; } || give_up
else
  { apt update && install; } || give_up
fi
