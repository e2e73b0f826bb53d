"""People of whom the headline tells what was done to them, and whom the story only has speak about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib_lsp.attribution.displaced import Displaced
from attrib_lsp.attribution.keys import key, keys_among, keys_of
from attrib_lsp.attribution.standing import asks
from attrib_lsp.attribution.values import Paragraph, Place, sentences_of
from attrib_lsp.language.values import Entity, Sentence, Token

_NAMES = ("NOUN", "PROPN")


def only_speaking(headline: Paragraph, body: Sequence[tuple[int, Paragraph]]) -> Iterator[Displaced]:
    """Yield the people to whom ``headline`` has something done that ``body`` has done to another.

    They are named there only as who says something, as a lawyer or an officer is.
    """
    if asks(headline.text):
        return
    for sentence in headline.sentences:
        for verb in sentence.tokens:
            whom = _whom(sentence, verb) if verb.pos == "VERB" else None
            entity = sentence.entity_at(whom) if whom is not None else None
            if entity is None or entity.label != "PERSON" or headline.quoted(entity.span):
                continue
            other = _done_to(verb, key(sentence.tokens[entity.end - 1].lemma), body)
            if other is not None:
                yield Displaced(entity.span, *other)


def _whom(sentence: Sentence, verb: Token) -> Token | None:
    """Return to whom a verb is done: a headline's "held on suspicion" may be read as active."""
    held = verb.tag in ("VBD", "VBN") and any(
        one.lemma.lower() == "suspicion" for one in sentence.children(verb, "obl")
    )
    return sentence.child(verb, "nsubj:pass") or (sentence.child(verb, "nsubj") if held else None)


def _done_to(verb: Token, name: str, body: Sequence[tuple[int, Paragraph]]) -> tuple[str, Place] | None:
    """Return to whom the story has ``verb`` done, and where, if it has the one of that ``name`` only say things."""
    if not _only_speaks(name, body):
        return None
    wanted = key(verb.lemma)
    shown: tuple[str, Place] | None = None
    for number, told in sentences_of(body):
        if wanted not in keys_of(told):
            continue
        for one in told.tokens:
            if key(one.lemma) != wanted or one.pos != "VERB":
                continue
            whom = told.child(one, "obj", "nsubj:pass")
            if whom is None or whom.pos not in _NAMES or name in keys_among(told.subtree(whom)):
                return None
            phrase = (whom, *told.children(whom, "det", "amod", "compound", "flat"))
            span = min(phrase, key=lambda at: at.index).span.joined(max(phrase, key=lambda at: at.index).span)
            text = told.text[span.start - told.span.start : span.end - told.span.start]
            shown = shown or (text, Place(number, span))
    return shown


def _only_speaks(name: str, body: Sequence[tuple[int, Paragraph]]) -> bool:
    """Say whether a story has the person of a ``name``, and every time as who says something."""
    met = False
    for _, paragraph in body:
        spoken = [part for one in paragraph.attributions for part in one.source]
        for sentence in paragraph.sentences:
            if name not in keys_of(sentence):
                continue
            entities = [one for one in sentence.entities if _is(sentence, one, name)]
            if not entities or not all(any(part.covers(one.span) for part in spoken) for one in entities):
                return False
            met = True
    return met


def _is(sentence: Sentence, entity: Entity, name: str) -> bool:
    """Say whether an entity is a person of that surname."""
    return entity.label == "PERSON" and key(sentence.tokens[entity.end - 1].lemma) == name
