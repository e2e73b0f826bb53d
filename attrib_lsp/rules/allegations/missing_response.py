"""Flags people, bodies and states that are accused and never heard.

## What it flags

Somebody named who is accused in the story, by the story or by a source in it, of a wrong; a body or a state that is
said to be accused of or blamed for anything ("accused the bank of hiding"); or whom a headline speaks of on the word
of unnamed sources or against a denial: and nowhere a line of theirs. Any word of theirs counts as an answer, from
themselves, a spokesperson, a lawyer, an embassy, or that they declined or could not be reached.

It stays silent on groups, on the dead, on bands of gunmen, on whoever was convicted or admitted it, on policy
criticism, on history, and on drafts of a few lines.

## Why

The BBC's guidelines give whoever faces serious criticism a fair chance to answer, in the same piece. The Society of
Professional Journalists asks reporters to seek out whom a story accuses. Reuters wants comment, or signs of a real
effort to get it. The Editors' Code in Britain owes an opportunity to reply where it is reasonably called for.

## Options

- `min_words` (20): drafts with fewer words in the body are left alone. Raise it to spare breaking news.

## Flagged

```
# Inspector says ⟦Delmar Foods⟧ sold spoiled meat

Delmar Foods sold spoiled meat to schools, the food inspector, Kim Abara, said on Monday. Ms Abara said the meat was
three weeks old.
```

```
# Auditor reports on harbour fund

The auditor, Jean Moss, told the council on Monday that ⟦Piet Moran⟧ embezzled £40,000 from the harbour fund over four
years. The money went to a boat, she said.
```

```
# ⟦Ruritania⟧ asked rebels for drones

The request was made in May, three officers said. They would not say how many drones Ruritania had asked the rebels
for. The rebels' spokesman, Ilan Moss, denied the report.
```

```text
Union wants inquiry at mine

The union accused ⟦Nordal Mining⟧ of fraud over the safety tests. It called on the government to open an inquiry at
once, and on the mine's owners to pay the men.
```

```
# Report on ferry is out

⟦Nordal Ferries⟧ is to blame for the delays, the harbour master, Kim Abara, said on Monday. She spoke to councillors for
an hour. They meet again in June, when the budget is due.
```

```
# Envoys meet

The envoys met on Monday. One of them, Mara Voss, blamed ⟦Russia⟧ for the attack on the refinery. The talks go on in
June, when the ministers come.
```

## Fixes

Add the answer:

```
Delmar Foods sold spoiled meat to schools, the food inspector, Kim Abara, said on Monday. Ms Abara said the meat was
three weeks old. Delmar Foods said <what it answers>.
```

Say that they did not respond:

```
Delmar Foods sold spoiled meat to schools, the food inspector, Kim Abara, said on Monday. Ms Abara said the meat was
three weeks old. Delmar Foods did not respond to <how and when it was asked>.
```

Say that they declined to comment:

```
Delmar Foods sold spoiled meat to schools, the food inspector, Kim Abara, said on Monday. Ms Abara said the meat was
three weeks old. Delmar Foods declined to comment when <how and when it was asked>.
```

## Clean

```
# Gas used in north

A panel of the inspectors said that gas was used on the town in May. It accused ISIS of carrying out the attack. The
town was empty on Monday, and the road to it was shut.
```

```
# Report on ferry is out

Nordal Ferries is not to blame for the delays, the harbour master, Kim Abara, said on Monday. She spoke to councillors
for an hour. They meet again in June, when the budget is due.
```

```
# Envoys meet

The envoy, Mara Voss, refused to blame Russia for the attack on the refinery. The talks go on in June, when the
ministers come.
```

```
# Inspector says Delmar Foods sold spoiled meat

Delmar Foods sold spoiled meat to schools, the food inspector, Kim Abara, said on Monday. Delmar did not reply to three
emails and two calls to its Leeds office.
```

```
# Auditor reports on harbour fund

The auditor, Jean Moss, told the council on Monday that Piet Moran embezzled £40,000 from the harbour fund. Mr Moran's
lawyer said that he would answer in court.
```

```
# Treasurer jailed

Piet Moran embezzled £40,000 from the harbour fund, the court heard. He was jailed for two years on Monday. The judge,
Ann Sorel, said that he had betrayed the town's trust.
```

```
# Minister attacks budget

The opposition's leader, Ole Krog, criticised the finance minister, Tove Lund, for the budget. It would raise taxes for
most families and cut the money for schools, he said.
```

```
# Drivers blame rain

Drivers blamed the rain for the crash on the coast road. Visibility was poor and the road was wet, they said, and nobody
had gritted it.
```

```
# Firm owns up

Delmar Foods said on Monday that it sold spoiled meat to four schools. The firm said that it had dismissed two managers
and would pay the schools back.
```

```
# Lawmaker backs colleague

Ida Voss, the new lawmaker from the valley, took a stand for a colleague on Saturday. She went on the radio to weigh
in, accusing the GOP of having a double standard.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.accusations import established
from attrib_lsp.attribution.build import read_blocks
from attrib_lsp.attribution.claims import evidence_of
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.phrases import strip_article
from attrib_lsp.attribution.responses import responses
from attrib_lsp.attribution.targets import Target, targets
from attrib_lsp.rules.finding import Finding, Fix, Severity
from attrib_lsp.rules.mending import capital
from attrib_lsp.rules.rule import rule
from attrib_lsp.text.span import Span


@dataclass(frozen=True, slots=True)
class Options:
    """``min_words``: how many words the body needs."""

    min_words: int = 20


@rule("ALL602", Severity.WARNING)
def missing_response(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding at the first mention of each accused party that answers nowhere."""
    if graph.words < options.min_words or evidence_of(graph).opinion:
        return
    blocks = read_blocks(graph.story)
    for target in targets(graph):
        if responses(graph, target.party) or established(graph, target.party):
            continue
        prose = blocks[target.place.paragraph].prose
        name = target.place.span.of(prose.text)
        yield Finding(
            target.place.span,
            f"“{name}” is accused here and is not heard in the story. Add the answer, or say how you asked for one.",
            prose,
            fixes=_fixes(graph, target, name),
        )


def _fixes(graph: AttributionGraph, target: Target, name: str) -> tuple[Fix, ...]:
    """Return the fixes that close the accusing paragraph, or the first, with the answer or the attempt to get it."""
    number = target.place.paragraph if target.place.paragraph in graph.body else graph.body[0]
    prose = read_blocks(graph.story)[number].prose
    end = len(graph.paragraphs[number].text)
    who = capital(name) if target.party.named else f"The {strip_article(name)}"
    return tuple(
        Fix(title, Span(end, end), f" {who} {line}.", within=prose)
        for title, line in (
            ("Add the answer", "said <what it answers>"),
            ("Say that they did not respond", "did not respond to <how and when it was asked>"),
            ("Say that they declined to comment", "declined to comment when <how and when it was asked>"),
        )
    )
