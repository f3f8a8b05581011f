from __future__ import annotations


def test_a_model_is_a_file_that_exists(ask, tmp_path):
    path = tmp_path / "model.onnx"
    assert "does not exist" in ask("model", str(path)).problem
    path.touch()
    assert ask("model", str(path)).value == str(path)


def test_the_form_proposes_onnx_files_first(ask):
    assert ask("model", optional=True).definition.fileFilter().startswith("ONNX (*.onnx);;")
