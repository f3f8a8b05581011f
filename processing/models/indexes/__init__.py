"""Indexes of models elsewhere: searched, and fetched from."""
