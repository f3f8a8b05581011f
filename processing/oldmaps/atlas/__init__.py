"""Many sheets at once: seams, block adjustment, mosaic, batch."""
