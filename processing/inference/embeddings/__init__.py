"""What a model sees in places, as vectors, and places that resemble others."""
