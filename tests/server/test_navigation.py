"""From the words that mean a source to where it is told in full, to all that it says, and to an outline by source."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from lsprotocol import types
from lsprotocol.types import PositionEncodingKind

from tests.server.editor import Editor, capabilities, editing

pytestmark = pytest.mark.asyncio(loop_scope="session")

SAMPLE = next((Path(__file__).parents[2] / "seeds").glob("*.txt")).read_text(encoding="utf-8")

DRAFT = """# Ferry sold, owner says 🚢

Two officials watched.\r
\r
Joan Kott, the owner of the *yard*, told Renée Çelik 🎉 that the 🚢 was sold. Her crew wept.\r

“We had no 😀 choice,” Kott said.

“The 🚢 was old. Paul Lind would not buy it.”

It is understood that the yard will go. An official denied it. Renée Çelik, a neighbour, said: “Good.”
"""


async def defined(editor: Editor, uri: str, words: str, inside: int) -> list[types.LocationLink | types.Location]:
    """Return the answer for a place in the first of ``words``."""
    at = editor.at(uri, words, inside)
    params = types.DefinitionParams(at.text_document, at.position)
    answer: list[types.LocationLink | types.Location] = await editor.ask(types.TEXT_DOCUMENT_DEFINITION, params)
    return answer


async def led(editor: Editor, uri: str, words: str, inside: int = 0) -> str | None:
    """Return the words to which a definition leads from the first of ``words``, None where it leads nowhere."""
    found = await defined(editor, uri, words, inside)
    if not found:
        return None
    (target,) = found
    if isinstance(target, types.Location):
        return editor.words(editor.documents[target.uri].text, target.range)
    assert target.target_range == target.target_selection_range
    return editor.words(editor.documents[target.target_uri].text, target.target_range)


async def referred(editor: Editor, uri: str, words: str, *, told: bool = False) -> list[str]:
    """Return the words that references find from the first of ``words``."""
    at = editor.at(uri, words)
    params = types.ReferenceParams(types.ReferenceContext(told), at.text_document, at.position)
    found = await editor.ask(types.TEXT_DOCUMENT_REFERENCES, params)
    return [editor.words(editor.documents[one.uri].text, one.range) for one in found or ()]


async def marked(editor: Editor, uri: str, words: str) -> list[tuple[str, types.DocumentHighlightKind | None]]:
    """Return what is highlighted with the cursor on the first of ``words``."""
    at = editor.at(uri, words)
    params = types.DocumentHighlightParams(at.text_document, at.position)
    found = await editor.ask(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, params)
    text = editor.documents[uri].text
    return [(editor.words(text, one.range), one.kind) for one in found or ()]


async def symbols(editor: Editor, uri: str) -> list[types.DocumentSymbol] | list[types.SymbolInformation]:
    """Return a document's outline."""
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    answer: list[types.DocumentSymbol] = await editor.ask(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, params)
    return answer


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("Mr Sullivan plans", "US national security adviser Jake Sullivan"),
        ("his meeting with", "US national security adviser Jake Sullivan"),
        ("He added that", "US national security adviser Jake Sullivan"),
        ("added that", "US national security adviser Jake Sullivan"),
        ("Sullivan thinks", "US national security adviser Jake Sullivan"),
        ("We will not allow", "US national security adviser Jake Sullivan"),
        ("The officials refused", "several US officials"),
        ("Mr Wang wrote", "Wang Huiyao"),
        ("Mr Xi also", "China’s president Xi Jinping"),
        ("He said China found", "Liu Pengyu"),
        ("Yang Jiechi", None),
        ("he will be disappointed", None),
        ("We are communicating", None),
        ("Trade made up", None),
    ],
)
async def test_definition_in_a_real_article(pulling: Editor, words: str, target: str | None) -> None:
    uri = next((uri for uri, one in pulling.documents.items() if one.text == SAMPLE), None)
    uri = uri or pulling.open(SAMPLE, "plaintext", "story.txt")
    found = await led(pulling, uri, words)
    assert found == target if target is None else found is not None and found.startswith(target)


@pytest.mark.parametrize(
    ("words", "inside", "target"),
    [
        ("Kott said", 0, "Joan Kott, the owner of the *yard*"),
        ("Kott said", 4, "Joan Kott, the owner of the *yard*"),
        ("Her crew", 1, "Joan Kott, the owner of the *yard*"),
        ("Joan Kott", 2, "Joan Kott, the owner of the *yard*"),
        ("The 🚢 was old", 4, "Joan Kott, the owner of the *yard*"),
        ("Paul Lind", 1, None),
        ("officials watched", 0, None),
        ("official denied", 0, "An official"),
        ("is understood", 0, None),
    ],
)
async def test_definition_in_either_way(
    pulling: Editor, pushing: Editor, words: str, inside: int, target: str | None
) -> None:
    for editor in (pulling, pushing):
        uri = next((uri for uri, one in editor.documents.items() if one.text == DRAFT), None) or editor.open(DRAFT)
        assert await led(editor, uri, words, inside) == target


async def test_a_link_says_which_words_it_comes_from(pulling: Editor) -> None:
    uri = pulling.open(DRAFT)
    (link,) = await defined(pulling, uri, "Kott said", 1)
    assert isinstance(link, types.LocationLink)
    assert link.origin_selection_range is not None
    assert pulling.words(DRAFT, link.origin_selection_range) == "Kott"


async def test_references_are_all_that_a_source_says(pulling: Editor, pushing: Editor) -> None:
    said = ["that the 🚢 was sold", "“We had no 😀 choice,”", "“The 🚢 was old. Paul Lind would not buy it.”"]
    for editor in (pulling, pushing):
        uri = editor.open(DRAFT)
        for words in ("Joan Kott", "Her crew", "no 😀 choice", "told Renée", "Paul Lind"):
            assert await referred(editor, uri, words) == said
        assert await referred(editor, uri, "Kott said", told=True) == ["Joan Kott, the owner of the *yard*", *said]
        assert await referred(editor, uri, "officials watched", told=True) == []


async def test_a_source_is_highlighted_with_what_it_says(pulling: Editor) -> None:
    uri = pulling.open(DRAFT)
    found = await marked(pulling, uri, "no 😀 choice")
    assert found == [
        ("Joan Kott, the owner of the *yard*", types.DocumentHighlightKind.Write),
        ("Her", types.DocumentHighlightKind.Read),
        ("Kott", types.DocumentHighlightKind.Read),
        ("that the 🚢 was sold", types.DocumentHighlightKind.Text),
        ("“We had no 😀 choice,”", types.DocumentHighlightKind.Text),
        ("“The 🚢 was old. Paul Lind would not buy it.”", types.DocumentHighlightKind.Text),
    ]
    assert await marked(pulling, uri, "Two officials") == []


async def test_the_outline_is_a_tree_of_sources(pulling: Editor) -> None:
    uri = pulling.open(DRAFT)
    found = await symbols(pulling, uri)
    told = []
    for one in found:
        assert isinstance(one, types.DocumentSymbol)
        told.append((one.name, one.detail, [(child.name, child.detail) for child in one.children or ()]))
    assert told == [
        ("Ferry sold, owner says 🚢", "headline", []),
        (
            "Joan Kott",
            "the owner of the yard · 3 statements",
            [
                ("that the 🚢 was sold", "told"),
                ("“We had no 😀 choice,”", "said"),
                ("“The 🚢 was old. Paul Lind would not buy it.”", None),
            ],
        ),
        ("An official", "unnamed · 1 statement", [("it", "denied")]),
        ("Renée Çelik", "a neighbour · 1 statement", [("“Good.”", "said:")]),
        ("No source named", "1 statement", [("that the yard will go", "It is understood")]),
    ]


async def test_what_is_chosen_lies_inside(pulling: Editor) -> None:
    uri = pulling.open(SAMPLE, "plaintext", "story.txt")
    found = await symbols(pulling, uri)
    trees = [one for one in found if isinstance(one, types.DocumentSymbol)]
    assert len(trees) == len(found) == 11  # the headline, nine sources, nobody
    for one in (*trees, *(child for tree in trees for child in tree.children or ())):
        assert one.name.strip()
        assert len(one.name) <= 60 or one is trees[0]
        assert one.range.start <= one.selection_range.start <= one.selection_range.end <= one.range.end
    starts = [one.range.start for one in trees[1:-1]]
    assert all(before <= after for before, after in pairwise(starts))
    quoted = next(one for one in trees if one.name == "Jake Sullivan")
    assert [child.name for child in quoted.children or ()][3] == (
        "“We are communicating directly, privately to Beijing, that…"
    )


async def test_the_outline_is_flat_for_who_shows_no_tree(pushing: Editor) -> None:
    uri = pushing.open(DRAFT)
    found = await symbols(pushing, uri)
    told = []
    for one in found:
        assert isinstance(one, types.SymbolInformation)
        told.append((one.name, one.container_name))
    assert told[:3] == [
        ("Ferry sold, owner says 🚢", None),
        ("Joan Kott", None),
        ("that the 🚢 was sold", "Joan Kott"),
    ]


@pytest.mark.parametrize("text", ["", "\r\n", "# ", "“", "# 🚢\r\n", "— he said", "“He said", "x" * 1_000_001])
async def test_next_to_nothing_leads_nowhere(pulling: Editor, text: str) -> None:
    uri = pulling.open(text)
    at = types.TextDocumentIdentifier(uri), types.Position(0, 0)
    assert not await pulling.ask(types.TEXT_DOCUMENT_DEFINITION, types.DefinitionParams(*at))
    assert not await pulling.ask(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, types.DocumentHighlightParams(*at))
    assert all(one.name for one in await symbols(pulling, uri) or ())
    pulling.close(uri)
    for method, params in (
        (types.TEXT_DOCUMENT_DEFINITION, types.DefinitionParams(*at)),
        (types.TEXT_DOCUMENT_REFERENCES, types.ReferenceParams(types.ReferenceContext(True), *at)),
        (types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT, types.DocumentHighlightParams(*at)),
        (types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, types.DocumentSymbolParams(at[0])),
        (types.TEXT_DOCUMENT_HOVER, types.HoverParams(*at)),
    ):
        assert await pulling.ask(method, params) is None


async def test_sources_are_found_over_all_open_drafts() -> None:
    async with editing(capabilities(pulls=True, encoding=PositionEncodingKind.Utf32)) as editor:
        one = editor.open(DRAFT, name="ferry.md")
        other = editor.open("# Rain\n\nIt will rain, said Çelik Kott, a forecaster.\n", name="rain%20today.md")

        async def found(query: str) -> list[tuple[str, str | None, str]]:
            answer = await editor.ask(types.WORKSPACE_SYMBOL, types.WorkspaceSymbolParams(query))
            return [(each.name, each.container_name, each.location.uri) for each in answer]

        assert await found("CELIK") == [
            ("Renée Çelik", "ferry.md", one), ("Çelik Kott", "rain today.md", other)
        ]  # fmt: skip
        assert await found("kott joan") == [("Joan Kott", "ferry.md", one)]
        assert await found("ferry") == []
        assert len(await found("")) == 4
