"""Rewrites every document in every way of rewrites.py, extracts both, and tells the outcome in the Test Anything Protocol.

  run_all.py [NAME...]    only rewritings whose name holds one of the words; differences are shown with their places
"""
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import compare
import noticed
import rewrites
import spans

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAM = os.environ["HARDFACTS"]
SHARED = pathlib.Path(os.environ.get("HARDFACTS_SHARED", ROOT.parent / "shared"))
MOST = 0.01  # of all that is compared, the share that exceptions may take


def own_documents():
    for path in sorted((ROOT / "examples/news").iterdir()):
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".jsonl":
            yield rewrites.Document(path.name, text)
            continue
        for line in filter(str.strip, text.splitlines()):
            record = json.loads(line)
            yield rewrites.Document(f"{path.stem}-{record['id']}.txt", record["text"] + "\n")


def gold_documents():
    for path in sorted((SHARED / "gold/dev").glob("*")):
        if path.suffix in (".md", ".txt"):
            yield rewrites.Document(path.name, path.read_bytes().decode().replace("\r\n", "\n"))


def extract(folder, options=()):
    """The records of a folder by their ids, and the file they stand in."""
    out = folder.with_suffix(".jsonl")
    done = subprocess.run([PROGRAM, "extract", folder, "-o", out, "-q", *options], capture_output=True)
    if done.returncode != 0:
        raise AssertionError(f"exit {done.returncode}: {done.stderr.decode().strip()}")
    records = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return {record["doc"]["id"]: record for record in records}, out


def write(folder, files):
    folder.mkdir(parents=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def extract_one(text):
    with tempfile.TemporaryDirectory(prefix="hardfacts-metamorphic-") as folder:
        return extract(write(pathlib.Path(folder) / "one", {"a.md": text.encode()}))[0]["a.md"]


def check_spans_py(folder, records, cases):
    """What the shared checker says of spans in UTF-8 files and in text fields; None where there is none."""
    checker = SHARED / "gold/check_spans.py"
    if not checker.exists() or any(case.charset != "utf-8" for case in cases.values()):
        return None
    where = ["--root", folder]
    if any(name.endswith((".jsonl", ".xml")) for name in os.listdir(folder)):
        fields = folder.with_suffix(".fields")  # of feeds and records: the decoded texts by their ids
        fields.write_text("".join(json.dumps({"id": name, "text": case.written}) + "\n" for name, case in cases.items()))
        where = ["--jsonl", fields]
    done = subprocess.run([sys.executable, checker, records, *where], capture_output=True, text=True)
    return None if done.returncode == 0 else done.stdout + done.stderr


class Run:
    def __init__(self, documents):
        self.documents = documents
        self.exceptions = compare.Exceptions(HERE / "exceptions.csv")
        self.compared = collections.Counter()
        self.excepted = collections.Counter()
        self.spans = 0
        self.failed = False

    def tell(self, title, faults, note=""):
        print(f"{'not ok' if faults else 'ok'} - metamorphic: {title}{note}", flush=True)
        for fault in faults[:200]:
            print(f"    {fault}")
        self.failed = self.failed or bool(faults)

    def rewriting(self, row, folder):
        cases = [case for case in map(row.rewrite, self.documents) if case]
        files, by_id = row.pack(cases)
        originals, _ = extract(write(folder / "original", {c.document.name: c.original.encode() for c in cases}))
        rewritten, records = extract(write(folder / "rewritten", files), row.options)
        if sorted(rewritten) != sorted(by_id) or len(cases) == 0:
            raise AssertionError(f"records {sorted(rewritten)}, expected {sorted(by_id)}")
        shared = check_spans_py(folder / "rewritten", records, by_id)
        faults = [shared] if shared else []
        compared = collections.Counter()
        for name, case in by_id.items():
            checked, wrong = spans.span_faults(rewritten[name], case.source, case.charset)
            self.spans += checked
            faults += wrong
            before = (originals[case.document.name], case.original)
            found, counts = compare.differences(row.name, case.document.name, before, (rewritten[name], case.written))
            compared.update(counts)
            for difference in found:
                if self.exceptions.covers(difference):
                    self.excepted[difference.measure] += 1
                else:
                    faults.append(difference)
        self.compared.update(compared)
        counts = ", ".join(f"{compared[measure]} {measure}" for measure in compare.MEASURES)
        self.tell(f"{row.name}: {row.about}", faults, f" ({len(cases)} documents, {counts})")


def main():
    words = sys.argv[1:]
    documents = list(own_documents())
    gold = list(gold_documents())
    if not gold:
        print(f"ok - metamorphic: the gold documents # SKIP there are none in {SHARED}/gold/dev; only examples/news is read")
    run = Run(documents + gold)
    run.tell("what differs and what is wrong is noticed", noticed.check(extract_one))
    for row in rewrites.REWRITINGS:
        if words and not any(word in row.name for word in words):
            continue
        with tempfile.TemporaryDirectory(prefix="hardfacts-metamorphic-") as folder:
            try:
                run.rewriting(row, pathlib.Path(folder))
            except Exception as why:
                run.tell(f"{row.name}: {row.about}", [f"{type(why).__name__}: {why}"])
    for measure in compare.MEASURES:
        compared, excepted = run.compared[measure], run.excepted[measure]
        share = excepted / max(compared, 1)
        run.tell(f"exceptions are less than {MOST:.0%} of the {measure}", [] if compared and share < MOST else [f"{share:.2%}"],
                 f" ({excepted} of {compared}, {share:.2%})")
    if not words:
        run.tell("every exception is met", [f"never met: {row}" for row in run.exceptions.unused()] if gold else [])
    print(f"# {len(run.documents)} documents, {run.spans} spans checked")
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
