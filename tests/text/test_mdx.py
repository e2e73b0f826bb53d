"""MDX: what is code in it is no prose, and every word stands where it is."""

from __future__ import annotations

import pytest

from attrib_lsp.text.markup import Markup
from tests.text.drafts import headline, kinds, read

DRAFT = """\
import { Chart } from '../components/chart'
import Note from './note'

export const meta = {
  title: 'Bridge'
}

# Bridge over the <em>Lea</em> shut

The <Place name="Lea > Marlow">bridge</Place> was shut on Tuesday, {props.who} the county said.

<Chart
  year={2026}
  data={[{a: 1}, {b: 2}]}
/>

<Note>
Officials said that it may take a month.
</Note>

{/* nobody sees this */}
Costs are `{unknown}`, she said: 3 < 4.

```jsx
<Note>{x}</Note>
```
"""


def test_what_is_code_is_not_read() -> None:
    story = read(DRAFT, Markup.MDX)
    assert headline(story) == "Bridge over the Lea shut"
    assert kinds(story) == [
        ("paragraph", "The bridge was shut on Tuesday,  the county said."),
        ("paragraph", "Officials said that it may take a month."),
        ("paragraph", "Costs are {unknown}, she said: 3 < 4."),
        ("code", "```jsx\n<Note>{x}</Note>\n```"),
    ]


def test_the_lines_around_an_admonition_are_no_prose() -> None:
    text = "# Bridge shut\n\n:::tip[For drivers]\nThe ferry runs all night.\n:::\n\nIt is :::odd::: she said.\n"
    assert kinds(read(text, Markup.MDX)) == [
        ("paragraph", "The ferry runs all night."),
        ("paragraph", "It is :::odd::: she said."),
    ]


def test_a_note_in_its_own_comments() -> None:
    text = "# Bridge shut\n\n{/* attrib: ignore[unsourced-claim] agreed */}\nIt is shut.\n"
    (pragma,) = read(text, Markup.MDX).pragmas
    assert pragma.span.of(text) == "{/* attrib: ignore[unsourced-claim] agreed */}"
    assert pragma.names is not None
    assert pragma.names[0].span.of(text) == "unsourced-claim"


@pytest.mark.parametrize("text", ["a < b and c > d", "half {typed", "half <Note a={", "2 <3"])
def test_what_is_half_typed_is_read(text: str) -> None:
    assert [words for _, words in kinds(read(text, Markup.MDX))] == [text]
