"""A model on what a map shows: the blocks under the view."""
