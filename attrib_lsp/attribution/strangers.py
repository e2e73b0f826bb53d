"""Names in the headline that the story does not have: misspelt ones, people and places that it never mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from attrib_lsp.attribution.genders import is_given_name
from attrib_lsp.attribution.nicknames import is_nickname
from attrib_lsp.attribution.phrases import strip_article
from attrib_lsp.attribution.spelling import slips
from attrib_lsp.attribution.values import Paragraph, Place
from attrib_lsp.attribution.vocabulary import Vocabulary, plain
from attrib_lsp.language.values import Entity, Sentence, Token
from attrib_lsp.lexicons import lexicon
from attrib_lsp.lexicons.common import common_words, is_common
from attrib_lsp.text.span import Span

#: Letters that a name must have for one slip in it to be told from another name, and for two.
_LONG, _LONGER = 5, 9
#: Endings by which a name makes another word that is no slip of it ("Iraq", "Iraqi"; "Obama", "Obamas").
_DERIVED = ("s", "es", "i", "n", "an", "a", "y", "ese", "ish")
_LEAST = 3
#: Letters that a word has of which another is put together.
_HALF = 4


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name at ``span`` of the headline that the story does not have.

    ``meant`` is the story's name that it looks like or that stands in its stead, at ``place``; "" where none does.
    ``misspelt`` is set where it is that name but for a slip.
    """

    span: Span
    meant: str = ""
    place: Place | None = None
    misspelt: bool = False


def strangers(headline: Paragraph, story: Vocabulary) -> Iterator[Stranger]:
    """Yield the names of ``headline`` that ``story`` does not have.

    Only names that the reader can be sure of count: no common word, and of places only states under all their names.
    """
    for sentence in headline.sentences:
        for token in sentence.tokens:
            if not _name_like(token) or _known(token, story) or _coined(token, story):
                continue
            slip = _slip(token, story)
            if slip is not None:
                yield slip
            elif _person(sentence, token, story):
                yield Stranger(token.span)
        for entity in sentence.entities:
            if entity.label in ("PLACE", "NORP", "ORG"):
                yield from _place(entity, headline, story)
            if entity.label == "PLACE":
                yield from _town(sentence, entity, headline, story)
        yield from (one for one in _days(sentence, story) if not headline.quoted(one.span))


def _name_like(token: Token) -> bool:
    """Say whether ``token`` is written like a name and is no common word."""
    word = plain(token.text)
    if len(word) < _LEAST or not token.text[:1].isupper() or not token.text[1:].islower() or not word.isalpha():
        return False
    return not is_common(word)


def _known(token: Token, story: Vocabulary) -> bool:
    """Say whether the story has the word of ``token``, in the plural or the singular too, or what it is made of."""
    word = plain(token.text)
    if any(form in story.words for form in (word, word + "s", word.removesuffix("s"), word.removesuffix("es"))):
        return True
    made_of = (word.removesuffix(ending) for ending in _DERIVED if word.endswith(ending))
    return any(len(name) >= _LONG and name in story.names for name in made_of)


def _coined(token: Token, story: Vocabulary) -> bool:
    """Say whether ``token`` is put together from two common words of the story ("Sharkcage": a cage, a shark)."""
    word = plain(token.text)
    halves = ((word[:at], word[at:]) for at in range(_HALF, len(word) - _HALF + 1))
    return any({one, other} <= story.words and is_common(one) and is_common(other) for one, other in halves)


def _slip(token: Token, story: Vocabulary) -> Stranger | None:
    """Return ``token`` as a misspelling of one of the story's names, if it is one."""
    word = plain(token.text)
    if len(word) < _LONG or _is_place(word):
        return None
    most = 2 if len(word) >= _LONGER else 1
    for name, place in story.names.items():
        if name[:1] == word[:1] and len(name) >= _LONG and 0 < slips(word, name, most) <= most:
            if _derived(word, name) or _derived(name, word) or name in common_words():
                continue
            written = story.written(place).rstrip(".")
            return Stranger(token.span, _bare(written), place, misspelt=True)
    return None


def _bare(written: str) -> str:
    """Return a name as written, without a genitive's ending."""
    return written.removesuffix("'s").removesuffix("’s").rstrip("'’")


def _derived(one: str, other: str) -> bool:
    """Say whether ``one`` is ``other`` with an ending, or the two differ in their endings alone."""
    return any(one == other + ending or one == other[:-1] + ending for ending in _DERIVED)


def _person(sentence: Sentence, token: Token, story: Vocabulary) -> bool:
    """Say whether ``token`` is the surname of a person whom ``story`` does not name, not even by its full name.

    It is the last word of the name, no place or demonym, and cut from none of the story's names. Alone, three letters
    are as often a short form ("Mac", "Bob").
    """
    entity, name = sentence.entity_at(token), plain(token.text)
    if entity is None or entity.label != "PERSON" or story.holds(entity.text):
        return False
    named = [one for one in sentence.tokens[entity.first : entity.end] if one.tag in ("NNP", "NNPS")]
    if not named or named[-1] is not token or (len(named) == 1 and len(name) <= _LEAST):
        return False
    return not (_is_place(name) or is_given_name(token.text) or is_nickname(name, story.names))


@cache
def _table(name: str) -> dict[str, tuple[str, ...]]:
    """Return, by each plain name in a table of places, all plain names of that place."""
    found: dict[str, tuple[str, ...]] = {}
    for cluster in lexicon("places")[name]:
        names = tuple(" ".join(map(plain, one.split())) for one in cluster)
        for one in names:
            found[one] = (*found.get(one, ()), *names)
    return found


def state_named(text: str) -> str | None:
    """Return the first name of the state that ``text`` names, None for anything else.

    >>> state_named("the United States"), state_named("Beijing"), state_named("Leeds")
    ('us', 'china', None)
    """
    family = _table("states").get(_place_name(text))
    return family[0] if family is not None else None


def place_names(text: str) -> tuple[str, ...]:
    """Return all plain names of the state or the region that ``text`` names, none for anything else.

    >>> "californian" in place_names("California"), place_names("Leeds")
    (True, ())
    """
    name = _place_name(text)
    return _table("states").get(name) or _table("regions").get(name) or ()


def _place_name(text: str) -> str:
    """Return the plain words of a place's name without its article."""
    return " ".join(map(plain, strip_article(text).split()))


def _is_place(name: str) -> bool:
    """Say whether a plain word is the name of a listed place."""
    return name in _table("states") or name in _table("regions")


def _place(entity: Entity, headline: Paragraph, story: Vocabulary) -> Iterator[Stranger]:
    """Yield ``entity`` if it is a place that the story has under none of its names, while it has another."""
    name = _place_name(entity.text)
    table = next((table for table in ("states", "regions") if name in _table(table)), None)
    if table is None or any(story.holds(other) for other in _table(table)[name]):
        return
    if name in _table("states")["us"] and any(story.holds(other) for other in _table("regions")):
        return
    first = _table(table)[name][0]
    if any(story.holds(body) for body in lexicon("places")["state_bodies"].get(first, ())):
        return
    rival = _rival(headline, story, _table(table))
    if rival is not None:
        yield Stranger(entity.span, _bare(story.written(rival)), rival)


def _rival(headline: Paragraph, story: Vocabulary, table: dict[str, tuple[str, ...]]) -> Place | None:
    """Return where the story first has a place of ``table`` that the headline does not have."""
    own = {family for entity in _entities(headline) if (family := table.get(plain(entity.text)))}
    for word, place in story.names.items():
        family = table.get(word)
        if family is not None and family not in own:
            return place
    return None


def _town(sentence: Sentence, entity: Entity, headline: Paragraph, story: Vocabulary) -> Iterator[Stranger]:
    """Yield ``entity`` if it is a place of no list of which the story has no word, while it begins in another place."""
    words = [plain(one.text) for one in sentence.tokens[entity.first : entity.end]]
    if any(_is_place(word) or is_common(word) or word in story.words or not word.isalpha() for word in words):
        return
    if headline.quoted(entity.span) or _in_title_case(sentence) or not entity.text[1:].islower():
        return
    own = {word for one in _entities(headline) for word in one.text.lower().split()}
    for number, paragraph in story.paragraphs[:1]:
        for one in _entities(paragraph):
            if one.label == "PLACE" and not _is_place(plain(one.text)) and own.isdisjoint(one.text.lower().split()):
                yield Stranger(entity.span, _bare(one.text), Place(number, one.span))
                return


def _in_title_case(sentence: Sentence) -> bool:
    """Say whether most of the longer words of a headline begin with a capital, names or not."""
    long = [token.text for token in sentence.tokens if len(token.text) >= _LONG]
    return sum(word[0].isupper() for word in long) * 2 > len(long)


def _days(sentence: Sentence, story: Vocabulary) -> Iterator[Stranger]:
    """Yield the days of the week that the story does not have while it has others."""
    days = lexicon("places")["days"]
    named = [token for token in sentence.tokens if plain(token.text) in days and token.relation != "compound"]
    strange = [token for token in named if plain(token.text) not in story.words]
    told = next((story.names[day] for day in days if day in story.names), None) if strange else None
    if told is not None:
        for token in strange:
            yield Stranger(token.span, story.written(told), told)


def _entities(paragraph: Paragraph) -> Iterator[Entity]:
    """Yield the entities of ``paragraph``."""
    return (entity for sentence in paragraph.sentences for entity in sentence.entities)
