"""Rasters: where pixels lie, reading and writing them as a stream, blending, areas, polygons."""
