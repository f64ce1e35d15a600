"""The walks of gazetteers/README.md and rules/README.md, run as they are written.

A block ```console holds commands, `$ ` in front, their further lines `> `, and below each exactly what it prints; a line
`...` stands for any lines. The commands of one file run one after the other in one new folder.
"""
import os
import pathlib
import re
import subprocess

from harness import PROGRAM, ROOT, folder


def steps(document):
    """(line, command, expected lines) of every command of the document."""
    found, inside = [], False
    for number, line in enumerate(document.read_text().splitlines(), 1):
        if line.strip() in ("```console", "```"):
            inside = line.strip() == "```console"
        elif inside and line.startswith("$ "):
            found.append([number, line[2:], []])
        elif inside and line.startswith("> "):
            found[-1][1] += "\n" + line[2:]
        elif inside:
            found[-1][2].append(line)
    return found


def fits(expected, got):
    pattern = "".join("(?:.*\n)*" if line == "..." else re.escape(line) + "\n" for line in expected)
    return re.fullmatch(pattern, got) is not None


def walk(name):
    with folder() as at:
        (at / "bin").mkdir()
        (at / "bin/hardfacts").symlink_to(pathlib.Path(PROGRAM).resolve())
        (at / "walk").mkdir()
        environment = {**os.environ, "PATH": f"{at / 'bin'}:{os.environ['PATH']}", "HARDFACTS_KNOWLEDGE": str(ROOT)}
        walked = steps(ROOT / name)
        if len(walked) < 6:
            raise AssertionError(f"{name} holds no walk")
        for line, command, expected in walked:
            done = subprocess.run(["bash", "-c", command], cwd=at / "walk", env=environment, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, timeout=120)
            if not fits(expected, done.stdout.decode()):
                raise AssertionError(f"{name}:{line}: $ {command}\n{done.stdout.decode()}")


def test_the_walk_of_the_gazetteers():
    walk("gazetteers/README.md")


def test_the_walk_of_the_rules():
    walk("rules/README.md")


def test_a_walk_that_prints_something_else_fails():
    assert fits(["a", "...", "b"], "a\nx\ny\nb\n") and fits(["a", "...", "b"], "a\nb\n")
    assert not fits(["a"], "b\n") and not fits(["a"], "a\nb\n") and not fits(["a.c"], "abc\n") and not fits(["a"], "")
