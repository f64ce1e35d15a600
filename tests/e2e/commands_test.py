"""How the program is called: commands, flags, help, where the rules are found, the exit status."""
import shutil
import subprocess

from documents import ARTICLE
from harness import PROGRAM, ROOT, Skip, equal, extract, folder, holds, run, write


def test_wrong_calls_exit_2_and_say_what_to_do():
    with folder() as at:
        write(at / "a.md", ARTICLE)
        rows = [
            (["extrat", "a.md"], "unknown command extrat; did you mean extract?"),
            (["frobnicate"], "unknown command frobnicate\n"),
            (["--verison"], "unknown option --verison"),
            (["extract"], "name at least one INPUT"),
            (["extract", "a.md", "--verfy"], "unknown option --verfy; did you mean --verify?"),
            (["extract", "a.md", "--out=x.jsonl"], "unknown option --out; did you mean --output?"),
            (["extract", "a.md", "-o"], "-o"),
            (["extract", "a.md", "-j", "many"], "many"),
            (["extract", "a.md", "-j", "-1"], "-1"),
            (["extract", "a.md", "-o", "x.docx"], "-o x.docx: no format is written to such a name; there are .jsonl, .json"),
            (["extract", "a.md", "-o", "x"], "there are .jsonl, .json"),
            (["extract", "a.md", "-o", "x.jsonl", "-o", "./x.jsonl"], "is named twice"),
            (["extract", "a.md", "-o", "-", "-o", "-"], "-o - is named twice"),
            (["extract", "a.md", "-o", "-", "--table"], "both want standard output"),
            (["extract", "a.jsonl", "-o", "a.jsonl"], "is also an input"),
            (["extract", "-", "-"], "standard input (-) is named twice"),
            (["extract", "a.md", "--format", "word"], "--format word: there is no such format; there are text, markdown"),
            (["extract", "a.md", "--text-field", ""], "--text-field: name the field"),
        ]
        for words, message in rows:
            result = run(*words, cwd=at)
            equal((result.status, result.out), (2, b""), " ".join(words))
            holds(result.err, message)
            equal([p.name for p in at.iterdir()], ["a.md"], "nothing is written")


def test_help_and_version():
    top = run("--help")
    equal(top.status, 0, "--help")
    holds(top.out.decode(), "extract", "formats", "exit status")
    for command in ("extract", "explain", "diff", "rules", "gazetteer", "formats"):
        result = run(command, "--help")
        equal((result.status, result.err), (0, ""), command)
        holds(result.out.decode(), f"hardfacts {command}")
    holds(run("extract", "--help").out.decode(), "Examples:", "--text-field", "--verify", "--knowledge")
    equal(run("--version").out.decode().split()[0], "hardfacts", "--version")
    equal(run().status, 2, "no command")


def test_formats_lists_what_can_be_read_and_written():
    result = run("formats")
    equal(result.status, 0, "status")
    holds(result.out.decode(), "markdown", ".md", "jsonl", ".jsonl", ".json", "table")


def test_where_the_rules_and_gazetteers_are_found():
    with folder() as at:
        write(at / "a.md", ARTICLE)
        (at / "nowhere").mkdir()
        expected = extract("a.md", cwd=at).out
        equal(extract("a.md", "--knowledge", ROOT, cwd=at).out, expected, "--knowledge")
        wrong = {"HARDFACTS_KNOWLEDGE": str(at / "nowhere")}
        equal(extract("a.md", "--knowledge", ROOT, cwd=at, environment=wrong).out, expected, "--knowledge comes first")
        result = extract("a.md", cwd=at, environment=wrong)
        equal(result.status, 2, "HARDFACTS_KNOWLEDGE")
        holds(result.err, "HARDFACTS_KNOWLEDGE names a folder without", "[knowledge.not_found]")
        shutil.copy(PROGRAM, at / "hardfacts")
        alone = subprocess.run([at / "hardfacts", "extract", at / "a.md"], capture_output=True)
        equal(alone.returncode, 2, "a program without its rules")
        holds(alone.stderr.decode(), "name their folder with --knowledge DIR or HARDFACTS_KNOWLEDGE")


def test_every_fault_of_the_gazetteers_is_told_with_its_place():
    with folder() as at:
        write(at / "a.md", ARTICLE)
        for name in ("gazetteers", "rules"):
            shutil.copytree(ROOT / name, at / name)
        faulty = {}
        for name in ("companies.csv", "places.csv"):
            path = at / "gazetteers" / name
            lines = path.read_text().splitlines()
            lines.append('Not A Slug,"Fault"x,,,')
            path.write_text("\n".join(lines) + "\n")
            faulty[name] = len(lines)
        result = extract("a.md", "--knowledge", at, "-o", "o.jsonl", cwd=at)
        equal(result.status, 2, "status")
        for name, line in faulty.items():
            holds(result.err, f"gazetteers/{name}:{line}:", ": error: ", "[csv.")
        equal((at / "o.jsonl").exists(), False, "nothing is written")


def test_the_installed_program_finds_its_own():
    build = ROOT / "build" / PROGRAM.split("/")[-2]
    if shutil.which("cmake") is None or not (build / "cmake_install.cmake").exists():
        raise Skip("the program under test does not stand in a build folder, or there is no cmake")
    with folder() as at:
        done = subprocess.run(["cmake", "--install", build, "--prefix", at / "usr"], capture_output=True)
        equal(done.returncode, 0, done.stderr.decode())
        write(at / "a.md", ARTICLE)
        installed = subprocess.run([at / "usr/bin/hardfacts", "extract", "a.md"], capture_output=True, cwd=at)
        equal((installed.returncode, installed.stdout), (0, extract("a.md", cwd=at).out), "the same records")
