"""Which locked packages a folder of wheels lacks for the Python that runs this.

    python -I wheelhouse.py REQUIREMENTS FOLDER

Prints a JSON list of {"package", "others"}: what is missing, and the files of it made for another Python.
Started as a program in the new environment, whose pip brings the rules of wheel names.
"""

import json
import re
import sys
from pathlib import Path

PINNED = re.compile(r"^([\w.-]+)==([^\s;\\]+)(?:\s*;\s*([^\\]+))?", re.MULTILINE)


def missing(requirements: str, files: "list[str]") -> "list[dict]":
    """What the requirements ask of this Python, and the files do not have."""
    from pip._vendor.packaging.markers import Marker
    from pip._vendor.packaging.tags import sys_tags
    from pip._vendor.packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename

    fitting, wheels = set(sys_tags()), []
    for file in files:
        try:
            name, version, _, tags = parse_wheel_filename(file)
        except InvalidWheelFilename:
            continue
        wheels.append((name, str(version), bool(tags & fitting), file))
    found = []
    for name, version, marker in PINNED.findall(requirements):
        if marker and not Marker(marker.strip()).evaluate():
            continue
        same = [wheel for wheel in wheels if wheel[0] == canonicalize_name(name)]
        if not any(fits and its == version for _, its, fits, _ in same):
            found.append({"package": f"{name} {version}", "others": [file for *_, file in same]})
    return found


if __name__ == "__main__":
    names = [path.name for path in Path(sys.argv[2]).glob("*.whl")]
    json.dump(missing(Path(sys.argv[1]).read_text(encoding="utf-8"), names), sys.stdout)
