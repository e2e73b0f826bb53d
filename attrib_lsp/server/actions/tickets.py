"""Which change of which analysis an action stands for, while its edit is still to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from attrib_lsp.server.actions.offers import Offer, offers_for, offers_for_all
from attrib_lsp.server.worker import Outcome


@dataclass(frozen=True, slots=True)
class Ticket:
    """An offer's place: the ``number``-th for finding number ``finding``, or for the whole story where that is None.

    ``version`` and ``result`` say which analysis of which text it was found in.
    """

    uri: str
    version: int | None
    result: str
    finding: int | None
    number: int

    def data(self) -> dict[str, object]:
        """Return it as JSON."""
        return asdict(self)


def ticket(outcome: Outcome, finding: int | None, number: int) -> Ticket:
    """Return the ticket for an offer of ``outcome``."""
    snapshot = outcome.snapshot
    return Ticket(snapshot.uri, snapshot.source.version, outcome.result_id, finding, number)


def read_ticket(data: object) -> Ticket | None:
    """Return the ticket that a client sent back; None if it is none of ours."""
    if not isinstance(data, Mapping):
        return None
    match [data.get(key) for key in Ticket.__slots__]:
        case [str(uri), int() | None as version, str(result), int() | None as finding, int(number)]:
            return Ticket(uri, version, result, finding, number)
    return None


def offer_of(one: Ticket, outcome: Outcome) -> Offer | None:
    """Return what a ticket stands for; None if it is of another text or another analysis than ``outcome``."""
    if (one.version, one.result) != (outcome.snapshot.source.version, outcome.result_id):
        return None
    if one.finding is None:
        found = offers_for_all(outcome)
    elif 0 <= one.finding < len(outcome.findings):
        found = offers_for(outcome, outcome.findings[one.finding])
    else:
        return None
    return found[one.number] if 0 <= one.number < len(found) else None
