#!/usr/bin/env bash
# Take the pictures of QGIS's window for docs/images, in English and in French.
set -euo pipefail
cd "$(dirname "$0")/../.."
TMPDIR=$(mktemp -d) # its name is seen in the pictures
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
for language in en fr; do
  tools/desktop/start.sh tools/desktop/screenshots.py "build/desktop-$language" "$language" ||
    { echo "relevé: QGIS could not be driven: build/desktop-$language/told.json says why." >&2; exit 1; }
  for picture in "build/desktop-$language"/desktop_*.png; do
    mv "$picture" docs/images/
    echo "docs/images/$(basename "$picture")"
  done
done
