"""Says that a draft is not in English, so that nothing else is checked.

## What it flags

The first words of a draft in another language than English: nothing else is reported of it, and nobody is listed among
its sources. A story in English stays one, however long the words that it quotes in another language.

It stays silent where a draft is too short to tell. Front matter has the last word: `lang: en`, or `lang: fr`.

## Why

What is known here of verbs, sources and quotations is English. In another language every finding would be a guess, and
no finding at all would look like praise.

## Flagged

```
# ⟦La maire quitte ses fonctions⟧

La maire a démissionné mardi, a annoncé la ville dans un communiqué. Selon plusieurs sources, elle avait été mise en
cause pour la vente du port, mais elle a toujours nié les faits.
```

```text
⟦Мэр уходит в отставку⟧

Мэр ушла в отставку во вторник, сообщили в городском совете. По данным источников, её обвиняли в продаже порта.
```

```
---
title: ⟦Der Hafen wird verkauft⟧
lang: de
---

Der Hafen wird verkauft.
```

## Clean

```
# Mayor steps down

The mayor resigned on Tuesday, the council said in a statement. « La vente du port était une erreur, et j'en porte la
responsabilité devant les habitants de cette ville, qui nous ont fait confiance pour tant de choses », Ms Renard wrote.
```

```
# Déjà vu

Łódź 3, Görlitz 2. Kovář, Šťastný, Müller.
```

```
---
lang: en
---

Der Hafen wird verkauft. Das ist nicht gut für die Stadt, und das ist auch nicht neu.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span
from attrib_lsp.text.story import Story

#: Of a long first line only so many code points are marked.
LONGEST = 80

_MESSAGE = (
    "This draft does not read as English, the only language that is checked. If it is, put “lang: en” on top of it."
)


@rule("DOC904", Severity.INFO)
def not_english(story: Story) -> Iterator[Finding]:
    """Yield a finding at the beginning of a draft that is not English."""
    if story.foreign is not None:
        line = story.foreign.text
        shown = line if len(line) <= LONGEST else line[:LONGEST].rpartition(" ")[0] or line[:LONGEST]
        yield Finding(Span(0, len(shown)), _MESSAGE, story.foreign)
