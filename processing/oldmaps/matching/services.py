"""Services of tiles and maps as GDAL opens them, out of the source of a QGIS layer."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode
from xml.sax.saxutils import escape

from ...errors import RequestError
from ...jobs.provenance import is_service
from ...language import tr
from ...version import version

WORLD_M = 20037508.342789244  # half the side of the square that EPSG:3857 is cut to
DEEPEST = 19  # level of a service that does not say
NOTHING_THERE = "204,404"  # what a server answers where it has no tile
TIMEOUT_S = 30


def gdal_name(source: str, *, bounds: tuple[float, float, float, float] | None, side_px: int) -> str:
    """What GDAL opens for the source of a QGIS layer; any other name as it stands.

    Parameters
    ----------
    source : str
        ``type=xyz&url=…``, or the parameters of a WMS or WMTS layer.
    bounds : tuple of float, optional
        West, south, east, north in the CRS of the service: a WMS has no pixels of its own.
    side_px : int
        Pixels that the longer side of ``bounds`` is worth, for a WMS.

    Raises
    ------
    RequestError
        A WMS without bounds, or a kind of service that is not read here.

    Examples
    --------
    >>> gdal_name("map.tif", bounds=None, side_px=1000)
    'map.tif'
    """
    if not is_service(source):
        return source
    told = dict(parse_qsl(source, keep_blank_values=True))
    if told.get("type", "").lower() == "xyz":
        return _tiles(told)
    if told.get("tileMatrixSet"):
        return _matrix(told)
    if "layers" in told and not told.get("type"):
        return _map(told, bounds, side_px)
    sentence = tr("a service of this kind cannot be read ({kind}): take XYZ tiles, a WMS or a WMTS")
    raise RequestError(sentence.format(kind=told.get("type") or told.get("providerKey") or "?"))


def service_crs(source: str) -> str:
    """The reference system of a service, as its source tells it.

    Examples
    --------
    >>> service_crs("type=xyz&url=https://host/%7Bz%7D/%7Bx%7D/%7By%7D.png")
    'EPSG:3857'
    """
    return dict(parse_qsl(source)).get("crs", "EPSG:3857")


def _tiles(told: Mapping[str, str]) -> str:
    url = told["url"]
    if "{z}" not in url or "{x}" not in url or not ("{y}" in url or "{-y}" in url):
        sentence = tr("the address of tiles must hold {{z}}, {{x}} and {{y}}, found {url}")
        raise RequestError(sentence.format(url=url.partition("?")[0]))
    origin = "bottom" if "{-y}" in url else "top"
    for name in ("z", "x", "y"):
        url = url.replace(f"{{{name}}}", f"${{{name}}}")
    url = url.replace("{-y}", "${y}")
    side = 512 if told.get("tilePixelRatio") == "2" else 256
    level = int(told.get("zmax") or DEEPEST)
    window = (
        f"<UpperLeftX>{-WORLD_M}</UpperLeftX><UpperLeftY>{WORLD_M}</UpperLeftY>"
        f"<LowerRightX>{WORLD_M}</LowerRightX><LowerRightY>{-WORLD_M}</LowerRightY>"
        f"<TileLevel>{level}</TileLevel><TileCountX>1</TileCountX><TileCountY>1</TileCountY>"
        f"<YOrigin>{origin}</YOrigin>"
    )
    service = f'<Service name="TMS"><ServerUrl>{escape(url)}</ServerUrl></Service>'
    return _description(service, window, "EPSG:3857", side, told)


def _map(told: Mapping[str, str], bounds: tuple[float, float, float, float] | None, side_px: int) -> str:
    if bounds is None:
        raise RequestError(
            tr("a WMS shows any ground at any size: give the approximate extent of the sheet (extent)")
        )
    west, south, east, north = bounds
    pixel = max(east - west, north - south) / side_px
    columns, rows = (max(1, round(length / pixel)) for length in (east - west, north - south))
    crs = told.get("crs", "EPSG:3857")
    service = (
        '<Service name="WMS"><Version>1.1.1</Version>'  # in which longitude always comes first
        f"<ServerUrl>{escape(_open_ended(told['url']))}</ServerUrl><SRS>{escape(crs)}</SRS>"
        f"<ImageFormat>{escape(told.get('format', 'image/png'))}</ImageFormat>"
        f"<Layers>{escape(told['layers'])}</Layers><Styles>{escape(told.get('styles', ''))}</Styles>"
        "<Transparent>TRUE</Transparent></Service>"
    )
    window = (
        f"<UpperLeftX>{west}</UpperLeftX><UpperLeftY>{north}</UpperLeftY><LowerRightX>{east}</LowerRightX>"
        f"<LowerRightY>{south}</LowerRightY><SizeX>{columns}</SizeX><SizeY>{rows}</SizeY>"
    )
    return _description(service, window, crs, 512, told)


def _open_ended(url: str) -> str:
    """An address to which GDAL appends ``name=value`` pairs."""
    return url if url.endswith(("?", "&")) else url + ("&" if "?" in url else "?")


def _description(service: str, window: str, crs: str, side: int, told: Mapping[str, str]) -> str:
    referer = told.get("referer") or told.get("http-header:referer") or ""
    return (
        f"<GDAL_WMS>{service}<DataWindow>{window}</DataWindow><Projection>{escape(crs)}</Projection>"
        f"<BlockSizeX>{side}</BlockSizeX><BlockSizeY>{side}</BlockSizeY><BandsCount>4</BandsCount>"
        f"<ZeroBlockHttpCodes>{NOTHING_THERE}</ZeroBlockHttpCodes><Timeout>{TIMEOUT_S}</Timeout>"
        f"<UserAgent>Releve/{version()}</UserAgent><Referer>{escape(referer)}</Referer></GDAL_WMS>"
    )


def _matrix(told: Mapping[str, str]) -> str:
    options = {
        "layer": told.get("layers"),
        "style": told.get("styles"),
        "tilematrixset": told["tileMatrixSet"],
    }
    given = ",".join(f"{name}={value}" for name, value in options.items() if value)
    url = told["url"]
    if "request=getcapabilities" not in url.lower() and not url.lower().endswith(".xml"):
        url = _open_ended(url) + urlencode({"SERVICE": "WMTS", "REQUEST": "GetCapabilities"})
    return f"WMTS:{url},{given}"
