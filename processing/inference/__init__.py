"""The engine: a model applied to rasters, block by block."""
