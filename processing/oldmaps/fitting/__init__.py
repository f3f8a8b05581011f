"""Transformations fitted to control points, and how far each is to be trusted."""
