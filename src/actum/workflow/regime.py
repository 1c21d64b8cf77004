"""What is in force when: the register of a workspace, or of the registry alone, asked as of a date.

Takes       a workspace or none, names of instruments, a date, the day until which things could be known, who is asked.
Gives       statuses, with the name that people know the thing by.
Method      the register holds the registry's events, the workspace's own rows among them, and what its works assert. A
            name that several instruments have means those that are something, and not superseded, as of the date.
Leaves out  the clock: today is what the caller says.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from actum.errors import NoSuchRow, NotBuilt
from actum.model.read_work import ReadWork
from actum.model.register import Status
from actum.regime.assertion_rules import assertion_rules
from actum.regime.register.assertions import assertions
from actum.regime.register.course import SUPERSEDED
from actum.regime.register.register import Register, register_of, slugs_named
from actum.regime.register.status import ANYBODY, status_of
from actum.regime.register.wording import UNKNOWN
from actum.registry.edtf import days
from actum.registry.load import Registry, load
from actum.registry.row import BODIES, INSTRUMENTS
from actum.registry.row import Row as RegistryRow
from actum.store.files import Row
from actum.store.register_rows import status_row
from actum.store.workspace import Workspace
from actum.text.fold import fold
from actum.workflow.read_works import read_works
from actum.workflow.registers import registry_of

NAMES_LISTED = 10
"""Slugs that an error lists where a name means several instruments, 2026-11-26."""
_NO_NAME = "unknown:"
_TELLERS = frozenset({"state", "historic-state", "group", *BODIES})
"""Kinds of those who can say something."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the register: as of which dates, in order; without any, `today`.

    `known_on` is each such date where nothing else is said, and never later than `today`.
    """

    today: str
    as_of: tuple[str, ...] = ()
    known_on: str = ""
    according_to: tuple[str, ...] = ANYBODY


def register_rows(workspace: Workspace | None, names: Sequence[str], asked: Asked) -> list[Row]:
    """The status of what each name means, or of every instrument that the works name (the registry has, without works).

    In the order of the names, else of the registry, then what it lacks by slug; for each in order of the dates. Raises
    NoSuchRow where nothing answers to a name, DataFault where a date is none, NotBuilt.
    """
    registry = load() if workspace is None else registry_of(workspace)
    works = None if workspace is None else _works(workspace, needed=not names)
    register = register_with(registry, works)
    codes = tuple(code_of(registry, word) for word in asked.according_to)

    def status(slug: str, as_of: str) -> Status:
        known_on = asked.known_on or min(as_of, asked.today, key=lambda date: days(date)[1])
        return status_of(register, slug, as_of=as_of, known_on=known_on, according_to=codes)

    dates = asked.as_of or (asked.today,)
    told = sorted(slug for slug in register.subjects if slug.startswith(_NO_NAME))
    every = tuple(dict.fromkeys((*instruments_named(registry, works), *told)))
    lacking = {slug for slug in every if slug.startswith(_NO_NAME)}
    meant = [(name,) if name in lacking else _named(registry, register, name) for name in names]
    meant = meant or [(slug,) for slug in every]
    found = [one for slugs in meant for date in dates for one in _which([status(slug, date) for slug in slugs])]
    return [status_row(one, name=name_of(registry, one.of)) for one in found]


def _which(found: list[Status]) -> list[Status]:
    """Of several that bear one name, those that are something, and not superseded; all where none is."""
    some = [one for one in found if one.answer.state not in (UNKNOWN, SUPERSEDED)]
    return (some or found) if len(found) > 1 else found


def _works(workspace: Workspace, *, needed: bool) -> list[ReadWork]:
    """The works; none where nothing is built yet and the question is of one thing, which the registry may answer."""
    try:
        return read_works(workspace)
    except NotBuilt:
        if needed:
            raise
        return []


def register_with(registry: Registry, works: Sequence[ReadWork] | None) -> Register:
    """The register with what the works assert."""
    return register_of(registry, [event for work in works or () for event in assertions(work, registry)])


def instruments_named(registry: Registry, works: Sequence[ReadWork] | None) -> tuple[str, ...]:
    """Slugs of the instruments that works name; of all that the registry has where there is no workspace (None).

    Of what the registry lacks a work's own title is left out, and so is a name that is a kind or a number (大会决议).
    """
    if works is None:
        return tuple(row.slug for row in registry.rows if row.kind in INSTRUMENTS)
    titles = {fold(work.title).text for work in works}
    named = {
        mention.id
        for work in works
        for mention in work.mentions
        if mention.kind == "instrument" and not _names_no_thing(mention.id, work.language, titles)
    }
    known = tuple(row.slug for row in registry.rows if row.slug in named)
    return (*known, *sorted(named - set(known)))


def _names_no_thing(slug: str, language: str, titles: AbstractSet[str]) -> bool:
    words = fold(slug.removeprefix(_NO_NAME)).text
    bare = assertion_rules(language).bare.fullmatch(words)
    return slug.startswith(_NO_NAME) and (words in titles or words.strip("《》") in titles or bare is not None)


def name_of(registry: Registry, slug: str) -> str:
    """The first name that the registry has, or the words that an unknown name was written with."""
    row = registry.row(slug)
    return row.names[0].text if row is not None and row.names else slug.removeprefix(_NO_NAME)


def code_of(registry: Registry, word: str) -> str:
    """The code of one who may be asked, by code, slug or name, as works and events have it (CHN, UNGA); `*` stays.

    Raises NoSuchRow.
    """
    row = registry.row(word.strip().lower())
    sought = fold(word).text.strip()
    rows = [row] if row is not None else [one for one in registry.rows if _is_called(one, sought)]
    if word == "*":
        return word
    if not rows or not sought:
        raise NoSuchRow(
            f"no state or body of the registry is called “{word}”. Give an ISO code (CHN), a slug or a name."
        )
    return rows[0].slug.upper()


def _is_called(row: RegistryRow, folded: str) -> bool:
    return row.kind in _TELLERS and any(fold(name.text).text == folded for name in row.names)


def _named(registry: Registry, register: Register, name: str) -> tuple[str, ...]:
    if name in register.subjects:
        return (name,)
    slugs = slugs_named(registry, name)
    if not slugs:
        raise NoSuchRow(f"nothing in the register is called “{name}”. `actum registry find WORDS` looks for a name.")
    whole = slugs_named(registry, name, whole=True)
    if len(slugs) > 1 and not whole:
        more = f" and {len(slugs) - NAMES_LISTED:,} more" if len(slugs) > NAMES_LISTED else ""
        raise NoSuchRow(f"“{name}” is part of several names. Give one of: {', '.join(slugs[:NAMES_LISTED])}{more}.")
    return slugs
