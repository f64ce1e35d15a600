"""`hardfacts explain`: why a value is the fact it is."""
import json

from harness import equal, extract, folder, holds, run, write

TEXT = "# Nvidia\n\nNvidia raised $3 billion.\n\nThere were 7 of them.\n"


def test_every_value_is_explained_in_plain_words():
    with folder() as at:
        write(at / "a.md", TEXT)
        result = run("explain", "a.md", cwd=at)
        equal(result.status, 0)
        holds(result.out.decode(), 'money/funding, by the word "raised"')


def test_a_place_or_a_fact_chooses():
    with folder() as at:
        write(at / "a.md", TEXT)
        fact = json.loads(run("extract", "a.md", "-q", cwd=at).out)["facts"][0]["id"]
        holds(run("explain", "a.md", "--fact", fact, cwd=at).out.decode(), "$3 billion")
        holds(run("explain", "a.md", "--at", "3:16", cwd=at).out.decode(), "$3 billion")
        rows = [
            (["--at", "1:99"], "no value and no name stands at 1:99"),
            (["--at", "x"], "write LINE:COLUMN"),
            (["--fact", "f_000000000000"], "no fact f_000000000000"),
            (["--fact", fact, "--at", "1:1"], "name one of them"),
        ]
        for words, message in rows:
            result = run("explain", "a.md", *words, cwd=at)
            equal(result.status, 2, " ".join(words))
            holds(result.err, message)
        equal(run("explain", "missing.md", cwd=at).status, 3)


def test_json_is_one_line_a_document():
    with folder() as at:
        write(at / "a.md", TEXT)
        told = json.loads(run("explain", "a.md", "--json", cwd=at).out)
        equal([value["outcome"] for value in told["values"] if value["attribute"] == "funding"], ["fact"])
