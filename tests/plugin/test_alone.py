"""The pages of what lives in QGIS alone are written from a description that has to be fresh."""

from __future__ import annotations

import json


def test_the_description_of_what_lives_in_qgis_alone_is_fresh(qgis_app, load_tool, root):
    told = json.loads((root / "docs" / "alone.json").read_text(encoding="utf-8"))
    assert told == json.loads(json.dumps(load_tool("alone").all_alone())), "run: make docs"
