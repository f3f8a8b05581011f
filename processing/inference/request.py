"""What every job that applies a model to rasters is asked."""

from __future__ import annotations

from dataclasses import dataclass

from ..jobs import parameters as p


@dataclass(frozen=True, kw_only=True)
class ModelRequest:
    """The images, the model, and what the user adds to its card."""

    input: tuple[p.DatedSource, ...] = p.rasters(
        "Images",
        help="One image, or several whose bands are taken together. Bands are found by their names. For a "
        "model of a series, an image for each date, which follows the path as |date=2024-06-30 or is in its "
        "name.",
    )
    further: tuple[p.DatedSource, ...] | None = p.rasters(
        "Further images",
        optional=True,
        advanced=True,
        help="What a model with several inputs reads besides: terrain, climate, another sensor, each in its "
        "own resolution. Every input finds its bands by their names.",
    )
    numbers: str | None = p.text(
        "Numbers the model asks for",
        optional=True,
        advanced=True,
        help="As name=value, with commas: day_of_year=120, slope=3.5. Latitude, longitude and the day of a "
        "single dated image are known without.",
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
