"""Which layer of a vector file is meant."""

from __future__ import annotations

from pathlib import Path

from ..errors import VectorError
from ..language import tr

ANY_KIND = ("Unknown", "Collection")  # a layer that may hold whatever is needed


def layer_of(source: str, *kinds: str) -> tuple[str, str | None]:
    """Path of a file and the layer to read of it, None for the only one.

    Parameters
    ----------
    source : str
        A file that GDAL reads, ``path|layername=name`` for one layer of several.
    *kinds : str
        Geometries that fit, as ``"Point"``. Where no layer has them the first is taken: whoever reads it
        says what is wrong with it.

    Raises
    ------
    VectorError
        Several layers fit, and none is named.

    Examples
    --------
    >>> layer_of("/a/b.gpkg|layername=fields", "Polygon")
    ('/a/b.gpkg', 'fields')
    """
    import pyogrio
    from pyogrio.errors import DataSourceError

    path, _, options = source.partition("|")
    if layer := options.partition("layername=")[2].partition("|")[0]:
        return path, layer
    try:
        layers = pyogrio.list_layers(path).tolist()
    except DataSourceError:
        return path, None
    if len(layers) < 2:
        return path, None
    fitting = [name for name, kind in layers if kind and any(one in kind for one in (*kinds, *ANY_KIND))]
    if len(fitting) > 1:
        sentence = tr("{name} has several layers that fit: {layers}. Name one, as in “{example}”.")
        name = Path(path).name
        example = f"{name}|layername={fitting[0]}"
        raise VectorError(sentence.format(name=name, layers=", ".join(fitting), example=example))
    return path, fitting[0] if fitting else layers[0][0]
