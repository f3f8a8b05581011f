"""Sheets drawn on the ground."""
