"""Lead-ins that promise more than words may keep: denied, confirmed, ruled out, promised."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.forms import inflections
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import lexicon

_SENTENCE = re.compile(r"[^.!?…]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a class of lead-ins claims: ``words`` fall short of it unless some of ``unless`` are among them.

    ``about`` are objects and clauses (lemmas) that such words do bear out. ``further`` is set where the next sentence's
    words count as well. ``narrow`` verbs claim it only of ``objects``. ``gap`` tells the writer what is missing.
    """

    words: re.Pattern[str]
    unless: re.Pattern[str]
    about: frozenset[str]
    gap: str
    further: bool
    narrow: frozenset[str]
    objects: frozenset[str]

    def exceeds(self, quoted: str) -> bool:
        """Say whether each sentence of ``quoted`` falls short."""
        sentences = [found.group() for found in _SENTENCE.finditer(quoted) if found.group().strip(" \"'’”")]
        return (
            bool(sentences)
            and self.unless.search(quoted) is None
            and all(self.words.search(sentence) for sentence in sentences)
        )


@cache
def claims_by_form() -> dict[str, tuple[tuple[Claim, str], ...]]:
    """Return, by each form of a lead-in's first word, its class and the lead-in as listed."""
    found: dict[str, tuple[tuple[Claim, str], ...]] = {}
    for one in lexicon("verbs")["exceeding"]:
        claim = Claim(
            re.compile(one["words"], re.IGNORECASE),
            re.compile(one["unless"], re.IGNORECASE),
            frozenset(one["about"]),
            one["gap"],
            one.get("further", False),
            frozenset(one.get("narrow", ())),
            frozenset(one.get("objects", ())),
        )
        for verb in one["verbs"]:
            for form in set(inflections(verb.split()[0])):
                found[form] = (*found.get(form, ()), (claim, verb))
    return found


def lead_in_claim(sentence: Sentence, verb: Token) -> Claim | None:
    """Return what a verb claims as a lead-in; None if it is none."""
    if verb.pos != "VERB":
        return None
    thing = sentence.child(verb, "obj")
    for claim, entry in claims_by_form().get(verb.text.lower(), ()):
        rest = entry.split()[1:]
        after = [token.text.lower() for token in sentence.tokens[verb.index + 1 : verb.index + 1 + len(rest)]]
        if after != rest or (entry in claim.narrow and (thing is None or thing.lemma.lower() not in claim.objects)):
            continue
        return claim
    return None
