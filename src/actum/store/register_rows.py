"""Events of the register and statuses as rows, as `actum regime` prints them.

Takes       the nouns of `model/register`.
Gives       rows with keys in the promised order.
Leaves out  telling what is in force.
"""

from __future__ import annotations

from actum.model.register import Answer, RegisterEvent, Status
from actum.store.files import Row
from actum.store.rows import part_row


def status_row(status: Status, *, name: str) -> Row:
    """A status as `actum regime` prints it; `name` is what people call the thing."""
    answer = status.answer
    return {
        "instrument": status.of,
        "name": name,
        "kind": status.kind,
        "state": answer.state,
        "since": answer.since,
        "until": answer.until,
        "as_of": status.as_of,
        "known_on": status.known_on,
        "according_to": list(status.according_to),
        "told_by": list(answer.who),
        "unverified": answer.unverified,
        "proved_by": [event_row(event) for event in answer.proved_by],
        "standings": _standing_rows(answer),
        "contested": [_answer_row(one) for one in status.contested],
        "said": [event_row(event) for event in status.said],
        "events": [event_row(event) for event in status.events],
        "caveats": list(status.caveats),
    }


def event_row(event: RegisterEvent) -> Row:
    """An event with its source; one that a text asserts has work, division and quote, one of the registry none."""
    return {
        "id": event.id,
        "instrument": event.of,
        "type": event.type,
        "date": event.date,
        "effective": event.effective,
        "until": event.until,
        "parties": list(event.parties),
        "according_to": list(event.according_to) or ["*"],
        "purported": event.purported,
        "source": event.source,
        "sure": event.sure,
        "unverified": event.sure != "A",
        "known_on": event.known_on or event.date,
        "outcome": event.outcome,
        "note": event.note,
        "work": event.work,
        "division": event.division,
        "quote": part_row(event.quote),
        "made_by": event.made_by,
    }


def _answer_row(answer: Answer) -> Row:
    return {
        "who": list(answer.who),
        "state": answer.state,
        "since": answer.since,
        "until": answer.until,
        "unverified": answer.unverified,
        "proved_by": [event_row(event) for event in answer.proved_by],
        "standings": _standing_rows(answer),
    }


def _standing_rows(answer: Answer) -> list[Row]:
    return [
        {"party": one.party, "words": one.words, "since": one.since, "event": one.event.id} for one in answer.standings
    ]
