"""Runs every test_... function of the *_test.py beside it and tells the outcome in the Test Anything Protocol.

  run_all.py [NAME...]    only tests whose name holds one of the words
"""
import importlib
import pathlib
import sys
import traceback

from harness import Skip


def main():
    here = pathlib.Path(__file__).parent
    failed = False
    for path in sorted(here.glob("*_test.py")):
        for name, test in list(vars(importlib.import_module(path.stem)).items()):
            wanted = not sys.argv[1:] or any(word in name for word in sys.argv[1:])
            if not name.startswith("test_") or not wanted:
                continue
            title = "e2e: " + name.removeprefix("test_").replace("_", " ")
            try:
                test()
                print(f"ok - {title}", flush=True)
            except Skip as why:
                print(f"ok - {title} # SKIP {why}", flush=True)
            except Exception:
                failed = True
                print(f"not ok - {title}", flush=True)
                print("    " + traceback.format_exc().replace("\n", "\n    "), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
