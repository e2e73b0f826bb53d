"""Remember what was worked out for a sentence or a paragraph for as long as it lives.

While a draft is typed most of its paragraphs stay the same objects; what follows from one of them alone need not be
worked out again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

Subject = TypeVar("Subject")
Rest = ParamSpec("Rest")
Result = TypeVar("Result")


def remembered(
    function: Callable[Concatenate[Subject, Rest], Result],
) -> Callable[Concatenate[Subject, Rest], Result]:
    """Make ``function`` work each answer out once.

    Its first argument must be an object that does not change and has attributes, among which the answers are kept, as
    those of a cached property are; the others must be hashable. The answer must be immutable, and follow from the
    arguments alone.
    """
    place = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def answer(subject: Subject, /, *rest: Rest.args, **named: Rest.kwargs) -> Result:
        known: dict[Hashable, Result] = vars(subject).setdefault(place, {})
        key = (rest, tuple(named.items())) if named else rest
        if key not in known:
            known[key] = function(subject, *rest, **named)
        return known[key]

    return answer


def gathered(
    function: Callable[Concatenate[Subject, Rest], Iterable[Result]],
) -> Callable[Concatenate[Subject, Rest], tuple[Result, ...]]:
    """Make ``function``, which yields its answers one by one, give them as a tuple and work them out once."""

    @remembered
    @wraps(function)
    def answers(subject: Subject, /, *rest: Rest.args, **named: Rest.kwargs) -> tuple[Result, ...]:
        return tuple(function(subject, *rest, **named))

    return answers
