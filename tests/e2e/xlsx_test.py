"""The workbook, read back by openpyxl and by LibreOffice: the same facts as in the records, and a file that is whole."""
import collections
import csv
import datetime
import decimal
import json
import re
import resource
import shutil
import signal
import subprocess

from documents import ARTICLE
from fact_cells import as_lines, cells, corpus, hostile_records, same_cells, source_of
from harness import PROGRAM, Skip, equal, extract, folder, holds, run, write

NUMBERS = "value value_min value_max number min max confidence line byte_start byte_end occurrences".split()
DATES = "date date_start date_end period_start period_end".split()
OWN = ("report", "value_exact", "roles", "verdict", "note")


def openpyxl():
    try:
        import openpyxl
        return openpyxl
    except ImportError:
        raise Skip("python3-openpyxl is not installed")


def office(*arguments, cwd):
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise Skip("libreoffice-calc is not installed: no other program reads the workbook here")
    subprocess.run([program, f"-env:UserInstallation=file://{cwd}/office", "--headless", *arguments], cwd=cwd, check=True,
                   capture_output=True, timeout=240)


def shown(text):
    """A text as a cell shows it."""
    text = re.sub("\r\n|\r|\n", " ⏎ ", text)
    if len(text.encode("utf-16-le")) // 2 <= 32767:
        return text
    raise AssertionError("the test holds no longer text")


def day(text):
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)(T|\Z)", text)
    if not found or int(found[1]) < 1901:
        return None
    try:
        return datetime.datetime(*map(int, found.group(1, 2, 3)))
    except ValueError:
        return None


def significant(text):
    return len("".join(c for c in text if c.isdigit()).strip("0"))


def as_cell(name, text):
    if name in NUMBERS and significant(text) <= 15:
        return float(text)
    if name in DATES and day(text):
        return day(text)
    return shown(text)


def both(begin, end):
    return begin if not end or begin == end else f"{begin} – {end}"


def expected_row(row):
    exact = row.get("value") or both(row.get("value_min", ""), row.get("value_max")) or \
        both(row.get("date_start", ""), row.get("date_end"))
    out = {name: as_cell(name, text) for name, text in row.items()}
    return out | ({"value_exact": exact} if exact else {})


def sheet_rows(sheet):
    lines = sheet.iter_rows(values_only=True)
    headings = next(lines)
    return [{name: cell for name, cell in zip(headings, line) if cell is not None} for line in lines]


def check_facts(book, expected):
    rows = [row for sheet in book if sheet.title.startswith("Facts") for row in sheet_rows(sheet)]
    equal(len(rows), len(expected), "rows")
    for row, wanted in zip(rows, expected):
        roles = row.pop("roles", "")
        if "line" not in wanted:
            row.pop("line", None)
        row.pop("report", None)
        same_cells(row, wanted)
        if ("role_ids" in wanted) != bool(roles) and "holder" in wanted:
            raise AssertionError(f"roles of {wanted['fact']}: {roles!r}")


def records_in(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_workbook_holds_the_facts_of_the_records():
    reader = openpyxl()
    with folder() as at:
        done = extract(*corpus(60), "-q", "-o", at / "f.xlsx", "-o", at / "f.jsonl")
        equal(done.status, 0, done.err)
        records = records_in(at / "f.jsonl")
        book = reader.load_workbook(at / "f.xlsx")
        equal(book.sheetnames, ["Facts", "Entities", "Documents", "About"], "sheets")
        check_facts(book, [expected_row(cells(r, fact, source_of(r))) for r in records for fact in r["facts"]])
        documents = sheet_rows(book["Documents"])
        equal([row["document"] for row in documents], [r["doc"]["id"] for r in records], "documents")
        equal([row["facts"] for row in documents], [len(r["facts"]) for r in records], "their facts")
        equal([row["sha256"] for row in documents], [r["doc"]["sha256"] for r in records], "their digests")
        mentions = collections.Counter(m["entity"] for r in records for m in r["mentions"] if "entity" in m)
        entities = {row["entity"]: row["mentions"] for row in sheet_rows(book["Entities"]) if row["mentions"]}
        equal(entities, dict(mentions), "mentions of the entities")


def test_workbook_is_made_for_reading():
    reader = openpyxl()
    with folder() as at:
        write(at / "a.md", ARTICLE)
        equal(extract("a.md", "-q", "-o", "f.xlsx", cwd=at).status, 0, "status")
        book = reader.load_workbook(at / "f.xlsx")
        sheet = book["Facts"]
        heading = {cell.value: cell for cell in sheet[1]}
        last = sheet.max_row
        equal(sheet.freeze_panes, "A2", "the headings stay")
        equal([book[name].tables[name].ref.split(":")[0] for name in book.sheetnames[:3]], ["A1"] * 3, "tables")
        equal(sheet.tables["Facts"].ref, sheet.dimensions, "the table holds every row")
        verdict = heading["verdict"].column_letter
        rules = sheet.data_validations.dataValidation
        equal([(str(rule.sqref), rule.type, rule.formula1) for rule in rules],
              [(f"{verdict}2:{verdict}{last}", "list", '"accept,reject,unsure"')], "the choices")
        coloured = {rule.formula[0]: rule.dxf.fill.bgColor.rgb for area in sheet.conditional_formatting
                    for rule in area.rules}
        equal(sorted(coloured), ['"accept"', '"reject"', '"unsure"'], "coloured verdicts")
        equal(len(set(coloured.values())), 3, "colours")
        for name, hidden in (("quote", False), ("fact", False), ("anchor", True), ("record", True)):
            group = [d for d in sheet.column_dimensions.values()
                     if d.min <= heading[name].column <= d.max]
            equal([d.hidden for d in group], [hidden], f"{name} folded")
        money = next(row for row in sheet.iter_rows(min_row=2) if row[heading["kind"].column - 1].value == "money")
        value = money[heading["value"].column - 1]
        equal((value.data_type, value.number_format[:5]), ("n", "#,##0"), "a number with its format")
        equal(money[heading["date"].column - 1].number_format, "yyyy-mm-dd", "a date")
        fact = money[heading["fact"].column - 1]
        equal((fact.data_type, fact.number_format, fact.font.name), ("s", "@", "Yu Gothic"), "an id")
        about = [row[0].value for row in book["About"].iter_rows()]
        holds(about, "To send verdicts back", "Columns of Facts", "verdict", "anchor", "value_exact")


def test_rows_lead_to_the_report():
    reader = openpyxl()
    if not re.search(r"^  html ", run("formats").out.decode().split("\nwritten")[1], re.M):
        raise Skip("no report is written")
    with folder() as at:
        write(at / "a.md", ARTICLE)
        (at / "out").mkdir()
        done = extract("a.md", "-q", "-o", "out/f.xlsx", "-o", "my report.html", cwd=at)
        equal(done.status, 0, done.err)
        rows = sheet_rows(reader.load_workbook(at / "out/f.xlsx")["Facts"])
        for row in rows:
            equal(row["report"], f'=HYPERLINK("../my%20report.html#{row["fact"]}","open")', "link")
        equal(len(rows) > 0, True, "rows")


def test_hostile_texts_leave_a_workbook_whole():
    reader = openpyxl()
    records = [r for r in hostile_records() if len(r["doc"]["id"]) < 1000]
    with folder() as at:
        done = run("convert", "-", "-q", "-o", at / "f.xlsx", stdin=as_lines(records))
        equal(done.status, 0, done.err)
        book = reader.load_workbook(at / "f.xlsx")
        formulas = [cell for sheet in book for line in sheet.iter_rows() for cell in line if cell.data_type == "f"]
        equal(formulas, [], "formulas")
        expected = [expected_row(cells(record, record["facts"][0])) for record in records]
        for sheet in book:  # openpyxl undoes the workbook's escapes but that of the escape itself
            for line in sheet.iter_rows():
                for cell in line:
                    if isinstance(cell.value, str):
                        cell.value = cell.value.replace("_x005F_", "_")
        check_facts(book, expected)


def test_text_longer_than_a_cell_is_cut_with_a_mark():
    reader = openpyxl()
    records = [r for r in hostile_records() if len(r["doc"]["id"]) > 1000]
    with folder() as at:
        equal(run("convert", "-", "-q", "-o", at / "f.xlsx", stdin=as_lines(records)).status, 0, "status")
        row = sheet_rows(reader.load_workbook(at / "f.xlsx")["Facts"])[0]
        for name in ("quote", "subject", "document"):
            found = re.fullmatch(r"(q+) … \[cut: (\d+) more characters\]", row[name])
            equal(len(found[1]) + int(found[2]), 50000, name)
            equal(len(row[name]) <= 32767, True, "the cell's limit")


def test_exact_values_are_never_changed():
    reader = openpyxl()
    record = hostile_records()[0]
    numbers = ["0.1", "123456789012345", "1234567890123456", "-12345678901234567890.5", "0.000000000000000012", "1e3",
               "362000000000000000", "9" * 400]
    fact = record["facts"][0]
    record["facts"] = [fact | {"id": f"f{k}", "value": fact["value"] | {"base": {"number": n, "unit": "u"}}}
                       for k, n in enumerate(numbers)]
    with folder() as at:
        equal(run("convert", "-", "-q", "-o", at / "f.xlsx", stdin=as_lines([record])).status, 0, "status")
        for row, number in zip(sheet_rows(reader.load_workbook(at / "f.xlsx")["Facts"]), numbers, strict=True):
            exact = decimal.Decimal(number)
            equal(decimal.Decimal(row["value_exact"]), exact, "as text")
            if isinstance(row["value"], str):
                equal(decimal.Decimal(row["value"]), exact, "a long one in its own column")
                equal(significant(row["value"]) > 15, True, "only a long one")
            else:
                equal(decimal.Decimal(repr(row["value"])), exact, "as a number")


def test_the_same_records_give_the_same_workbook():
    with folder() as at:
        write(at / "a.md", ARTICLE)
        for name in ("a.xlsx", "b.xlsx"):
            equal(extract("a.md", "-q", "-o", name, cwd=at).status, 0, "status")
        equal((at / "a.xlsx").read_bytes() == (at / "b.xlsx").read_bytes(), True, "the same bytes")


def test_no_room_for_temporary_files_is_told():
    with folder() as at:
        made = extract(*corpus(0), "-q").out
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        done = subprocess.run([PROGRAM, "convert", "-", "-o", at / "f.xlsx"], input=made * 5, capture_output=True,
                              preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN), limit()))
        equal((done.returncode, (at / "f.xlsx").exists()), (2, False), "a failure, and no file")
        holds(done.stderr.decode(), "f.xlsx: the workbook cannot be written: ")


def test_libreoffice_reads_the_same_cells():
    with folder() as at:
        done = extract(*corpus(10), "-q", "-o", at / "f.xlsx", "-o", at / "f.jsonl")
        equal(done.status, 0, done.err)
        # Commas, quotation marks, UTF-8, values as they are and not as they are shown, all sheets.
        office("--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "f.xlsx",
               cwd=at)
        with open(at / "f-Facts.csv", newline="", encoding="utf-8") as sheet:
            rows = list(csv.DictReader(sheet))
        expected = [cells(r, fact) for r in records_in(at / "f.jsonl") for fact in r["facts"]]
        equal(len(rows), len(expected), "rows")
        for row, wanted in zip(rows, expected):
            for name in ("fact", "document", "subject", "attribute", "quote", "rule", "written", "role_ids"):
                equal(row[name], shown(wanted.get(name, "")), name)
            if "value" in wanted:
                equal(decimal.Decimal(row["value_exact"]), decimal.Decimal(wanted["value"]), "the exact value")
                equal(float(row["value"]), float(wanted["value"]), "the value")
        holds((at / "f-About.csv").read_text(), "To send verdicts back")
