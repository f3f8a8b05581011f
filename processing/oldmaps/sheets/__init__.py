"""Images of sheets: scans of any kind, read by windows."""
