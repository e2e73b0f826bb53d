"""The fix that names a member of a class that speaks: "critics such as", "many, among them"."""

from __future__ import annotations

from attrib_lsp.attribution.forms import listed
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Fix
from attrib_lsp.rules.unsourced._words import text_at
from attrib_lsp.text.span import Span

#: Words by which more is said of a class: "some in the industry".
_ATTACHING = frozenset({"in", "of", "on", "within", "inside", "around", "across"})


def naming(sentence: Sentence, inside: tuple[Token, ...], lemma: str) -> tuple[Fix, ...]:
    """Return the fix that names one of the class ``lemma``, which stands among the words ``inside``."""
    head = next((one for one in inside if lemma in (one.text.lower(), one.lemma.lower())), None)
    last = None if head is None else _last(sentence, inside, head)
    if last is None:
        return ()
    added = ", among them <name>," if lemma in words("evidential", "anybody") else " such as <name>"
    return (Fix("Name one of them", Span(last.span.end, last.span.end), added),)


def _last(sentence: Sentence, inside: tuple[Token, ...], head: Token) -> Token | None:
    """Return the last word of the phrase that ``head`` heads; None where its verb does not follow it."""
    if text_at(sentence, head.index + 1) not in _ATTACHING:
        return head
    verb = next((one for one in reversed(inside) if _says(sentence, one)), None)
    if verb is None or verb.index < head.index:
        return None
    last = sentence.tokens[verb.index - 1]
    while last.pos in ("AUX", "ADV"):
        last = sentence.tokens[last.index - 1]
    return last


def _says(sentence: Sentence, token: Token) -> bool:
    """Say whether a word is a verb by which such a class speaks."""
    return listed(sentence, token, "evidential", "holding") or listed(sentence, token, "evidential", "telling")
