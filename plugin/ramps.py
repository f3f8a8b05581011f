"""Colour ramps for gradients, readable to the colour-blind where their name allows it."""

RAMPS = {
    "viridis": "#440154 #46327e #365c8d #277f8e #1fa187 #4ac16d #a0da39 #fde725",
    "cividis": "#00224e #213b6e #4c556c #6c6e72 #8e8a79 #b2a570 #d9c55c #fee838",
    "magma": "#000004 #221150 #5f187f #982d80 #d3436e #f8765c #febb81 #fcfdbf",
    "inferno": "#000004 #280b53 #65156e #9f2a63 #d44842 #f57d15 #fac127 #fcffa4",
    "plasma": "#0d0887 #5402a3 #8b0aa5 #b83289 #db5c68 #f48849 #febd2a #f0f921",
    "greys": "#000000 #ffffff",
    "blues": "#f7fbff #d9e8f5 #b0d2e7 #75b4d8 #4191c6 #1d6cb1 #0a4a90 #08306b",
    "rdbu": "#67001f #c94741 #f7b799 #f6f7f7 #a7d0e4 #3a8bbf #053061",
}


def colours(name: str) -> tuple[str, ...]:
    """The stops of a ramp from low to high, at even distances; ``…_r`` turns it round, unknown is viridis."""
    plain = name.lower()
    turned = plain.endswith("_r")
    stops = tuple(RAMPS.get(plain[:-2] if turned else plain, RAMPS["viridis"]).split())
    return stops[::-1] if turned else stops
