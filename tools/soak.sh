#!/usr/bin/env bash
# The long forms of the tests, after the short ones: 50 kills, the wheel matrix asked of PyPI, OpenVINO's runtime,
# the backend installed from real wheels, and its own wheel on its own. About half an hour.
set -euo pipefail
cd "$(dirname "$0")/.."
unset VIRTUAL_ENV PYTHONHOME PYTHONPATH
export UV_PYTHON_DOWNLOADS=never QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
uv=$(tools/setup.sh uv)
python=${PYTHON:-/usr/bin/python3}

second_provider() { # an interpreter of its own, as the runtimes exclude each other
  local folder=build/openvino
  [ -x "$folder/bin/python" ] || "$uv" venv --quiet --python "$python" "$folder"
  "$uv" pip sync --quiet --python "$folder/bin/python" --require-hashes resources/requirements/openvino.txt
  "$uv" pip install --quiet --python "$folder/bin/python" pytest
  "$folder/bin/python" -c 'import onnxruntime; assert "OpenVINOExecutionProvider" in onnxruntime.get_available_providers()'
  "$folder/bin/python" -m pytest -q -m soak tests/test_openvino.py
}

wheel() { # built from a copy: setuptools leaves a build/ where it works
  local copy=build/wheel-source out=build/wheel folder=build/wheel-venv
  rm -rf "$copy" "$out" "$folder"
  git clone --quiet . "$copy"
  "$uv" build --quiet --wheel --python "$python" --out-dir "$out" "$copy"
  "$uv" venv --quiet --python "$python" "$folder"
  "$uv" pip install --quiet --python "$folder/bin/python" --constraint resources/requirements/cpu.txt \
    onnxruntime "$out"/releve-*.whl
  (cd / && "$OLDPWD/$folder/bin/releve" jobs)
}

tools/wheels.sh
echo "== long tests without QGIS"
.venv/bin/python -m pytest -q -m soak --ignore tests/plugin
echo "== long tests in QGIS"
env PATH=/usr/bin:/bin .venv-qgis/bin/python -m pytest -q -m soak tests/plugin || [ $? = 5 ] # 5: there are none
echo "== OpenVINO"
second_provider
echo "== the wheel"
wheel
echo "The soak has passed."
