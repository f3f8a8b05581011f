"""The algorithms that Processing shows."""
