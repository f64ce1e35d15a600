#!/usr/bin/env bash
# The built program, as a user calls it: HARDFACTS=path/to/hardfacts tests/e2e/run.sh [NAME...]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export HARDFACTS="${HARDFACTS:-$PWD/build/release/hardfacts}"
exec python3 tests/e2e/run_all.py "$@"
