from __future__ import annotations

import os
import subprocess
import sys


def test_nothing_is_sent_to_the_maker_of_the_runtime(root, tmp_path):
    model = str(root / "resources" / "models" / "olinda_landcover.onnx")
    main = str(root / "processing" / "__main__.py")
    environment = {
        key: value for key, value in os.environ.items() if key not in {"CI", "ORT_DISABLE_TELEMETRY"}
    }
    subprocess.run(
        [sys.executable, "-I", main, "model", "check", model],
        env=environment | {"TMPDIR": str(tmp_path)},
        check=True,
        capture_output=True,
    )
    assert list(tmp_path.iterdir()) == []  # its telemetry begins with a file of its session here
