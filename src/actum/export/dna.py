"""Leanings as an event list for Discourse Network Analyzer and its kind.

Takes       leanings, the texts and titles of their works.
Gives       the bytes of a CSV file: one row a statement.
Method      the columns of DNA's own list of events, parted by semicolons. A statement is a voice (`organization`), a
            concept and a side (`agreement` 1 or 0); a sponsor's vote is one with its sponsoring. `start` and `stop`
            count UTF-16 units, as Java does, where Actum counts code points. Values are shorter than 191 characters,
            DNA's limit; what is longer is cut with ….
Leaves out  leanings that take no side or leave it open; persons. A .dna file: that is a database of DNA's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from actum.export.separated import separated
from actum.model.network import Leaning

SPONSOR = "sponsor"
"""What the act of a vote tells besides, where its voice also sponsors the text."""
LIMIT = 190
"""Characters of a title or value that DNA stores at most."""
_HEAD = (
    "statement_id", "time", "document_id", "document_title", "document_author", "document_source", "document_section",
    "document_type", "person", "organization", "concept", "agreement", "start", "stop", "text", "act", "fact",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Document:
    """A work as a document of DNA: its title, its text, in which statements have their places."""

    title: str
    text: str


def dna(leanings: Iterable[Leaning], documents: Mapping[str, Document]) -> bytes:
    """The event list; `documents` are by work. What mark-up says has no place in the text: start and stop are empty."""
    numbers = {work: number for number, work in enumerate(sorted(documents), 1)}
    taken = [one for one in _stated(leanings) if one.side in {"for", "against"}]
    return separated(_HEAD, (_row(one, number, numbers, documents) for number, one in enumerate(taken, 1)), by=";")


def utf16(text: str, offset: int) -> int:
    """The UTF-16 units before a code point of the text: one more for each character outside the first plane."""
    return offset + sum(character > "\uffff" for character in text[:offset])


def _once(leanings: Iterable[Leaning]) -> list[Leaning]:
    """The leanings; of what mark-up says, the first alone of all languages of a document, or it would count anew."""
    found: dict[object, Leaning] = {}
    for one in leanings:
        marked = (one.voice, one.concept, one.says, one.counted_as)
        found.setdefault(marked if one.sentence is None else (one.work, one.fact, one.concept, one.part), one)
    return list(found.values())


def _stated(leanings: Iterable[Leaning]) -> list[Leaning]:
    """The leanings, each once; who sponsors a text and votes on it states it once, by the vote, which tells of both."""
    found = _once(leanings)
    ballots = {_ballot(one) for one in found if one.basis == "vote"}
    sponsors = {_ballot(one) for one in found if one.basis == "sponsor"}
    return [
        replace(one, says=f"{one.says}, {SPONSOR}") if one.basis == "vote" and _ballot(one) in sponsors else one
        for one in found
        if one.basis != "sponsor" or _ballot(one) not in ballots
    ]


def _ballot(one: Leaning) -> tuple[object, ...]:
    return one.voice, one.concept, one.counted_as


def _row(one: Leaning, number: int, numbers: Mapping[str, int], documents: Mapping[str, Document]) -> list[object]:
    document = documents[one.work]
    placed = one.sentence is not None
    return [
        number,
        _time(one.date),
        numbers[one.work],
        _cut(document.title or one.work),
        "+".join(one.voice),
        _cut(one.work),
        "",
        one.basis,
        "",
        "+".join(one.voice),
        _cut(one.concept),
        1 if one.side == "for" else 0,
        utf16(document.text, one.part.start) if placed else "",
        utf16(document.text, one.part.end) if placed else "",
        one.part.text,
        one.says,
        one.fact,
    ]


def _time(date: str) -> str:
    """A day as DNA writes time; the last day of an interval; empty where the date has no day."""
    day = date.rpartition("/")[2]
    return f"{day} 00:00:00" if len(day) == len("2019-06-05") and day[:4].isdecimal() else ""


def _cut(value: str) -> str:
    return value if len(value) <= LIMIT else value[: LIMIT - 1] + "…"
