"""Settings ▸ Options ▸ Relevé."""
