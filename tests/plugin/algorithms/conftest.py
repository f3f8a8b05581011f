"""Real layers, and a job of one parameter to ask about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

NOTHING = object()


@dataclass(frozen=True)
class Answer:
    """What the plugin makes of one parameter's value."""

    definition: Any
    problem: str
    inputs: dict
    context: Any  # layers and feature sources live as long as it does

    @property
    def value(self):
        return self.inputs["it"]


@pytest.fixture
def ask(qgis_app):
    """Declare a parameter ``it`` of a kind, give it a value, and see problem and request."""
    from qgis.core import QgsProcessingContext

    from releve.plugin.algorithms.job import JobAlgorithm
    from releve.plugin.algorithms.requests import problem_of, read_inputs
    from releve.plugin.algorithms.values import Values
    from releve.plugin.catalogue import Job, Output, Parameter

    def ask(kind, value=NOTHING, *, project=None, **facts):
        parameter = Parameter(name="it", title="It", kind=kind, **facts)
        parents = [
            Parameter(name=name, title=name, kind=name, optional=True) for name in ("raster", "vector")
        ]
        report = Output(name="report", title="Report", kind="file", extensions=("html",), key="REPORT")
        job = Job("test.one", "1.0.0", "One", "", "Test", (), {}, (*parents, parameter), (report,))
        algorithm = JobAlgorithm(job).create()
        context = QgsProcessingContext()
        if project is not None:
            context.setProject(project)
        given = {"REPORT": "/tmp/report.html"} | ({} if value is NOTHING else {"IT": value})
        values = Values(algorithm, given, context)
        problem = problem_of(job, values)
        definition = algorithm.parameterDefinition("IT").clone()  # it would end with its algorithm
        return Answer(definition, problem, {} if problem else read_inputs(job, values), context)

    return ask


@pytest.fixture
def project(qgis_app):
    from qgis.core import QgsProject

    return QgsProject()


@pytest.fixture
def vector_path(tmp_path):
    """A GeoPackage of two layers, ``points`` of three features and ``others`` of one, in EPSG:2154."""
    from osgeo import ogr, osr

    path = str(tmp_path / "places.gpkg")
    system = osr.SpatialReference()
    system.ImportFromEPSG(2154)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(path)
    for name, count in (("points", 3), ("others", 1)):
        layer = data.CreateLayer(name, system, ogr.wkbPoint)
        layer.CreateField(ogr.FieldDefn("n", ogr.OFTInteger))
        for n in range(count):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["n"] = n
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({700000 + n} 6600000)"))
            layer.CreateFeature(feature)
    data = layer = None
    return path


@pytest.fixture
def points(vector_path):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{vector_path}|layername=points", "Points", "ogr")
    assert layer.isValid()
    return layer


@pytest.fixture
def numbers():
    """The values of the field ``n`` in a vector file."""
    from qgis.core import QgsVectorLayer

    return lambda path: [feature["n"] for feature in QgsVectorLayer(path, "it", "ogr").getFeatures()]


@pytest.fixture
def written(numbers, tmp_path, feedback):
    """The values of the field ``n`` in the copy that an answer asks for."""
    return lambda answer: numbers(answer.value.write(tmp_path, feedback))


@dataclass(frozen=True)
class Place:
    """What the plugin makes of one destination."""

    definition: Any
    problem: str
    path: str | None


@pytest.fixture
def place(qgis_app):
    """Declare an output ``it`` of a kind, give it a place, and see problem and path."""
    from qgis.core import QgsProcessingContext

    from releve.plugin.algorithms.job import JobAlgorithm
    from releve.plugin.algorithms.requests import problem_of, read_destinations
    from releve.plugin.algorithms.values import Values
    from releve.plugin.catalogue import Job, Output

    extensions = {"artifact": "onnx", "file": "html", "raster": "tif", "table": "csv", "vector": "gpkg"}

    def place(kind, value, **facts):
        accepted = (extensions[kind],) if kind in extensions else ()
        output = Output(name="it", title="It", kind=kind, extensions=accepted, key="IT", **facts)
        job = Job("test.one", "1.0.0", "One", "", "Test", (), {}, (), (output,))
        algorithm = JobAlgorithm(job).create()
        values = Values(algorithm, {"IT": value}, QgsProcessingContext())
        problem = problem_of(job, values)
        paths = {} if problem else read_destinations(job, values)
        return Place(algorithm.parameterDefinition("IT").clone(), problem, paths.get("it"))

    return place
