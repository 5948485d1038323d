#!/bin/sh
# Builds with the import check, lints, looks for what the project forbids, and runs the tests.
set -eu
cd "$(dirname "$0")/.."

failed=0
complain() {
  echo "check: $1" >&2
  failed=1
}

forbid() { # pattern, reason, paths...
  pattern=$1
  reason=$2
  shift 2
  if grep -rnP --include='*.swift' "$pattern" "$@"; then complain "$reason"; fi
}

swift format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks \
  || complain "the format differs: run scripts/format.sh"
forbid '\btry!|\bas! |\bfatalError\(' 'use throws or precondition' Sources
forbid '(^|[^A-Za-z.])(Date|UUID)\(\)' 'take clocks and ids as parameters' \
  $(ls -d Sources/*/ | grep -v '^Sources/bench/')
forbid '\.random\(in:(?!.*using:)|\.random(Element)?\(\)|\.shuffled\(\)' 'draw from a seeded stream' \
  $(ls -d Sources/*/ | grep -v '^Sources/bench/')
forbid '(class|struct|enum|actor|protocol) [A-Za-z]*(Manager|Helper|Utils|Impl)\b' \
  'name the role' Sources Tests
forbid '^\s*print\(' 'only bench prints' $(ls -d Sources/*/ | grep -v '^Sources/bench/')
find Sources Tests -name '*.swift' -print0 | xargs -0 wc -l | awk '
  $2 != "total" && $2 ~ /^Sources/ && $1 > 400 { print $2 ": " $1 " lines (limit 400)"; bad = 1 }
  $2 != "total" && $2 ~ /^Tests/ && $1 > 500 { print $2 ": " $1 " lines (limit 500)"; bad = 1 }
  END { exit bad }' || complain "a file is too long: cut it by concern"
for file in $(find Sources Tests -name '*.swift'); do
  sed -n 2p "$file" | grep -q '^// SPDX-License-Identifier: Apache-2.0$' \
    || complain "$file lacks the licence line"
done
# Such files cannot be checked out side by side on the usual file systems of macOS and Windows.
git ls-files | awk -F/ '
  { path = ""; for (i = 1; i <= NF; i++) { path = path "/" $i; paths[path] = 1 } }
  END {
    for (path in paths) {
      lower = tolower(path)
      if (lower in first) { print path " and " first[lower]; bad = 1 }
      first[lower] = path
    }
    exit bad
  }' || complain "paths differ only in upper and lower case"
[ "$failed" = 0 ] || exit 1

swift build --build-tests --explicit-target-dependency-import-check error
# One test at a time: the sandbox, the servers and the models of the tests share few processors.
# What failed is said again at the end, where it is seen.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
{ swift test --skip-build --no-parallel "$@" 2>&1 || echo "check: tests failed"; } | tee "$log"
if tail -n 1 "$log" | grep -q '^check: tests failed$'; then
  grep -aE 'recorded an issue|^✘|error:' "$log" | tail -n 40 >&2
  exit 1
fi
