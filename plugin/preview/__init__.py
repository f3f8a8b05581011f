"""A model's result on the map before it is run: pictures of the current view, painted over the layers."""
