"""Pragmas: what they keep back, and the edits that put one into a draft."""
