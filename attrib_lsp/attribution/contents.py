"""Find what a cue carries: the words of its content."""

from __future__ import annotations

from attrib_lsp.attribution.cues import Cue, let_in
from attrib_lsp.attribution.phrases import in_own_clause, runs, span_of, trimmed
from attrib_lsp.attribution.values import ContentType, CueKind
from attrib_lsp.language.values import Quotation, Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

_COMPLEMENTS = ("obj", "obl", "xcomp", "ccomp", "advcl", "iobj", "nmod", "acl", "acl:relcl", "csubj", "csubj:pass")
_QUOTES = "“”„«»\"‘’'"


def find_content(
    sentence: Sentence, cue: Cue, source: Span | None, quotations: tuple[Quotation, ...]
) -> tuple[Span, ...]:
    """Return the content's spans in order: none where the sentence gives none.

    A content that touches a quotation takes in all of it, over the sentence's end if it runs on. ``quotations`` are
    those of the whole paragraph.
    """
    own = set(range(cue.first, cue.end))
    if source is not None:
        own |= {token.index for token in sentence.tokens_in(source)}
    tokens = _carried(sentence, cue, own, quotations)
    spans = [span_of(run) for part in runs(set(tokens)) if (run := trimmed(part))]
    return whole(spans, own_spans(sentence, own), quotations)


def own_spans(sentence: Sentence, numbers: set[int]) -> tuple[Span, ...]:
    """Return the spans of the tokens numbered."""
    return tuple(sentence.tokens[number].span for number in sorted(numbers))


def _carried(sentence: Sentence, cue: Cue, own: set[int], quotations: tuple[Quotation, ...]) -> list[Token]:
    """Return the tokens of the content."""
    if cue.kind is CueKind.BARE:
        return list(sentence.tokens[cue.end :])
    if cue.kind is CueKind.ACCORDING_TO:
        return _beside_phrase(sentence, cue, own)
    if cue.kind is CueKind.ADVERB:
        clause = in_own_clause(sentence, cue.head)
        return [token for token in sentence.subtree(clause) if token.index not in own]
    if cue.head.pos not in ("VERB", "AUX"):
        return _beside_noun(sentence, cue, own)
    return _beside_verb(sentence, cue, own, quotations)


def _beside_phrase(sentence: Sentence, cue: Cue, own: set[int]) -> list[Token]:
    """Return the clause that "according to X" stands in, without the phrase."""
    phrase = {token.index for token in sentence.subtree(cue.head)} | own
    clause = in_own_clause(sentence, sentence.head(cue.head))
    if clause.index in phrase:
        clause = sentence.root
    below = sentence.subtree(clause, without=frozenset(token.index for token in sentence.children(clause, "conj")))
    rest = [token for token in below if token.index not in phrase]
    if not any(token.pos == "VERB" for token in rest):
        rest = [token for token in sentence.tokens if token.index not in phrase]
    return rest


def _beside_noun(sentence: Sentence, cue: Cue, own: set[int]) -> list[Token]:
    """Return what hangs from a noun or adjective that is the cue, else the rest of its verb's complements."""
    below = [t for child in sentence.children(cue.head, *_COMPLEMENTS) for t in sentence.subtree(child)]
    after = [token for token in below if token.index >= cue.end and token.index not in own]
    if after:
        return after
    verb = sentence.head(cue.head)
    found = [t for child in sentence.children(verb, *_COMPLEMENTS) for t in sentence.subtree(child)]
    return [token for token in found if token.index >= cue.end and token.index not in own]


def _beside_verb(sentence: Sentence, cue: Cue, own: set[int], quotations: tuple[Quotation, ...]) -> list[Token]:
    """Return what a verb carries: its clause, the sentence it is let into, a quotation, or its other complements."""
    verb = cue.head
    clauses = [*sentence.children(verb, "ccomp"), *sentence.children(verb, "csubj", "csubj:pass")]
    if not clauses:
        clauses = list(sentence.children(verb, "xcomp"))
    clauses = [clause for clause in clauses if clause.index not in own]
    if clauses and not (cue.kind is CueKind.STANCE and sentence.child(verb, "obj")):
        carried = [t for clause in clauses[:1] for t in _clause(sentence, clause)]
        if cue.kind is CueKind.IMPERSONAL and (subject := sentence.child(verb, "nsubj:pass", "nsubj")) is not None:
            carried += [t for t in sentence.subtree(subject) if t.text.lower() not in ("it", "there")]
        return [token for token in carried if token.index not in own]
    if let_in(sentence, verb) or (
        verb.relation in ("advcl", "ccomp", "root") and cue.kind in (CueKind.SPEECH, CueKind.WRITING)
    ):
        around = _around(sentence, cue, own, quotations)
        if around:
            return around
    return _complements(sentence, cue, own)


def _clause(sentence: Sentence, clause: Token) -> tuple[Token, ...]:
    """Return a clause's words, with the conjunct clauses that share its subordination."""
    return sentence.subtree(clause)


def _around(sentence: Sentence, cue: Cue, own: set[int], quotations: tuple[Quotation, ...]) -> list[Token]:
    """Return the sentence that a verb is let into ("X, he said, Y"), or the quotations beside it."""
    verb = cue.head
    quoted = [t for t in sentence.tokens if any(q.inner.overlaps(t.span) for q in quotations) and t.index not in own]
    if quoted:
        return _with_words_before(sentence, cue, own, quoted) or quoted
    if let_in(sentence, verb):
        aside = {token.index for token in sentence.subtree(verb)} | own
        host = sentence.head(verb)
        return [token for token in sentence.subtree(host) if token.index not in aside]
    return []


def _with_words_before(sentence: Sentence, cue: Cue, own: set[int], quoted: list[Token]) -> list[Token]:
    """Return all that follows the cue where a partial quotation comes after words of its clause.

    "She said the plan was “reckless” and dear" carries more than the word in quotation marks. Empty where the
    quotation comes first, or at once behind the cue.
    """
    after = [token for token in sentence.tokens[cue.end :] if token.index not in own]
    lead = [token for token in after if token.index < quoted[0].index and token.pos != "PUNCT"]
    if quoted[0].index < cue.first or not any(token.pos in ("VERB", "AUX") for token in lead):
        return []
    return after


def _complements(sentence: Sentence, cue: Cue, own: set[int]) -> list[Token]:
    """Return a verb's object and what follows it; a passive's subject; for one who is addressed, what comes after."""
    verb = cue.head
    passive = sentence.child(verb, "nsubj:pass")
    found: list[Token] = list(sentence.subtree(passive)) if passive is not None else []
    for child in sentence.children(verb, *_COMPLEMENTS):
        if child.index < cue.first or child.relation == "obl:agent":
            continue
        if child.relation == "iobj" or (child.relation == "obj" and cue.lemma in words("cues", "addressed")):
            continue
        entity = sentence.entity_at(child)
        if child.relation in ("obl", "advcl") and (entity is not None and entity.label == "DATE"):
            continue
        if child.relation == "advcl" and found and not _close(sentence, child):
            continue
        if child.relation in ("obl", "advcl") and found and _circumstance(sentence, child):
            continue
        found.extend(sentence.subtree(child))
    return [token for token in found if token.index not in own]


def _circumstance(sentence: Sentence, child: Token) -> bool:
    """Say whether a phrase or clause tells when, where or why it was said, not what."""
    first = sentence.child(child, "case", "mark", "advmod")
    return first is not None and first.text.lower() in words("cues", "circumstances")


def _close(sentence: Sentence, child: Token) -> bool:
    """Say whether a clause follows without a comma."""
    first = sentence.subtree(child)[0]
    return first.index == 0 or sentence.tokens[first.index - 1].text not in ",;-–—"


def whole(spans: list[Span], own: tuple[Span, ...], quotations: tuple[Quotation, ...]) -> tuple[Span, ...]:
    """Return ``spans`` with every quotation that they touch taken in whole, unless a part of ``own`` stands in it."""
    grown = list(spans)
    for quotation in quotations:
        if any(quotation.inner.overlaps(part) for part in own):
            continue
        touching = [span for span in grown if span.overlaps(quotation.span)]
        if touching:
            joined = quotation.span
            for span in touching:
                joined = joined.joined(span)
            grown = [span for span in grown if span not in touching] + [joined]
    return tuple(_without(sorted(grown), own))


def _without(spans: list[Span], own: tuple[Span, ...]) -> list[Span]:
    """Return ``spans`` merged where they overlap, and split where a part of ``own`` stands inside."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = merged[-1].joined(span)
        else:
            merged.append(span)
    for part in own:
        merged = [piece for span in merged for piece in _split(span, part)]
    return [span for span in merged if len(span)]


def _split(span: Span, part: Span) -> list[Span]:
    """Return ``span`` without ``part``: it, or what is left before and behind."""
    if not span.overlaps(part):
        return [span]
    return [Span(span.start, max(span.start, part.start)), Span(min(span.end, part.end), span.end)]


def content_type(spans: tuple[Span, ...], quotations: tuple[Quotation, ...], text: str) -> ContentType:
    """Return whether the content stands in quotation marks wholly, partly or not at all."""
    inside = sum(len(span) for span in spans if any(quotation.span.covers(span) for quotation in quotations))
    if spans and inside == sum(map(len, spans)):
        return ContentType.DIRECT
    if any(quotation.span.overlaps(span) for span in spans for quotation in quotations):
        return ContentType.MIXED
    return ContentType.INDIRECT
