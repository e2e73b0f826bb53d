"""Edits that fixes of several rules are made of: words put in, taken out, and moved so that the sentence still reads.

A place that cannot take such an edit gives None, or no fix: better none than a broken sentence.
"""

from __future__ import annotations

import re

from attrib_lsp.attribution.values import Paragraph
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.rules.finding import Edit, Fix
from attrib_lsp.text.prose import Prose
from attrib_lsp.text.span import Span

#: The blank that a fix leaves where a source has to be named.
BLANK = "<source>"
#: The blank for the newsroom's own name.
OURSELVES = "<Your outlet>"
_DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "one", "two", "several", "some"})
#: Beginnings that are spoken with another sound than they are spelled with: "a union", "an hour".
_CONSONANT = re.compile(r"eu|one|once|uni(?!n|m)|us[aeiu]|ut[ei]|ub[ei]", re.IGNORECASE)
_SILENT = re.compile(r"hour|honest|hono|heir", re.IGNORECASE)
_MARKS = ".,;:!?"
#: Forms of a verb that tell what somebody did or does.
_TELLING = ("VBD", "VBZ", "VBP")


def capital(text: str) -> str:
    """Return ``text`` with a capital at its beginning; one in a blank ("<source>") counts as well.

    >>> capital("<role> at <institution>")
    '<Role> at <institution>'
    """
    at = 1 if text.startswith("<") else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def uncapital(phrase: str) -> str:
    """Return a phrase as it stands within a sentence: its article or its possessive without a capital.

    >>> uncapital("The ministry"), uncapital("Ministry Sound")
    ('the ministry', 'Ministry Sound')
    """
    first = phrase.partition(" ")[0]
    return phrase[:1].lower() + phrase[1:] if first.lower() in _DETERMINERS else phrase


def like(text: str, model: str) -> str:
    """Return ``text`` with a capital if ``model``, whose place it takes, begins with one."""
    return capital(text) if model[:1].isupper() else text


def closed(sentence: Sentence, words: str) -> Edit | None:
    """Return the edit that puts ``words`` behind all that a sentence says, before its stop.

    None where it ends in something else than a stop: a question, a quotation, a bracket.
    """
    last = sentence.tokens[-1]
    if last.text in (".", "…", "..."):
        return Edit(Span(last.span.start, last.span.start), words)
    end = Span(last.span.end, last.span.end)
    if last.text.endswith("."):
        return Edit(end, f"{words}.")
    return Edit(end, words) if last.text[-1].isalnum() or last.text == "%" else None


def closing(title: str, sentence: Sentence, words: str, *also: Edit) -> tuple[Fix, ...]:
    """Return the fix that puts ``words`` behind all that a sentence says, together with other edits; see `closed`."""
    edit = closed(sentence, words)
    return () if edit is None else (Fix(title, edit.span, edit.replacement, also=also),)


def alleging(sentence: Sentence, first: Token) -> tuple[Fix, ...]:
    """Return the fixes that say who alleges what a sentence tells, and that mark it as alleged from ``first`` on."""
    source, mark = f", according to {BLANK}", marking(first)
    marked = closing("Mark it as alleged, and name who alleges it", sentence, source, mark) if mark is not None else ()
    return (*closing("Say who alleges it", sentence, source), *marked)


def marking(first: Token) -> Edit | None:
    """Return the edit that marks as alleged what ``first`` tells; None where it is no verb that can take the word."""
    return Edit(Span(first.span.start, first.span.start), "allegedly ") if first.tag in _TELLING else None


def following(title: str, sentence: Sentence, words: str, within: Prose | None = None) -> Fix:
    """Return the fix that puts another sentence behind ``sentence``."""
    end = sentence.tokens[-1].span.end
    return Fix(title, Span(end, end), f" {words}", within=within)


def aside(title: str, text: str, at: int, words: str) -> Fix:
    """Return the fix that puts ``words`` between commas at ``at``; no second comma before a mark that closes them."""
    return Fix(title, Span(at, at), set_off(f", {words}", text, at))


def set_off(words: str, text: str, at: int) -> str:
    """Return ``words`` with a comma behind them unless a mark follows at ``at`` that ends them."""
    rest = text[at:].lstrip()
    return words if rest[:1] in _MARKS or not rest else f"{words},"


def owned(title: str, sentence: Sentence, first: Token, says: str) -> Fix:
    """Return the fix that says before a phrase, which begins with ``first``, whose word it is: "what X called"."""
    if first.index:
        return Fix(title, Span(first.span.start, first.span.start), f"what {BLANK} {says} ")
    plain = first.text if first.pos == "PROPN" else first.text.lower()
    return Fix(title, first.span, f"What {BLANK} {says} {plain}")


def plainer(title: str, sentence: Sentence, adjective: Token) -> tuple[Fix, ...]:
    """Return the fix that takes an adjective out from between an article and its noun: "a blow"."""
    beside = sentence.tokens[max(adjective.index - 1, 0) : adjective.index + 2]
    if len(beside) < 3 or beside[0].text.lower() not in ("a", "an", "the") or beside[2].pos not in ("NOUN", "ADJ"):
        return ()
    article, following_ = beside[0], beside[2]
    if article.text.lower() != "the":
        vowel = following_.text[0].lower() in "aeiou" and _CONSONANT.match(following_.text) is None
        plain = like("an" if vowel or _SILENT.match(following_.text) else "a", article.text)
    else:
        plain = article.text
    return (Fix(title, Span(article.span.start, following_.span.start), f"{plain} "),)


def without(paragraph: Paragraph, span: Span) -> Edit:
    """Return the edit that takes words out of a sentence, with the space beside them.

    Commas that only set the words off go too; where the words open their sentence, the next word gets the capital.
    """
    text, start, end = paragraph.text, span.start, span.end
    opens = paragraph.sentence_at(start).tokens[0].span.start == start
    before = text[:start].rstrip()
    if before.endswith(",") and text[end : end + 1] in (".", ";", "!", "?"):
        return Edit(Span(len(before) - 1, end), "")
    if text[end : end + 1] == "," and (opens or before.endswith(",")):
        end += 1
        start = start if opens else len(before) - 1
    if text[end : end + 1] == " " and (opens or start == len(text[:start].rstrip()) + 1):
        end += 1
    elif start and text[start - 1] == " ":
        start -= 1
    following_ = text[end : end + 1]
    if opens and following_.islower():
        return Edit(Span(start, end + 1), following_.upper())
    return Edit(Span(start, end), "")


def cut(title: str, paragraph: Paragraph, span: Span) -> Fix:
    """Return the fix that takes out the sentences that ``span`` touches, with the space beside them."""
    first, last = paragraph.sentence_at(span.start), paragraph.sentence_at(span.end - 1)
    start, end = first.tokens[0].span.start, last.tokens[-1].span.end
    if last is paragraph.sentences[-1]:
        return Fix(title, Span(len(paragraph.text[:start].rstrip()), end), "")
    return Fix(title, Span(start, len(paragraph.text) - len(paragraph.text[end:].lstrip())), "")
