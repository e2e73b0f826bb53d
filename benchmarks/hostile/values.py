"""What an input is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hostile:
    """A file of the name ``name`` that holds ``raw``; ``how`` it came about; the ``configuration`` that lies beside it.

    ``how`` names the family, then what is special: "long run: “> ”".
    """

    how: str
    name: str
    raw: bytes
    configuration: bytes | None = None

    @property
    def family(self) -> str:
        """The family of ``how``."""
        return self.how.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a check of an input ended.

    ``status`` is its exit status; ``seconds`` are of CPU time, ``megabytes`` the most that its process held. What is
    ``wrong`` with it is told in words.
    """

    status: int | None
    seconds: float = 0
    megabytes: float = 0
    findings: int = 0
    wrong: tuple[str, ...] = ()
