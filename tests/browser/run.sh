#!/usr/bin/env bash
# The HTML report in a headless Chromium, as a reader uses it: HARDFACTS=path/to/hardfacts tests/browser/run.sh [NAME...]
# Without Chromium it skips, and says so; `./dev test browser` installs it.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export HARDFACTS="${HARDFACTS:-$PWD/build/release/hardfacts}"
exec python3 tests/browser/run_all.py "$@"
