"""Makes the backend's own interpreter, repairs it and removes it. Of QGIS it needs the translations alone."""
