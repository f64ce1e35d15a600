"""`hardfacts rules`: the workbench of those who write rules."""
import json

from harness import equal, folder, holds, run, write

RULE = """[[rule]]
id = "relation.supplies.lend.en"
description = "A lends B to C"
confidence = "0.8"
pattern = '''{company:supplier} lends {company:customer}'''
relation = { type = "supplies", args = ["supplier", "customer"] }
[[rule.match]]
text = "«company:Alpha» lends «company:Beta» «quantity.count:30 racks»."
relation = ["Alpha", "Beta"]
[[rule.reject]]
text = "«company:Alpha» lends nothing to «company:Beta»."
"""


def test_the_rules_own_examples_are_run():
    result = run("rules", "test")
    equal(result.status, 0, result.out.decode()[-300:])
    holds(result.out.decode(), " rules, ", " examples: all as written")
    only = run("rules", "test", "relation.supplies.*")
    equal(only.status, 0, "some")
    assert int(only.out.split()[0]) < int(result.out.split()[0])
    with folder() as at:
        write(at / "r/relations/mine.toml", RULE)
        equal(run("rules", "test", "--rules", "r", "relation.supplies.lend.en", cwd=at).out,
              b"1 rule, 2 examples: all as written\n")
        write(at / "r/relations/mine.toml", RULE.replace('["Alpha", "Beta"]', '["Beta", "Alpha"]'))
        result = run("rules", "test", "--rules", "r", cwd=at)
        equal(result.status, 1, "an example that fails is a gate")
        holds(result.out.decode(), "r/relations/mine.toml:7:1: error: relation.supplies.lend.en: expected Beta > Alpha, "
              "got Alpha > Beta [rule.example]", "1 not as written")


def test_a_rule_is_shown_with_what_became_of_it():
    with folder() as at:
        write(at / "r/relations/mine.toml", RULE)
        result = run("rules", "show", "relation.supplies.lend.en", "--rules", "r", cwd=at)
        equal(result.status, 0, result.err)
        text = result.out.decode()
        holds(text, "r/relations/mine.toml:1\n[[rule]]\n", RULE.strip(), "# pattern\n([{company}]) lends ([{company}])",
              "# woken by\nlends", "# needs\n2 × company", "# program of pattern\n")
        told = json.loads(run("rules", "show", "value.ratio.colon", "--json", cwd=at).out)
        equal(told["file"].startswith("rules/values/"), True, told["file"])
        result = run("rules", "show", "relation.suplies.lend.en", "--rules", "r", cwd=at)
        equal((result.status, result.out), (2, b""), "no such rule")
        holds(result.err, "no rule is called relation.suplies.lend.en; did you mean relation.supplies.lend.en?")


def test_rules_are_listed():
    with folder() as at:
        write(at / "r/relations/mine.toml", RULE)
        rows = [json.loads(line) for line in run("rules", "list", "--json", "--rules", "r", cwd=at).out.splitlines()]
        ids = [row["id"] for row in rows]
        equal(len(ids), len(set(ids)), "ids")
        mine = next(row for row in rows if row["id"] == "relation.supplies.lend.en")
        equal((mine["file"], mine["line"], mine["matches"], mine["rejects"]), ("r/relations/mine.toml", 1, 1, 1))
        equal({row["group"] for row in rows} >= {"values", "names", "relations"}, True, "groups")
        holds(run("rules", "list", "relation.supplies.lend.en", "--rules", "r", cwd=at).out.decode(), "A lends B to C")
        result = run("rules", "list", "no.such.*", cwd=at)
        equal(result.status, 2, "a glob that fits nothing")


def test_lint_finds_what_loads_and_is_a_mistake_all_the_same():
    with folder() as at:
        twice = RULE.replace("lend.en", "loan.en")
        idle = RULE.replace("lend.en", "idle.en").replace("} lends {", "} hands {").replace("» lends «", "» hands «")
        named = RULE.replace("lend.en", "named.en").replace("} lends {", "} and NVIDIA lends {").replace(
            "» lends «", "» and NVIDIA lends «")
        large = RULE.replace("lend.en", "large.en").replace("} lends {", "} lends " + 4 * "(([a-z]{1,8} ){8}){8}" + "{").replace(
            "» lends «company:B", "» lends " + 256 * "a " + "«company:B")
        write(at / "r/relations/mine.toml",
              "[shared]\nidle_words = 'one|two'\n" + RULE + twice + idle + named + large)
        write(at / "r/values/mine.toml", """[[words]]
id = "value.relation.mine"
role = "relation"
side = "before"
relation = "about"
words = ["sort of", "roughly"]
match = [{ text = "There are sort of 30 racks.", value = "30 racks", reads = "about 30 unit" }]
reject = ["There are 30 racks."]
""")
        result = run("rules", "lint", "--rules", "r", cwd=at)
        equal(result.status, 1, result.err)
        text = result.out.decode()
        holds(text, "r/relations/mine.toml:2:14: warning: no rule uses the shared pattern {idle_words}",
              "relation.supplies.loan.en has the pattern of relation.supplies.lend.en",
              "the pattern names NVIDIA (company:nvidia)", "[lint.pattern_size]", "'roughly' of value.relation.mine stands in",
              " findings\n")


def test_the_rules_of_the_program_are_lint_clean():
    result = run("rules", "lint", "--no-project")
    equal((result.status, result.out), (0, b"nothing found\n"))


def test_wrong_calls_and_rules_that_do_not_load():
    with folder() as at:
        rows = [
            (["rules"], "usage: hardfacts rules COMMAND"),
            (["rules", "tset"], "unknown command tset; did you mean test?"),
            (["rules", "show"], "ID"),
            (["rules", "show", "a", "b"], "b"),
            (["rules", "test", "--rules", "nowhere"], "nowhere: error: the folder of rules cannot be read"),
            (["rules", "lint", "--knowledge", "nowhere"], "--knowledge names a folder without"),
        ]
        for words, message in rows:
            result = run(*words, cwd=at)
            equal((result.status, result.out), (2, b""), " ".join(words))
            holds(result.err, message)
        write(at / "r/claims/x.toml", b"\x00\xff[[[\n")
        for command in (["test"], ["lint"], ["list"], ["show", "x"]):
            result = run("rules", *command, "--rules", "r", cwd=at)
            equal((result.status, result.out), (2, b""), str(command))
            holds(result.err, "r/claims/x.toml:1:")
        for command in ("test", "lint", "list", "show"):
            holds(run("rules", command, "--help").out.decode(), "Examples:", "Exit status:")
