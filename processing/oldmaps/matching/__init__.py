"""Control points found by matching a sheet with a reference."""
