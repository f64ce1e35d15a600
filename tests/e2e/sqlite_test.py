"""The SQLite database: what it holds, that runs are added whole or not at all, and every query of docs/sqlite.md."""
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess

import fact_cells
from documents import ARTICLE, SPAN_DOCUMENTS, jsonl_line
from harness import (PROGRAM, ROOT, Skip, as_nobody, equal, extract, folder, holds, program_for_nobody, run, write)
from outputs_test import heed_signals, wait_for

KANJI = "理研は2026年に富岳の後継機を40メガワットで動かす。Vultrは24,000基ものAMD Instinct MI355Xを投入する。\n"


def content(path):
    """Every row of every table; a check that the file is whole."""
    with sqlite3.connect(path) as database:
        equal(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)], "integrity")
        equal(database.execute("PRAGMA foreign_key_check").fetchall(), [], "foreign keys")
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {table: database.execute(f"SELECT * FROM {table}").fetchall() for table in sorted(tables)}


def rows(path, query, *values):
    with sqlite3.connect(path) as database:
        return database.execute(query, values).fetchall()


def news(at):
    for name, text in SPAN_DOCUMENTS.items():
        write(at / "news" / name, text)
    write(at / "news/kanji.txt", KANJI)
    write(at / "news/sjis.txt", ("富岳について。" + KANJI).encode("cp932"))
    write(at / "news/feed.jsonl", jsonl_line("a", ARTICLE) + jsonl_line("b", ARTICLE + " 富岳"))
    return at / "news"


def value_of(row):
    """A value as the record has it, from its columns."""
    def magnitude(number, low, high, unit):
        pairs = (("number", number), ("min", low), ("max", high))
        return {key: text for key, text in pairs if text is not None} | {"unit": unit}
    value = magnitude(row["number"], row["min"], row["max"], row["unit"] or "") | {"relation": row["relation"]}
    if row["per"] is not None:
        value["per"] = row["per"]
    if row["points"]:
        value["points"] = True
    if row["base_unit"] is not None:
        value["base"] = magnitude(row["base_number"], row["base_min"], row["base_max"], row["base_unit"])
    dates = {key: row["date_" + key] for key in ("start", "end") if row["date_" + key] is not None}
    return value | ({"date": dates} if dates else {})


def span_of(row):
    if row["byte_start"] is None:
        return None
    return {way: [row[way + "_start"], row[way + "_end"]] for way in ("byte", "char", "utf16")}


def evidence_of(row):
    evidence = {key: row[key] for key in ("quote", "prefix", "suffix")} | {"span": span_of(row)}
    return evidence | ({"plain": row["plain"]} if row["plain"] is not None else {})


class Reader:
    """Makes records of a database again."""
    def __init__(self, path):
        self.database = sqlite3.connect(path)
        self.database.row_factory = sqlite3.Row

    def all(self, query, *values):
        return self.database.execute(query, values).fetchall()

    def records(self, run_key):
        return [self.record(row) for row in self.all("SELECT * FROM documents WHERE run = ? ORDER BY key", run_key)]

    def record(self, row):
        mentions = self.all("SELECT * FROM mentions WHERE document = ? ORDER BY position", row["key"])
        self.ids = {mention["position"]: mention["id"] for mention in mentions}
        doc = {key: row[key] for key in ("id", "title", "published", "lang", "sha256")}
        doc["source"] = {key: row[key] for key in ("path", "encoding", "record", "field")}
        if json.loads(row["tags"]):
            doc["meta"] = {"tags": json.loads(row["tags"])}
        facts = self.all("SELECT * FROM facts WHERE document = ? ORDER BY key", row["key"])
        relations = self.all("SELECT * FROM relations WHERE document = ? ORDER BY key", row["key"])
        warnings = self.all("SELECT * FROM warnings WHERE document = ? ORDER BY position", row["key"])
        return {"schema": "hardfacts/1", "doc": doc, "mentions": [self.mention(m) for m in mentions],
                "facts": [self.fact(f) for f in facts], "relations": [self.relation(r) for r in relations],
                "warnings": [{"code": w["code"], "message": w["message"]} |
                             ({"span": span_of(w)} if span_of(w) else {}) for w in warnings]}

    def mention(self, row):
        out = {key: row[key] for key in ("id", "type", "text")} | {"span": span_of(row), "by": row["found_by"]}
        if row["plain"] is not None:
            out["plain"] = row["plain"]
        if row["entity"] is not None:
            return out | {"entity": row["entity"], "name": row["name"], "known": bool(row["known"])}
        return out | {"value": value_of(row)}

    def entity(self, entity, name, position):
        return {"entity": entity, "name": name, "mention": self.ids.get(position)}

    def claim(self, row, places):
        spans = {}
        for place in places:
            spans.setdefault(place["part"], []).append(span_of(place))
        out = {"id": row["id"], "modality": row["modality"], "evidence": evidence_of(row), "rule": row["rule"],
               "confidence": row["confidence"], "occurrences": spans.get("occurrence", []), "attribution": None}
        if "cue" in spans:
            out["cue"] = spans["cue"][0]
        if row["attributed_to"] is not None:
            out["attribution"] = {"text": row["attributed_to"], "entity": row["attributed_entity"]}
            if "attribution" in spans:
                out["attribution"]["span"] = spans["attribution"][0]
        return out

    def fact(self, row):
        out = self.claim(row, self.all("SELECT * FROM occurrences WHERE fact = ? ORDER BY key", row["key"]))
        out |= {key: row[key] for key in ("anchor", "kind", "attribute")}
        out |= {key: row[key] for key in ("direction", "restates") if row[key] is not None}
        out["subject"] = row["subject"] and self.entity(row["subject"], row["subject_name"], row["subject_mention"])
        out["value"] = value_of(row) | {"text": row["value_text"], "mention": self.ids.get(row["value_mention"])}
        out["roles"], out["qualifiers"] = {}, {}
        for role in self.all("SELECT * FROM roles WHERE fact = ? ORDER BY position", row["key"]):
            one = self.entity(role["entity"], role["name"], role["mention"])
            out["roles"].setdefault(role["role"], []).append(one)
        for qualifier in self.all("SELECT * FROM qualifiers WHERE fact = ?", row["key"]):
            text = qualifier["text"]
            if qualifier["name"] == "period":
                text = {"text": text, "start": qualifier["date_start"], "end": qualifier["date_end"]}
            out["qualifiers"][qualifier["name"]] = text
        return out

    def relation(self, row):
        out = self.claim(row, self.all("SELECT * FROM occurrences WHERE relation = ? ORDER BY key", row["key"]))
        ends = [self.entity(row[end + "_entity"], row[end + "_name"], row[end + "_mention"]) for end in ("from", "to")]
        return out | {"type": row["type"], "args": ends}


def test_sqlite_gives_the_records_back():
    with folder() as at:
        outputs = [word for name in ("a.db", "a.jsonl", "b.sqlite3") for word in ("-o", at / name)]
        result = extract(news(at), *fact_cells.corpus(), *outputs)
        if result.status not in (0, 3):  # of the shared corpus some files cannot be read, and are told elsewhere
            raise AssertionError(result.err)
        records = [json.loads(line) for line in (at / "a.jsonl").read_text().splitlines()]
        equal(Reader(at / "a.db").records(1), records, "records")
        equal(Reader(at / "b.sqlite3").records(1), records, "under its other name")
        if sum(len(record["facts"]) for record in records) < 300:
            raise AssertionError("hardly a fact: nothing was checked")
        content(at / "a.db")
        equal(run("convert", at / "a.jsonl", "-q", "-o", at / "a.db").status, 0, "convert")
        equal(Reader(at / "a.db").records(2), records, "a run of convert")
        hostile = fact_cells.hostile_records()
        lines = fact_cells.as_lines(hostile)
        equal(run("convert", "-", "-q", "-o", at / "a.db", stdin=lines).status, 0, "hostile records")
        for record in hostile:
            record["facts"][0]["value"]["mention"] = None  # it names a mention that there is not
            record["facts"][0]["qualifiers"]["period"]["end"] = None
        equal(Reader(at / "a.db").records(3), hostile, "hostile records")


def test_sqlite_views_have_the_columns_of_the_other_tables_of_facts():
    with folder() as at:
        extract(news(at), *fact_cells.corpus(40), "-q", "-o", at / "a.db", "-o", at / "a.jsonl")
        database = sqlite3.connect(at / "a.db")
        database.row_factory = sqlite3.Row
        found = database.execute("SELECT * FROM latest_facts ORDER BY fact_key").fetchall()
        texts = dict(database.execute("SELECT d.id, s.text FROM documents d JOIN sources s ON s.key = d.source"))
        records = [json.loads(line) for line in (at / "a.jsonl").read_text().splitlines()]
        facts = [(record, fact) for record in records for fact in record["facts"]]
        equal(len(found), len(facts), "rows")
        for row, (record, fact) in zip(found, facts):
            expected = fact_cells.cells(record, fact, texts[record["doc"]["id"]])
            got = {name: str(row[name]) for name in row.keys() if row[name] not in (None, "")}
            only_here = {"low", "high", "char_start", "char_end", "fact_key", "document_key", "run"}
            equal({name: text for name, text in got.items() if name not in only_here},
                  {name: text.replace("\\;", ";") for name, text in expected.items()}, fact["id"])


def test_sqlite_spans_cut_the_words_out_of_the_sources():
    with folder() as at:
        extract(news(at), "-q", "-o", at / "a.db")
        pairs = rows(at / "a.db", """SELECT m.text, substr(s.text, char_start + 1, char_end - char_start)
                                     FROM mentions m JOIN documents d ON d.key = m.document
                                     JOIN sources s ON s.key = d.source""")
        equal(len(pairs), rows(at / "a.db", "SELECT count(*) FROM mentions")[0][0], "mentions with a source")
        equal([pair for pair in pairs if pair[0] != pair[1]], [], "mentions that differ")


def test_sqlite_finds_kanji_words_and_latin_words_written_against_them():
    found = """SELECT DISTINCT f.document FROM facts_text t JOIN latest_facts f ON f.fact_key = t.rowid
               WHERE facts_text MATCH ? ORDER BY 1"""
    texts = """SELECT d.id FROM sources_text t JOIN latest_documents d ON d.source = t.rowid
               WHERE sources_text MATCH ? ORDER BY 1"""
    with folder() as at:
        write(at / "a.txt", KANJI)
        write(at / "b.txt", "AMDocs sold 富士通の岳 1,200 H100 GPUs for $36 million.\n")
        write(at / "c.txt", "ＡＭＤは富岳に対して3億ドルを投じた。\n")
        extract("a.txt", "b.txt", "c.txt", "-q", "-o", "x.db", cwd=at)
        table = [('"富 岳"', ["a.txt", "c.txt"]), ("AMD", ["a.txt", "c.txt"]), ("amd", ["a.txt", "c.txt"]),
                 ("MI355X", ["a.txt"]), ("AMDocs", ["b.txt"]), ("AMD*", ["a.txt", "b.txt", "c.txt"]),
                 ('"基 も の AMD"', ["a.txt"]), ('"岳 富"', []), ('"富 岳" AND "億 ド ル"', ["c.txt"])]
        for query, documents in table:
            equal([row[0] for row in rows(at / "x.db", texts, query)], documents, query)
        equal([row[0] for row in rows(at / "x.db", found, '"富 岳"')], ["a.txt", "c.txt"], "facts, 富岳")
        equal([row[0] for row in rows(at / "x.db", found, "quote: AMD")], ["a.txt", "c.txt"], "facts, 基ものAMD")
        shell = shutil.which("sqlite3")
        if shell is not None:
            query = texts.replace("?", "'\"富 岳\"'")
            shown = subprocess.run([shell, at / "x.db", query], capture_output=True, check=True).stdout.decode()
            equal(shown.split(), ["a.txt", "c.txt"], "the shell")


def cookbook():
    return re.findall(r"```sql\n(-- .*?)\n```", (ROOT / "docs/sqlite.md").read_text(), re.S)


def test_sqlite_every_query_of_the_cookbook_gives_what_its_first_line_says():
    queries = cookbook()
    if len(queries) < 20:
        raise AssertionError("the cookbook was not found")
    with folder() as at:
        news(at)
        write(at / "news/more.txt", "Huawei plans 600 kW racks. AMDの投資額は5億ドルだった。AMDの投資額は6億ドルだった。"
                                  "株式会社カナリヤ電算は3億円を投資する。\n")
        extract("news", ROOT / "examples/news", "-q", "-o", "facts.db", cwd=at)
        write(at / "news/kanji.txt", KANJI + "AMDは富岳に4億ドルを投資した。\n")
        extract("news", ROOT / "examples/news", "-q", "-o", "facts.db", cwd=at)
        for query in queries:
            title, sql = query.split("\n", 1)
            if not rows(at / "facts.db", sql):
                raise AssertionError(f"{title}: no row")
        by_phrase, by_machine = (rows(at / "facts.db", query) for query in (queries[0], queries[3]))
        equal(sorted(row[-1] for row in by_phrase), sorted(row[-1] for row in by_machine), "the phrase made by SQL")
        without_index = rows(at / "facts.db", queries[5])
        equal(sorted(row[-1] for row in without_index), sorted(row[-1] for row in by_phrase), "LIKE and MATCH")


def test_sqlite_forgets_a_run_with_all_that_hangs_on_it():
    with folder() as at:
        extract(news(at), "-q", "-o", at / "a.db")
        once = content(at / "a.db")
        extract(at / "news", "-q", "-o", at / "a.db")
        with sqlite3.connect(at / "a.db") as database:
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("DELETE FROM runs WHERE key = 1")
        after = content(at / "a.db")
        for table in ("runs", "documents", "mentions", "facts", "roles", "qualifiers", "relations", "occurrences",
                      "warnings", "sources"):
            equal(len(after[table]), len(once[table]), table)
        extract(at / "news", "-q", "-o", at / "a.db")
        equal([row[0] for row in rows(at / "a.db", "SELECT key FROM runs ORDER BY key")], [2, 3], "runs")


def test_sqlite_adds_runs_and_shows_the_latest():
    with folder() as at:
        write(at / "a.txt", "NVIDIAの売上高は20億ドル。\n")
        write(at / "b.txt", "AMDの売上高は10億ドル。\n")
        extract("a.txt", "b.txt", "-q", "-o", "x.db", cwd=at)
        write(at / "a.txt", "NVIDIAの売上高は30億ドル。\n")
        extract("a.txt", "-q", "-o", "x.db", cwd=at)
        said = "SELECT run, document, subject, number FROM {} ORDER BY run, document"
        older = [(1, "a.txt", "NVIDIA", "2000000000"), (1, "b.txt", "AMD", "1000000000")]
        newer = (2, "a.txt", "NVIDIA", "3000000000")
        equal(rows(at / "x.db", said.format("all_facts")), older + [newer], "all")
        equal(rows(at / "x.db", said.format("latest_facts")), [older[1], newer], "the latest")
        equal(rows(at / "x.db", "SELECT documents, facts FROM runs"), [(2, 2), (1, 1)], "runs")
        equal(rows(at / "x.db", "SELECT count(*) FROM sources"), [(3,)], "a text stands once")


def test_sqlite_numbers_are_exact_and_sort():
    big = "123456789012345678901234567890"
    with folder() as at:
        write(at / "a.txt", f"NVIDIAの売上高は{big}ドル。AMDの売上高は9ドル。Intelの売上高は10ドル。\n")
        extract(at / "a.txt", "-q", "-o", at / "x.db")
        numbers = rows(at / "x.db", "SELECT number, typeof(number), typeof(low) FROM mentions "
                                    "WHERE number IS NOT NULL ORDER BY low")
        equal(numbers, [(text, "text", "real") for text in ("9", "10", big)], "numbers")


def test_sqlite_is_left_as_it_was_when_a_run_is_killed():
    line = jsonl_line("x", ARTICLE).encode()
    for number in (signal.SIGTERM, signal.SIGKILL):
        with folder() as at:
            extract(news(at), "-q", "-o", at / "x.db")
            before = content(at / "x.db")
            process = subprocess.Popen([PROGRAM, "extract", "-", "--format", "jsonl", "-o", at / "x.db"],
                                       stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=heed_signals)
            process.stdin.write(line * 20000)
            process.stdin.flush()
            # What does not fit into memory is in the file by then, and the journal knows how it was.
            wait_for(lambda: (at / "x.db-journal").exists(), "the journal")
            equal(process.poll(), None, "still at work")
            process.send_signal(number)
            process.stdin.close()
            equal(process.wait(), -number, "how it ended")
            equal(content(at / "x.db"), before, "content")
            equal(extract(at / "news", "-q", "-o", at / "x.db").status, 0, "the next run")
            equal(rows(at / "x.db", "SELECT count(*) FROM runs"), [(2,)], "runs")


def test_sqlite_that_is_new_is_never_seen_unfinished():
    line = jsonl_line("x", ARTICLE).encode()
    for number in (signal.SIGTERM, signal.SIGINT):
        with folder() as at:
            process = subprocess.Popen([PROGRAM, "extract", "-", "--format", "jsonl", "-o", at / "x.db"],
                                       stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, preexec_fn=heed_signals)
            process.stdin.write(line * 3000)
            process.stdin.flush()
            wait_for(lambda: any(at.iterdir()), "the unfinished file")
            equal((at / "x.db").exists(), False, "not yet")
            process.send_signal(number)
            process.stdin.close()
            equal((process.wait(), list(at.iterdir())), (-number, []), "nothing is left behind")


def test_sqlite_run_is_undone_where_another_output_fails():
    with folder() as at, open("/dev/full", "wb") as full:
        extract(news(at), "-q", "-o", at / "x.db")
        before = content(at / "x.db")
        done = subprocess.run([PROGRAM, "extract", at / "news", "-o", at / "x.db", "-o", "-"], stdout=full,
                              stderr=subprocess.PIPE)
        equal(done.returncode, 2, "status")
        equal(content(at / "x.db"), before, "content")
        equal(extract(at / "missing.md", "-o", at / "x.db").status, 3, "nothing could be read")
        equal(content(at / "x.db"), before, "content")
        equal(sorted(path.name for path in at.iterdir()), ["news", "x.db"], "files")


def test_sqlite_that_cannot_be_written_is_told_and_left():
    with folder() as at:
        write(at / "a.txt", KANJI)
        extract("a.txt", "-q", "-o", "good.db", cwd=at)
        good = (at / "good.db").read_bytes()
        write(at / "text.db", "only a text, and a long one\n" * 100)
        write(at / "damaged.db", good[:4096] + b"\xAA" * (len(good) - 4096))
        (at / "folder.db").mkdir()
        with sqlite3.connect(at / "foreign.db") as foreign:
            foreign.execute("CREATE TABLE theirs(a)")
        write(at / "newer.db", good)
        with sqlite3.connect(at / "newer.db") as newer:
            newer.execute("PRAGMA user_version = 2")
        table = [("text.db", "is no SQLite database; name another file"), ("damaged.db", "the database is damaged"),
                 ("folder.db", "is a folder"), ("foreign.db", "is the database of another program"),
                 ("newer.db", "was made by a newer version of hardfacts"), ("no/x.db", "does not exist; make it first"),
                 ("/dev/null/x.db", "/dev/null"), ("pipe.db", "is no regular file")]
        os.mkfifo(at / "pipe.db")
        for name, message in table:
            path = at / name
            before = path.read_bytes() if path.is_file() else None
            result = extract("a.txt", "-o", name, cwd=at)
            equal(result.status, 2, name)
            holds(result.err, f"hardfacts: error: {name}", message)
            equal(path.read_bytes() if path.is_file() else None, before, name)
        equal([path.name for path in at.iterdir() if "journal" in path.name or "unfinished" in path.name], [], "left")


def test_sqlite_that_another_program_writes_to_is_told():
    with folder() as at:
        write(at / "a.txt", KANJI)
        extract(at / "a.txt", "-q", "-o", at / "x.db")
        other = sqlite3.connect(at / "x.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        result = extract(at / "a.txt", "-o", at / "x.db")
        other.execute("ROLLBACK")
        equal(result.status, 2, "status")
        holds(result.err, "another program is writing to the database; try again when it has finished")
        equal(extract(at / "a.txt", "-q", "-o", at / "x.db").status, 0, "afterwards")
        both = [subprocess.Popen([PROGRAM, "extract", at / "a.txt", "-q", "-o", at / "x.db"]) for _ in range(2)]
        equal([process.wait() for process in both], [0, 0], "two at once")
        equal(rows(at / "x.db", "SELECT count(*) FROM runs"), [(4,)], "runs")


def test_sqlite_that_may_not_be_written():
    if os.getuid() != 0:
        raise Skip("only root can become another user")
    with folder() as at:
        program = program_for_nobody(at)
        write(at / "a.txt", KANJI).chmod(0o644)
        for name in ("fixed/x.db", "closed/x.db"):
            (at / name).parent.mkdir(mode=0o777)
            extract(at / "a.txt", "-q", "-o", at / name)
        (at / "fixed").chmod(0o777)
        (at / "fixed/x.db").chmod(0o444)
        (at / "closed/x.db").chmod(0o666)
        (at / "closed").chmod(0o555)
        for name in ("fixed/x.db", "closed/x.db"):
            done = subprocess.run([program, "extract", at / "a.txt", "-o", at / name], capture_output=True,
                                  preexec_fn=as_nobody)
            equal(done.returncode, 2, name)
            holds(done.stderr.decode(), str(at / name), "writ")
            equal(rows(at / name, "SELECT count(*) FROM runs"), [(1,)], name)


def test_sqlite_takes_hostile_names_and_texts():
    with folder() as at:
        names = ["a'); DROP TABLE facts; --.txt", 'quo"te.txt', "😀 富岳.txt", "line\nbreak.txt"]
        for name in names:
            write(at / "news" / name, "NVIDIA sold 1,200 H100s for $36 million. Robert'); DROP TABLE facts; -- \uFFFE\n")
        bad = os.fsencode(at / "news") + b"/bad\xFF.txt"
        with open(bad, "wb") as file:
            file.write(b"AMD: 80 GB\n")
        equal(extract(at / "news", "-q", "-o", at / "x.db").status, 0, "status")
        ids = [row[0] for row in rows(at / "x.db", "SELECT id FROM documents")]
        equal(sorted(ids), sorted([*names, "bad\uFFFD.txt"]), "ids")
        content(at / "x.db")
        equal(run("convert", "-", "-q", "-o", at / "x.db").status, 0, "no record")
        equal(rows(at / "x.db", "SELECT documents FROM runs ORDER BY key"), [(5,), (0,)], "runs")
