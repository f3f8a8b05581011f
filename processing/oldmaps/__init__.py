"""Old maps: placed on the ground by control points, with an honest error."""
