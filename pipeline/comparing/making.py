"""Make a story's samples: its headline, mutations and controls of it, the story changed, sentences as headlines."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from attrib_lsp.language.comparing.values import STORY
from attrib_lsp.language.comparing.words import words
from attrib_lsp.language.pipeline import Pipeline
from pipeline.comparing.mutations import CONTROLS, MUTATIONS, OF_SENTENCES, Tried
from pipeline.comparing.mutations.attribution import promoted, unsourced
from pipeline.comparing.mutations.forms import capitalised
from pipeline.comparing.mutations.sentences import alone, without_articles
from pipeline.comparing.mutations.values import Change, Passage, Stock, applied
from pipeline.comparing.reading import ReadStory
from pipeline.comparing.samples import Compared, Draft, Kept, Origin, Sample, kept, sample
from pipeline.worth import Part

SEED = 11
#: Sentences of a story that headlines are made of, and how often one is told without its articles.
_SENTENCES, _TERSE = 3, 0.5
#: What few headlines allow, and is therefore taken first where only some can be.
_RARE = frozenset({"modal", "planned", "alleged", "modal left out", "plan left out", "accused", "linked"})
#: The largest corpus, and how often its sentences are told as headlines.
_LARGEST, _LARGEST_SHARE = "numhg", 0.3
#: How many mutations are tried for one that the story can be changed for.
_TRIES = 3


def made(pipeline: Pipeline, stories: Iterable[ReadStory], stock: Stock) -> Iterator[Compared]:
    """Yield the samples of each story."""
    for one in stories:
        chance = random.Random(f"{SEED} {one.published.key}")
        texts = [kept(words([passage.parse for passage in one.story], STORY))]
        drafts = [Draft(one.headline.text, Origin.PUBLISHED, "published")]
        if one.published.part is Part.TEST:
            drafts += [
                Draft(test.headline, Origin.TEST, test.kind, expected=test.expected) for test in one.published.tests
            ]
        else:
            changes = list(tried(MUTATIONS, one.headline, one.story, stock, chance))
            drafts += changed(one.headline.text, changes, Origin.MUTATED)
            drafts += changed(
                one.headline.text, tried(CONTROLS, one.headline, one.story, stock, chance), Origin.CONTROL
            )
            drafts += of_attribution(one, stock, chance)
            drafts += of_sentences(one, stock, chance)
            answer = answered(one, changes, chance)
            if answer is not None:
                paragraphs, above = answer
                texts.append(_read_again(pipeline, one.story, paragraphs))
                drafts += above
        yield Compared(one.published.key, tuple(texts), _samples(pipeline, drafts, texts))


def tried(
    mutations: Iterable[Tried], headline: Passage, story: Sequence[Passage], stock: Stock, chance: random.Random
) -> Iterator[Change]:
    """Yield what comes of some mutations, each tried as often as it is to be."""
    for mutation, often in mutations:
        change = mutation(headline, story, stock, chance) if chance.random() < often else None
        if change is not None and applied(headline.text, change.edits)[0] not in ("", headline.text):
            yield change


def changed(text: str, changes: Iterable[Change], origin: Origin, story: int = 0) -> Iterator[Draft]:
    """Yield the headline ``text`` after each of some changes."""
    for change in changes:
        new, marks = applied(text, change.edits)
        yield Draft(new, origin, change.name, () if origin is Origin.AGREEING else marks, story)


def of_attribution(one: ReadStory, stock: Stock, chance: random.Random) -> Iterator[Draft]:
    """Yield headlines that leave out who says it, and some that do not."""
    change = unsourced(one.headline, one.story, stock, chance)
    if change is not None:
        text, _ = applied(one.headline.text, change.edits)
        yield Draft(text, Origin.MUTATED, "unsourced", unattributed=True)
    if not one.published.key.startswith(_LARGEST) or chance.random() < _LARGEST_SHARE:
        for told in promoted(one.story, chance):
            origin = Origin.CONTROL if told.name == "with source" else Origin.SENTENCE
            yield Draft(told.text, origin, told.name, unattributed=told.unattributed)


def of_sentences(one: ReadStory, stock: Stock, chance: random.Random) -> Iterator[Draft]:
    """Yield sentences of a story as headlines, as they are and mutated."""
    found = [
        (sentence, change)
        for sentence in alone(one.story)
        for change in tried(OF_SENTENCES, sentence, one.story, stock, chance)
    ]
    chance.shuffle(found)
    found.sort(key=lambda pair: pair[1].name not in _RARE)
    for sentence, change in found[:_SENTENCES]:
        terse = without_articles(sentence) if chance.random() < _TERSE else []
        # What a mutation changes stays out of the way of what is left out.
        spare = [
            edit
            for edit in terse
            if not any(edit.start < other.end and edit.end > other.start for other in change.edits)
        ]
        right, _ = applied(sentence.text, spare)
        wrong, marks = applied(sentence.text, [*change.edits, *spare])
        yield Draft(capitalised(wrong), Origin.SENTENCE, change.name, marks)
        yield Draft(capitalised(right), Origin.SENTENCE, "unchanged")


def answered(
    one: ReadStory, changes: Sequence[Change], chance: random.Random
) -> tuple[list[str | None], list[Draft]] | None:
    """Return a copy of a story for which a mutated headline is right, with that one and the published one above it.

    Of its paragraphs, those that stay the same are None. None where no mutation allows such a copy.
    """
    able = chance.sample(list(changes), len(changes))
    able = [change for change in able if change.story]
    able.sort(key=lambda change: change.name not in _RARE)
    for change in able[:_TRIES]:
        if not any(change.story):
            continue
        paragraphs = [
            applied(passage.text, edits)[0] if edits else None
            for passage, edits in zip(one.story, change.story, strict=True)
        ]
        text = one.headline.text
        _, marks = applied(
            text, [edit._replace(new=text[edit.start : edit.end]) for edit in change.before or change.edits]
        )
        return paragraphs, [
            *changed(text, [change], Origin.AGREEING, 1),
            Draft(text, Origin.DIFFERING, change.name, marks, 1),
        ]
    return None


def _read_again(pipeline: Pipeline, story: Sequence[Passage], paragraphs: Sequence[str | None]) -> Kept:
    """Return the words of a story in which some paragraphs are others."""
    parses = iter(pipeline.read([text for text in paragraphs if text is not None]))
    read = [passage.parse if text is None else next(parses) for passage, text in zip(story, paragraphs, strict=True)]
    return kept(words(read, STORY))


def _samples(pipeline: Pipeline, drafts: Sequence[Draft], stories: Sequence[Kept]) -> tuple[Sample, ...]:
    """Return the samples of some drafts; those without words are left out."""
    parses = pipeline.read([draft.text for draft in drafts])
    made = (sample(draft, parse, stories) for draft, parse in zip(drafts, parses, strict=True))
    return tuple(one for one in made if one is not None)
