"""Unnamed sources: how they are described, what they are used for, and why they go unnamed."""
