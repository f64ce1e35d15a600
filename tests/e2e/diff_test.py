"""`hardfacts diff`: what a change of rules or gazetteers changes over a corpus."""
import json
import shutil

from harness import ROOT, equal, folder, holds, run, write

TEXT = "# News\n\nQuillbrook Zeds sold 30 racks. Nvidia raised $3 billion.\n\nIt has 7 blorps.\n"
VETO = """[[pattern]]
id = "value.veto.racks"
gives = "nothing"
pattern = '{number} racks'
match = ["It has 7 racks."]
reject = ["It has 7 chips."]
"""


def diff(at, *words):
    return run("diff", *words, cwd=at)


def test_layers_are_compared_with_what_is_without_them():
    with folder() as at:
        write(at / "n/a.md", TEXT)
        write(at / "n/b.md", "# Other\n\nNothing here.\n")
        write(at / "g/companies.csv", "id,name\nquillbrook-zeds,Quillbrook Zeds\n")
        write(at / "r/values/mine.toml", VETO)
        result = diff(at, "--gazetteers", "g", "n", "--json")
        equal(result.status, 0, result.err)
        told = json.loads(result.out)
        equal((told["documents"], told["changed_documents"]), (2, 1))
        equal(told["names"]["added"], 1)
        equal(told["names"]["by_rule"]["g/companies.csv#quillbrook-zeds"]["added"], 1)
        sample = next(one for one in told["samples"] if one["what"] == "name")
        equal((sample["doc"], sample["line"], sample["change"]), ("a.md", 3, "added"))
        told = json.loads(diff(at, "--rules", "r", "n", "--json").out)
        equal(told["facts"]["removed"], 1, str(told))
        text = diff(at, "--rules", "r", "--gazetteers", "g", "n").out.decode()
        holds(text, "2 documents, 1 changed\n", "facts: ", " removed", "- fact  a.md:3\n", '"30 racks"', "+ name  a.md:3")


def test_two_folders_are_compared():
    with folder() as at:
        write(at / "n/a.md", TEXT)
        for name in ("rules", "gazetteers"):
            shutil.copytree(ROOT / name, at / "new" / name)
        same = diff(at, "--before", ROOT, "--after", "new", "n", "--unchanged")
        equal(same.status, 0, same.err)
        holds(same.out.decode(), "1 document, 0 changed")
        write(at / "new/rules/values/zz.toml", VETO)
        equal(diff(at, "--after", "new", "n", "--unchanged").status, 1, "the gate")
        alone = json.loads(diff(at, "--before", "new/rules", "--after", ROOT / "rules", "n", "--json").out)
        equal((alone["facts"]["added"], alone["facts"]["removed"]), (1, 0))
        equal(diff(at, "--after", "new", "n").out, diff(at, "--after", "new", "n", "-j", "3").out, "threads")


def test_altered_facts_say_what_differs():
    with folder() as at:
        write(at / "n/a.md", TEXT)
        rows = (ROOT / "gazetteers/attributes.csv").read_text().splitlines()
        own = [rows[0]] + [row.replace("money,funding,", "money,revenue,", 1) for row in rows
                           if row.startswith("money,funding,money,raised")]
        equal(len(own) > 1, True, "a row to alter")
        shutil.copytree(ROOT / "gazetteers", at / "g")
        kept = [row for row in rows if not row.startswith("money,funding,money,raised")]
        write(at / "g/attributes.csv", "\n".join(kept + own[1:]) + "\n")
        told = json.loads(diff(at, "--after", "g", "n", "--json").out)
        equal(told["facts"]["altered"], 1, str(told["facts"]))
        sample = next(one for one in told["samples"] if one["what"] == "fact")
        equal(sample["change"], "altered")
        holds(",".join(sample["differs"]), "attribute")
        holds(sample["before"], "money/funding")
        holds(sample["after"], "money/revenue")


def test_wrong_calls_and_hostile_inputs():
    with folder() as at:
        write(at / "n/a.md", TEXT)
        (at / "empty").mkdir()
        write(at / "bad/companies.csv", "id,name\nNot a slug,X\n")
        rows = [
            (["n"], 2, "name what to compare"),
            (["--before", "empty", "n"], 2, "--before empty holds neither rules nor gazetteers"),
            (["--after", "nowhere", "n"], 2, "--after nowhere holds neither"),
            (["--gazetteers", "bad", "n"], 2, "bad/companies.csv:2:1: error: after: the id 'Not a slug' is no slug"),
            (["--after", ROOT], 2, "CORPUS"),
            (["--after", ROOT, "nowhere"], 3, "nowhere"),
            (["--after", ROOT, "n", "--format", "word"], 2, "there is no such format"),
            (["--after", ROOT, "n", "--samples", "x"], 2, "x"),
        ]
        for words, status, message in rows:
            result = diff(at, *words)
            equal(result.status, status, " ".join(map(str, words)))
            holds(result.err, message)
        result = diff(at, "--after", ROOT, "empty")
        equal(result.status, 3, result.err)
        holds(result.out.decode(), "0 documents, 0 changed")
        write(at / "binary/a.md", bytes(range(256)) * 40)
        write(at / "binary/b.txt", "ドル".encode("shift_jis") * 100)
        assert diff(at, "--after", ROOT, "binary").status in (0, 3)
        holds(run("diff", "--help").out.decode(), "Examples:", "Exit status:")
