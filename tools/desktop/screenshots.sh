#!/usr/bin/env bash
# Take the pictures of QGIS's window for docs/images, in English and in French.
set -euo pipefail
cd "$(dirname "$0")/../.."
TMPDIR=$(mktemp -d) # its name is seen in the pictures
export TMPDIR
trap 'rm -rf "$TMPDIR"' EXIT
.venv/bin/python tools/desktop/village.py build/village >build/village.txt
export SECONDS_AT_MOST=240

# drive SCRIPT FOLDER LANGUAGE
drive() {
  tools/desktop/start.sh "tools/desktop/$1" "$2" "$3" ||
    { echo "relevé: QGIS could not be driven: $2/told.json says why." >&2; exit 1; }
}

for language in en fr; do
  drive screenshots.py "build/desktop-$language" "$language"
  drive old_maps.py "build/desktop-oldmaps-$language" "$language"
  suffix=$([ "$language" = en ] || echo "_$language")
  pdftoppm -r 75 -jpeg -jpegopt quality=80 -singlefile "build/desktop-$language/client.pdf" "build/desktop-$language/desktop_client$suffix"
  for picture in "build/desktop-$language"/desktop_*.{png,jpg} "build/desktop-oldmaps-$language"/oldmaps_*.png; do
    mv "$picture" docs/images/
    echo "docs/images/$(basename "$picture")"
  done
done
