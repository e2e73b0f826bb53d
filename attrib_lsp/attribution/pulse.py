"""A pulse: what long work calls again and again, so that whoever waits is heard. It may raise to end the work."""

from __future__ import annotations


def nothing() -> None:
    """Let the work go on: nobody waits."""
