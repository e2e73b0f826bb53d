"""Report a word by which a story itself judges, with what would lend it to somebody."""

from __future__ import annotations

from attrib_lsp.attribution.claims import Evidence, Line
from attrib_lsp.attribution.judgements import Judgement
from attrib_lsp.attribution.phrases import noun_phrase
from attrib_lsp.language.values import Token
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import owned, plainer
from attrib_lsp.rules.unsourced._placing import attributing, placed


def judging(evidence: Evidence, line: Line, judged: Judgement) -> Finding:
    """Return the finding at a word by which the story itself judges."""
    word, whom = judged.word, f" on {judged.of}" if judged.of else ""
    message = f"“{word.text}” is the story's own verdict{whom}. Say whose it is, or tell what was said and done."
    fixes = _lending(evidence, line, word)
    return placed(evidence, line, word.span, message, fixes=fixes, severity=None if judged.of else Severity.INFO)


def _lending(evidence: Evidence, line: Line, word: Token) -> tuple[Fix, ...]:
    """Return the fixes that say whose a word of judgement is, or that leave it out."""
    sentence = evidence.sentence(line)
    noun = sentence.head(word) if word.relation == "amod" else word
    if noun.pos not in ("NOUN", "PROPN"):
        return attributing(evidence, line)
    called = owned("Say who calls it so", sentence, noun_phrase(sentence, noun)[0], "called")
    return (called, *plainer(f"Cut “{word.text}”", sentence, word))
