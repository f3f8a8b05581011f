#!/usr/bin/env bash
# QGIS's window on a screen that nobody sees, with this checkout as its plugin, in a new profile, to run a script.
#   tools/desktop/start.sh SCRIPT FOLDER [LANGUAGE]
# SCRIPT is run inside QGIS with `driving` beside it; FOLDER, emptied first unless RELEVE_AGAIN is set, gets its profile
# and what it writes.
set -euo pipefail
root=$(cd "$(dirname "$(readlink -f "$0")")/../.." && pwd)
script=$(readlink -f "$1") language=${3:-en}
[ -n "${RELEVE_AGAIN:-}" ] || rm -rf "$2"
mkdir -p "$2/home"
folder=$(cd "$2" && pwd)
settings=$folder/profiles/profiles/default
mkdir -p "$settings/python/plugins" "$settings/QGIS"
chmod 700 "$folder/home"
ln -sfn "$root" "$settings/python/plugins/releve"
cat >"$settings/QGIS/QGIS3.ini" <<END
[PythonPlugins]
releve=true
[locale]
overrideFlag=true
userLocale=$language
[qgis]
checkVersion=false
END
unset VIRTUAL_ENV PYTHONHOME PROJ_LIB PROJ_DATA GDAL_DATA QT_QPA_PLATFORM QGIS_CUSTOM_CONFIG_PATH
export PATH=/usr/bin:/bin HOME=$folder/home XDG_RUNTIME_DIR=$folder/home TMPDIR=${TMPDIR:-$folder/home}
export PYTHONPATH=$root/tools/desktop:$(dirname "$script") RELEVE_DESKTOP=$folder RELEVE_ROOT=$root
# Debian's wrapper goes on in the background; the program itself does not.
program=$(command -v qgis.bin || command -v qgis) || { echo "relevé: QGIS is not installed: run 'tools/setup.sh qgis'." >&2; exit 1; }
cd "$root"
exec timeout --kill-after 5 "${SECONDS_AT_MOST:-120}" xvfb-run -a -s "-screen 0 1600x1000x24" \
  "$program" --nologo --noversioncheck --lang "$language" --profiles-path "$folder/profiles" --code "$script"
