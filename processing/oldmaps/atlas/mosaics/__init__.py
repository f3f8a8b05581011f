"""Warped sheets laid upon each other as one map."""
