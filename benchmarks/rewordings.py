"""Real copy reworded or reordered by known edits that cost the reader nothing: nothing of them may be called a loss.

A rewording is a function that takes a `Page` and a source of chance and returns edits, or None where the story offers
no place for it. Words in quotation marks are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random

from attrib_lsp.attribution.denials import denies
from attrib_lsp.attribution.figures import Unit, figures
from attrib_lsp.attribution.values import ContentType, CueKind, SourceKind, Statement
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.text.span import Span
from benchmarks.pages import Edit, Page, capital, edited, lowered, overlapping

Rewording = Callable[[Page, Random], "list[Edit] | None"]

#: Words and phrases that mean the same in news copy, each put for the other.
_SYNONYMS = (
    ("about", "around"), ("also", "as well"), ("began", "started"), ("begin", "start"), ("buy", "purchase"),
    ("children", "kids"), ("despite", "in spite of"), ("during", "in the course of"), ("ended", "finished"),
    ("following", "after"), ("help", "assist"), ("however", "but"), ("important", "significant"),
    ("large", "big"), ("many", "a lot of"), ("more than", "over"), ("near", "close to"), ("need", "require"),
    ("people", "persons"), ("show", "demonstrate"), ("shut", "closed"), ("since", "ever since"), ("so", "therefore"),
    ("tried", "attempted"), ("until", "till"), ("while", "whereas"), ("because", "since"), ("whole", "entire"),
    ("across", "throughout"), ("huge", "enormous"), ("often", "frequently"), ("several", "a number of"),
    ("difficult", "hard"), ("previously", "earlier"), ("almost", "nearly"), ("approximately", "roughly"),
    ("currently", "at present"), ("allowed", "let"), ("gave", "handed"), ("got", "received"), ("killed", "left dead"),
    ("wrong", "mistaken"), ("speak", "talk"), ("choose", "pick"), ("ordered", "told"), ("quickly", "fast"),
)  # fmt: skip
_SAFE = tuple(
    pair
    for pair in _SYNONYMS
    if pair[0]
    not in ("so", "also", "killed", "shut", "ordered", "allowed", "however", "about", "since", "show", "while")
)
_CONTRACTIONS = (
    ("did not", "didn’t"), ("does not", "doesn’t"), ("do not", "don’t"), ("was not", "wasn’t"), ("were not", "weren’t"),
    ("is not", "isn’t"), ("are not", "aren’t"), ("have not", "haven’t"), ("has not", "hasn’t"), ("will not", "won’t"),
    ("would not", "wouldn’t"), ("could not", "couldn’t"), ("cannot", "can’t"), ("it is", "it’s"),
    ("they are", "they’re"), ("had not", "hadn’t"), ("should not", "shouldn’t"), ("that is", "that’s"),
)  # fmt: skip
_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_MONTHS = {"January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.",
           "November": "Nov.", "December": "Dec."}  # fmt: skip
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"


def _own(page: Page, pattern: re.Pattern[str], *, names: bool = False) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the matches of a pattern in the body outside of quotation marks and, unless asked for, of names."""
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for match in pattern.finditer(paragraph.text):
            span = Span(match.start(), max(match.end(), match.start() + 1))
            sentence = paragraph.sentence_at(span.start) if paragraph.sentences else None
            entity = sentence is not None and any(
                one.span.overlaps(span) and one.label in ("PERSON", "ORG", "PLACE", "MISC") for one in sentence.entities
            )
            if not paragraph.quoted(span) and (names or not entity):
                yield number, match


def _some(chance: Random, found: Sequence[list[Edit]], most: int) -> list[Edit] | None:
    """Return the edits of up to ``most`` places, none of which touch one another."""
    if not found:
        return None
    chosen: list[Edit] = []
    for edits in chance.sample(list(found), min(most, len(found))):
        if not overlapping([*chosen, *edits]):
            chosen.extend(edits)
    return chosen


def synonyms(page: Page, chance: Random) -> list[Edit] | None:
    """Put other words for common ones."""
    table = {**dict(_SAFE), **{two: one for one, two in _SAFE}}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, table), key=len, reverse=True))})\b")
    found = [
        [page.edit(number, Span(match.start(), match.end()), table[match.group()])]
        for number, match in _own(page, pattern)
    ]
    return _some(chance, found, 8)


def contractions(page: Page, chance: Random) -> list[Edit] | None:
    """Contract what is written out, or write out what is contracted."""
    table = {**dict(_CONTRACTIONS), **{two: one for one, two in _CONTRACTIONS}}
    table |= {short.replace("’", "'"): long for long, short in _CONTRACTIONS}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, table), key=len, reverse=True))})(?!\w)")
    found = [
        [page.edit(number, Span(match.start(), match.end()), table[match.group()])]
        for number, match in _own(page, pattern)
    ]
    return _some(chance, found, 5)


def plain_cues(page: Page, chance: Random) -> list[Edit] | None:
    """Put "told reporters", "added", "explained" or "stated" for "said"."""
    found = []
    for one in page.graph.statements:
        attribution = one.attribution
        if one.paragraph not in page.graph.body or len(attribution.cue) != 1 or attribution.kind is not CueKind.SPEECH:
            continue
        cue = attribution.cue[0]
        words = cue.of(page.graph.paragraphs[one.paragraph].text)
        if (
            words == "said"
            and one.source is not None
            and page.graph.sources[one.source].kind is SourceKind.NAMED_PERSON
        ):
            found.append(
                [page.edit(one.paragraph, cue, chance.choice(("told reporters", "added", "stated", "explained")))]
            )
        elif words in ("told reporters", "stated"):
            found.append([page.edit(one.paragraph, cue, "said")])
    return _some(chance, found, 4)


def order_turned(page: Page, chance: Random) -> list[Edit] | None:
    """Put the attribution before the words where it stands behind them, and the other way round."""
    found = []
    for one in page.graph.statements:
        attribution = one.attribution
        parts = (attribution.source, attribution.cue, attribution.content)
        if one.paragraph not in page.graph.body or any(len(part) != 1 for part in parts):
            continue
        paragraph = page.graph.paragraphs[one.paragraph]
        sentence = paragraph.sentences[attribution.sentence]
        edit = _turned(paragraph.text, sentence, one)
        if edit is not None:
            found.append([page.edit(one.paragraph, sentence.span, edit)])
    return _some(chance, found, 3)


def _turned(text: str, sentence: Sentence, one: Statement) -> str | None:
    """Return a sentence with its attribution at the other end, where nothing else stands in it."""
    source, cue, content = one.attribution.source[0], one.attribution.cue[0], one.attribution.content[0]
    verb = cue.of(text)
    if verb not in ("said", "says", "added", "warned", "announced", "stated", "claimed", "explained"):
        return None
    words = content.of(text)
    said = f"{source.of(text)} {verb}"
    plain = re.fullmatch(rf"{re.escape(said)} (?:that )?", text[sentence.span.start : content.start])
    if plain and sentence.span.end - content.end <= 1 and not re.search(r"[“\"]", words):
        bare = re.sub(r"^that ", "", words).rstrip(".")
        first = source.of(text)
        who = (
            first
            if first.split()[0].istitle() and first.split()[0] not in ("The", "A", "An", "He", "She", "They")
            else lowered(first)
        )
        return f"{capital(bare)}, {who} {verb}."
    behind = text[content.end : sentence.span.end].strip(" ,.")
    if content.start == sentence.span.start and behind == said and one.attribution.type is ContentType.INDIRECT:
        first_token = sentence.tokens[0]
        bare = words.rstrip(",")
        keep = first_token.pos == "PROPN" or sentence.entity_at(first_token) is not None
        return f"{capital(source.of(text))} {verb} that {bare if keep else lowered(bare)}."
    return None


def _selfcontained(page: Page, number: int) -> bool:
    """Say whether a paragraph can stand anywhere: it names who speaks, begins with no pronoun, answers nothing."""
    paragraph = page.graph.paragraphs[number]
    opening = paragraph.text.split()[0].strip("“\"'‘").lower() if paragraph.text.split() else "it"
    pointing = {"he", "she", "they", "it", "his", "her", "their", "its", "this", "that", "these", "those", "but", "and",
                "however", "the", "both", "such", "so", "then", "meanwhile", "also"}  # fmt: skip
    if (
        opening in pointing
        or not paragraph.sentences
        or any(not one.opened or not one.closed for one in paragraph.quotations)
    ):
        return False
    for one in page.graph.statements_in(number):
        attribution = one.attribution
        named = one.source is not None and attribution.source and " " in page.source_of(one)
        if attribution.kind in (CueKind.DENIAL, CueKind.NO_COMMENT) or denies(paragraph, attribution) or not named:
            return False
    return True


def paragraphs_moved(page: Page, chance: Random) -> list[Edit] | None:
    """Move a paragraph that can stand anywhere, where none that leans on the one before is touched by it."""
    body = page.graph.body
    found = []
    for number in range(body.start + 1, body.stop):
        follows = number + 1 >= body.stop or _selfcontained(page, number + 1)
        if not _selfcontained(page, number) or not follows:
            continue
        for behind in range(body.start, body.stop):
            lands = behind + 1 >= body.stop or behind + 1 == number or _selfcontained(page, behind + 1)
            if abs(behind - number) > 1 and lands:
                found.append((number, behind))
    return page.moved(*chance.choice(found)) if found else None


def sentences_swapped(page: Page, chance: Random) -> list[Edit] | None:
    """Change the places of two sentences of a paragraph that both name who speaks, or in which nobody does."""
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        if paragraph.quotations or len(paragraph.sentences) < 2:
            continue
        for one, other in pairwise(paragraph.sentences):
            words = [sentence.text.split()[0].lower() for sentence in (one, other)]
            leaning = {
                "he",
                "she",
                "they",
                "it",
                "this",
                "that",
                "but",
                "and",
                "his",
                "her",
                "their",
                "its",
                "these",
                "so",
            }
            if leaning.isdisjoint(words) and not page.graph.statements_in(number):
                span = one.span.joined(other.span)
                found.append([page.edit(number, span, f"{other.text.strip()} {one.text.strip()}")])
    return _some(chance, found, 2)


def sentences_split(page: Page, chance: Random) -> list[Edit] | None:
    """Make two sentences of one that has two main clauses, or a clause that begins with "which"."""
    found = []
    for number, sentence in page.own_sentences():
        paragraph = page.graph.paragraphs[number]
        if any(one.inner.overlaps(sentence.span) for one in paragraph.quotations):
            continue
        for match in re.finditer(r", (and|but) (?=(?:the|he|she|it|they|a|[A-Z])\w* )", sentence.text):
            at = sentence.span.start + match.end()
            token = next((one for one in sentence.tokens if one.span.start == at), None)
            if token is None or not _clause_begins(sentence, token):
                continue
            span = Span(match.start(), match.end() + 1).shifted(sentence.span.start)
            lead = "But " if match[1] == "but" else ""
            letter = paragraph.text[span.end - 1]
            found.append([page.edit(number, span, f". {lead}{letter if lead else letter.upper()}")])
    return _some(chance, found, 2)


def _clause_begins(sentence: Sentence, token: Token) -> bool:
    """Say whether a main clause with a subject of its own begins with a token."""
    for above in (token, *sentence.ancestors(token)):
        if above.relation in ("nsubj", "nsubj:pass"):
            verb = sentence.head(above)
            return verb.relation == "conj" and sentence.head(verb).relation == "root"
    return False


def sentences_joined(page: Page, chance: Random) -> list[Edit] | None:
    """Run two short sentences of a paragraph together."""
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for one, other in pairwise(paragraph.sentences):
            quoted = any(mark.span.overlaps(one.span.joined(other.span)) for mark in paragraph.quotations)
            short = len(one.text.split()) <= 22 and len(other.text.split()) <= 22
            begins = re.match(r"(?:The|He|She|It|They|A|In|There) ", other.text)
            if not quoted and short and begins and one.text.rstrip().endswith("."):
                span = Span(one.span.start + len(one.text.rstrip()) - 1, other.span.start + 1)
                found.append([page.edit(number, span, f", and {other.text[0].lower()}")])
    return _some(chance, found, 2)


def typos(page: Page, chance: Random) -> list[Edit] | None:
    """Mistype some words; see `BACKWARDS`: the version with the slips is the old one."""
    pattern = re.compile(r"\b[a-z]{6,}\b")
    found = []
    for number in page.graph.body:
        for match in pattern.finditer(page.graph.paragraphs[number].text):
            word = match.group()
            at = chance.randrange(1, len(word) - 2)
            slip = chance.choice(
                (
                    word[:at] + word[at + 1 :],
                    word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                    word[:at] + word[at] + word[at:],
                )
            )
            if slip != word:
                found.append([page.edit(number, Span(match.start(), match.end()), slip)])
    return _some(chance, found, 6)


def punctuation(page: Page, chance: Random) -> list[Edit] | None:
    """Change dashes, serial commas and semicolons."""
    changes = (
        (re.compile(r" [—–-] "), "—"), (re.compile(r"(?<=\w)—(?=\w)"), " – "), (re.compile(r"; (?=[a-z])"), " – "),
        (re.compile(r"(?<=\w), and (?=\w+\.)"), " and "), (re.compile(r"(?<=[a-z]) - (?=[a-z])"), " – "),
        (re.compile(r"(?<=\w), (?=who |which )"), " – "), (re.compile(r"\bper cent\b"), "percent"),
    )  # fmt: skip
    found = [
        [page.edit(number, Span(match.start(), match.end()), new)]
        for pattern, new in changes
        for number, match in _own(page, pattern)
        if match.group() != new
    ]
    return _some(chance, found, 5)


def quotation_marks(page: Page, chance: Random) -> list[Edit] | None:
    """Straighten curly marks, or curl straight ones, all through headline and text."""
    edits: list[Edit] = []
    curly = any(mark in page.body_text for mark in "“”’")
    table = {"“": '"', "”": '"', "‘": "'", "’": "'"}
    for name in ("headline", "text"):
        text = page.row[name]
        for at, letter in enumerate(text):
            if curly and letter in table:
                edits.append(Edit(name, Span(at, at + 1), table[letter]))
            elif not curly and letter in "\"'":
                opens = at == 0 or text[at - 1] in " \n([—-“"
                new = ("“" if opens else "”") if letter == '"' else ("‘" if opens else "’")
                edits.append(Edit(name, Span(at, at + 1), new))
    return edits or None


def number_style(page: Page, chance: Random) -> list[Edit] | None:
    """Write small numbers in letters or digits, shorten months, write the sign for per cent."""
    found: list[list[Edit]] = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for figure in figures(paragraph.text):
            words = figure.span.of(paragraph.text)
            if paragraph.quoted(figure.span) or figure.unit is not Unit.COUNT or figure.joined:
                continue
            if words.isdigit() and 2 <= int(words) < len(_SMALL):
                found.append([page.edit(number, figure.span, _SMALL[int(words)])])
            elif words in _SMALL[2:]:
                found.append([page.edit(number, figure.span, str(_SMALL.index(words)))])
    for number, match in _own(page, re.compile(r"(?<=\d)(?: per ?cent\b|%)"), names=True):
        found.append([page.edit(number, Span(match.start(), match.end()), "%" if match.group() != "%" else " percent")])
    for number, match in _own(page, re.compile(rf"\b(?:{'|'.join(_MONTHS)}) (?=\d)"), names=True):
        found.append([page.edit(number, Span(match.start(), match.end() - 1), _MONTHS[match.group().strip()])])
    return _some(chance, found, 5)


def passive(page: Page, chance: Random) -> list[Edit] | None:
    """Turn short sentences with a subject, a regular verb in the past and an object into the passive."""
    found = []
    for number, sentence in page.own_sentences():
        paragraph, root = page.graph.paragraphs[number], sentence.root
        subject, thing = sentence.child(root, "nsubj"), sentence.child(root, "obj")
        if root.tag != "VBD" or not root.text.endswith("ed") or subject is None or thing is None:
            continue
        before, after = sentence.subtree(subject), sentence.subtree(thing)
        whole = before[-1].index + 1 == root.index and root.index + 1 == after[0].index and before[0].index == 0
        plain = (
            thing.pos in ("NOUN", "PROPN") and subject.pos in ("NOUN", "PROPN") and len(after) <= 8 and len(before) <= 8
        )
        kept = not any(child.relation in ("conj", "xcomp", "ccomp", "aux") for child in sentence.children(root))
        if not (whole and plain and kept) or paragraph.quoted(sentence.span):
            continue
        text = paragraph.text
        one = Span(before[0].span.start, before[-1].span.end).of(text)
        other = Span(after[0].span.start, after[-1].span.end).of(text)
        named = before[0].pos == "PROPN"
        verb = "were" if thing.tag in ("NNS", "NNPS") else "was"
        span = Span(before[0].span.start, after[-1].span.end)
        found.append(
            [page.edit(number, span, f"{capital(other)} {verb} {root.text} by {one if named else lowered(one)}")]
        )
    return _some(chance, found, 2)


def day_moved(page: Page, chance: Random) -> list[Edit] | None:
    """Put the day at the beginning of its sentence, or leave it out of the middle of "said on Monday"."""
    found = []
    for number, sentence in page.own_sentences():
        paragraph = page.graph.paragraphs[number]
        match = re.search(rf" on (?:{_DAYS})(?=[.])", sentence.text)
        if match is None or any(one.span.overlaps(sentence.span) for one in paragraph.quotations):
            continue
        first = sentence.tokens[0]
        keep = first.pos == "PROPN" or sentence.entity_at(first) is not None or first.text == "I"
        bare = sentence.text[: match.start()] + sentence.text[match.end() :]
        found.append(
            [
                page.edit(
                    number,
                    sentence.span,
                    f"{match.group().strip().capitalize().replace('On ', 'On ')}, {bare if keep else lowered(bare)}",
                )
            ]
        )
    edits = _some(chance, found, 2)
    return None if edits is None else [_day_capital(edit) for edit in edits]


def _day_capital(edit: Edit) -> Edit:
    """Return an edit that begins with "On monday" with the day's capital."""
    new = re.sub(r"^On (\w)", lambda match: f"On {match[1].upper()}", edit.new)
    return Edit(edit.field, edit.span, new)


def paragraphs_cut_otherwise(page: Page, chance: Random) -> list[Edit] | None:
    """Break a paragraph in two between sentences, or run two into one."""
    found = []
    for number in page.graph.body:
        paragraph = page.graph.paragraphs[number]
        for one, other in pairwise(paragraph.sentences):
            marked = any(mark.span.overlaps(one.span.joined(other.span)) for mark in paragraph.quotations)
            if not marked and other.span.start > one.span.end:
                found.append([page.edit(number, Span(one.span.end, other.span.start), "\n\n")])
        if number + 1 in page.graph.body:
            end, start = page.block(number).end, page.block(number + 1).start
            between = page.row["text"][end:start]
            if not between.strip() and not paragraph.quotations and not page.graph.paragraphs[number + 1].quotations:
                found.append([Edit("text", Span(end, start), " ")])
    return _some(chance, found, 3)


def titles_dropped(page: Page, chance: Random) -> list[Edit] | None:
    """Drop courtesy titles."""
    pattern = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? (?=[A-Z])")
    found = [
        [page.edit(number, Span(match.start(), match.end()), "")] for number, match in _own(page, pattern, names=True)
    ]
    return _some(chance, found, 50)


def that_turned(page: Page, chance: Random) -> list[Edit] | None:
    """Take "that" out behind "said", or put it in."""
    out = [[page.edit(n, Span(m.start(), m.end()), " ")] for n, m in _own(page, re.compile(r"(?<=\bsaid) that "))]
    into = [
        [page.edit(n, Span(m.start(), m.end()), " that ")]
        for n, m in _own(page, re.compile(r"(?<=\bsaid) (?=(?:the|he|she|it|they|there|his|her|its) )"))
    ]
    return _some(chance, [*out, *into], 4)


def several(page: Page, chance: Random) -> list[Edit] | None:
    """Make several kinds of rewording at once."""
    kinds = [synonyms, contractions, plain_cues, that_turned, punctuation, number_style, titles_dropped, order_turned]
    chosen: list[Edit] = []
    made = 0
    for kind in chance.sample(kinds, len(kinds)):
        edits = kind(page, chance)
        if edits and not overlapping([*chosen, *edits]):
            chosen.extend(edits)
            made += 1
        if made == 4:
            break
    return chosen if made >= 3 else None


REWORDINGS: Mapping[str, Rewording] = {
    "synonyms": synonyms,
    "contractions": contractions,
    "said made told reporters, added, stated": plain_cues,
    "attribution put at the other end": order_turned,
    "paragraphs moved": paragraphs_moved,
    "sentences swapped": sentences_swapped,
    "sentences split": sentences_split,
    "sentences joined": sentences_joined,
    "typos mended": typos,
    "punctuation": punctuation,
    "quotation marks curled or straightened": quotation_marks,
    "numbers, months, per cent written otherwise": number_style,
    "active made passive": passive,
    "day put first": day_moved,
    "paragraphs broken or run together": paragraphs_cut_otherwise,
    "courtesy titles dropped": titles_dropped,
    "that put in or taken out": that_turned,
    "several at once": several,
}
#: Rewordings whose edited version is the old one.
BACKWARDS = frozenset({"typos mended"})

__all__ = ["BACKWARDS", "REWORDINGS", "edited"]
