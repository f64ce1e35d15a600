"""`hardfacts gazetteer`: the workbench of those who add names."""
import concurrent.futures
import csv
import io
import json

from harness import ROOT, equal, folder, holds, program_for_nobody, run, write

HEADER = (ROOT / "gazetteers/companies.csv").read_text().splitlines()[0] + "\n"
REST = "," * (HEADER.count(",") - 4)  # the cells behind flags


def gazetteer(at, *words, **options):
    return run("gazetteer", *words, cwd=at, **options)


def test_find_shows_who_owns_a_form_and_when_it_counts():
    with folder() as at:
        write(at / "g/companies.csv", HEADER + "quillbrook,Quillbrook Systems,Quill?,クイルブルック," + REST + "\n")
        result = gazetteer(at, "find", "quill", "--gazetteers", "g")
        equal(result.status, 0, result.err)
        holds(result.out.decode(), "company:quillbrook", "g/companies.csv:2:31", "written Quill?: counts with evidence only",
              "alone in a text it is read as no name")
        told = json.loads(gazetteer(at, "find", "RTX-5090", "--json").out)
        equal(told["owners"][0]["entity"], "chip:nvidia-geforce-rtx-5090")
        equal(gazetteer(at, "find", "クイルブルック", "--gazetteers", "g", "--json").status, 0)
        result = gazetteer(at, "find", "Quillbrok Systems", "--gazetteers", "g")
        equal(result.status, 1, "nobody")
        holds(result.out.decode(), "belongs to nobody", "near it: Quillbrook Systems (company:quillbrook)")
        for form in ("", b"\xff\xfe", "\n", "-", "a" * 100000, "{0}", "(((("):
            assert gazetteer(at, "find", form).status in (1, 2), form
        equal(gazetteer(at, "find").status, 2, "no form")


def test_lint_finds_what_loads_and_is_a_mistake_all_the_same():
    with folder() as at:
        write(at / "g/companies.csv", "id,name,aliases,flags\na,Quillbrook Alpha,Target,\nb,Zed One,Zedd?,ambiguous_name\n"
              "c,Zed Two,Zedd?,ambiguous_name\nd,Quillbrook S&P 500,,\n")
        write(at / "g/evidence.csv", "type,side,text\ncompany,after,の窓口\ncompany,not_after,の窓口\nnone,is,Quillbrook S&P 500\n")
        write(at / "g/units.csv", "symbol,dimension,base_unit,factor,en_forms,ja_forms,near\nblorp,other,blorp,1,blorps;dollars,,\n")
        result = gazetteer(at, "lint", "--gazetteers", "g")
        equal(result.status, 1, result.err)
        holds(result.out.decode(),
              "g/companies.csv:2:20: warning: 'Target' of company:a is an ordinary word too",
              "g/companies.csv:4:11: warning: 'Zedd?' belongs to company:c and company:b (g/companies.csv:3)",
              "'Quillbrook S&P 500' of company:d is read as no name",
              "g/evidence.csv:3:19: warning: 'の窓口' proves and disproves the same type",
              "g/units.csv:2:", " findings\n")


def test_the_gazetteers_of_the_program_are_lint_clean():
    result = run("gazetteer", "lint", "--no-project")
    equal((result.status, result.out), (0, b"nothing found\n"))


def test_add_appends_a_checked_row():
    with folder() as at:
        (at / "g").mkdir()
        words = ["add", "company", "--gazetteers", "g"]
        result = gazetteer(at, *words, "--name", "Kestrel, Compute", "--aliases", "Kestrel?", "--set", "country=GB")
        equal((result.status, result.err), (0, ""))
        equal(result.out.decode(), 'g/companies.csv:2: kestrel-compute,"Kestrel, Compute",Kestrel?,,,GB' + REST[1:] + '\n')
        equal((at / "g/companies.csv").read_text(), HEADER + 'kestrel-compute,"Kestrel, Compute",Kestrel?,,,GB' + REST[1:] + '\n')
        before = (at / "g/companies.csv").read_bytes()
        rows = [
            (["--name", "Kestrel, Compute"], "g/companies.csv:2:1: error: company:kestrel-compute stands here already"),
            (["--name", "Nvidia", "--id", "nvidia"], "company:nvidia stands here already; edit this row, or add yours"),
            (["--name", "New Firm", "--aliases", "NVIDIA"], "g/companies.csv:3:"),
            (["--name", "New Firm", "--aliases", "Target"], "is an ordinary word too"),
            (["--name", "New Firm", "--set", "owner=nobody"], "'nobody' is no id of companies.csv"),
            (["--name", "New Firm", "--set", "nation=GB"], "no column is called 'nation'; there are id, name"),
            (["--name", "New Firm", "--set", "nation"], "write COLUMN=CELL"),
            (["--name", "New Firm", "--id", "Not a slug"], "is no slug"),
            (["--name", "New Firm", "--flags", "odd"], "no flag is called 'odd'"),
            (["--name", "x"], "cannot be a surface"),
            ([], "name what to add"),
            (["--rows", "none.csv"], "none.csv: cannot be read"),
            (["--rows", "."], ".: cannot be read"),
        ]
        for more, message in rows:
            result = gazetteer(at, *words, *more)
            equal((result.status, result.out), (2, b""), " ".join(more))
            holds(result.err, message)
            equal((at / "g/companies.csv").read_bytes(), before, "nothing is written")
        result = gazetteer(at, "add", "gadget", "--name", "X1", "--gazetteers", "g")
        equal(result.status, 2, "no such type")
        dry = gazetteer(at, *words, "--name", "New Firm", "--dry-run")
        equal((dry.status, dry.out, (at / "g/companies.csv").read_bytes()), (0, f"new-firm,New Firm,,,{REST}\n".encode(), before))
        replaced = gazetteer(at, *words, "--name", "NVIDIA Corp", "--id", "nvidia", "--replace")
        equal(replaced.status, 0, replaced.err)


def test_add_keeps_the_files_form_and_takes_rows_from_a_file():
    with folder() as at:
        write(at / "g/people.csv", "name,id,organization\r\nAnn Quill,ann-quill,nvidia")
        write(at / "new.csv", "id,name,organization\nbo-quill,Bo Quill,amd\ncy-quill,Cy Quill,\n")
        result = gazetteer(at, "add", "person", "--rows", "new.csv", "--gazetteers", "g")
        equal(result.status, 0, result.err)
        equal((at / "g/people.csv").read_bytes(),
              b"name,id,organization\r\nAnn Quill,ann-quill,nvidia\r\nBo Quill,bo-quill,amd\r\nCy Quill,cy-quill,\r\n")
        for text, message in (("", "<stdin>:1:1"), ("id,name\n", "there is no row to add"), ("id,name\n,X\n", "needs an id"),
                              ("nme\nx\n", "column 'id' is missing"), (b"id,name\n\xff,x\n", "not UTF-8")):
            result = gazetteer(at, "add", "person", "--rows", "-", "--gazetteers", "g",
                               stdin=text if isinstance(text, bytes) else text.encode())
            equal((result.status, result.out), (2, b""), repr(text))
            holds(result.err, message)


def test_those_who_add_at_once_lose_no_row():
    with folder() as at:
        (at / "g").mkdir()
        names = ["Quillbrook " + word for word in ("Able", "Baker", "Charlie", "Delta")]
        with concurrent.futures.ThreadPoolExecutor() as pool:
            results = list(pool.map(lambda name: gazetteer(at, "add", "company", "--name", name, "--gazetteers", "g"), names))
        equal([r.status for r in results], [0] * 4, str([r.err for r in results]))
        rows = list(csv.DictReader((at / "g/companies.csv").open()))
        equal(sorted(row["name"] for row in rows), names)
        equal(sorted(p.name for p in (at / "g").iterdir()), ["companies.csv"], "nothing else is left")


def test_a_folder_that_may_not_be_written_is_told():
    with folder() as at:
        program_for_nobody(at)
        (at / "g").mkdir()
        (at / "g").chmod(0o555)
        result = run("gazetteer", "add", "company", "--name", "New Firm", "--gazetteers", "g", "--knowledge",
                     at / "program/share/hardfacts", cwd=at, nobody=True)
        equal((result.status, result.out), (2, b""))
        holds(result.err, "companies.csv")


def test_suggest_lists_the_names_that_no_gazetteer_has():
    with folder() as at:
        for k in range(3):
            write(at / f"n/{k}.md", f"# Day {k}\n\nQuillbrook Zed, Inc. raised $3 million. Later Quillbrook Zed, Inc. hired {k}0 people.\n")
        write(at / "n/9.md", "Only once, Marblehive Inc. said.\n")
        result = gazetteer(at, "suggest", "n")
        equal(result.status, 0, result.err)
        text = result.out.decode()
        holds(text, "company  Quillbrook Zed", "6 mentions in 3 documents", "by name.company.", "row quillbrook-zed", "0.md: ")
        equal("Marblehive" in text, False, "one document is too few")
        rows = list(csv.DictReader(io.StringIO(gazetteer(at, "suggest", "n", "--rows", "company", "--least", "1").out.decode())))
        equal(sorted(row["id"].split("-")[0] for row in rows), ["marblehive", "quillbrook"])
        told = [json.loads(line) for line in gazetteer(at, "suggest", "n", "--json", "-j", "2").out.splitlines()]
        equal([(one["documents"], one["mentions"]) for one in told], [(3, 6)])
        (at / "g").mkdir()
        write(at / "new.csv", gazetteer(at, "suggest", "n", "--rows", "company").out)
        equal(gazetteer(at, "add", "company", "--rows", "new.csv", "--gazetteers", "g").status, 0, "rows to paste")
        equal(gazetteer(at, "suggest", "n", "--gazetteers", "g").out, b"", "known now")


def test_suggest_over_hostile_corpora():
    with folder() as at:
        (at / "empty").mkdir()
        result = gazetteer(at, "suggest", "empty")
        equal((result.status, result.out), (3, b""), result.err)
        holds(result.err, "the folder holds no file of a known format")
        equal(gazetteer(at, "suggest", "nowhere").status, 3, "a folder that is not there")
        equal(gazetteer(at, "suggest").status, 2, "no corpus")
        equal(gazetteer(at, "suggest", "empty", "--type", "gadget").status, 2, "no such type")
        equal(gazetteer(at, "suggest", "empty", "--json", "--rows", "chip").status, 2, "one or the other")
        write(at / "b/a.md", bytes(range(256)) * 40)
        write(at / "b/s.txt", "スタートアップのクイルブルックは資金を調達した。".encode("shift_jis"))
        result = gazetteer(at, "suggest", "b", "--least", "1")
        assert result.status in (0, 3), result.err
        result.out.decode()


def test_help():
    for command in ("lint", "find", "add", "suggest"):
        holds(run("gazetteer", command, "--help").out.decode(), "Examples:", "Exit status:")
    holds(run("gazetteer", "--help").out.decode(), "suggest", "gazetteers/README.md")
    holds(run("gazetteer", "sugest").err, "did you mean suggest?")
