"""Inputs that no one means well with: each is told or read, and the others are done."""
import os
import random
import subprocess

from documents import ARTICLE, jsonl_line
from harness import PROGRAM, equal, extract, folder, holds, write

FACT = "NVIDIA sold 5 H100."


def test_what_is_no_text_is_told_and_the_others_are_done():
    with folder() as at:
        write(at / "a.md", random.Random(7).randbytes(300_000))
        write(at / "b.html", b"\x89PNG\r\n\x1a\n" + random.Random(8).randbytes(1000))
        write(at / "c.md", ARTICLE)
        result = extract(at, "--verify")
        equal((result.status, result.ids()), (3, ["c.md"]), "the others")
        holds(result.err, "a.md:", "b.html:", "[read.charset]")


def test_deep_nesting():
    deep = 100_000
    for name, text in (
            ("quotes.md", ">" * deep + FACT), ("lists.md", "- " * deep + FACT), ("emphasis.md", "*a_ " * deep + FACT),
            ("brackets.md", "[" * deep + FACT + "]" * deep), ("div.html", "<div>" * deep + FACT),
            ("b.html", "<b>" * deep + FACT), ("tables.html", "<table>" * deep + FACT),
            ("lists.json", '{"text":"' + FACT + '","x":' + "[" * deep + "]" * deep + "}"),
            ("objects.json", '{"text":"' + FACT + '","x":' + '{"a":' * deep + "1" + "}" * deep + "}"),
            ("feed.rss", "<rss><channel><item><description>" + "<b>" * deep + FACT + "</b>" * deep +
             "</description></item></channel></rss>"),
            ("yaml.md", "---\na: " + "[" * deep + "\n---\n" + FACT)):
        with folder() as at:
            result = extract(write(at / name, text), "--verify")
            equal((result.status, len(result.records())), (0, 1), name)


def test_large_documents_are_refused_and_the_others_are_done():
    with folder() as at:
        write(at / "large.md", FACT + "\n" * 3000)
        write(at / "small.md", FACT)
        write(at / "feed.jsonl", jsonl_line("a", FACT) + jsonl_line("b", FACT * 200) + jsonl_line("c", FACT))
        write(at / "list.json", '[{"id":"d","text":"' + FACT + '"},{"id":"e","text":"' + FACT * 200 + '"}]')
        result = extract(at, "--max-bytes", "2K")
        equal((result.status, result.ids()), (3, ["feed.jsonl#a", "feed.jsonl#c", "list.json#d", "small.md"]), "others")
        holds(result.err, "large.md: error: the document is larger than 2048 bytes", "feed.jsonl:2:1: error: the record",
              "list.json:1:", "[read.too_large]")
        equal(extract(at / "large.md", "--max-bytes", "1M").status, 0, "the limit can be raised")


def test_an_endless_line_is_not_held():
    result = extract("-", "--format", "jsonl", "--max-bytes", "1M",
                     stdin=b"x" * 5_000_000 + b"\n" + jsonl_line("a", FACT).encode())
    equal((result.status, result.ids()), (3, ["a"]), "the others")


def test_a_long_line_and_a_long_table():
    with folder() as at:
        equal(extract(write(at / "line.txt", (FACT + " ") * 20_000)).status, 0, "line")
        rows = "".join(f"| H100 | 80 GB | {number} |\n" for number in range(20_000))
        result = extract(write(at / "table.md", "| Chip | Memory | Units |\n|---|---|---|\n" + rows), "--verify")
        equal((result.status, len(result.records()[0]["mentions"]) > 40_000), (0, True), "table")


def test_truncated_files():
    cuts = {"a.md": ARTICLE, "a.html": f"<article><p>{FACT}</p><p title='x", "a.jsonl": jsonl_line("a", FACT) + '{"id":"b"',
            "a.json": '[{"text":"' + FACT + '"},{"text":"AM', "a.rss": f"<rss><channel><item><title>{FACT}</title></item><it"}
    for name, text in cuts.items():
        with folder() as at:
            result = extract(write(at / name, text), "--verify")
            equal(len(result.records()), 1, name)
            equal(result.status, 3 if name in ("a.jsonl", "a.json", "a.rss") else 0, name)
    with folder() as at:
        result = extract(write(at / "a.txt", "投資額は10億ドル。".encode()[:-1]))
        equal(result.status, 3, "a character cut in two")
        holds(result.err, "a.txt:1:10: error: byte 0xE3 is not UTF-8")


def test_links_that_loop_and_what_is_no_file():
    with folder() as at:
        write(at / "news/a.md", FACT)
        os.symlink(at / "news", at / "news/again")
        os.symlink(at / "news/self.md", at / "news/self.md")
        os.symlink(at / "news/nothing", at / "news/gone.md")
        os.mkfifo(at / "news/pipe.md")
        result = extract(at / "news")
        equal((result.status, result.ids()), (3, ["a.md"]), "records")
        holds(result.err, "self.md: error: cannot be opened: Too many levels", "gone.md: error: cannot be opened: No such",
              "pipe.md: warning: a pipe, socket or device; it is left out")


def test_entity_bombs_are_refused():
    bomb = ("<!DOCTYPE rss [<!ENTITY a '" + "x" * 100 + "'>" +
            "".join(f"<!ENTITY {chr(98 + k)} '{('&' + chr(97 + k) + ';') * 10}'>" for k in range(9)) +
            "]><rss><channel><item><title>&j;</title></item></channel></rss>")
    result = extract("-", stdin=bomb.encode())
    equal((result.status, result.ids()), (3, []), "records")
    holds(result.err, "[read.entities]")
    flat = ("<!DOCTYPE rss [<!ENTITY a '" + "x" * 100_000 + "'>]><rss><channel>" +
            "<item><title>" + "&a;" * 10_000 + "</title></item></channel></rss>")
    result = extract("-", stdin=flat.encode())
    equal(result.status, 3, "a flat one")


def test_a_file_that_is_written_to_while_it_is_read():
    with folder() as at:
        path = write(at / "a.jsonl", "".join(jsonl_line(f"n{number}", FACT) for number in range(50_000)))
        program = subprocess.Popen([PROGRAM, "extract", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   bufsize=0)
        first = program.stdout.readline()  # from here on it waits for the pipe, long before the end of the file
        with open(path, "a") as file:
            file.write(jsonl_line("late", FACT))
        rest, errors = program.communicate(timeout=120)
        equal((program.returncode, (first + rest).count(b"\n") >= 50_000), (0, True), "records")
        holds(errors.decode(), "a.jsonl: warning: the file was written to while it was read", "[input.changed]")


def test_names_and_messages_cannot_steer_the_terminal():
    with folder() as at:
        write(at / "a\n\x1b[31mb.md", b"")
        result = extract(at)
        equal((result.status, len(result.err.splitlines())), (3, 2), "lines")
        equal("\x1b" in result.err, False, "escapes")
