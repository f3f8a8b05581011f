"""Which locked packages a folder of wheels lacks for the Python that runs this.

    python -I wheelhouse.py REQUIREMENTS FOLDER

Prints a JSON list of {"package", "others"}: what is missing, and the files of it made for another Python.
Started as a program in the new environment, whose pip brings the rules of wheel names.
"""

import json
import re
import sys
from importlib import import_module
from pathlib import Path

PINNED = re.compile(r"^([\w.-]+)==([^\s;\\]+)(?:\s*;\s*([^\\]+))?", re.MULTILINE)
PARTS = ("markers", "tags", "utils")
"""Of pip's own rules, which only the Python that runs this has."""


def missing(requirements: str, files: "list[str]") -> "list[dict]":
    """What the requirements ask of this Python, and the files do not have."""
    markers, tags, utils = (import_module(f"pip._vendor.packaging.{name}") for name in PARTS)
    fitting, wheels = set(tags.sys_tags()), []
    for file in files:
        try:
            name, version, _, its_tags = utils.parse_wheel_filename(file)
        except utils.InvalidWheelFilename:
            continue
        wheels.append((name, str(version), bool(its_tags & fitting), file))
    found = []
    for name, version, marker in PINNED.findall(requirements):
        if marker and not markers.Marker(marker.strip()).evaluate():
            continue
        same = [wheel for wheel in wheels if wheel[0] == utils.canonicalize_name(name)]
        if not any(fits and its == version for _, its, fits, _ in same):
            found.append({"package": f"{name} {version}", "others": [file for *_, file in same]})
    return found


if __name__ == "__main__":
    names = [path.name for path in Path(sys.argv[2]).glob("*.whl")]
    json.dump(missing(Path(sys.argv[1]).read_text(encoding="utf-8"), names), sys.stdout)
