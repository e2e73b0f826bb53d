"""Reporting that others did first: how it is credited, and whether it was checked."""
