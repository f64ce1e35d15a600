"""`hardfacts stats`: counts that agree with the records, lines that fit, faults told as convert tells them."""
import collections
import json
import unicodedata

from documents import SPAN_DOCUMENTS
from fact_cells import as_lines, hostile_records
from harness import ROOT, equal, extract, folder, holds, run, write
from outputs_test import on_a_terminal


def news_records():
    return extract(ROOT / "examples/news", "-q")


def test_stats_count_what_the_records_hold():
    made = news_records()
    records = made.records()
    facts = [(r, fact) for r in records for fact in r["facts"]]
    got = json.loads(run("stats", "-", "--json", stdin=made.out).out)
    equal((got["documents"], got["facts"]), (len(records), len(facts)), "totals")
    equal(got["facts_without_subject"], sum(fact["subject"] is None for _, fact in facts), "open ones")

    def counted(section, name="facts"):
        return {item["key"]: item[name] for item in got[section]}

    def count(key):
        return dict(collections.Counter(key(r, fact) for r, fact in facts))

    equal(counted("kind"), count(lambda r, fact: fact["kind"]), "kind")
    equal(counted("attribute"), count(lambda r, fact: fact["attribute"]), "attribute")
    equal(counted("modality"), count(lambda r, fact: fact["modality"]), "modality")
    equal(counted("document"), count(lambda r, fact: r["doc"]["id"]), "document")
    equal(counted("month"), count(lambda r, fact: (r["doc"]["published"] or "no date")[:7]), "month")
    companies = collections.Counter()
    for _, fact in facts:
        named = [fact["subject"] or {}] + [ref for refs in fact["roles"].values() for ref in refs]
        companies.update({ref["entity"] for ref in named if ref.get("entity", "").startswith("company:")})
    equal(counted("company"), dict(companies), "company")
    equal(sum(counted("confidence").values()), len(facts), "bands of confidence")
    codes = collections.Counter(w["code"] for r in records for w in r["warnings"])
    equal(counted("warning", "warnings"), dict(codes), "warnings")


def test_lines_of_stats_fit_whatever_the_names():
    with folder() as at:
        long = {"schema": "hardfacts/1", "doc": {"id": "とても長い名前の記事" * 20}}
        write(at / "f.jsonl", as_lines([r | {"doc": r["doc"] | long["doc"]} for r in hostile_records()]) +
              news_records().out)
        for columns in (60, 100, 200):
            done = run("stats", at / "f.jsonl", environment={"COLUMNS": str(columns)})
            equal(done.status, 0, done.err)
            for line in done.out.decode().splitlines():
                width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
                if width > columns or "\x1b" in line:
                    raise AssertionError(f"{width} columns of {columns}: {line!r}")


def test_stats_have_colour_on_a_terminal_only():
    with folder() as at:
        write(at / "f.jsonl", news_records().out)
        status, shown = on_a_terminal("stats", at / "f.jsonl")
        equal(status, 0, "status")
        holds(shown, "\x1b[1mkind\x1b[0m", "█")
        status, plain = on_a_terminal("stats", at / "f.jsonl", environment={"NO_COLOR": "1"})
        equal((status, "\x1b" in plain), (0, False), "NO_COLOR")
        holds(plain, "\nkind\n", "█")


def test_stats_show_so_many_rows():
    made = news_records()
    few = run("stats", "-", "--top", "2", stdin=made.out).out.decode()
    everything = run("stats", "-", "--top", "0", stdin=made.out).out.decode()
    holds(few, " more\n")
    equal((" more\n" in everything, " earlier\n" in everything), (False, False), "all rows")
    equal(len(everything.splitlines()) > len(few.splitlines()), True, "more rows")


def test_stats_tell_what_they_could_not_read():
    with folder() as at:
        for name, text in SPAN_DOCUMENTS.items():
            write(at / "news" / name, text)
        good = extract(at / "news", "-q").out
        write(at / "f.jsonl", good + b"{broken\n")
        done = run("stats", "f.jsonl", "missing.jsonl", "--json", cwd=at)
        equal(done.status, 3, "status")
        equal(json.loads(done.out)["documents"], len(SPAN_DOCUMENTS), "the others are counted")
        holds(done.err, f"f.jsonl:{len(SPAN_DOCUMENTS) + 1}: error: ", "missing.jsonl: error: cannot be opened")
        nothing = run("stats", "missing.jsonl", cwd=at)
        equal((nothing.status, nothing.out), (3, b""), "nothing could be read")
        equal(run("stats").status, 2, "no file was named")
        equal(run("stats", "-", stdin=b"").status, 0, "an empty stream")
