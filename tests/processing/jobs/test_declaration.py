from __future__ import annotations

import pytest

from releve.processing.catalogue import find_job, own_jobs
from releve.processing.jobs import describe
from releve.processing.jobs import outputs as o


def test_a_declared_value_stands_among_the_outputs_without_a_destination():
    job = find_job("assessment.map")
    told = describe(job)
    value = told["outputs"]["overall_accuracy"]
    assert value["schema"] == {"type": "number"}
    assert value["additionalParameters"]["parameters"][0]["value"] == [{"kind": "number"}]
    assert told["outputTransmission"] == ["reference", "value"]
    assert "overall_accuracy" not in {output.name for output in job.outputs}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (o.number("a", "A", unit="m"), ({"type": "number"}, {"kind": "number", "unit": "m"})),
        (o.number("a", "A", integer=True), ({"type": "integer"}, {"kind": "number", "integer": True})),
        (o.text("a", "A"), ({"type": "string"}, {"kind": "text"})),
    ],
)
def test_a_value_says_its_type_and_unit(value, expected):
    assert (value.schema(), value.ui()) == expected


def test_no_value_has_the_name_of_an_output():
    for job in own_jobs().values():
        names = [one.name for one in (*job.outputs, *job.values)]
        assert len(set(names)) == len(names), job.id
