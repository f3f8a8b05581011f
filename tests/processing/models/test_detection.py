"""What a card says of a detector."""

from __future__ import annotations

import pytest

from releve.processing.errors import CardError
from releve.processing.models.detection import Detection, detection_as_json, read_detection


def test_what_a_card_says_survives_a_round_trip():
    said = {"layout": "yolo_v8", "unit": "share", "confidence": 0.4, "overlap": 0.6}
    assert detection_as_json(read_detection(said)) == said
    assert read_detection("detr") == Detection(layout="detr")
    assert read_detection(None) is None


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"layout": "yolo_v99"}, "yolo_v99.*yolo_v5"),
        ({"unit": "metre"}, "metre"),
        ({"confidence": 40}, "confidence = 40"),
        ({"overlap": "much"}, "overlap = much"),
        ([1], "list of objects"),
    ],
)
def test_a_card_that_says_nonsense_is_refused(said, told):
    with pytest.raises(CardError, match=told):
        read_detection(said)
