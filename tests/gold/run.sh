#!/usr/bin/env bash
# The program on documents that others annotated: scores against floors, spans over a whole corpus. These documents are
# not ours to publish and lie in HARDFACTS_SHARED (beside the clone on the machine of continuous integration).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
shared=${HARDFACTS_SHARED:-$PWD/../shared}
program=${HARDFACTS:-$PWD/build/release/hardfacts}
if [ ! -d "$shared/gold/dev" ]; then
    for name in "gold scores" "value suites" "spans of the corpus"; do
        echo "ok - gold: $name # SKIP $shared is not on this machine"
    done
    exit 0
fi
shared=$(cd "$shared" && pwd)
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

# Runs the program: extract NAME STATUS... -- ARGUMENTS; any other exit status is a failed test.
extract() {
    local name=$1 allowed=" $2 "
    shift 2
    "$program" extract "$@" >"$out/stdout" 2>"$out/stderr"
    local status=$?
    if [[ $allowed == *" $status "* ]]; then echo "ok - gold: $name is extracted (exit $status)"
    else
        echo "not ok - gold: $name is extracted (exit $status)"
        tail -n 5 "$out/stderr"
    fi
}

check_spans() { # NAME RECORDS OPTIONS...
    local name=$1
    shift
    if said=$(python3 "$shared/gold/check_spans.py" "$@"); then
        echo "ok - gold: spans of $name: $said"
    else
        echo "not ok - gold: spans of $name"
        tail -n 12 <<<"$said"
    fi
}

mapfile -t documents < <(cd "$shared/gold/dev" && ls | grep -v 'gold\.json$')
here=$PWD
cd "$shared/gold/dev" || exit 1
extract "the gold" "0" "${documents[@]}" -o "$out/gold.jsonl"
cd "$here" || exit 1
python3 "$shared/gold/score.py" score --gold "$shared/gold/dev" --pred "$out/gold.jsonl" --json >"$out/gold.json"
python3 tests/gold/check_floors.py gold "$out/gold.json"
check_spans "the gold" "$out/gold.jsonl" --root "$shared/gold/dev"

for suite in "$shared"/peers/values_*.jsonl; do
    python3 "$shared/peers/score_values.py" --suite "$suite" --input "$out/cases.jsonl"
    extract "$(basename "$suite")" "0" "$out/cases.jsonl" -o "$out/values.jsonl"
    python3 "$shared/peers/score_values.py" --suite "$suite" --records "$out/values.jsonl" --json >"$out/values.json"
    python3 tests/gold/check_floors.py values "$out/values.json"
done

# The corpus holds files of formats that are not read, and some that are not UTF-8: diagnostics and exit 3, no crash.
extract "the corpus" "0 3" "$shared/corpus" -o "$out/corpus.jsonl"
check_spans "the corpus" "$out/corpus.jsonl" --root "$shared/corpus"
exit 0
