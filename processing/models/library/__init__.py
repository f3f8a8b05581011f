"""The models of this computer, listed with what their cards say."""
