#!/usr/bin/env bash
# Resolve pyproject.toml into uv.lock and write the hashed exports that pip can read.
#   resources/requirements/<variant>.txt   shipped: one per runtime; pip.txt: what installs them
#   tools/requirements/checkout.txt        the checkout's .venv; qgis.txt: its .venv-qgis
# `tools/lock.sh --upgrade` takes newer versions; `--check` only says whether anything is stale.
set -euo pipefail
cd "$(dirname "$0")/.."
export UV_PYTHON_DOWNLOADS=never
unset VIRTUAL_ENV
uv=$(tools/setup.sh uv)
python=${PYTHON:-/usr/bin/python3}

export_to() { # FILE, then what to select
  local file=$1 folder=.
  shift
  [ "$check" = no ] || folder=$scratch
  mkdir -p "$folder/$(dirname "$file")"
  "$uv" export --quiet --frozen --no-emit-project --no-header --python "$python" --format requirements-txt \
    "$@" --output-file "$folder/$file" >/dev/null
  [ "$check" = no ] || diff -q "$file" "$folder/$file" >/dev/null ||
    { echo "$file is older than uv.lock: run 'make lock'." >&2; exit 1; }
}

check=no
[ "${1:-}" != --check ] || { check=yes; shift; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
if [ "$check" = yes ]; then
  "$uv" lock --quiet --check --python "$python" || { echo "uv.lock is older than pyproject.toml: run 'make lock'." >&2; exit 1; }
else
  "$uv" lock --quiet --python "$python" "$@"
fi
for variant in cpu cuda directml openvino; do
  export_to "resources/requirements/$variant.txt" --extra "$variant"
done
export_to resources/requirements/pip.txt --only-group installer
export_to tools/requirements/checkout.txt --extra cpu --extra train --group dev
export_to tools/requirements/qgis.txt --only-group qgis
# What follows from the lock; it takes the checkout's own interpreter, which the first `make lock` may be without.
if [ "$check" = no ] && [ -x .venv/bin/python ]; then .venv/bin/python tools/sizes.py; fi
