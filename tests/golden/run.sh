#!/usr/bin/env bash
# The records of examples/news/ are those of records/, to the byte, and valid by docs/record.schema.json. A change of
# rules that is meant shows as a diff to be read, and is accepted with `./dev golden --bless`.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
program=${HARDFACTS:-$PWD/build/release/hardfacts}
tools=${HARDFACTS_TOOLS:-$PWD/build/dev}
golden=tests/golden/records
now=$(mktemp -d)
trap 'rm -rf "$now"' EXIT

# README.md shows one call of the program and what it prints.
shown='build/release/hardfacts extract examples/news/digest-ja.txt --table'
"$program" ${shown#* } >"$now/table" 2>/dev/null
readme_shows() { awk -v call="\$ $shown" '$0 == "```" { on = 0 } on { print } $0 == call { on = 1 }' README.md; }
bless_readme() {
    awk -v call="\$ $shown" -v table="$now/table" '$0 == "```" { on = 0 } !on { print }
        $0 == call { on = 1; while ((getline line < table) > 0) print line }' README.md >"$now/README.md" &&
        cat "$now/README.md" >README.md
}

mkdir "$now/records"
if ! "$program" extract examples/news -o "$now/news.jsonl" >/dev/null 2>&1; then
    echo "not ok - golden: examples/news can be extracted"
    exit 1
fi
if "$tools/pretty_records" docs/record.schema.json "$now/records" <"$now/news.jsonl"; then
    echo "ok - golden: every record is valid by docs/record.schema.json"
else
    echo "not ok - golden: every record is valid by docs/record.schema.json"
fi

if [ "${1:-}" = --bless ]; then
    mkdir -p $golden
    rm -f $golden/*.json
    cp "$now"/records/*.json $golden/
    bless_readme
    git --no-pager diff --stat -- $golden README.md
    echo "blessed: $(ls $golden | wc -l) records in $golden"
    exit 0
fi

for name in $({ ls "$now/records"; ls $golden; } 2>/dev/null | sort -u); do
    if difference=$(diff -u --label "golden/$name" --label "now/$name" <(cat "$golden/$name" 2>/dev/null) \
        <(cat "$now/records/$name" 2>/dev/null)); then
        echo "ok - golden: $name"
    else
        echo "not ok - golden: $name (meant? ./dev golden --bless)"
        head -n 60 <<<"$difference"
    fi
done

if difference=$(diff -u --label README.md --label now <(readme_shows) "$now/table"); then
    echo "ok - golden: README.md shows what the program prints"
else
    echo "not ok - golden: README.md shows what the program prints"
    head -n 30 <<<"$difference"
fi

"$program" extract examples/news -o "$now/again.jsonl" >/dev/null 2>&1
if cmp -s "$now/news.jsonl" "$now/again.jsonl"; then echo "ok - golden: a second run gives the same bytes"
else echo "not ok - golden: a second run gives the same bytes"; fi
