"""The dock that puts an old map on the ground: sheet and map side by side, and the points between them."""
