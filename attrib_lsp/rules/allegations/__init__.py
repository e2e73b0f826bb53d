"""Allegations: who is accused, on whose word, and who answers."""
