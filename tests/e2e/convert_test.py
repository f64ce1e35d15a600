"""Records that were written earlier, converted: the same facts, sources found again or not, and what is refused."""
import json

from documents import ARTICLE, SPAN_DOCUMENTS, jsonl_line
from harness import equal, extract, folder, holds, run, write


def records(at):
    """A file of records of every kind of source; its path."""
    for name, text in SPAN_DOCUMENTS.items():
        write(at / "news" / name, text)
    write(at / "news/feed.jsonl", jsonl_line("a", ARTICLE) + jsonl_line("b", ARTICLE + " 富岳"))
    equal(extract(at / "news", "-q", "-o", at / "facts.jsonl").status, 0, "status")
    return at / "facts.jsonl"


def test_records_come_back_the_same_to_the_byte():
    with folder() as at:
        facts = records(at)
        result = run("convert", facts, "-o", at / "again.jsonl", "-o", at / "list.json")
        equal(result.status, 0, "status")
        equal((at / "again.jsonl").read_bytes(), facts.read_bytes(), "lines")
        equal(run("convert", at / "list.json", "-o", "-").out, facts.read_bytes(), "a list")
        equal(run("convert", "-", stdin=facts.read_bytes()).out, facts.read_bytes(), "a pipe")
        pretty = json.dumps(json.loads((at / "list.json").read_text()), ensure_ascii=False, indent=1)
        equal(run("convert", "-", stdin=pretty.encode()).out, facts.read_bytes(), "a layout over many lines")


def test_several_files_become_one():
    with folder() as at:
        facts = records(at)
        result = run("convert", facts, facts, "-o", "-")
        equal(result.out, 2 * facts.read_bytes(), "both")


def test_the_table_of_records_is_that_of_their_sources():
    with folder() as at:
        facts = records(at)
        straight = extract(at / "news", "--table", "-q").out
        equal(run("convert", facts, "--table").out, straight, "with the sources where they were")
        (at / "news").rename(at / "moved")
        result = run("convert", facts, "--table")
        holds(result.err, "the source of ", "was not found")
        equal(result.status, 0, "status without sources")


def test_sources_below_a_folder():
    with folder() as at:
        write(at / "archive/news/a.md", ARTICLE)
        facts = extract("news/a.md", cwd=at / "archive").out
        straight = extract("news/a.md", "--table", "-q", cwd=at / "archive").out
        result = run("convert", "-", "--sources", at / "archive", "--table", stdin=facts)
        equal(result.out, straight, "found below the folder")
        write(at / "archive/news/a.md", ARTICLE + "\nchanged since\n")
        changed = run("convert", "-", "--sources", at / "archive", "--table", stdin=facts)
        holds(changed.err, "the source of 1 was not found")


def test_a_broken_record_is_told_and_the_others_are_done():
    with folder() as at:
        facts = records(at).read_bytes().splitlines(keepends=True)
        broken = facts[0] + b"oops\n" + facts[1][:200] + b"\n" + facts[2] + facts[0].replace(b'"lang"', b'"tongue"')
        write(at / "broken.jsonl", broken)
        result = run("convert", at / "broken.jsonl", "-o", at / "out.jsonl")
        equal(result.status, 3, "status")
        holds(result.err, "broken.jsonl:2: error: is no JSON", "broken.jsonl:3: error: is no JSON",
              "broken.jsonl:5: error: doc: lang is missing")
        equal((at / "out.jsonl").read_bytes(), facts[0] + facts[2], "the others")


def test_what_cannot_be_done():
    with folder() as at:
        facts = records(at)
        rows = [
            ((at / "none.jsonl", "-o", at / "x.jsonl"), 3, "cannot be opened"),
            ((facts, "-o", facts), 2, "is also an input"),
            ((facts, "-o", at / "x.what"), 2, "no format is written to such a name"),
            ((facts, "-o", at / "no/such/x.jsonl"), 2, "does not exist"),
            ((), 2, "RECORDS"),
            ((facts, "--wrong"), 2, "--wrong"),
        ]
        for arguments, status, words in rows:
            result = run("convert", *arguments)
            equal(result.status, status, arguments)
            holds(result.err, words)
        equal(sorted(path.name for path in at.iterdir()), ["facts.jsonl", "news"], "files left behind")
