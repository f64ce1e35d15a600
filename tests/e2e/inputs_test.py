"""What goes in: files, folders, standard input, and what is wrong with them."""
import json
import os
import subprocess

from documents import ARTICLE, jsonl_line
from harness import as_nobody, equal, extract, folder, holds, program_for_nobody, write


def test_a_folder_in_the_order_of_its_paths():
    with folder() as at:
        for name in ("b.md", "a/z.txt", "a/b/c.md", "picture.png", ".hidden/x.md"):
            write(at / "news" / name, ARTICLE)
        result = extract(at / "news")
        equal((result.status, result.ids()), (0, ["a/b/c.md", "a/z.txt", "b.md"]), "ids")
        equal(result.records()[2]["doc"]["source"],
              {"path": f"{at}/news/b.md", "encoding": "UTF-8", "record": None, "field": None}, "source")


def test_a_file_is_named_as_it_was_given():
    with folder() as at:
        write(at / "x.md", ARTICLE)
        result = extract("./x.md", cwd=at)
        equal(result.ids(), ["./x.md"], "ids")
        equal(extract("x.md", "--id-prefix", "p/", cwd=at).ids(), ["p/x.md"], "prefixed")
        doc = result.records()[0]["doc"]
        equal((doc["title"], doc["published"], doc["meta"]["tags"]),
              ("Vultr, 24,000 GPUs and a new site", "2025-12-06", ["AMD", "Ohio"]), "front matter")


def test_json_lines_in_a_file_and_on_standard_input():
    lines = jsonl_line("one", "NVIDIA sold 5 H100.") + jsonl_line("two", "AMD") + '{"text":"TSMC"}\n'
    with folder() as at:
        write(at / "feed.jsonl", lines)
        equal(extract("feed.jsonl", cwd=at).ids(), ["feed.jsonl#one", "feed.jsonl#two", "feed.jsonl#L3"], "of a file")
        equal(extract("-", stdin=lines.encode()).ids()[:2], ["one", "two"], "of standard input, by its content")
        equal(extract("-", "--format", "jsonl", stdin=lines.encode()).ids()[:2], ["one", "two"], "by --format")


def test_fields_by_dotted_paths():
    line = json.dumps({"guid": "g7", "body": {"text": "AMD sold 3 MI355X."}, "head": "AMD"}) + "\n"
    result = extract("-", "--text-field", "body.text", "--title-field", "head", "--id-field", "guid",
                     stdin=line.encode())
    equal((result.ids(), result.records()[0]["doc"]["title"]), (["g7"], "AMD"), "fields")
    equal(result.records()[0]["doc"]["source"]["field"], "body.text", "the field that spans count in")


def test_text_on_standard_input():
    result = extract("-", stdin=ARTICLE.encode())
    equal((result.status, len(result.records())), (0, 1), "records")
    equal(result.records()[0]["doc"]["title"], "Vultr, 24,000 GPUs and a new site", "sniffed as Markdown")


def test_a_broken_line_is_told_and_the_others_are_done():
    lines = jsonl_line("a", "AMD") + '{"id":"b","text":\n' + '{"id":"c"}\n' + '["d"]\n' + jsonl_line("e", "NVIDIA")
    with folder() as at:
        path = write(at / "feed.jsonl", lines)
        result = extract(path, "-o", at / "out.jsonl")
        equal(result.status, 3, "status")
        for line in (2, 3, 4):
            holds(result.err, f"{path}:{line}:")
        ids = [json.loads(line)["doc"]["id"] for line in (at / "out.jsonl").read_text().splitlines()]
        equal(ids, [f"{path}#a", f"{path}#e"], "the others")
        holds(result.last, "2 documents", "3 errors")


def test_inputs_that_fail_leave_the_others():
    with folder() as at:
        write(at / "empty.md", "")
        write(at / "damaged.txt", "新しいCaf".encode() + b"\xe9")
        write(at / "page.pdf", b"%PDF-1.7\n")
        write(at / "good.md", ARTICLE)
        (at / "nothing").mkdir()
        names = ["missing.md", "empty.md", "damaged.txt", "page.pdf", "nothing", "good.md"]
        result = extract(*names, cwd=at)
        equal((result.status, result.ids()), (3, ["good.md"]), "the good one")
        told = [line.split(":")[0] for line in result.err.splitlines()[:-1]]
        equal(sorted(told), sorted(names[:-1]), "one line each")
        holds(result.err, "missing.md: error: no such file or folder [input.missing]", "damaged.txt:1:7:", "[read.utf8]",
              "nothing: error: the folder holds no file of a known format")
        holds(result.last, "1 document,", "5 errors")


def test_an_unreadable_file_and_folder():
    with folder() as at:
        program = program_for_nobody(at)
        write(at / "news/closed.md", ARTICLE).chmod(0)
        write(at / "news/open.md", ARTICLE)
        write(at / "news/vault/x.md", ARTICLE)
        (at / "news/vault").chmod(0)
        done = subprocess.run([program, "extract", at / "news"], capture_output=True, preexec_fn=as_nobody)
        equal(done.returncode, 3, "status")
        holds(done.stderr.decode(), "closed.md: error: cannot be opened: Permission denied",
              "vault: error: the folder cannot be read: Permission denied")
        equal([json.loads(line)["doc"]["id"] for line in done.stdout.splitlines()], ["open.md"], "the other one")


def test_include_takes_files_by_name():
    with folder() as at:
        write(at / "news/a.log", ARTICLE)
        write(at / "news/b.md", ARTICLE)
        result = extract(at / "news", "--include", "*.log", "--format", "text")
        equal((result.status, result.ids()), (0, ["a.log"]), "ids")


def test_what_is_written_into_the_folder_is_not_read_again():
    with folder() as at:
        write(at / "a.md", ARTICLE)
        for _ in range(2):
            result = extract(".", "-o", "out.jsonl", cwd=at)
            equal((result.status, len((at / "out.jsonl").read_text().splitlines())), (0, 1), "records")


def test_hostile_names_and_bytes():
    with folder() as at:
        name = os.fsencode(at) + b"/caf\xe9 \n.md"
        with open(name, "wb") as file:
            file.write(ARTICLE.encode())
        write(at / "nul.txt", b"NVIDIA\0AMD 10 GB\x1b[31m")
        result = extract(at)
        equal(result.status, 0, "status")
        equal(sorted(result.ids()), ["caf\ufffd \n.md", "nul.txt"], "ids")
