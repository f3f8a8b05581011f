"""Images of sheets, of any kind and size, read by windows."""
