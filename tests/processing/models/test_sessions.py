from __future__ import annotations

import threading
import time

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import helper

from releve.processing.errors import Cancelled, ModelError, OutOfMemory, ProviderError
from releve.processing.models import providers, sessions
from releve.processing.models.failures import running_error
from releve.processing.models.sessions import open_session

X = {"x": np.ones((1, 3, 8, 8), "float32")}


def test_a_session_runs_and_says_where(graphs):
    session = open_session(graphs.segmenter())
    assert (session.provider, session.device) == ("cpu", "processor")
    assert session.run(X)[0].shape == (1, 4, 8, 8)
    assert [port.name for port in session.outputs] == ["y"]


def test_a_model_held_in_memory_runs_too(graphs):
    path = graphs.segmenter()
    assert (open_session(path.read_bytes()).run(X)[0] == open_session(path).run(X)[0]).all()


def test_only_the_outputs_asked_for_are_given(toys):
    session = open_session(toys / "dummy_segmentation_models/two_outputs_softmax_bsx2x512x512.onnx")
    made = session.run({"input": np.zeros((1, 3, 512, 512), "float32")}, ["output2"])
    assert len(made) == 1


# -- cancelling -------------------------------------------------------------------------------------------


def slow(graphs):
    """Sixty products of matrices that take a few seconds together."""
    names = ["x", *(f"v{place}" for place in range(59)), "y"]
    nodes = [("MatMul", [names[place], "x"], [names[place + 1]]) for place in range(60)]
    return graphs.write("slow.onnx", nodes, inputs=(("x", [900, 900]),), outputs=(("y", [900, 900]),))


def test_a_run_is_stopped_from_another_thread_and_the_next_one_runs(graphs):
    session = open_session(slow(graphs), threads=1)
    feeds = {"x": np.eye(900, dtype="float32")}
    start = time.monotonic()
    session.run(feeds)
    whole = time.monotonic() - start
    timer = threading.Timer(whole / 4, session.terminate)
    timer.start()
    with pytest.raises(Cancelled):
        session.run(feeds)
    timer.join()
    assert session.run(feeds)[0].shape == (900, 900)


def test_to_stop_nothing_does_nothing(graphs):
    session = open_session(graphs.segmenter())
    session.terminate()
    assert session.run(X)


# -- memory and input -------------------------------------------------------------------------------------


def test_too_little_memory_is_told_from_other_failures(graphs):
    path = graphs.write(
        "big.onnx",
        [("Expand", ["x", "s"], ["y"])],
        inputs=(("x", [1]), ("s", ["k"])),
        outputs=(("y", None),),
        dtypes={"s": onnx.TensorProto.INT64},
    )
    session = open_session(path)
    with pytest.raises(OutOfMemory, match="smaller batch"):
        session.run({"x": np.zeros(1, "float32"), "s": np.array([1 << 22, 1 << 22])})


@pytest.mark.parametrize(
    "words",
    [
        "CUDA failure 2: out of memory ; GPU=0",
        "BFCArena::AllocateRawInternal Failed to allocate memory for requested buffer of size 8",
        "CUDNN failure 4000: CUDNN_STATUS_ALLOC_FAILED",
        "Non-zero status code 8007000E Not enough memory resources are available",
        "std::bad_alloc",
    ],
)
def test_every_device_has_its_own_words_for_too_little_memory(words):
    assert isinstance(running_error(RuntimeError(words)), OutOfMemory)


@pytest.mark.parametrize(
    ("feeds", "words"),
    [
        ({"x": np.ones((1, 4, 8, 8), "float32")}, "Got: 4 Expected: 3"),
        ({"x": np.ones((1, 3, 8, 8))}, "tensor.double"),
        ({}, "missing"),
    ],
)
def test_an_input_that_does_not_fit_is_named(graphs, feeds, words):
    with pytest.raises(ModelError, match=words) as caught:
        open_session(graphs.segmenter()).run(feeds)
    assert "/onnxruntime" not in str(caught.value)


# -- batches ----------------------------------------------------------------------------------------------


def test_a_batch_of_any_size_is_found_by_a_trial(graphs):
    session = open_session(graphs.segmenter())
    assert (session.exact_batch, session.batch_limit) == (None, None)


def test_a_fixed_batch_is_kept(graphs):
    session = open_session(graphs.segmenter(inputs=(("x", [4, 3, "h", "w"]),)))
    assert (session.exact_batch, session.batch_limit) == (4, 4)


def test_a_batch_that_fails_at_two_is_found(graphs):
    path = graphs.write(
        "m.onnx", [("Reshape", ["x", "s"], ["y"])], weights={"s": np.array([1, 3, -1, 64])},
        outputs=(("y", [1, 3, "h", "w"]),),
    )  # fmt: skip
    assert open_session(path).batch_limit == 1


def test_a_batch_whose_items_mix_is_found(graphs):
    """Normalised by the mean over the whole batch."""
    nodes = [("ReduceMean", ["x"], ["m"], {"axes": [0]}), ("Sub", ["x", "m"], ["y"])]
    path = graphs.write("m.onnx", nodes, outputs=(("y", ["n", 3, "h", "w"]),))
    assert open_session(path).batch_limit == 1


# -- what cannot be loaded --------------------------------------------------------------------------------


def foreign(domain="", operator="Foo", opset=17, ir=8):
    info = [helper.make_tensor_value_info(name, 1, ["n"]) for name in "xy"]
    graph = helper.make_graph(
        [helper.make_node(operator, ["x"], ["y"], domain=domain)], "g", info[:1], info[1:]
    )
    model = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid("", opset), *([helper.make_opsetid(domain, 1)] if domain else [])],
    )
    model.ir_version = ir
    return model.SerializeToString()


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ({"operator": "Relu", "ir": 99}, f"IR 99, ONNX Runtime {onnxruntime.__version__} reads up to"),
        ({"operator": "Relu", "opset": 99}, "opset ai.onnx 99, ONNX Runtime .* Update the backend"),
        ({"operator": "Foo"}, "operator “Foo” .opset 17."),
        ({"domain": "my.own"}, "custom operators .my.own:Foo., which Relevé does not run"),
    ],
)
def test_what_this_runtime_cannot_load_is_named(model, words):
    with pytest.raises(ModelError, match=words):
        open_session(foreign(**model))


def test_an_invalid_graph_is_named(graphs):
    model = graphs.make([("Relu", ["nothing"], ["y"])])
    with pytest.raises(ModelError, match=r"is not valid ONNX: .*nothing"):
        open_session(model.SerializeToString())


def test_weights_beside_the_model_must_be_there_and_whole(graphs):
    path = graphs.folder / "m.onnx"
    model = graphs.make([("Conv", ["x", "k"], ["y"])], weights={"k": np.ones((4, 3, 9, 9), "float32")})
    onnx.save(model, path, save_as_external_data=True, location="m.weights", size_threshold=0)
    weights = path.with_name("m.weights")
    whole = open_session(path).run({"x": np.ones((1, 3, 9, 9), "float32")})[0]
    assert whole.ravel().tolist() == [243.0] * 4
    again = open_session(path.read_bytes(), weights_folder=path.parent)
    assert (again.run({"x": np.ones((1, 3, 9, 9), "float32")})[0] == whole).all()
    weights.write_bytes(weights.read_bytes()[:100])
    with pytest.raises(ModelError, match=r"“m.weights” are cut short .100 of at least 3888 bytes"):
        open_session(path)
    weights.unlink()
    with pytest.raises(ModelError, match=r"“m.weights”, which is missing"):
        open_session(path)


# -- providers --------------------------------------------------------------------------------------------


def test_a_provider_that_is_not_here_is_an_error_unless_allowed(graphs):
    path = graphs.segmenter()
    with pytest.raises(
        ProviderError, match=r"xnnpack is not in the installed ONNX Runtime, which has: .*cpu"
    ):
        open_session(path, providers=("xnnpack",))
    assert open_session(path, providers=("xnnpack",), allow_cpu_fallback=True).provider == "cpu"
    assert open_session(path, providers=("xnnpack", "cpu")).provider == "cpu"


class Fake:
    """An ONNX Runtime of a computer with a GPU: a session that runs where it is told to have run."""

    def __init__(self, monkeypatch, *, used=None, error=None, nodes=None):
        self.calls = []
        self.nodes = nodes
        names = ["TensorrtExecutionProvider", "CUDAExecutionProvider", "CPUExecutionProvider"]
        monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: names)
        monkeypatch.setattr(onnxruntime, "preload_dlls", lambda: None, raising=False)

        def make(source, *, sess_options, providers, enable_fallback):
            self.calls.append((sess_options, providers, enable_fallback))
            first = providers[0][0]
            if error and first != "CPUExecutionProvider":
                raise RuntimeError(error)
            self.used = [name for name, _ in providers] if used is None else used
            return self

        monkeypatch.setattr(onnxruntime, "InferenceSession", make)

    def get_providers(self):
        return self.used

    def get_provider_graph_assignment_info(self):
        class Part:
            def __init__(self, name, count):
                self.ep_name, self.count = name, count

            def get_nodes(self):
                return [None] * self.count

        return [Part(*one) for one in self.nodes.items()] if self.nodes else []


def test_auto_takes_the_gpu_and_never_tensorrt(graphs, monkeypatch):
    fake = Fake(monkeypatch)
    session = open_session(graphs.segmenter())
    assert (session.provider, session.notes) == ("cuda", ())
    _, chain, fallback = fake.calls[0]
    assert [name for name, _ in chain] == ["CUDAExecutionProvider", "CPUExecutionProvider"]
    assert fallback == 0  # its own fall-back is silent, and prints on standard output


def test_tensorrt_is_there_for_who_asks(graphs, monkeypatch):
    fake = Fake(monkeypatch)
    assert open_session(graphs.segmenter(), providers=("TensorRT",)).provider == "tensorrt"
    assert [name.removesuffix("ExecutionProvider") for name, _ in fake.calls[0][1]] == [
        "Tensorrt",
        "CUDA",
        "CPU",
    ]


def test_a_silent_fall_back_to_the_processor_is_an_error(graphs, monkeypatch):
    Fake(monkeypatch, used=["CPUExecutionProvider"])
    with pytest.raises(ProviderError, match="cuda did not start: ONNX Runtime would run on cpu"):
        open_session(graphs.segmenter(), providers=("cuda",))


def test_a_session_whose_nodes_all_fell_to_the_processor_is_an_error(graphs, monkeypatch):
    Fake(monkeypatch, nodes={"CPUExecutionProvider": 2})
    with pytest.raises(ProviderError, match="cuda runs none of the model's nodes"):
        open_session(graphs.segmenter(), providers=("cuda",))


def test_nodes_that_fell_to_the_processor_are_counted(graphs, monkeypatch):
    Fake(monkeypatch, nodes={"CPUExecutionProvider": 2, "CUDAExecutionProvider": 58})
    assert open_session(graphs.segmenter(), providers=("cuda",)).notes == (
        "2 of the model's 60 nodes run on the processor, the others on cuda.",
    )


def test_a_gpu_that_fails_to_start_is_told_and_auto_goes_on(graphs, monkeypatch):
    Fake(monkeypatch, error="CUDA failure 35: driver version is insufficient")
    session = open_session(graphs.segmenter())
    assert session.provider == "cpu"
    assert "cuda failed to start: CUDA failure 35" in session.notes[0]
    with pytest.raises(ProviderError, match="driver version is insufficient"):
        open_session(graphs.segmenter(), providers=("cuda",))


def test_a_fault_of_the_model_is_not_blamed_on_the_gpu(graphs, monkeypatch):
    Fake(monkeypatch, error="Unsupported model IR version: 99, max supported IR version: 14")
    with pytest.raises(ModelError, match="IR 99"):
        open_session(graphs.segmenter())


def test_directml_runs_in_sequence_without_memory_patterns():
    options = sessions._options("directml", 0, None)
    assert not options.enable_mem_pattern
    assert options.execution_mode == onnxruntime.ExecutionMode.ORT_SEQUENTIAL


def test_options_reach_the_runtime(graphs, monkeypatch):
    fake = Fake(monkeypatch)
    open_session(graphs.segmenter(), threads=3, device_id=1)
    options, chain, _ = fake.calls[0]
    assert options.intra_op_num_threads == 3
    assert chain[0][1]["device_id"] == "1"


def test_providers_have_short_names():
    assert providers.short_name("CoreMLExecutionProvider") == "coreml"
    assert providers.full_name("cpu") == "CPUExecutionProvider"
    assert providers.full_name("QNNExecutionProvider") == "QNNExecutionProvider"
