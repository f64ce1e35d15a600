"""CSV and TSV, read by Python's csv module: the same facts as in the records, and no formulas."""
import csv
import io
import json
import re

from documents import ARTICLE, SPAN_DOCUMENTS
from fact_cells import as_lines, cells, corpus, hostile_records, same_cells, source_of
from harness import equal, extract, folder, holds, run, write

SPACES = " \u00a0\u3000\u200b\ufeff"
csv.field_size_limit(10_000_000)
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?\Z")


def unguarded(cell):
    return re.sub(f"(^|[;\t\r\n])([{SPACES}]*)'", r"\1\2", cell)


def raw_rows(path, delimiter=","):
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def rows(path, delimiter=","):
    return [{name: unguarded(cell) for name, cell in row.items() if cell} for row in raw_rows(path, delimiter)]


def test_csv_and_tsv_hold_the_facts_of_the_records():
    files = corpus()
    with folder() as at:
        done = extract(*files, "-q", "-o", at / "f.csv", "-o", at / "f.tsv", "-o", at / "f.jsonl")
        equal(done.status, 0, done.err)
        records = [json.loads(line) for line in (at / "f.jsonl").read_bytes().splitlines()]
        with_source = [(r, source_of(r)) for r in records]
        expected = [cells(r, fact, source) for r, source in with_source for fact in r["facts"]]
        if len(expected) < 100:
            raise AssertionError("hardly any fact: little was checked")
        for path, delimiter in ((at / "f.csv", ","), (at / "f.tsv", "\t")):
            got = rows(path, delimiter)
            equal(len(got), len(expected), "rows")
            for one, other in zip(got, expected):
                if "line" not in other:  # a record inside a file: lines are those of its text
                    one.pop("line", None)
                same_cells(one, other)


def test_convert_writes_the_same_rows_as_extract():
    with folder() as at:
        for name, text in SPAN_DOCUMENTS.items():
            write(at / "news" / name, text)
        equal(extract("news", "-q", "-o", "a.csv", "-o", "f.jsonl", cwd=at).status, 0, "extract")
        done = run("convert", "f.jsonl", "-o", "b.csv", cwd=at)
        equal(done.status, 0, done.err)
        equal((at / "b.csv").read_bytes(), (at / "a.csv").read_bytes(), "rows, lines among them")
        if not any("line" in row for row in rows(at / "a.csv")):
            raise AssertionError("no row has a line: nothing was checked")
        run("convert", "f.jsonl", "-q", "-o", "c.csv", "--sources", "elsewhere", cwd=at)
        if any("line" in row for row in rows(at / "c.csv")):
            raise AssertionError("a line of a source that is not there")


def test_csv_begins_with_a_byte_order_mark_unless_it_is_not_wanted():
    with folder() as at:
        write(at / "a.md", ARTICLE)
        equal(extract("a.md", "-q", "-o", "a.csv", "-o", "a.tsv", cwd=at).status, 0, "status")
        equal(extract("a.md", "-q", "--no-bom", "-o", "b.csv", cwd=at).status, 0, "status")
        marked = (at / "a.csv").read_bytes()
        equal(marked[:12], b"\xef\xbb\xbfdocument,", "the beginning")
        equal((at / "b.csv").read_bytes(), marked[3:], "the same without it")
        equal((at / "a.tsv").read_bytes()[:12], b"\xef\xbb\xbfdocument\t", "TSV too")
        equal(len(re.findall(rb"(?<!\r)\n", marked)), 0, "lines that end with a line feed alone")


def test_hostile_texts_are_no_formulas_and_come_back():
    records = hostile_records()
    expected = [cells(record, record["facts"][0]) for record in records]
    with folder() as at:
        done = run("convert", "-", "-q", "-o", at / "f.csv", "-o", at / "f.tsv", stdin=as_lines(records))
        equal(done.status, 0, done.err)
        for path, delimiter in ((at / "f.csv", ","), (at / "f.tsv", "\t")):
            got = rows(path, delimiter)
            equal(len(got), len(expected), "rows")
            for one, other in zip(got, expected):
                same_cells(one, other)
            for row in raw_rows(path, delimiter):
                for name, cell in row.items():
                    part = re.search(f"(^|[;\t\r\n])[{SPACES}]*[=+@＝＋－＠-]|^[\t\r\n]", cell)
                    if part and not NUMBER.match(cell):
                        raise AssertionError(f"{name} may be taken for a formula: {cell!r}")
                    if re.match(r"0[0-9]+\Z|[0-9]{16,}\Z|[0-9]+[E-][0-9]+\Z", cell) and name not in ("number", "value"):
                        raise AssertionError(f"{name} may be taken for another number: {cell!r}")


def test_an_empty_run_writes_the_headings():
    with folder() as at:
        write(at / "a.md", "Nothing of interest.\n")
        equal(extract("a.md", "-q", "-o", "a.csv", cwd=at).status, 0, "status")
        text = (at / "a.csv").read_text("utf-8-sig")
        holds(text, "document,title,date,", ",path,record\n")
        equal(text.count("\n"), 1, "lines")
