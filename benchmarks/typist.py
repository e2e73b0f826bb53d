"""A typist who edits drafts at random: words, keys, quotation marks, emoji, pastes, line ends, cuts, undo."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from attrib_lsp.text.change import difference
from attrib_lsp.text.span import Span

#: Drafts of invented copy: name, language id, text.
DRAFTS = (
    (
        "ferry.md",
        "markdown",
        "# Council to close ferry line, says harbour chief\n\n"
        "*The line has run since 1911*\n\n"
        "The council will close the ferry line to Marsh End in May, Ada Ferris, the harbour chief, said on "
        "Tuesday.\n\n"
        "“We had no choice but to stop it,” she said. “Nobody told us of the **fault** in time.”\n\n"
        "It is understood that the work will cost 40 million pounds. Critics say the line has become a "
        "burden.\n\n"
        "Two officials who asked not to be named said the plans had been ready for months.\n\n"
        "Ferris denied that she knew of the plans. The union accused the council of neglect.\n",
    ),
    (
        "mine.txt",
        "plaintext",
        "Mine in Kessing floods again\r\n\r\n"
        "By Iris Cole\r\n\r\n"
        "KESSING (Agency) - Water rose in the mine at Kessing on Monday, its manager, Tom Varga, said.\r\n\r\n"
        "According to a report by the audit office, 12 percent of the pumps did not work. A study found that "
        "most would fail within a year.\r\n\r\n"
        "Sources close to the owners said they reportedly knew. “They did nothing,” one source said.\r\n\r\n"
        "The owners declined to comment.\r\n",
    ),
    (
        "market.md",
        "markdown",
        "---\n"
        "title: Traders fear for their market\n"
        "deck: A town waits\n"
        "---\n\n"
        "Traders at the covered market in Alderton 🏪 fear that it may close, sources said.\n\n"
        "- The roof leaks, a trader claimed.\n"
        "- The rent has doubled since 2019, according to figures.\n\n"
        "> “We shall see,” the mayor noted. “There is no plan.”\n\n"
        "## What now\n\n"
        "Many residents think the market is doomed. The so-called “plan” was admitted by Ruth Osei, a "
        "councillor.\n\n"
        "| year | stalls |\n"
        "|---|---|\n"
        "| 2019 | 80 |\n\n"
        "Experts believe it will 𝒏𝒆𝒗𝒆𝒓 open again.\n",
    ),
    (
        "court.md",
        "markdown",
        "# ‘He lied to us’: trial of Northline manager begins\n\n"
        "The trial of Per Dahl, who stole 3 million from Northline Works, began in Brannock on Friday.\n\n"
        "Dahl, 44, refuted the charges. His lawyer, Lena Moreau, said that he was innocent.\n\n"
        "Prosecutors said he allegedly lied. “He lied to us,” a former colleague, who spoke on condition of "
        "anonymity because she was not authorised to speak, said.\n\n"
        "Police believe that others helped him. One witness told the *Brannock Post* that she had seen "
        "“everything”.\n\n"
        "The trial goes on.\n",
    ),
    ("empty.txt", "plaintext", ""),
)

_WORDS = (
    "reportedly",
    "allegedly",
    "sources said",
    "she claimed",
    "it is believed that",
    "officials said",
    "on Tuesday",
    "Jonas Weil",
    "according to the ministry",
    "the council",
    "admitted",
    "denied",
    "a study shows",
    "most people think",
    "said",
    "and",
    "not",
    "7 percent",
    "who asked not to be named",
    "the",
    "told reporters",
    "refused",
    "Mr Varga",
)
_MARKS = ("“", "”", '"', "'", "‘", "’", "*", "**", "_", "`", "#", "- ", "> ", "[", "](x)", "|", "```\n", "<", "&amp;")
_ODD = (
    "😀",
    "👩‍👩‍👧",
    "𝒏",
    "é",
    "e\u0301",
    "\u200b",
    "\u00a0",
    "\u2028",
    "\f",
    "\t",
    "\ufeff",
    "\x00",
    "한글",
    "…",
    "—",
)
_BREAKS = ("\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "  \n", "\n    ", "\n---\n")
#: Code points from which a draft is rather cut than added to.
_LONGEST = 2200


@dataclass(frozen=True, slots=True)
class Edit:
    """``new`` in the place of ``span`` (code points of the text as it stands)."""

    span: Span
    new: str

    def made(self, text: str) -> str:
        """Return ``text`` with the edit made."""
        return text[: self.span.start] + self.new + text[self.span.end :]


class Typist:
    """Thinks of edits, the same in every run with the same seed."""

    def __init__(self, seed: int) -> None:
        """Begin with nothing to undo."""
        self._chance = Random(seed)
        self._before: dict[str, list[str]] = {}

    def choose(self) -> int:
        """Return the number of a draft to go to."""
        return self._chance.randrange(len(DRAFTS))

    def edit(self, name: str, text: str) -> Edit:
        """Return an edit of the draft ``name``, which holds ``text``."""
        past = self._before.setdefault(name, [])
        if past and self._chance.random() < (0.3 if len(text) > _LONGEST else 0.08):
            earlier = past.pop(self._chance.randrange(max(len(past) - 5, 0), len(past)))
            change = difference(text, earlier)
            return _clear(text, Edit(change.before, change.after.of(earlier)))
        past.append(text)
        del past[:-30]
        return _clear(text, self._think(text))

    def _think(self, text: str) -> Edit:
        """Return an edit that is no undoing."""
        kind = self._chance.random()
        at = self._chance.randint(0, len(text))
        if len(text) > _LONGEST or kind < 0.2:
            most = len(text) if self._chance.random() < 0.02 else 3 * self._chance.choice((1, 5, 40, 200))
            return Edit(Span(at, min(len(text), at + self._chance.randint(0, most))), "")
        if kind < 0.45:
            return Edit(Span(at, at), f" {self._chance.choice(_WORDS)} ")
        if kind < 0.6:
            return Edit(Span(at, at), self._chance.choice("abcdefghij .,;:!?ABC"))
        if kind < 0.85:
            return Edit(Span(at, at), self._chance.choice(self._chance.choice((_MARKS, _ODD, _BREAKS))))
        if kind < 0.88:
            return Edit(Span(0, len(text)), self._ends(text))
        paragraph = self._chance.choice(self._chance.choice(DRAFTS)[2].split("\n\n"))
        end = min(len(text), at + self._chance.choice((0, 0, 30)))
        return Edit(Span(at, end), self._chance.choice((paragraph, f"\n\n{paragraph}\n\n", f"\r\n\r\n{paragraph}")))

    def _ends(self, text: str) -> str:
        """Return ``text`` with all its lines ended another way."""
        return self._chance.choice(("\n", "\r\n", "\r")).join(
            text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        )


def _clear(text: str, edit: Edit) -> Edit:
    r"""Return ``edit`` widened where it begins or ends inside a ``\r\n``: no position means that place."""
    start, end, new = edit.span.start, edit.span.end, edit.new
    if 0 < start < len(text) and text[start - 1 : start + 1] == "\r\n":
        start, new = start - 1, "\r" + new
    if start < end < len(text) and text[end - 1 : end + 1] == "\r\n":
        end, new = end + 1, new + "\n"
    return Edit(Span(start, max(start, end)), new)
