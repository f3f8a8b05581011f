"""Sets of sheets: what is in a folder, or named by a table."""
