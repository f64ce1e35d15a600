#!/usr/bin/env bash
# The same articles in other bytes give the same facts: HARDFACTS=path/to/hardfacts tests/metamorphic/run.sh [NAME...]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export HARDFACTS="${HARDFACTS:-$PWD/build/release/hardfacts}"
exec python3 tests/metamorphic/run_all.py "$@"
