"""Frame and graticule of a sheet, found in its image."""
