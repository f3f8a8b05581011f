#!/usr/bin/env bash
# Classify the Landsat scene at Olinda through QGIS, draw the map, and say where everything is.
set -euo pipefail
cd "$(dirname "$0")/.."
out=build/demo
log=$out/log.txt
rm -rf "$out"
mkdir -p "$out"

fail() { echo "relevé: the demo has failed: $* (all that was said is in $log)" >&2; exit 1; }

qgis() { # WHAT FOR, then arguments of qgis_process
  local what=$1
  shift
  echo "$what …"
  printf '\n$ tools/qgis_process %s\n' "$*" >>"$log"
  tools/qgis_process "$@" >>"$log" 2>&1 </dev/null || fail "$what: $(grep -iE 'error|exception' "$log" | tail -1)"
}

qgis "Applying the model to the Landsat scene" run releve:inference.map -- \
  INPUT=build/samples/olinda_landsat7.tif MODEL=resources/models/olinda_landcover.onnx \
  CLASSES="$out/classes.tif" CONFIDENCE="$out/confidence.tif" POLYGONS="$out/polygons.gpkg" REPORT="$out/report.html"
qgis "Drawing the map" run releve:map.layout -- \
  LAYERS="$out/classes.tif" TITLE="Land cover at Olinda, Brazil" \
  CREDITS="Landsat 7 ETM+, public domain. Classified with Relevé." OUTPUT="$out/map.png"

for result in classes.tif confidence.tif polygons.gpkg report.html map.png; do
  [ -s "$out/$result" ] || fail "$out/$result was not written"
done
cat <<END

The results are in $PWD/$out:
  map.png         the map, as QGIS draws it, with legend, scale bar and north arrow
  classes.tif     class map             confidence.tif  how sure the model is, pixel by pixel
  polygons.gpkg   the same as polygons, with class, area and mean confidence
  report.html     what was done, with which model, and how far to trust it
END
