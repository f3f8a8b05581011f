"""Objects: a detector over rasters of any size, each object once."""
