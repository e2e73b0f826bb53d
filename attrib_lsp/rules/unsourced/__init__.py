"""Statements that nobody carries: unsourced claims, figures and ranks, and words that only look like a source."""
