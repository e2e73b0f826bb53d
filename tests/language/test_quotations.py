"""Quotation marks: what is quoted, what is an apostrophe, and what is wrong with the marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib_lsp.language.quotations import Fault, mark_faults, quotations


def quoted(text: str) -> list[str]:
    """Return the words of each quotation of ``text``; "…" before and behind shows the sides that are open."""
    return [("" if one.opened else "…") + one.inner.of(text) + ("" if one.closed else "…") for one in quotations(text)]


def faults(text: str) -> list[tuple[int, Fault]]:
    """Return where the faulty marks of ``text`` stand, with their faults."""
    return [(one.span.start, one.fault) for one in mark_faults(text)]


WELL_MARKED = [
    ("“We go,” he said. “And then?” she asked.", ["We go,", "And then?"]),
    ('"We go," he said. "And then?" she asked.', ["We go,", "And then?"]),
    ("''We go,'' he said. ''It's done.''", ["We go,", "It's done."]),
    ("``We go,'' he said.", ["We go,"]),
    ("‘We go,’ he said. ‘And then?’ she asked.", ["We go,", "And then?"]),
    ("'We go,' he said. 'And then?' she asked.", ["We go,", "And then?"]),
    ("'We go', he said, and left.", ["We go"]),
    ("«Wir gehen», sagte er. »Wir bleiben«, sagte sie. „Wir schlafen“, sagten alle.",
     ["Wir gehen", "Wir bleiben", "Wir schlafen"]),
    ("„Idziemy”, powiedział.", ["Idziemy"]),
    ("He called it “a mess” and her ‘the boss’.", ["a mess", "the boss"]),
    ("“Go”“Stop”", ["Go", "Stop"]),
    ('("We go," he said.) [“Stop,” she said.]', ["We go,", "Stop,"]),
    ('said"We go," and left', ["We go,"]),
    ('"We go."He left. "We stay."', ["We go.", "We stay."]),
    ('"...and then," he said. ".38 calibre," she said.', ["...and then,", ".38 calibre,"]),
    ('"I think—" she said. "I thought -- " he said.', ["I think—", "I thought -- "]),
    ('He typed " like this " and moved on.', [" like this "]),
]  # fmt: skip

NESTED = [
    ("‘He told me “never” twice,’ she said.", ["He told me “never” twice,"]),
    ("“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,"]),
    ("'He told me: \"I won't,\" and left,' she said.", ['He told me: "I won\'t," and left,']),
    ("\"He told me 'never',\" she said.", ["He told me 'never',"]),
    ("“They call it «la casa» here,” he said.", ["They call it «la casa» here,"]),
]

APOSTROPHES = [
    "The '90s, the ’90s, the ‘90s and the class of '68.",
    "Rock 'n' roll, rock ‘n’ roll and the boys' team.",
    "'Tis the season. 'Twas ever thus. Get 'em 'til Friday.",
    "The workers' union and the players’ union met at St James' Park.",
    "It's the Joneses' house, isn't it? Y'all goin' home?",
    "An 'Ndrangheta boss, Piet van 't Hoff and 's-Hertogenbosch.",
    "He is 5'11\" tall; the pipe is 12\" wide and 6' long; 51°30'26\" north.",
    "A 12” record and a 7’ door.",
    "The Qur'an, Hawai'i, Xi'an and O'Brien.",
    '<a href="/news/x">More</a> <img alt="" src="y">',
]

APOSTROPHES_INSIDE = [
    ("‘I don’t think the boys’ team is ready,’ he said.", ["I don’t think the boys’ team is ready,"]),
    ("'I don't think the boys' team is ready,' he said.", ["I don't think the boys' team is ready,"]),
    ("‘Get ’em out,’ she said.", ["Get ’em out,"]),
    ("'We're goin' home,' he said.", ["We're goin' home,"]),
    ("‘'90s kids are different,’ he said.", ["'90s kids are different,"]),
    ("‘Til Friday we wait,’ she said.", ["Til Friday we wait,"]),
    ('"He bought a 12" record," she said.', ['He bought a 12" record,']),
    ("The ‘fat cats’ of the City, the 'no' vote, the 'hot shots' of 'old'.", ["fat cats", "no", "hot shots", "old"]),
    ("Workers’ ‘no’ to boss’s offer", ["no"]),
    ("'I was hit 40 times' The programme is new.", ["I was hit 40 times"]),
    ("'10 people died,' he said.", ["10 people died,"]),
    ('"I wouldn"t go," he said.', ['I wouldn"t go,']),
]


@pytest.mark.parametrize(("text", "expected"), [*WELL_MARKED, *NESTED, *APOSTROPHES_INSIDE])
def test_pairs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert mark_faults(text) == ()


@pytest.mark.parametrize("text", APOSTROPHES)
def test_quotes_nothing(text: str) -> None:
    assert quoted(text) == []
    assert mark_faults(text) == ()


@pytest.mark.parametrize(
    ("text", "expected", "at"),
    [
        ("“We will not allow that.", ["We will not allow that.…"], 0),
        ('He said: "We will', ["We will…"], 9),
        ("“We go,” he said. “And then we", ["We go,", "And then we…"], 18),
        ("‘We will not allow that to go forward.", ["We will not allow that to go forward.…"], 0),
        ("He said: ‘We will not", ["We will not…"], 9),
        ("‘We go,’ he said. ‘And then the boys’ team", ["We go,", "And then the boys’ team…"], 18),
        ("The end. “", [], 9),
    ],
)
def test_runs_on(text: str, expected: list[str], at: int) -> None:
    assert quoted(text) == expected
    assert faults(text) == [(at, Fault.RUNS_ON)]


@pytest.mark.parametrize(
    ("text", "expected", "found"),
    [
        ("The ferry left,” he said.", ["…The ferry left,"], [(15, Fault.UNOPENED)]),
        ('The ferry left," he said.', ["…The ferry left,"], [(15, Fault.UNOPENED)]),
        ("“We go,” he said. It was time,” she said.", ["We go,", "…It was time,"], [(30, Fault.UNOPENED)]),
        ("“We go, he said. “And then,” she said.", ["We go, he said.…", "And then,"], [(0, Fault.RESUMED)]),
        ("“He said: ‘Not today.’ “And then,” she said.", ["He said: ‘Not today.’…", "And then,"], [(0, Fault.RESUMED)]),
        ("“We go, said Jo “And then,” she said.", ["We go, said Jo…", "And then,"], [(0, Fault.UNCLOSED)]),
        ("‘We go. ‘And then,’ she said.", ["We go.…", "And then,"], [(0, Fault.RESUMED)]),
        ("”We go,” he said.", ["We go,"], [(0, Fault.WRONG_WAY)]),
        ("“We go,“ he said.", ["We go,"], [(7, Fault.WRONG_WAY)]),
        ("“We go. “", ["We go. "], [(8, Fault.WRONG_WAY)]),
        ('She said," We go". He left.', [" We go"], [(9, Fault.MISPLACED)]),
        ("“We go,\" he said.", ["We go,"], [(7, Fault.MISMATCHED)]),
        ("\"We go,” he said.", ["We go,"], [(7, Fault.MISMATCHED)]),
        ("“He told me “go” and left,” she said.", ["He told me “go” and left,"], [(12, Fault.NESTED)]),
        ('"It is not about “fair play” any more. It is over.', ["It is not about “fair play” any more. It is over.…"],
         [(0, Fault.RUNS_ON), (17, Fault.NESTED)]),
        ('"He told me "go" and left," she said.', ['He told me "go" and left,'], [(12, Fault.NESTED)]),
    ],
)  # fmt: skip
def test_faults(text: str, expected: list[str], found: list[tuple[int, Fault]]) -> None:
    assert quoted(text) == expected
    assert faults(text) == found


@pytest.mark.parametrize(
    "text", ['<post author="Ida" date="19 May', '">It was time.', '<post author="Ida" date="19 May">Hm']
)
def test_tags_hold_no_quotations(text: str) -> None:
    assert quoted(text) == []
    assert faults(text) == []


@pytest.mark.parametrize(
    "text", ["", " ", "'", '"', "‘", "’", "''", '""', "“”", "He typed '", "He typed ' and", 'pic=""']
)
def test_marks_around_nothing_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_spans_take_in_the_marks_that_are_there() -> None:
    text = "He left,” she said. ‘Gone,’ I said. ''So.'' “And"
    assert [one.span.of(text) for one in quotations(text)] == ["He left,”", "‘Gone,’", "''So.''", "“And"]


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "''",
        "«",
        "»",
        "„",
        " ",
        ".",
        ",",
        ":",
        "—",
        "we",
        "s",
        "said",
        "'em",
        "90",
        "\n",
        "(",
    ]
)
WORDS = st.lists(st.sampled_from(["we", "don’t", "the boys’ team", "go", "it's", "’90s", "now"]), min_size=1).map(
    " ".join
)
STYLES = st.sampled_from([("“", "”"), ('"', '"'), ("''", "''"), ("‘", "’"), ("'", "'")])


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_gives_ordered_spans_inside_it(text: str) -> None:
    end = 0
    for one in quotations(text):
        assert end <= one.span.start <= one.inner.start < one.inner.end <= one.span.end <= len(text)
        assert one.opened is (one.span.start < one.inner.start)
        assert one.closed is (one.inner.end < one.span.end)
        end = one.span.end
    assert all(one.span.end <= len(text) for one in mark_faults(text))


@given(STYLES, st.lists(WORDS, min_size=1, max_size=6))
def test_what_is_well_marked_is_read_back(style: tuple[str, str], speeches: list[str]) -> None:
    opening, closing = style
    text = " ".join(f"{opening}{speech},{closing} she said." for speech in speeches)
    assert quoted(text) == [f"{speech}," for speech in speeches]
    assert mark_faults(text) == ()


@given(STYLES, WORDS.map("now we know ".__add__))
def test_a_paragraph_that_a_quotation_runs_over_is_one_open_quotation(style: tuple[str, str], speech: str) -> None:
    assert quoted(f"{style[0]}{speech}.") == [f"{speech}.…"]


@given(STYLES, st.lists(WORDS, min_size=1, max_size=3), st.data())
def test_half_typed_text_keeps_what_was_closed_before(
    style: tuple[str, str], speeches: list[str], data: st.DataObject
) -> None:
    opening, closing = style
    text = " ".join(f"{opening}{speech},{closing} she said." for speech in speeches)
    cut = data.draw(st.integers(0, len(text)))
    kept = [one for one in quotations(text) if one.span.end < cut - 1]
    assert list(quotations(text[:cut]))[: len(kept)] == kept
