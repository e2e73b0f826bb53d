"""Days of publication, as archives write them down."""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(r"\s*(\d{4})-?(\d{2})(?:-?(\d{2}))?(?!\d)")


def day_of(given: object) -> date | None:
    """Return the day that ``given`` means; None where it cannot be told.

    Days and times, ISO 8601 (a month alone is its first day) and the dates of e-mail and RSS are read. "03/04/2019" is
    not: nobody can say which is the month.

    >>> day_of("2019-03-04T10:00:00Z"), day_of("Mon, 04 Mar 2019 10:00:00 GMT"), day_of("03/04/2019")
    (datetime.date(2019, 3, 4), datetime.date(2019, 3, 4), None)
    """
    if isinstance(given, datetime):
        return given.date()
    if isinstance(given, date):
        return given
    words = str(given)
    try:
        if found := _ISO.match(words):
            return date(int(found[1]), int(found[2]), int(found[3] or 1))
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
