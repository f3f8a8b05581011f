#!/usr/bin/env bash
# Run every check and end with one line: what passed, or what did not. `tools/test.sh lint` leaves the tests out.
set -uo pipefail
cd "$(dirname "$0")/.."
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
start=$SECONDS passed=() failed=()

check() { # NAME, then the command
  local name=$1
  shift
  echo "== $name"
  if "$@"; then passed+=("$name"); else failed+=("$name"); fi
}

check "ruff" .venv/bin/python -m ruff check .
check "format" .venv/bin/python -m ruff format --check .
# QGIS 3.22 on Windows imports the plugin with Python 3.9.
check "Python 3.9" .venv/bin/python .venv/bin/vermin --quiet --no-tips --target=3.9- --violations --eval-annotations \
  __init__.py plugin $([ ! -d processing/validation/rules ] || echo processing/validation/rules)
check "mypy" .venv/bin/python -m mypy
if [ "${1:-all}" != lint ]; then
  check "pytest" .venv/bin/python -m pytest -q --ignore tests/plugin --ignore tests/desktop
  # In QGIS's own Python, with the system's programs first: an activated environment makes qgis_process crash.
  check "pytest in QGIS" env PATH=/usr/bin:/bin .venv-qgis/bin/python -m pytest -q tests/plugin
  check "QGIS desktop" .venv/bin/python -m pytest -q tests/desktop
fi

join() { local first=$1; shift; printf '%s' "$first" "${@/#/, }"; }
if [ ${#failed[@]} -gt 0 ]; then
  echo "FAILED after $((SECONDS - start)) s: $(join "${failed[@]}"). The first message of each, above, says why." >&2
  exit 1
fi
echo "All passed in $((SECONDS - start)) s: $(join "${passed[@]}")."
