"""Rules and gazetteers of one's own: --gazetteers, --rules, the project file."""
from harness import equal, extract, folder, holds, run, write

TEXT = "# News\n\nQuillbrook Systems raised $3 million, Jensen Huang said.\n\nIt has 7 blorps.\n"
ROW = "id,name\nquillbrook,Quillbrook Systems\n"
RULE = """[[pattern]]
id = "value.veto.blorps"
gives = "nothing"
pattern = '{number} blorps'
match = ["It has 7 blorps."]
reject = ["It has 7 racks."]
"""


def names(result):
    return {m["entity"]: (m["name"], m["by"]) for r in result.records() for m in r["mentions"] if "entity" in m}


def values(result):
    return [m["text"] for r in result.records() for m in r["mentions"] if "value" in m]


def test_layers_add_names_and_rules_and_replace_those_with_their_id():
    with folder() as at:
        write(at / "a.md", TEXT)
        write(at / "g/companies.csv", ROW)
        write(at / "h/people.csv", "id,name,aliases\njensen-huang,Jen-Hsun Huang,Jensen Huang\n")
        write(at / "r/values/mine.toml", RULE)
        plain = extract("a.md", "--no-project", cwd=at)
        equal(names(plain)["person:jensen-huang"], ("Jensen Huang", "gazetteers/people.csv#jensen-huang"))
        equal("7" in " ".join(values(plain)), True, "without the rule it is a value")
        result = extract("a.md", "--gazetteers", "g", "--gazetteers", "h", "--rules", "r", cwd=at)
        equal(result.status, 0, result.err)
        equal(names(result)["company:quillbrook"], ("Quillbrook Systems", "g/companies.csv#quillbrook"))
        equal(names(result)["person:jensen-huang"], ("Jen-Hsun Huang", "h/people.csv#jensen-huang"))
        equal([v for v in values(result) if "7" in v], [], "a veto of one's own")
        holds(run("explain", "a.md", "--gazetteers", "g", "--at", "3:2", cwd=at).out.decode(), "company:quillbrook")


def test_a_rule_is_switched_off_by_its_id():
    with folder() as at:
        write(at / "a.md", TEXT)
        write(at / "r/values/mine.toml", RULE)
        write(at / "s/values/mine.toml", '[[pattern]]\nid = "value.veto.blorps"\noff = true\n')
        result = extract("a.md", "--rules", "r", "--rules", "s", cwd=at)
        equal((result.status, [v for v in values(result) if "7" in v] != []), (0, True), result.err)


def test_a_project_file_names_the_layers():
    with folder() as at:
        write(at / "p/hardfacts.toml", 'gazetteers = "own/names"\nrules = ["own/rules"]\n')
        write(at / "p/own/names/companies.csv", ROW)
        write(at / "p/own/rules/values/mine.toml", RULE)
        for place in ("p", "p/deep/down", "elsewhere"):
            write(at / place / "a.md", TEXT)
        expected = extract("a.md", cwd=at / "p")
        equal(names(expected)["company:quillbrook"][1], "own/names/companies.csv#quillbrook")
        equal(extract("a.md", cwd=at / "p/deep/down").out, expected.out, "found above, the same bytes")
        equal(extract("a.md", "--project", "../p/hardfacts.toml", cwd=at / "elsewhere").out, expected.out, "--project")
        for words in (["--no-project"], []):
            where = at / ("p" if words else "elsewhere")
            equal("company:quillbrook" in names(extract("a.md", *words, cwd=where)), False, str(words))


def test_every_fault_of_the_layers_is_told_with_its_place():
    with folder() as at:
        write(at / "a.md", TEXT)
        write(at / "g/companies.csv", "id,nmae,owner\nNot a slug,X,nobody\nb,Nvidia,\n")
        write(at / "g/company.csv", "id\n")
        write(at / "g/people.csv", b"id,name\n\xff\xfe,x\n")
        write(at / "r/values/mine.toml", RULE.replace("reject", "rejects"))
        write(at / "r/claims/broken.toml", "[[rule]\n")
        write(at / "r/valeus/x.toml", "")
        result = extract("a.md", "--gazetteers", "g", "--gazetteers", "nowhere", "--rules", "r", "-o", "o.jsonl", cwd=at)
        equal((result.status, result.out, (at / "o.jsonl").exists()), (2, b"", False))
        for piece in (
            "g/companies.csv:1:4: error: no column is called 'nmae'; there are id, name, aliases",
            "g/companies.csv:2:1: error: the id 'Not a slug' is no slug",
            "g/companies.csv:2:14: error: 'nobody' is no id of companies.csv",
            "g/company.csv: error: no gazetteer is called so",
            "g/people.csv:2:1: error: not UTF-8",
            "nowhere: error: the folder of gazetteers cannot be read",
            "r/values/mine.toml:6:1",
            "r/claims/broken.toml:1:8: error:",
            "r/valeus: error: nothing reads it",
        ):
            holds(result.err, piece)
        write(at / "hardfacts.toml", "gazeteers = 'g'\nrules = 3\n")
        result = extract("a.md", cwd=at)
        equal(result.status, 2, "project")
        holds(result.err, "hardfacts.toml:1:1: error: unknown key gazeteers", "hardfacts.toml:2:9: error: write the path")
        write(at / "hardfacts.toml", "knowledge = 'g'\n")
        holds(extract("a.md", cwd=at).err, "g: error: the project file names a folder without rules/ and gazetteers/")
        holds(extract("a.md", "--project", "none.toml", cwd=at).err, "none.toml: error: the project file cannot be read")
