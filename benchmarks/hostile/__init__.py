"""Inputs that nobody means well with, or that got broken on the way, for every kind of file that is read."""
