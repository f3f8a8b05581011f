"""Copy the command line of a form, and run it in a shell."""

import subprocess

import clicks
import driving


def steps():
    yield from clicks.start()
    yield from clicks.open_form(clicks.MAP)
    form = driving.dialog()
    yield from clicks.choose_scene(form)
    clicks.fill(form, "Model", "resources/models/olinda_landcover.onnx")
    yield 200
    for entry in ("Command line of Relevé", "Command line of QGIS (qgis_process)"):
        folder = driving.FOLDER / entry[:20]
        folder.mkdir()
        line = clicks.pick(form, "Copy as", entry)
        driving.told[entry] = line
        if "qgis_process" in entry:  # which reads the profile that QGIS starts with
            line = f"QT_QPA_PLATFORM=offscreen QGIS_CUSTOM_CONFIG_PATH='{driving.FOLDER}/profiles' {line}"
        done = subprocess.run(line, shell=True, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert (folder / "classes.tif").is_file()
        assert (folder / "report.html").is_file()
        yield 100


driving.Driver(steps())
