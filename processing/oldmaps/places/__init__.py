"""Places: their historical reference systems, and what coordinates there look like."""
