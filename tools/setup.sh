#!/usr/bin/env bash
# Set up one thing that the Makefile needs, unless it is there already.
#   tools/setup.sh qgis         QGIS and what its tests and pictures need, from Debian's packages
#   tools/setup.sh backend      .venv: the backend's interpreter, as locked, and .venv/bin/releve
#   tools/setup.sh qgis-tests   .venv-qgis: QGIS's own Python with pytest beside it
#   tools/setup.sh lrelease     Qt's compiler of translations
#   tools/setup.sh uv           prints the path of uv, installed in build/tools where the PATH has none
# A second run installs nothing. Failure: status 1 and one sentence, the last on standard error.
set -euo pipefail
cd "$(dirname "$0")/.."
# An activated environment, or a Python configured for something else, is none of our business.
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH UV_PROJECT_ENVIRONMENT UV_PYTHON
export UV_PYTHON_DOWNLOADS=never UV_NO_PROGRESS=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_REQUIRE_VIRTUALENV=0
python=${PYTHON:-/usr/bin/python3}
UV_VERSION=0.13.9

say() { echo "relevé: $*" >&2; }
fail() { say "$*"; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo -E "$@"
  else fail "installing Debian packages needs root: install sudo, or run as root: $*"
  fi
}

packages() { # those of "$@" that are missing, from Debian
  command -v dpkg-query >/dev/null ||
    fail "this is not Debian or its kin: install by hand the likes of $*, then run make again."
  local missing=() name
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]} from Debian's packages"
  local log=build/logs/apt.log
  mkdir -p build/logs
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 update -qq >"$log" 2>&1 &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "${missing[@]}" >>"$log" 2>&1 ||
    fail "apt-get could not install ${missing[*]}: $(grep -E '^E:' "$log" | head -1) (all of it is in $log)"
}

find_uv() {
  [ -x build/tools/bin/uv ] && { echo build/tools/bin/uv; return; }
  local found
  # A shim of pyenv answers with an error where its version has no uv.
  found=$(command -v uv || true)
  if [ -n "$found" ] && "$found" --version >/dev/null 2>&1; then echo "$found"; return; fi
  packages python3 python3-venv ca-certificates
  say "installing uv $UV_VERSION in build/tools"
  "$python" -m venv --clear build/tools >&2
  build/tools/bin/python -m pip install --quiet "uv==$UV_VERSION" >&2 || return 1
  echo build/tools/bin/uv
}

stamp() { # what an environment is made from, "name hash" a line: it is made again when any of it changes
  local file
  for file in "$@"; do
    echo "$(basename "$file" .txt) $(sha256sum <"$file" | cut -d ' ' -f 1)"
  done
}

sound() { # an environment that starts, and that its Python has not outgrown since
  local version
  version=$("$1/bin/python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) &&
    [ -d "$1/lib/python$version/site-packages/pytest" ]
}

launcher() {
  cat >.venv/bin/releve <<'SCRIPT'
#!/bin/sh
bin=$(dirname -- "$(readlink -f -- "$0")"); exec "$bin/python" -I -X utf8 "$bin/../../processing/__main__.py" "$@"
SCRIPT
  chmod +x .venv/bin/releve
}

environment() { # FOLDER, STAMP, REQUIREMENTS, then options of uv's or venv's for its making
  local folder=$1 wanted=$2 requirements=$3 uv
  shift 3
  if [ "$(cat "$folder/releve-lock.txt" 2>/dev/null)" = "$wanted" ] && sound "$folder"; then return; fi
  packages python3 python3-venv ca-certificates
  say "installing the locked packages in $folder"
  rm -f "$folder/releve-lock.txt"
  sound "$folder" || { rm -rf "$folder"; "$python" -m venv --without-pip "$@" "$folder"; }
  if uv=$(find_uv); then
    "$uv" pip sync --quiet --python "$folder/bin/python" --require-hashes "$requirements" ||
      fail "uv could not install the packages of $requirements (see above): is PyPI within reach?"
  else
    say "uv cannot be had: pip takes its place"
    "$folder/bin/python" -m ensurepip --default-pip >/dev/null
    "$folder/bin/python" -m pip install --quiet --require-hashes --only-binary :all: -r "$requirements" ||
      fail "pip could not install the packages of $requirements (see above): is PyPI within reach?"
  fi
  echo "$wanted" >"$folder/releve-lock.txt"
}

backend() {
  # The plugin reads the first line: it compares the variant's lock with its own.
  environment .venv "$(stamp resources/requirements/cpu.txt tools/requirements/checkout.txt)" \
    tools/requirements/checkout.txt
  [ -x .venv/bin/releve ] || launcher
}

qgis_tests() {
  packages python3-qgis
  environment .venv-qgis "$(stamp tools/requirements/qgis.txt)" tools/requirements/qgis.txt --system-site-packages
}

case ${1:-} in
  qgis) packages qgis python3-qgis qgis-providers xvfb xauth fonts-dejavu-core ;;
  backend) backend ;;
  qgis-tests) qgis_tests ;;
  lrelease) command -v /usr/lib/qt5/bin/lrelease >/dev/null || packages qttools5-dev-tools ;;
  uv) find_uv || fail "uv cannot be installed from PyPI: is it within reach?" ;;
  *) sed -n '2,9p' "$0"; exit 2 ;;
esac
