"""A model over a folder of images, with one summary."""
