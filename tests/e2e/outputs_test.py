"""What comes out: JSON Lines, JSON, tables, whole files, the same bytes every time."""
import fcntl
import json
import os
import pty
import re
import signal
import struct
import subprocess
import termios
import threading
import time
import unicodedata

from documents import ARTICLE, SPAN_DOCUMENTS, jsonl_line, span_faults
from harness import PROGRAM, ROOT, Skip, as_nobody, equal, extract, folder, holds, program_for_nobody, write


def news(at, copies=3):
    for k in range(copies):
        for name, text in SPAN_DOCUMENTS.items():
            write(at / f"{k:03}" / name, text)
    return at


def on_a_terminal(*arguments, environment=None, columns=90):
    """Standard output and standard error of the program on a terminal."""
    try:
        ours, theirs = pty.openpty()
    except OSError as why:
        raise Skip(f"this machine has no terminals to give: {why}")
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    full = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR")} | {"TERM": "xterm"}
    process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL,
                               env=full | (environment or {}))
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return process.wait(), shown.decode().replace("\r\n", "\n")


def test_several_outputs_hold_the_same_records():
    with folder() as at:
        news(at / "news")
        result = extract(at / "news", "-o", at / "a.jsonl", "-o", at / "b.json", "-o", "-")
        equal(result.status, 0, "status")
        lines = [json.loads(line) for line in (at / "a.jsonl").read_text().splitlines()]
        equal(json.loads((at / "b.json").read_text()), lines, "the array")
        equal(result.out, (at / "a.jsonl").read_bytes(), "standard output")
        equal(len(lines), 3 * len(SPAN_DOCUMENTS), "records")
        holds(result.last, f"wrote {at}/a.jsonl, {at}/b.json")


def test_every_record_is_valid_by_the_schema():
    try:
        import jsonschema
    except ImportError:
        raise Skip("python3-jsonschema is not installed")
    schema = json.loads((ROOT / "docs/record.schema.json").read_text())
    checker = jsonschema.Draft7Validator(schema)
    with folder() as at:
        news(at / "news", 1)
        records = extract(at / "news", ROOT / "examples/news").records()
        faults = [f"{r['doc']['id']}: {e.json_path}: {e.message}" for r in records for e in checker.iter_errors(r)]
        equal(faults, [], "faults")
        if not any(record["mentions"] for record in records):
            raise AssertionError("no record has a mention: nothing was checked")


def test_spans_point_at_their_words():
    with folder() as at:
        for name, text in SPAN_DOCUMENTS.items():
            write(at / name, text)
        records = extract(at).records()
        equal(len(records), len(SPAN_DOCUMENTS), "records")
        for record in records:
            name = record["doc"]["id"]
            equal(span_faults(record, (at / name).read_bytes()), [], name)
            if not record["mentions"]:
                raise AssertionError(f"{name}: nothing was found, nothing was checked")


def test_spans_of_json_lines_point_into_the_decoded_field():
    texts = {name: text for name, text in SPAN_DOCUMENTS.items()}
    texts["escaped"] = "NVIDIA \"H100\" \\ 80 GB \t😀 AMD\u2028MI355X / 1,400 W"
    stream = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items())
    records = extract("-", stdin=stream.encode()).records()
    equal([record["doc"]["id"] for record in records], list(texts), "ids")
    for record in records:
        equal(span_faults(record, texts[record["doc"]["id"]].encode()), [], record["doc"]["id"])


def test_the_same_input_gives_the_same_bytes():
    with folder() as at:
        news(at / "news", 40)
        write(at / "news/feed.jsonl", "".join(jsonl_line(f"r{k}", ARTICLE) for k in range(2000)) + "{broken\n")
        one = extract("news", "-j", "1", cwd=at)
        equal(len(one.records()), 40 * len(SPAN_DOCUMENTS) + 2000, "records")
        for threads in ("1", "2", "4", "0"):
            again = extract("news", "-j", threads, cwd=at)
            equal((again.status, again.out == one.out, again.err == one.err), (3, True, True), f"-j {threads}")


def test_verify_checks_and_says_so():
    with folder() as at:
        news(at / "news", 1)
        result = extract(at / "news", "--verify", "-j", "2")
        equal(result.status, 0, "status")
        holds(result.last, "every span verified")


def test_a_table_on_a_terminal_and_nowhere_else():
    with folder() as at:
        write(at / "a.md", ARTICLE)
        status, shown = on_a_terminal("extract", at / "a.md")
        equal(status, 0, "status")
        holds(shown, "\x1b[1m", "Vultr, 24,000 GPUs and a new site", "2025-12-06", "mentions", "hardfacts: 1 document,")
        status, plain = on_a_terminal("extract", at / "a.md", environment={"NO_COLOR": "1"})
        equal((status, "\x1b" in plain), (0, False), "NO_COLOR")
        equal(plain, re.sub("\x1b\\[[0-9;]*m", "", shown), "the same without colour")
        piped = extract(at / "a.md", "--table")
        equal((piped.status, b"\x1b" in piped.out), (0, False), "no colour into a pipe")
        holds(piped.out.decode(), "Vultr, 24,000 GPUs and a new site")
        equal(len(extract(at / "a.md").records()), 1, "JSON Lines into a pipe")


def test_lines_of_the_table_fit():
    with folder() as at:
        write(at / "long.md", f"---\ntitle: {'とても長い題名' * 20}\n---\n\n{ARTICLE.split('---')[2] * 8}")
        for columns in (60, 100):
            out = extract(at / "long.md", "--table", environment={"COLUMNS": str(columns)}).out.decode()
            for line in out.splitlines():
                width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
                if width > columns:
                    raise AssertionError(f"{width} columns of {columns}: {line}")


def test_standard_error_shows_progress_on_a_terminal_only():
    with folder() as at:
        news(at / "news", 2)
        result = extract(at / "news", "-o", at / "o.jsonl")
        equal(("\r" in result.err, "\x1b" in result.err, result.out), (False, False, b""), "no progress into a pipe")
        equal(len(result.err.splitlines()), 1, "the summary alone")
        equal(extract(at / "news", "-o", at / "o.jsonl", "-q").err, "", "--quiet")


def test_outputs_that_cannot_be_written():
    with folder() as at:
        write(at / "a.md", ARTICLE)
        (at / "d.jsonl").mkdir()
        rows = [("missing/o.jsonl", "does not exist; make it first"), ("d.jsonl", "is a folder"),
                ("/proc/o.jsonl", "no file can be made in /proc")]
        for output, message in rows:
            result = extract("a.md", "-o", output, cwd=at)
            equal(result.status, 2, output)
            holds(result.err, f"hardfacts: error: {output}: ", message)
            equal(sorted(p.name for p in at.iterdir()), ["a.md", "d.jsonl"], "nothing is left behind")


def test_a_folder_that_may_not_be_written():
    with folder() as at:
        program = program_for_nobody(at)
        write(at / "a.md", ARTICLE)
        (at / "closed").mkdir(mode=0o555)
        write(at / "fixed.jsonl", "earlier\n").chmod(0o444)
        for output in (at / "closed/o.jsonl", at / "fixed.jsonl"):
            done = subprocess.run([program, "extract", at / "a.md", "-o", output], capture_output=True,
                                  preexec_fn=as_nobody)
            equal(done.returncode, 2, str(output))
            holds(done.stderr.decode(), "Permission denied")
        equal((at / "fixed.jsonl").read_text(), "earlier\n", "the file that was there")


def test_a_full_disk_is_told_and_leaves_no_file():
    with folder() as at, open("/dev/full", "wb") as full:
        write(at / "a.md", ARTICLE)
        done = subprocess.run([PROGRAM, "extract", at / "a.md", "-o", at / "o.jsonl", "-o", "-"], stdout=full,
                              stderr=subprocess.PIPE)
        equal(done.returncode, 2, "status")
        holds(done.stderr.decode(), "standard output: cannot write: No space left on device")


def test_nothing_is_overwritten_where_nothing_could_be_read():
    with folder() as at:
        write(at / "o.jsonl", "earlier\n")
        result = extract("missing.md", "-o", "o.jsonl", cwd=at)
        equal((result.status, (at / "o.jsonl").read_text()), (3, "earlier\n"), "the earlier file")
        holds(result.last, "nothing was written to o.jsonl")


def test_a_closed_pipe_ends_it_quietly():
    with folder() as at:
        write(at / "feed.jsonl", "".join(jsonl_line(f"r{k}", ARTICLE) for k in range(20000)))
        for threads in ("1", "4"):
            process = subprocess.Popen([PROGRAM, "extract", at / "feed.jsonl", "-j", threads], stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE)
            process.stdout.readline()
            process.stdout.close()
            equal((process.wait(timeout=60), process.stderr.read()), (0, b""), f"-j {threads}")


def wait_for(condition, what):
    for _ in range(1000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError(f"{what} did not come")


def heed_signals():
    """A shell starts what runs in the background with SIGINT ignored, nohup with SIGHUP; both are handed down."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def test_a_signal_leaves_no_half_file():
    line = jsonl_line("x", ARTICLE).encode()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGKILL):
        with folder() as at:
            write(at / "o.jsonl", "earlier\n")
            process = subprocess.Popen([PROGRAM, "extract", "-", "--format", "jsonl", "-o", at / "o.jsonl"],
                                       stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=heed_signals)
            process.stdin.write(line * 3000)
            process.stdin.flush()
            wait_for(lambda: any(p.stat().st_size for p in at.iterdir() if p.name != "o.jsonl"), "the unfinished file")
            process.send_signal(number)
            process.stdin.close()
            equal(process.wait(), -number, "how it ended")
            equal((at / "o.jsonl").read_text(), "earlier\n", "the earlier file")
            if number != signal.SIGKILL:  # which no program can hear of
                equal([p.name for p in at.iterdir()], ["o.jsonl"], "nothing is left behind")


def peak_memory(lines, threads):
    """The most memory, in bytes, that a stream of so many lines takes; and how many records it gave."""
    text = "NVIDIAは2025年にH100を24,000基、30億ドルで納めた。The site draws 50 MW."
    process = subprocess.Popen([PROGRAM, "extract", "-", "--format", "jsonl", "-q", "-j", str(threads)],
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    def feed():
        for start in range(0, lines, 1000):
            process.stdin.write("".join(jsonl_line(f"r{k}", text) for k in range(start, start + 1000)).encode())
        process.stdin.close()

    feeder = threading.Thread(target=feed)
    feeder.start()
    records = sum(chunk.count(b"\n") for chunk in iter(lambda: process.stdout.read(1 << 20), b""))
    feeder.join()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    equal(status, 0, "status")
    return usage.ru_maxrss * 1024, records


def test_a_long_stream_takes_no_more_memory_than_a_short_one():
    for threads in (1, 3):
        short, _ = peak_memory(5000, threads)
        long, records = peak_memory(200000, threads)
        equal(records, 200000, "records")
        if long > short + 24 * 1024 * 1024:
            raise AssertionError(f"-j {threads}: {short >> 20} MiB for 5,000 lines, {long >> 20} MiB for 200,000")
