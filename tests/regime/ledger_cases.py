"""Read marked ledgers, and works made of plain text.

Takes       `tests/cases/ledger.txt`; its head says how it is written.
Gives       ReadWorks as the workflow would read them, and for each case the entries that must come of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from actum.divide import divide
from actum.extract.mentions import mentions
from actum.extract.parties import voices
from actum.extract.positions import positions
from actum.model.entry import LedgerEntry
from actum.model.read_work import ReadWork, Told
from actum.model.register import RegisterEvent
from actum.regime.ledger.ledger import latest_day, ledger
from actum.regime.register.register import register_of
from actum.registry.load import Registry, load
from actum.store.fact_rows import fact_id

CASES = Path(__file__).parents[1] / "cases" / "ledger.txt"
TITLE = "中华人民共和国和俄罗斯联邦联合声明"


def read(
    text: str, date: str, *, title: str = TITLE, complete: bool = True, language: str = "zh", name: str = ""
) -> ReadWork:
    """A text as the workflow would read it; a repeated division's facts are told once."""
    divisions = divide(text, language=language)
    speaking = voices(text, language=language, title=title)
    named = mentions(text, divisions, registry=load(), language=language, parties=speaking.parties)
    held = positions(text, divisions, mentions=named, voices=speaking, language=language)
    work = name or f"{date or 'undated'}-{title[-8:]}"
    again: dict[str, list[str]] = {}
    for one in divisions:
        if one.repeats is not None:
            again.setdefault(one.repeats, []).append(one.id)
    told = [
        (
            one,
            Told(fact_id("p", work, one.sentence, key=(one.cue, one.act)), ("A",), tuple(again.get(one.division, ()))),
        )
        for one in held
    ]
    parties = tuple(sorted({code for one in held for code in one.holder}))
    once = tuple(one for one in named if one.division not in {d.id for d in divisions if d.repeats is not None})
    return ReadWork(work, title, date, language, complete, text, parties, divisions, once, tuple(told))


def events(registry: Registry | None = None) -> tuple[RegisterEvent, ...]:
    """All events of the register."""
    return tuple(one for some in register_of(registry or load()).events.values() for one in some)


def entries(works: list[ReadWork], as_of: str = "", *, undated: bool = True) -> tuple[LedgerEntry, ...]:
    """The ledger of some works with the shipped register."""
    day = as_of or latest_day(works, events())
    return ledger(works, events(), registry=load(), as_of=day, undated=undated)


@dataclass
class Wanted:
    """One entry that must be there: where, and what must be told of it, line by line."""

    line: int
    date: str
    cue: str
    opens: str
    kind: str
    told: list[str] = field(default_factory=list)


@dataclass
class Case:
    """Works, the day as of which their ledger is drawn up, and entries of it."""

    shows: str
    line: int
    works: list[dict[str, str]] = field(default_factory=list)
    as_of: str = ""
    wanted: list[Wanted] = field(default_factory=list)

    def read(self) -> list[ReadWork]:
        """The works, read."""
        return [
            read(
                one["text"],
                one["date"],
                title=one.get("title") or TITLE,
                complete="cut" not in one,
                name=f"{one['date'] or 'undated'}-{number}",
            )
            for number, one in enumerate(self.works)
        ]


def cases() -> Iterator[Case]:
    """The cases of the file, in order."""
    case: Case | None = None
    for number, line in enumerate(CASES.read_text(encoding="utf8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("== "):
            if case:
                yield case
            case = Case(line[3:], number)
        elif case is not None:
            _take(case, line, number)
    if case:
        yield case


def _take(case: Case, line: str, number: int) -> None:
    if line.startswith("@ "):
        date, *rest = line[2:].split(" ", 1)
        case.works.append({"date": "" if date == "-" else date, "text": ""})
        for word in rest[0].split(" | ") if rest else ():
            case.works[-1] |= {"cut": "yes"} if word == "cut" else {"title": word}
    elif line.startswith("as of "):
        case.as_of = line.removeprefix("as of ")
    elif line.startswith("* "):
        head, _, kind = line[2:].rpartition(" : ")
        date, cue, *opens = head.split(" ", 2)
        case.wanted.append(Wanted(number, "" if date == "-" else date, cue, opens[0] if opens else "", kind))
    elif line.startswith("  "):
        case.wanted[-1].told.append(line.strip())
    else:
        work = case.works[-1]
        work["text"] = f"{work['text']}\n{line}".strip("\n")


def telling(entry: LedgerEntry) -> dict[str, list[str]]:
    """All that an entry tells, as the cases write it, by the first word."""
    told: dict[str, list[str]] = {
        "to": [f"{one.id or one.part.text}{' veiled' if one.veiled else ''}" for one in entry.addressee],
        "due": [f"{one.part.text} = {one.reads} {one.event or one.edtf}".strip() for one in entry.due],
        "until": [one.until or "open" for one in entry.due],
        "forum": [one.id for one in entry.forum],
        "basis": [one.id for one in entry.basis],
        "again": [f"{one.date} {one.made_by}" for one in entry.said_in],
        "first": [entry.first.date],
        "last": [entry.last.date],
        "closed": list(entry.closed_because),
        "open": [""] if entry.open else [],
        "times": [str(len(entry.repeated_in) + 1)],
        "rule": [entry.kind_by],
    }
    for one in entry.beside:
        says = f"{one.date} {one.of} {one.says}" if one.kind == "event" else f"{one.date} {one.of}".strip()
        told.setdefault(one.kind, []).append(says)
    return told
