"""Sheets resampled onto the ground: warped files, and pictures under a map."""
