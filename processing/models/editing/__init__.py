"""The form of a card: proposed, edited, written."""
