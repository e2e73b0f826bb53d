"""Comparing a headline with its story, word by word."""
