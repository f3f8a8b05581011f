"""Apply a model to rasters."""

from __future__ import annotations

from dataclasses import dataclass

from ..jobs import Context, Job
from ..jobs import outputs as o
from ..jobs import parameters as p
from .request import ModelRequest


@dataclass(frozen=True, kw_only=True)
class Request(ModelRequest):
    """What `inference.map` is asked."""

    task: str | None = p.enum(
        "What the model gives",
        optional=True,
        advanced=True,
        choices={
            "segmentation": "Classes of pixels",
            "regression": "Measures",
            "scene-classification": "A class for each tile",
        },
        help="Where neither the card nor the graph says so.",
    )
    activation: str | None = p.enum(
        "Still to be applied to the scores",
        optional=True,
        advanced=True,
        choices={"none": "Nothing: they are probabilities", "sigmoid": "Sigmoid", "softmax": "Softmax"},
        help="What turns the model's output into probabilities, where its card does not say so.",
    )
    class_names: str | None = p.text(
        "Names of the classes",
        optional=True,
        advanced=True,
        help="In the order of the model's output, with commas.",
    )
    head: str | None = p.text(
        "Output of the model",
        optional=True,
        advanced=True,
        help="Which of several outputs to use; all without it.",
    )
    threshold: float | None = p.number(
        "Least probability",
        optional=True,
        advanced=True,
        minimum=0,
        maximum=1,
        help="Pixels whose class is less probable become no data; for a model of one class, it is present "
        "from here on.",
    )
    blending: str = p.enum(
        "Overlaps",
        default="auto",
        advanced=True,
        choices={
            "auto": "Cropped for classes alone, else blended",
            "crop": "Cropped",
            "blend": "Blended",
        },
        help="How overlapping tiles become one image.",
    )
    augmentation: str = p.enum(
        "Views of each tile",
        default="none",
        advanced=True,
        choices={
            "none": "One, as it is",
            "flips": "Flipped: 4",
            "shifts": "Shifted: 4",
            "both": "Flipped and shifted: 7",
        },
        help="Sees each tile several times, takes the mean of the probabilities or measures, and tells in "
        "the output “Uncertainty” how far they disagree. It takes as many times as long.",
    )
    minimum_area: float = p.number(
        "Smallest polygon", default=0.0, minimum=0, unit="m²",
        help="Smaller patches get the class of their largest neighbour; in the polygons only.",
    )  # fmt: skip
    polygon_shape: str = p.enum(
        "Shape of the polygons",
        default="pixels",
        choices={
            "pixels": "Along the pixels",
            "straightened": "Straightened",
            "smoothed": "Smoothed",
            "rectangular": "Rectangular",
        },
        help="Along the pixels, or off them as “Class raster to polygons” (raster.polygonize) tells: without "
        "gaps or overlaps, right angles where something stands alone.",
    )
    polygon_tolerance: float = p.number(
        "Tolerance of the polygons", default=1.5, minimum=0, maximum=100, unit="px", advanced=True,
        help="How far boundaries may move from the pixels, where they leave them.",
    )  # fmt: skip
    seam_check: str = p.enum(
        "Check for seams",
        default="auto",
        advanced=True,
        choices={"auto": "Before long runs", "always": "Always", "never": "Never"},
        help="Computes 16 blocks on tiles that are shifted by half of one too, and warns when more than 1 % "
        "of the pixels get another class, or values change by more than 5 % of their standard deviation. "
        "Long is a run of at least 20 times as many tiles as that takes.",
    )
    number_type: str = p.enum(
        "Numbers of confidence, margin, entropy and probabilities",
        default="uint8",
        advanced=True,
        choices={"uint8": "Bytes, in steps of 1/254", "float32": "32-bit floating point"},
    )


def run(request: Request, context: Context) -> None:
    """Apply the model and write what is asked for."""
    from .run import apply

    apply(request, context)


JOB = Job(
    id="inference.map",
    version="1.0.0",
    title="Apply a model to rasters",
    help="Classifies or measures each pixel, or each tile, with an ONNX model of one image, of a series or "
    "of several inputs. The images are checked against the model's card, brought to its ground resolution "
    "and read tile by tile; what is missing stays missing.",
    group="Models",
    tags=("onnx", "deep learning", "segmentation", "regression", "land cover", "classification"),
    request=Request,
    run=run,
    values=(
        o.number("tiles", "Tiles", integer=True),
        o.number("polygon_count", "Number of polygons", integer=True),
    ),
    outputs=(
        o.raster("classes", "Classes", help="The class of each pixel, with names and colours."),
        o.raster("confidence", "Confidence", help="Probability of the class of each pixel."),
        o.raster(
            "margin",
            "Margin",
            by_default=False,
            help="Probability of the first class less that of the second.",
        ),
        o.raster(
            "entropy", "Entropy", by_default=False, help="How evenly the probabilities are spread, 0 to 1."
        ),
        o.raster(
            "probabilities", "Probabilities", by_default=False, help="Probability of each class, a band each."
        ),
        o.vector(
            "polygons",
            "Polygons",
            by_default=False,
            geometry="polygon",
            help="Patches of one class, along the edges of the pixels unless another shape is asked for, "
            "with area and mean confidence.",
        ),
        o.file("report", "Report", help="What was done, with the share of each class."),
        o.raster(
            "uncertainty",
            "Uncertainty",
            by_default=False,
            help="How far flipped or shifted views disagree: the mutual information of class and view over "
            "its maximum ln C, 0 to 1 (Houlsby et al. 2011), or the standard deviation of measures, in "
            "their unit. Views must be asked for.",
        ),
        o.raster("values", "Values", by_default=False, help="What a regression model measures, in its unit."),
    ),
)
