from __future__ import annotations

import pytest

from releve.plugin.installer.following import Following


@pytest.fixture
def following(tmp_path, feedback):
    """Two packages, between 10 and 90 per cent."""
    return Following(tmp_path, 2, feedback, start=10, end=90)


@pytest.mark.parametrize(
    "line",
    [
        "Collecting onnxruntime-gpu==1.27 (from -r /profile/cpu.txt (line 3))",
        "Processing ./wheels/onnxruntime-gpu-1.27-py3-none-any.whl (from -r /profile/cpu.txt (line 3))",
        r"Processing c:\\my wheels\\onnxruntime-gpu-1.27-py3-none-any.whl",
    ],
)
def test_the_package_is_named(following, feedback, line):
    assert not following.line(line)
    assert feedback.lines == ["Fetching onnxruntime-gpu"]


def test_bytes_move_the_bar_and_stay_out_of_the_log(following, feedback):
    following.line("Collecting numpy==2.4")
    assert following.line("Progress 5000000 of 10000000")
    assert feedback.lines[-1] == "Fetching numpy: 5 MB of 10 MB"
    assert feedback.told[-1] == pytest.approx(10 + 80 * 0.5 * 0.25)


def test_what_is_unpacked_moves_the_bar(following, feedback, tmp_path):
    following.line("Installing collected packages: a, b")
    assert feedback.lines[-1] == "Unpacking 2 packages"
    (tmp_path / "lib" / "python3.11" / "site-packages" / "a-1.dist-info").mkdir(parents=True)
    following.wait()
    assert feedback.told[-1] == pytest.approx(10 + 80 * (0.5 + 0.35 / 2))


def test_the_bar_never_goes_back(following, feedback):
    for line in ("Collecting a==1", "Progress 9 of 10", "Collecting b==1", "Progress 1 of 10"):
        following.line(line)
    assert feedback.told == sorted(feedback.told)
