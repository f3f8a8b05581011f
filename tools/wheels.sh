#!/usr/bin/env bash
# Fetch the wheels of the CPU variant, and of pip, into build/wheels: what a computer without network installs from.
# A second run fetches nothing, until the lock changes.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${PYTHON:-/usr/bin/python3} folder=build/wheels
locks=(resources/requirements/cpu.txt resources/requirements/pip.txt)
wanted=$("$python" -c 'import sys; print(*sys.version_info[:2])'; cat "${locks[@]}")
if [ "$(cat "$folder/locks" 2>/dev/null)" != "$wanted" ]; then
  rm -rf "$folder" build/pip
  "$python" -m venv build/pip
  build/pip/bin/python -m pip download --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
    -d "$folder" "${locks[@]/#/-r}"
  echo "$wanted" >"$folder/locks"
fi
echo "$folder"
