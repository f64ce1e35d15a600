"""Runs the tests of report_test.py whose names hold one of the words given, or all; prints a TAP line each."""
import sys
import traceback

import chromium
import report_test


def main(words):
    if not chromium.program():
        print("ok - browser # SKIP Chromium is not installed: the report's page was NOT tested; "
              "./dev test browser installs it")
        return 0
    tests = {name: test for name, test in vars(report_test).items() if name.startswith("test_")}
    failed = 0
    with chromium.Page() as page:
        for name, test in tests.items():
            if words and not any(word in name for word in words):
                continue
            title = f"browser: {name.removeprefix('test_').replace('_', ' ')}"
            try:
                page.size(1440, 900)
                page.theme("light")
                test(page)
                if page.errors:
                    raise AssertionError(f"the page told of errors: {page.errors}")
                outside = [url for url in page.requests if not url.startswith(("file:", "data:"))]
                if outside:
                    raise AssertionError(f"the page asked the network for {outside}")
                print(f"ok - {title}", flush=True)
            except Exception:
                failed += 1
                print(f"not ok - {title}\n# " + traceback.format_exc().strip().replace("\n", "\n# "), flush=True)
    return 1 if failed else 0


sys.exit(main(sys.argv[1:]))
