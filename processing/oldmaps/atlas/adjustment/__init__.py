"""All sheets of an atlas placed at once, so that neighbours agree."""
