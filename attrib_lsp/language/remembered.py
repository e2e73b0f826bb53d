"""Remember what was worked out for a sentence or a paragraph for as long as it lives.

While a draft is typed most of its paragraphs stay the same objects; what follows from one of them alone need not be
worked out again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

Subject = TypeVar("Subject")
Rest = ParamSpec("Rest")
Result = TypeVar("Result")


def remembered(
    function: Callable[Concatenate[Subject, Rest], Result],
) -> Callable[Concatenate[Subject, Rest], Result]:
    """Make ``function`` work each answer out once.

    Its first argument must be an object that is compared by identity and can be weakly referred to; the others, given
    by position, must be hashable. The answer must be immutable, and follow from the arguments alone.
    """
    answers: WeakKeyDictionary[Subject, dict[Hashable, Result]] = WeakKeyDictionary()

    @wraps(function)
    def answer(subject: Subject, /, *rest: Rest.args, **named: Rest.kwargs) -> Result:
        known = answers.setdefault(subject, {})
        key = (rest, tuple(named.items()))
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
