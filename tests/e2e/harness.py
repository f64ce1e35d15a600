"""What the end-to-end tests share: a folder of their own, the program, and how a test says that it failed."""
import contextlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ["HARDFACTS"]
NOBODY = 65534


class Skip(Exception):
    """The test cannot run here; says why."""


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr.decode()
        self.last = self.err.splitlines()[-1] if self.err else ""

    def records(self):
        return [json.loads(line) for line in self.out.splitlines()]

    def ids(self):
        return [record["doc"]["id"] for record in self.records()]


def as_nobody():
    """root may write everywhere: what is forbidden is tested as another user."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def run(*arguments, stdin=b"", environment=None, cwd=None, nobody=False):
    full = {name: value for name, value in os.environ.items() if name != "HARDFACTS_KNOWLEDGE"}
    full.update(environment or {})
    return Result(subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, env=full, cwd=cwd,
                                 preexec_fn=as_nobody if nobody else None, timeout=300))


def extract(*arguments, **options):
    return run("extract", *arguments, **options)


def program_for_nobody(folder):
    """A copy of the program and its knowledge where another user can read it; its path."""
    place = folder / "program"
    for name in ("gazetteers", "rules"):
        shutil.copytree(ROOT / name, place / "share/hardfacts" / name)
    (place / "bin").mkdir()
    shutil.copy(PROGRAM, place / "bin/hardfacts")
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() or path.name == "hardfacts" else 0o644)
    return place / "bin/hardfacts"


@contextlib.contextmanager
def folder():
    path = pathlib.Path(tempfile.mkdtemp(prefix="hardfacts-e2e-"))
    try:
        yield path
    finally:
        for below in [path, *path.rglob("*")]:
            if below.is_dir() and not below.is_symlink():
                below.chmod(0o755)
        shutil.rmtree(path)


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def equal(got, expected, what=""):
    if got != expected:
        raise AssertionError(f"{what}: got {got!r}, expected {expected!r}")


def holds(text, *pieces):
    for piece in pieces:
        if piece not in text:
            raise AssertionError(f"{piece!r} is not in {text!r}")
