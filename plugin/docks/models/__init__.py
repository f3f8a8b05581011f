"""The dock of models: find one, read its card, try it, run it."""
