"""Apply a model to rasters."""

from __future__ import annotations

from dataclasses import dataclass

from ..jobs import Context, Job
from ..jobs import outputs as o
from ..jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class Request:
    """What `inference.map` is asked."""

    input: tuple[p.DatedSource, ...] = p.rasters(
        "Images",
        help="One image, or several whose bands are taken together. Bands are found by their names.",
    )
    model: str = p.model(
        "Model", help="An ONNX file. Its card says which bands, scale and resolution it needs."
    )
    area: str | None = p.vector(
        "Area of interest",
        optional=True,
        geometry="polygon",
        help="Polygons, in any reference system; only what they touch is computed. Without it, the whole "
        "image. Of a file with several layers, name one: file.gpkg|layername=NAME.",
    )
    extent: p.Extent | None = p.extent(
        "Extent", optional=True, advanced=True, help="A rectangle instead of an area."
    )
    bands: str | None = p.text(
        "Bands",
        optional=True,
        advanced=True,
        help="Which bands to take, in the model's order: names (B4,B3,B2) or numbers (3,2,1). "
        "Without it they are matched by name.",
    )
    card: str | None = p.file(
        "Model card",
        optional=True,
        advanced=True,
        extensions=("json",),
        help="A STAC Item that describes the model, instead of the one beside or inside it.",
    )
    gsd: float | None = p.number(
        "Ground resolution of the model",
        optional=True,
        advanced=True,
        minimum=1e-4,
        unit="m",
        help="Size on the ground of the pixels the model was trained on, where its card does not say so.",
    )
    pixel_size: float | None = p.number(
        "Pixel size of the image",
        optional=True,
        advanced=True,
        minimum=1e-4,
        unit="m",
        help="Size of a pixel on the ground, for an image without reference system.",
    )
    scaling: str | None = p.enum(
        "Scaling of values",
        optional=True,
        advanced=True,
        choices={
            "none": "As they are",
            "divide_by_255": "Divided by 255",
            "divide_by_10000": "Divided by 10,000",
            "imagenet_rgb": "Mean and deviation of ImageNet (red, green, blue)",
        },
        help="How raw values become what the model was trained on, where its card does not say so.",
    )
    nodata: float | None = p.number(
        "No-data value",
        optional=True,
        advanced=True,
        help="Value of missing pixels, instead of the image's own.",
    )
    nodata_rule: str | None = p.enum(
        "Missing pixels",
        optional=True,
        advanced=True,
        choices={
            "any": "Where any band is missing",
            "all": "Where all bands are missing",
            "none": "Only where a mask says so",
        },
        help="When a pixel counts as missing, instead of the card's rule.",
    )
    task: str | None = p.enum(
        "What the model gives",
        optional=True,
        advanced=True,
        choices={"segmentation": "Classes", "regression": "Measures"},
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
    tile: int | None = p.number(
        "Tile", optional=True, advanced=True, integer=True, minimum=16, maximum=8192, unit="px",
        help="Side of the tiles, for models that take any.",
    )  # fmt: skip
    overlap: int | None = p.number(
        "Overlap", optional=True, advanced=True, integer=True, minimum=0, unit="px",
        help="How much neighbouring tiles share, instead of what the card says or the model sees.",
    )  # fmt: skip
    batch: int | None = p.number(
        "Batch",
        optional=True,
        advanced=True,
        integer=True,
        minimum=1,
        help="How many tiles are inferred at once.",
    )
    minimum_area: float = p.number(
        "Smallest polygon", default=0.0, minimum=0, unit="m²",
        help="Smaller patches get the class of their largest neighbour; in the polygons only.",
    )  # fmt: skip
    number_type: str = p.enum(
        "Numbers of confidence, margin, entropy and probabilities",
        default="uint8",
        advanced=True,
        choices={"uint8": "Bytes, in steps of 1/254", "float32": "32-bit floating point"},
    )
    provider: str = p.text(
        "Execution provider",
        default="auto",
        advanced=True,
        help="auto, or names in order of preference: cuda, tensorrt, directml, coreml, openvino, cpu…",
    )
    allow_cpu_fallback: bool = p.boolean(
        "Allow the processor instead", default=False, advanced=True,
        help="Whether the processor may stand in for an execution provider that does not start.",
    )  # fmt: skip


def run(request: Request, context: Context) -> None:
    """Apply the model and write what is asked for."""
    from .run import apply

    apply(request, context)


JOB = Job(
    id="inference.map",
    version="1.0.0",
    title="Apply a model to rasters",
    help="Classifies or measures each pixel of an image with an ONNX model. The image is checked against the "
    "model's card, brought to its ground resolution and read tile by tile; what is missing stays missing.",
    group="Models",
    tags=("onnx", "deep learning", "segmentation", "regression", "land cover", "classification"),
    request=Request,
    run=run,
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
            help="Patches of one class along the edges of the pixels, with area and mean confidence.",
        ),
        o.file("report", "Report", help="What was done, with the share of each class."),
        o.raster("values", "Values", by_default=False, help="What a regression model measures, in its unit."),
    ),
)
