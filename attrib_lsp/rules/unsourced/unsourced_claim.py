"""Flags assertions of disputable conduct that nobody in the story is given for.

## What it flags

A sentence in the story's own voice that says somebody in particular hid, misled, ignored a warning, failed to inspect
or to warn, broke a promise or a rule, leaned on others, lined a pocket, acted in secret or is to blame for a harm,
where neither the sentence nor its neighbours say who says so. Each such assertion is scored between 0 and 1: by the
verb, by what it is done to, by whether the doer is somebody in particular, by secrecy and intent. What is only
supposed, denied or alleged scores nothing. Only what reaches the threshold is reported.

A word by which the story itself judges somebody ("is a liar") or what somebody said or did ("his outrageous remarks",
"a bombastic call", "the mayor's rant") is reported as well, as a note where it is words or deeds that are judged.
Words that somebody in the story uses are theirs.

It stays silent inside quotation marks; where a source, document or study stands in the sentence, beside it in the
paragraph, or in the paragraph before or after with words in common; where a sourced sentence elsewhere tells the
same; for public acts, scheduled events and scenes that a reporter saw; where a plot is retold; and in interviews, in
a draft whose front matter says `kind: opinion` (analysis, review, feature, essay and the like), or in one that says
"I" often.

The threshold of 0.65 is where a listed verb, something that matters and a particular doer come together, or a graver
verb and a doer; two of the three do not reach it. It was checked on 600 published stories (300,000 words, 14,000
sentences): at 0.65 two sentences were reported, both of which an editor would query, and eight more reached it but
seemed to have a source. The few more that 0.5 reported charged nobody in particular.

In a draft of up to four sentences in which nobody speaks and no document is named, any other statement may ask for a
source; longer copy without any voice is a review, a preview, a listing, a letter. How much it does is a second score,
trained on what reporters sourced and what they told themselves. It is reported from 0.5 on, where a statement like it
is more often sourced than not: on stories held back from the training, half of the sourced statements and a quarter
of the others score that much. Short sentences, sport and votes, questions, what may or ought to be, what somebody
thinks or wants, what anybody can look up, and a first line that goes on from one that is not there are left alone.
Where somebody does speak, this score is too coarse to interrupt anybody: `attrib-lsp sources --claims` lists what
each statement rests on, with its score.

## Why

Reuters asks for a source for every statement that is neither established, nor plainly public, nor seen by its own
staff. The AP wants disputable facts attributed, in the sentence that holds them. The BBC's guidelines ask to say so
and attribute where material cannot be verified.

## Options

- `threshold` (0.65): the score from which conduct is reported. Raise it for fewer findings.
- `silent_threshold` (0.5): the score from which any statement is reported in a story in which nobody speaks. 1.0
  reports none.
- `judgements` (true): report the story's own judgements.
- `citations_count` (false): take a footnote (`[1]`, `[^1]`, `<ref>`, `{{sfn}}`) for the source, as Wikipedia does.

## Flagged

```
# The bridge that keeps growing

Work began in 2019.

⟦The ministry has been hiding the true cost of the bridge from parliament for three years.⟧
```

```
# No inspectors

The plant opened in 1988. ⟦The safety agency has failed to inspect it for six years.⟧
```

```
# Why the ward closed

The ward had 14 beds. ⟦The hospital trust ignored repeated warnings about its roof.⟧

It will reopen as a car park.
```

```
# A quiet deal

⟦Northline Energy secretly paid local councillors' travel costs during the planning inquiry.⟧
```

```
# After the flood

⟦The water company’s negligence caused the collapse of the dam.⟧ Forty houses lie under silt.
```

```
# The valley votes

⟦The tax increase would cost most families more than the new rules could ever save them.⟧
```

```
# Mayor calls for clerk to go

Mayor Ada Frost issued a ⟦bombastic⟧ call on Monday for the clerk to resign. She spoke on the quay.
```

```
# Ten years in office

The deputy mayor made a joke about widows in 2012, a remark that was deeply ⟦offensive⟧ to many. He kept his seat.
```

```
# Council sits late

The mayor's ⟦tirade⟧ lasted for ten minutes. The council then approved its budget.
```

```
# Editor's note

Leo Ravel is a serial ⟦liar⟧ who has threatened to close the port.
```

## Fixes

Attribute to …:

```
The ministry has been hiding the true cost of the bridge from parliament for three years, according to <source>.
```

Say who calls it so:

```
Mayor Ada Frost issued what <source> called a bombastic call on Monday for the clerk to resign. She spoke on the quay.
```

Cut “bombastic”:

```
Mayor Ada Frost issued a call on Monday for the clerk to resign. She spoke on the quay.
```

## Clean

```
# Actor up for two prizes

The actor Jamie Hale has been given two nominations for the Golden Lamp awards, as have Mary Street and Morgan Fry.
The list of smaller parts was read out on Monday, and that of the leads follows on Friday. Hale
starred in two films last year. Three more men are up for the award. The prizes are given in January.
```

```
# Cup draw

The holders face a hard tie in the cup. Brentley and Hartfield, the only sides left from the lower divisions, will
play them again, and who wins goes to the coast. Their reward was a home tie against the champions of the north.
```

```
# Rovers hold on

Both sides threw away a promising start with careless passes, and the half ended in a yawn.
```

```
# A walk along the coast

Northmoor Council lies directly to the east of the estuary.
```

```
# The bridge that keeps growing

The ministry has been hiding the true cost of the bridge from parliament for three years, the national audit office
said in a report on Tuesday.
```

```
# Budget row

The council misled residents over the cost of the tram. It hid a loss of £4m in the accounts, the auditor, Jean Moss,
told the finance committee.
```

```
# Tram costs

The council concealed the true cost of the tram from voters.

Jean Moss, the city auditor, said the cost had doubled by the time voters were asked.
```

```
# Sanctions widened

The government imposed sanctions on two banks on Monday and appealed to neighbours to follow. Oslo, the capital of
Norway, is a member of the alliance.
```

```
# On the square

Crowds stood in the rain and chanted. A band hid from the hail under the arcade.
```

```
# Minister to meet unions

The minister, who has ignored two letters, is due to meet the unions on Monday.
```

```
# Auditors name the council

The audit office found that the council concealed a deficit of £3m.

Councillors met on Tuesday to choose a leader. The meeting lasted four hours.

The council concealed the deficit of £3m before the election.
```

```
---
title: The council has lied to us
kind: opinion
---

The council lied to residents about the cost of the tram.
```

```
# My year with the council

I wrote to the council in May, and I waited. The council ignored my complaint, so I wrote again. I still have the
letter I sent.
```

```
# At the pictures

In the film, the minister conceals the deaths of four miners and bribes a judge.
```

```
# Clinic opens

The clinic is a member of the county's hospital group. It opened on Monday and has two wards. Patients could be moved
there from the old infirmary by the end of the year.
```

```
# Mayor under fire

The mayor's remarks were outrageous, Jean Moss, who leads the opposition, said on Monday. The outrageous remarks were
made at a dinner.
```

```
# Rivals trade blows

She answered the attacks that Leo Ravel is dishonest. He made false claims about the port, records show.
```

```
# At the pictures

The film is a reckless, absurd plan of a heist gone wrong. Leo Ravel's absurd speech in the last act saves the drama.
```

```
But that would be the end of the long line of mills that have stood along the river for two hundred years.
```

```
# Bizarre weather

A bizarre fog lay on the bay. The council's plan for the quay was ambitious and its response quick.
```

```
# Clinic plan

The trust could hide the cost of the plan. It did not mislead parliament.
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from attrib_lsp.attribution.checkworthiness import assertions
from attrib_lsp.attribution.claims import Carrier, Evidence, Line, evidence_of
from attrib_lsp.attribution.forms import listed, listed_in
from attrib_lsp.attribution.graph import AttributionGraph
from attrib_lsp.attribution.grounds import begins_back, witnessed
from attrib_lsp.attribution.judgements import judgements
from attrib_lsp.attribution.phrases import noun_phrase, span_of
from attrib_lsp.attribution.standing import asks
from attrib_lsp.attribution.worth import worth
from attrib_lsp.language.values import Sentence, Token
from attrib_lsp.lexicons import words
from attrib_lsp.rules.finding import Finding, Severity
from attrib_lsp.rules.rule import rule
from attrib_lsp.rules.unsourced._citations import cited
from attrib_lsp.rules.unsourced._contests import contest
from attrib_lsp.rules.unsourced._judging import judging
from attrib_lsp.rules.unsourced._placing import attributing, placed

_SAYS = {
    "concealment": "hid something",
    "deception": "deceived somebody",
    "neglect": "failed in a duty",
    "omission": "failed in a duty",
    "breach": "broke a rule or a promise",
    "pressure": "leaned on somebody",
    "enrichment": "gained by it",
    "secrecy": "acted in secret",
    "blame": "is to blame",
}

#: Sentences at the head of a story that show whether it tells of sport or of a vote.
OPENING = 3
#: Sentences of a draft in which it is news that nobody speaks. Longer copy without any voice is of another kind: a
#: review, a preview, a listing, a letter.
BRIEF = 4
#: Fewest words of a sentence that is taken for a statement, its marks among them.
_SHORTEST = 9
#: Words by which a sentence says no more than what may or ought to be.
_POSSIBLE = frozenset({"can", "could", "may", "might", "must", "ought", "should"})


@dataclass(frozen=True, slots=True)
class Options:
    """How much an assertion must ask for a source to be reported (0 to 1).

    ``threshold`` is for conduct that somebody is charged with, ``silent_threshold`` for any statement of a story in
    which nobody speaks. ``judgements``: report the story's own. ``citations_count``: a footnote is a source.
    """

    threshold: float = 0.65
    silent_threshold: float = 0.5
    judgements: bool = True
    citations_count: bool = False


@rule("UNS101", Severity.WARNING)
def unsourced_claim(graph: AttributionGraph, options: Options) -> Iterator[Finding]:
    """Yield a finding for each sentence that charges somebody with disputable conduct on nobody's word."""
    evidence = evidence_of(graph)
    if evidence.opinion or evidence.transcript:
        return
    silent = evidence.bare and len(evidence.lines) <= BRIEF
    for line in evidence.lines:
        if options.citations_count and cited(evidence, line):
            continue
        sentence = evidence.sentence(line)
        heard = assertions(evidence.paragraph(line), sentence)
        found = max(heard, key=lambda one: one.score, default=None)
        if found is not None and found.score >= options.threshold:
            if contest(sentence):
                continue
            carrier = evidence.carrier(line, found.verb.span, without=_objects(sentence, found.verb))
            if carrier is not Carrier.OWN_VOICE or evidence.attributed(line, found.verb):
                continue
            doer = span_of(noun_phrase(sentence, found.actor)).of(evidence.paragraph(line).text)
            message = f"The story itself says that “{doer}” {_SAYS[found.kind]}: give the source, or show the record."
            yield placed(evidence, line, found.span, message, fixes=attributing(evidence, line))
        elif silent and worth(sentence) >= options.silent_threshold and _states(evidence, line):
            message = "Nobody speaks in this story, and this needs a source: say who says so, or what shows it."
            yield placed(evidence, line, sentence.span, message, fixes=attributing(evidence, line))
        if options.judgements and not evidence.personal and (judged := next(judgements(evidence, line), None)):
            yield judging(evidence, line, judged)


def _states(evidence: Evidence, line: Line) -> bool:
    """Say whether a sentence states something in the story's own voice that rests on nothing."""
    sentence = evidence.sentence(line)
    if asks(sentence.text) or len(sentence.tokens) < _SHORTEST or contest(sentence) or _torn(evidence, line):
        return False
    if any(token.text.lower() in _POSSIBLE for token in sentence.children(sentence.root, "aux")):
        return False
    subject = sentence.child(sentence.root, "nsubj", "nsubj:pass", "csubj", "expl")
    made_up = listed_in(sentence, "claims", "genres.fiction")
    if subject is None or made_up or sentence.holds(words("people", "pronouns.first")):
        return False
    if any(one.source for one in evidence.attributions(line)) or _minded(sentence):
        return False
    if any(contest(evidence.sentence(other)) for other in evidence.lines[:OPENING]):
        return False
    scene = any(witnessed(evidence.sentence(other)) for other in evidence.beside(line))
    return not scene and evidence.carrier(line, sentence.root.span) is Carrier.OWN_VOICE


def _torn(evidence: Evidence, line: Line) -> bool:
    """Say whether a draft begins with a line that goes on from one above it: a piece of something longer."""
    sentence = evidence.sentence(line)
    first = sentence.tokens[0]
    joined = first.pos == "CCONJ" or first.text.lower() in words("evidential", "contrast")
    return line == evidence.lines[0] and (joined or begins_back(sentence))


def _minded(sentence: Sentence) -> bool:
    """Say whether a sentence tells what somebody says, thinks, wants or is for: its source may stand in it unseen."""
    verbs = (sentence.root, *sentence.children(sentence.root, "conj", "ccomp", "xcomp", "advcl"))
    lists = ("speech", "writing", "cognition", "stance", "denial")
    return any(token.pos == "VERB" and listed(sentence, token, "cues", *lists) for token in verbs)


def _objects(sentence: Sentence, verb: Token) -> frozenset[int]:
    """Return the numbers of the verb and of the words that it is done to: a report that is hidden is no source."""
    objects = (token for child in sentence.children(verb, "obj", "obl") for token in sentence.subtree(child))
    return frozenset({verb.index, *(token.index for token in objects)})
