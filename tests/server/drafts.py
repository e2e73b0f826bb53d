"""Drafts whose findings are known, and what is found in them."""

from __future__ import annotations

from tests.server.editor import Squiggle

HIDDEN = Squiggle("UNS104", "It is understood that")

STORY = """# Council to close bridge

The council voted on Tuesday to close the bridge for repairs.

It is understood that the work will cost three million pounds.

“We had no choice,” the council leader, Mara Lind, said after the vote.
"""

#: The same fault behind characters that every encoding counts in its own way, in the same line.
BEHIND_EMOJI = """# Ice cream van saved 🍦

“Hooray 🎉👩🏽‍🍳,” Iris Crème said – at last. It is understood that the van was bought by a neighbour. 😀

Nothing “else” happened 😀😀. It is understood that it will rain.
"""


def many_paragraphs(number: int) -> str:
    """Return paragraphs that take long to read, none like another: a hundred take the pipeline most of a second."""
    return "\n\n".join(
        f"Bridge {one} will close on day {one}, Mara Lind, leader of council {one}, said. “We had no choice but to "
        f"close bridge {one},” she said, “since {one} tons of rust fell into the river.”"
        for one in range(number)
    )
