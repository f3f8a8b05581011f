"""The dock of runs."""
