"""Spans, source texts, readers for each markup, and the story they find."""
