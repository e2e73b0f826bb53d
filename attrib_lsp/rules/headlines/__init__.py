"""Headlines: what they say and what their story says."""
