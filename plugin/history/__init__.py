"""The runs of this profile: what was asked, and what came of it."""
