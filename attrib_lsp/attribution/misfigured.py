"""Figures of the headline that the story does not have, or has for something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from attrib_lsp.attribution.agreement import HEDGED, exchanged, in_words, matches, worth_the_same
from attrib_lsp.attribution.counted import PERSON, Counted, Told, fate, told_in
from attrib_lsp.attribution.derived import derived
from attrib_lsp.attribution.figure_pairs import clash, plausible
from attrib_lsp.attribution.figures import Unit
from attrib_lsp.attribution.misdirected import formerly, misdirected, points_for_share
from attrib_lsp.attribution.reckoned import Calendar, is_age, reckoned
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.attribution.vocabulary import keys_in
from attrib_lsp.lexicons import words
from attrib_lsp.text.span import Span

#: Below this a number is as often one of the headline's own ("one man", "a second look").
LEAST = 3
#: Sentences at the top of a story in which it tells what the headline is about.
TOP = 2
#: How many times as long one stretch of time may be to be taken for another.
SIMILAR = 3
#: How large a figure must be beside a bound above it, as a share of that.
BOUND = 0.66
#: By how much a figure may lie above what the story gives as a bound below it, as a share of that.
CLOSE = 0.1
#: How many people a story may name beside those whom it counts.
APART = 2
#: What an "m" behind a figure multiplies it by.
MILLION = 1e6
#: "a million", of the headline's own making.
_LOOSE = re.compile(r"an?\b", re.IGNORECASE)
_AND_ONE = re.compile(r"(?<=\w)[^.;]* and (?:an?|another|her|his|one|the|their)\b")
_HEDGED = re.compile(
    r"\b(?:about|almost|approximately|around|at least|close to|just (?:over|under)|less than|more than|nearing|nearly|"
    r"over|roughly|some|under|up to)\s$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
_UNDER = re.compile(r"\b(?:below|less than|under)\s$", re.IGNORECASE)
_ABOVE = re.compile(r"\b(?:above|at least|more than|over|tops|topping)\s$", re.IGNORECASE)
_NEARLY = re.compile(r"\b(?:almost|close to|nearing|nearly|under|up to)\s$", re.IGNORECASE)
_LISTED = re.compile(r"\w, $|\band $", re.IGNORECASE)
_ONE_IN = re.compile(r"\b(?:one|1)[- ](?:in|out of)(?: every)?[- ]$", re.IGNORECASE)
_OTHERS = re.compile(r" (?:others?|more)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Misfigure:
    """A figure at ``span`` of the headline that does not agree with the story.

    ``rival`` is where the story tells what it should be, where that is plain; ``elsewhere`` where it has the same
    number for something else, ``turned`` where it has it as a level for a change, or the other way round, ``former``
    where it has it as one that no longer holds. ``points`` is set where the headline gives as per cent what is a
    difference of shares in the story.
    """

    span: Span
    rival: Place | None = None
    elsewhere: Place | None = None
    turned: Place | None = None
    former: Place | None = None
    points: bool = False


def misfigured(headline: Paragraph, body: Sequence[tuple[int, Paragraph]], tolerance: float) -> Iterator[Misfigure]:
    """Yield the figures of ``headline`` that the story in ``body`` does not bear out."""
    stated = told_in(headline).counted
    if not stated:  # most headlines have none: their stories need not be read for it
        return
    told = [told_in(paragraph) for _, paragraph in body]
    if not any(paragraph.counted for paragraph in told):
        return
    story = _Story(body, told, Calendar.of([paragraph for _, paragraph in body], told), tolerance)
    for one in stated:
        if _LOOSE.match(headline.text, one.figure.span.start):
            continue
        hedged = _HEDGED.search(headline.text, 0, one.figure.span.start) is not None
        found = (
            replace(story, tolerance=max(tolerance, HEDGED)).judge(one, headline)
            if hedged
            else story.judge(one, headline)
        )
        if found is not None:
            yield found


def on_top(headline: Paragraph, span: Span, body: Sequence[tuple[int, Paragraph]]) -> bool:
    """Say whether the sum of money, the share or the rank at ``span`` of ``headline`` is one of the first sentences.

    A number may be a rank there ("Season 7": its seventh season).
    """
    return any(
        _on_record(one, other)
        for one in told_in(headline).counted
        if one.figure.span.overlaps(span)
        for _, paragraph in body[:TOP]
        for other in told_in(paragraph).counted
        if told_order(paragraph)[other.sentence] < TOP
    )


def _on_record(one: Counted, other: Counted) -> bool:
    """Say whether a figure of the story is the headline's beyond doubt, whatever it counts."""
    if (one.figure.value, one.figure.currency) != (other.figure.value, other.figure.currency):
        return False
    if other.figure.unit is Unit.RANK:
        return one.figure.unit is Unit.RANK or (one.figure.unit is Unit.COUNT and not one.thing)
    return one.figure.unit is other.figure.unit in (Unit.MONEY, Unit.SHARE)


@dataclass(frozen=True)
class _Story:
    """A story while the figures of its headline are looked up."""

    body: Sequence[tuple[int, Paragraph]]
    told: Sequence[Told]
    calendar: Calendar
    tolerance: float

    def judge(self, one: Counted, headline: Paragraph) -> Misfigure | None:
        """Return what is wrong with the figure ``one`` of the headline, if anything is."""
        if not one.figure.value:
            return None
        small = one.figure.unit in (Unit.COUNT, Unit.RANK) and one.figure.value < LEAST
        rival = self._rival(one, 1 if small else TOP)
        if small and rival is None:
            return None
        found = matches(one, self.told, self.tolerance)
        if found:
            return self._judge_found(one, headline, found, rival)
        if points_for_share(one, headline, self.told):
            return Misfigure(one.figure.span, points=True)
        if self._near_bound(one) or self._metres(one, headline.text):
            return None
        if self._borne_out(one, headline.text, rival) or self._beyond(one, headline.text):
            return None
        one_in = _ONE_IN.search(headline.text, 0, one.figure.span.start) is not None
        if rival is None and not any(
            plausible(one, other) or (one_in and other.figure.unit is Unit.SHARE)
            for paragraph in self.told
            for other in paragraph.counted
        ):
            return None
        return Misfigure(one.figure.span, self._place(rival) if rival is not None else None)

    def _judge_found(
        self, one: Counted, headline: Paragraph, found: Sequence[Counted], rival: Counted | None
    ) -> Misfigure | None:
        """Return what is wrong with a figure that the story has: it may have it for something else."""
        place = self._place(found[0])
        if rival is not None and all(clash(one, other) for other in found) and not self._one_more(one, rival):
            return Misfigure(one.figure.span, self._place(rival), place)
        if self._other_fate(one, found):
            return Misfigure(one.figure.span, None, place)
        if all(other.figure.unit is Unit.POINTS for other in found) and one.figure.unit is Unit.SHARE:
            return Misfigure(one.figure.span, place, points=True)
        if (now := self._now(one, headline.text, found)) is not None:
            return Misfigure(one.figure.span, self._place(now), former=place)
        turned = misdirected(one, headline, [(self._place(other), self._paragraph(other)) for other in found])
        return Misfigure(one.figure.span, turned=turned) if turned is not None else None

    def _beyond(self, one: Counted, headline: str) -> bool:
        """Say whether the headline gives a bound that a figure of the story keeps and is near ("under $3": $1.99)."""
        for bound, low, high in ((_UNDER, BOUND, 1.0), (_ABOVE, 1.0, 1 / BOUND)):
            if bound.search(headline, 0, one.figure.span.start) and any(
                low * one.figure.value <= other.figure.value <= high * one.figure.value
                and other.figure.unit is one.figure.unit
                and other.figure.currency == one.figure.currency
                and one.may_match(other)
                for paragraph in self.told
                for other in paragraph.counted
            ):
                return True
        return False

    def _near_bound(self, one: Counted) -> bool:
        """Say whether the story gives a bound that the figure keeps and is close to.

        So it is with 82 and "more than 80 years", with 39 and "nearly 40 years".
        """
        return any(
            (other.figure.unit, other.figure.currency, other.thing) == (one.figure.unit, one.figure.currency, one.thing)
            and any(
                low * other.figure.value <= one.figure.value <= high * other.figure.value
                and bound.search(paragraph.text, 0, other.figure.span.start) is not None
                for bound, low, high in ((_ABOVE, 1.0, 1 + CLOSE), (_NEARLY, 1 - CLOSE, 1.0))
            )
            for (_, paragraph), told in zip(self.body, self.told, strict=True)
            for other in told.counted
        )

    def _metres(self, one: Counted, headline: str) -> bool:
        """Say whether an "m" behind a figure is for metres, which the story writes in full ("100M race")."""
        return one.figure.span.of(headline)[-1] in "mM" and any(
            other.thing in ("meter", "metre") and other.figure.value * MILLION == one.figure.value
            for paragraph in self.told
            for other in paragraph.counted
        )

    def _other_fate(self, one: Counted, found: Sequence[Counted]) -> bool:
        """Say whether the story has as many people of another fate alone, and nobody of the headline's."""
        if one.thing != PERSON or not fate(one.role) or not all(clash(one, other) for other in found):
            return False
        return all(one.role not in keys_in(paragraph) for _, paragraph in self.body)

    def _now(self, one: Counted, headline: str, found: Sequence[Counted]) -> Counted | None:
        """Return what a figure has become in the story, if all that it has of the headline's is what it was."""
        if formerly(headline, one.figure.span) or _FROM.search(headline, 0, one.figure.span.start):
            return None
        if one.figure.unit not in (Unit.SHARE, Unit.MONEY) or not all(self._formerly(other) for other in found):
            return None
        return next(
            (
                other
                for told in self.told
                if any(found[0] is known for known in told.counted)
                for other in told.counted
                if other.sentence == found[0].sentence
                and other.figure.unit is found[0].figure.unit
                and other.figure.value != found[0].figure.value
                and not self._formerly(other)
            ),
            None,
        )

    def _formerly(self, one: Counted) -> bool:
        """Say whether the story tells a figure as one that no longer holds."""
        paragraph = self._paragraph(one)
        changes = words("measures", "change_verbs") | words("measures", "moving_verbs")
        return formerly(paragraph.text, one.figure.span, changing=paragraph.sentences[one.sentence].holds(changes))

    def _borne_out(self, one: Counted, headline: str, rival: Counted | None) -> bool:
        """Say whether a figure that the story does not have follows from what it has."""
        if rival is not None and self._one_more(one, rival):
            return True
        if exchanged(one, self.told, self.tolerance):
            return False
        if in_words(one, self.told) or derived(one, self.told, surely=rival is not None):
            return True
        if _ONE_IN.search(headline, 0, one.figure.span.start) and self._one_in(one.figure.value):
            return True
        if self._with_others(one, headline):
            return True
        aged = is_age(one, headline) and self._told_age()
        rivalled = rival is not None or aged or (one.timed and one.thing != "year" and self._as_long(one))
        return reckoned(one, headline, self.calendar, rivalled=rivalled)

    def _with_others(self, one: Counted, headline: str) -> bool:
        """Say whether one side tells some apart whom the other counts in ("killing a mayor, 9 others": ten)."""
        if is_age(one, headline):
            return False
        listed = _OTHERS.match(headline, one.figure.span.end) or _LISTED.search(headline, 0, one.figure.span.start)
        for (_, paragraph), told in zip(self.body, self.told, strict=True):
            for other in told.counted:
                more = other.figure.value - one.figure.value
                if other.figure.unit is not Unit.COUNT or not one.may_match(other):
                    continue
                if (listed and more == 1) or (more == -1 and _OTHERS.match(paragraph.text, other.figure.span.end)):
                    return True
        return False

    def _as_long(self, one: Counted) -> bool:
        """Say whether the story tells of a stretch of time about as long, in the same unit."""
        value = one.figure.value
        return any(
            other.thing == one.thing and value <= SIMILAR * other.figure.value and other.figure.value <= SIMILAR * value
            for paragraph in self.told
            for other in paragraph.counted
        )

    def _one_more(self, one: Counted, rival: Counted) -> bool:
        """Say whether the headline adds what the story names apart to those that it counts ("Utah and 16 others")."""
        if not 0 < one.figure.value - rival.figure.value <= APART:
            return False
        text = self._paragraph(rival).text
        if _OTHERS.match(text, rival.figure.span.end):
            return True
        return one.thing == PERSON and _AND_ONE.match(text, rival.figure.span.end) is not None

    def _told_age(self) -> bool:
        """Say whether the story tells an age at its top."""
        return bool(self.told) and any(one.figure.age and one.sentence < TOP for one in self.told[0].counted)

    def _one_in(self, value: float) -> bool:
        """Say whether the story has one in so many as a share."""
        shares = [share for paragraph in self.told for share in paragraph.fractions]
        shares += [
            one.figure.value
            for paragraph in self.told
            for one in paragraph.counted
            if one.figure.unit is Unit.SHARE and not self._formerly(one)
        ]
        return any(abs(share - 100 / value) <= max(1.5, 10 / value) for share in shares)

    def _rival(self, one: Counted, top: int) -> Counted | None:
        """Return the first figure in the ``top`` sentences of the story that surely counts the same and is another."""
        before = 0
        for (_, paragraph), told in zip(self.body, self.told, strict=True):
            orders = [before + order for order in told_order(paragraph)]
            for other in told.counted:
                if orders[other.sentence] >= top and not one.label:
                    return None
                if one.same(other) and not worth_the_same(one, other, self.tolerance):
                    return other
            before = orders[-1] + 1 if orders else before
        return None

    def _place(self, one: Counted) -> Place:
        """Return where a figure of the body stands."""
        return Place(self._numbered(one)[0], one.figure.span)

    def _paragraph(self, one: Counted) -> Paragraph:
        """Return the paragraph of a figure of the body."""
        return self._numbered(one)[1]

    def _numbered(self, one: Counted) -> tuple[int, Paragraph]:
        """Return the paragraph of a figure of the body with its number."""
        return next(
            numbered
            for numbered, told in zip(self.body, self.told, strict=True)
            if any(one is other for other in told.counted)
        )


def told_order(paragraph: Paragraph) -> list[int]:
    """Return for each sentence of ``paragraph`` how many stand before it, those without a verb (datelines) left out."""
    orders, before = [], 0
    for sentence in paragraph.sentences:
        orders.append(before)
        before += any(token.pos == "VERB" for token in sentence.tokens)
    return orders
