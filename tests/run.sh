#!/usr/bin/env bash
# Runs every test suite and adds up what they report. `./dev test` builds first and calls this.
#   tests/run.sh [SUITE...]     unit, or the folder of a run.sh below tests/ (golden, gold, ...)
# A suite prints lines of the Test Anything Protocol ("ok - NAME", "not ok - NAME", "ok - NAME # SKIP why") or doctest's
# own summary. HARDFACTS_BUILD names the preset whose programs are tested; without it unit tests run in `dev`, with
# assertions on, and everything that runs the program tests `release`, which is what users get.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
unit_build="build/${HARDFACTS_BUILD:-dev}"
export HARDFACTS="$PWD/build/${HARDFACTS_BUILD:-release}/hardfacts"
export HARDFACTS_TOOLS="$PWD/$unit_build"
export HARDFACTS_SHARED="${HARDFACTS_SHARED:-$PWD/../shared}"

passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

add_up() { # STATUS: reads $log
    local p f s
    p=$(grep -c '^ok ' "$log") f=$(grep -c '^not ok ' "$log") s=$(grep -c '^ok .*# SKIP' "$log")
    p=$((p - s))
    local doctest
    doctest=$(sed 's/\x1b\[[0-9;]*m//g' "$log" | grep '^\[doctest\] test cases:' | tail -n 1)
    if [[ $doctest =~ ([0-9]+)\ passed\ \|\ +([0-9]+)\ failed ]]; then
        p=$((p + BASH_REMATCH[1])) f=$((f + BASH_REMATCH[2]))
    fi
    [ "$1" = 0 ] || [ "$f" -gt 0 ] || { f=1; echo "not ok - the suite ended with status $1"; }
    [ $((p + f + s)) -gt 0 ] || { f=1; echo "not ok - the suite ran no test"; }
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

run_suite() { # NAME COMMAND...
    local name=$1 started=$SECONDS
    shift
    echo "== $name"
    "$@" 2>&1 | tee "$log"
    add_up "${PIPESTATUS[0]}"
    echo "   $((SECONDS - started)) s"
}

suites=("$@")
[ $# -gt 0 ] || suites=(unit $(find tests -mindepth 2 -name run.sh -printf '%h\n' | sed 's|^tests/||' | sort))
for suite in "${suites[@]}"; do
    case $suite in
        unit) run_suite unit "$unit_build/hardfacts_tests" ;;
        *) run_suite "$suite" "tests/$suite/run.sh" ;;
    esac
done

line="$passed passed, $failed failed"
[ "$skipped" = 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" = 0 ]
