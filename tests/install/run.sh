#!/usr/bin/env bash
# What `cmake --install` lays down works away from the source tree: the program with its rules and gazetteers, and the
# library for a project that finds it with find_package (examples/library/).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=$(dirname "${HARDFACTS:-$PWD/build/release/hardfacts}")
source=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

check() { # NAME COMMAND...
    local name=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        echo "ok - install: $name"
    else
        echo "not ok - install: $name"
        tail -n 20 "$work/said"
    fi
}

check "cmake --install" cmake --install "$build" --prefix "$work/usr"
printf 'Acme raised $12 million.\n' >"$work/a.txt"
cd "$work" || exit 1
check "the installed program finds its rules and gazetteers" \
    "$work/usr/bin/hardfacts" extract a.txt -o a.jsonl
check "its record holds the sum" grep -q '"number":"12000000","unit":"USD"' a.jsonl
check "a project finds the package" cmake -S "$source/examples/library" -B example -G Ninja \
    -DCMAKE_PREFIX_PATH="$work/usr" -DCMAKE_BUILD_TYPE=Debug
check "and builds with it" cmake --build example
check "and runs" bash -c "example/money_in a.txt | grep -q '12000000 USD'"
