"""A set of sheets checked, fitted and warped, one after the other."""
