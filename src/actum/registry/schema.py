"""Authority files as YAML text, checked row by row and field by field.

Takes       the YAML text of one authority file, and its name for messages.
Gives       rows, in file order; entries with `extends: true` add names and events to a row given elsewhere.
Method      every scalar is read as text (no `no` that becomes False, no date that becomes an object).
Leaves out  whether a source says what the row says: a person checks that and sets `sure`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

import yaml

from actum.errors import DataFault
from actum.model.register import EVENT_TYPES
from actum.registry.edtf import days
from actum.registry.row import KINDS, Event, Form, Name, Row, Sure

LANGUAGES = ("zh", "en", "ru")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LISTS = (
    "parties", "members", "forum", "depositary", "symbols", "broader", "part_of", "embodied_in", "opposite", "shells",
    "folds", "near",
)  # fmt: skip
_ROW = frozenset({*_LISTS, "slug", "kind", "sure", "source", "names", "events", "relates", "not", "note", "extends"})
_NAME = frozenset({*LANGUAGES, "form", "source", "sure", "kind", "pole"})
_EVENT = frozenset({
    "type", "date", "effective", "until", "source", "sure", "according_to", "purported", "parties", "known_on",
    "outcome", "note",
})  # fmt: skip
# Fields that hold slugs of other rows.
_LINKS = ("forum", "broader", "part_of", "embodied_in", "opposite", "unlike")
# Whom a list of parties, depositaries or those who say so may name besides states and bodies.
_NO_ROW = frozenset({"multilateral", "UNSG", "*"})
Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a fault stands; knows how to say so."""

    file: str
    text: str
    number: int
    slug: str

    def fault(self, field: str, says: str) -> DataFault:
        # read a second time for its line numbers, which only a fault needs
        whole = yaml.compose(self.text, Loader=yaml.CBaseLoader)
        line = whole.value[self.number - 1].start_mark.line + 1 if whole else 1
        return DataFault(f"{self.file}, line {line}, row {self.number} ({self.slug}), field {field}: {says}")


def rows_of(text: str, *, file: str) -> tuple[Row, ...]:
    """The rows of one authority file, in its order; a row with `extends` keeps an empty kind.

    Raises DataFault with file, row and field where the text is not YAML or breaks the format.
    """
    try:
        # CBaseLoader is the safe loader without guesses at types.
        found = yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - makes text, lists and mappings only
    except yaml.YAMLError as error:
        raise DataFault(f"{file} is not YAML: {' '.join(str(error).split())}. Mend the file at that place.") from error
    if found in (None, ""):
        return ()
    if not isinstance(found, list) or not all(isinstance(raw, dict) for raw in found):
        raise DataFault(f"{file} must be a list of rows, each beginning with `- slug:`.")
    return tuple(
        _row(raw, _Place(file, text, n, str(raw.get("slug", "without slug")))) for n, raw in enumerate(found, 1)
    )


def _row(raw: Raw, place: _Place) -> Row:
    _only(raw, _ROW, place, "")
    extends = _word(raw, "extends", place, among=("true", ""), default="") == "true"
    slug = _text(raw, "slug", place)
    if not _SLUG.fullmatch(slug):
        raise place.fault("slug", f"{slug!r} is not lower-case words joined by hyphens.")
    sure: Sure = _word(raw, "sure", place, among=get_args(Sure), default="B" if extends else None)
    return Row(
        slug=slug,
        kind="" if extends else _word(raw, "kind", place, among=KINDS),
        sure=sure,
        source="" if extends else _text(raw, "source", place),
        names=tuple(_name(name, sure, place, n) for n, name in enumerate(_maps(raw, "names", place), 1)),
        events=tuple(_event(event, sure, place, n) for n, event in enumerate(_maps(raw, "events", place), 1)),
        relates=_relates(raw, place),
        unlike=_list(raw, "not", place),
        note=_text(raw, "note", place, default=""),
        **{field: _list(raw, field, place) for field in _LISTS},
    )


def _name(raw: Raw, sure: Sure, place: _Place, n: int) -> Name:
    field = f"names[{n}]"
    _only(raw, _NAME, place, field)
    languages = [language for language in LANGUAGES if language in raw]
    if len(languages) != 1:
        raise place.fault(field, f"a name has one language of {', '.join(LANGUAGES)}, this one has {languages}.")
    return Name(
        text=_text(raw, languages[0], place, within=field),
        language=languages[0],
        form=_word(raw, "form", place, among=get_args(Form), within=field),
        source=_text(raw, "source", place, within=field),
        sure=_word(raw, "sure", place, among=get_args(Sure), default=sure, within=field),
        kind=_word(raw, "kind", place, among=(*KINDS, ""), default="", within=field),
        negative=_word(raw, "pole", place, among=("-", "+"), default="+", within=field) == "-",
    )


def _event(raw: Raw, sure: Sure, place: _Place, n: int) -> Event:
    field = f"events[{n}]"
    _only(raw, _EVENT, place, field)
    return Event(
        type=_word(raw, "type", place, among=EVENT_TYPES, within=field),
        date=_date(raw, "date", place, within=field),
        source=_text(raw, "source", place, within=field),
        sure=_word(raw, "sure", place, among=get_args(Sure), default=sure, within=field),
        according_to=_list(raw, "according_to", place),
        parties=_list(raw, "parties", place),
        known_on=_date(raw, "known_on", place, within=field, may_lack=True),
        outcome=_text(raw, "outcome", place, default="", within=field),
        note=_text(raw, "note", place, default="", within=field),
        effective=_date(raw, "effective", place, within=field, may_lack=True),
        until="" if raw.get("until") is None else _until(raw, place, field),
        purported=_word(raw, "purported", place, among=("true", "false"), default="false", within=field) == "true",
    )


def _until(raw: Raw, place: _Place, field: str) -> str:
    return ".." if raw["until"] == ".." else _date(raw, "until", place, within=field)


def _date(raw: Raw, name: str, place: _Place, *, within: str, may_lack: bool = False) -> str:
    """A date of an event, which the calendar must have."""
    date = _text(raw, name, place, default="" if may_lack else None, within=within)
    if date or not may_lack:
        try:
            days(date)
        except DataFault as fault:
            raise place.fault(f"{within}.{name}", str(fault)) from fault
    return date


def _relates(raw: Raw, place: _Place) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = raw.get("relates", {})
    if not isinstance(found, dict):
        raise place.fault("relates", "must map a relation to slugs: {replaces: [slug]}.")
    return tuple((relation, _list(found, relation, place)) for relation in sorted(found))


def _only(raw: Raw, allowed: frozenset[str], place: _Place, within: str) -> None:
    unknown = sorted(set(raw) - allowed)
    if unknown:
        raise place.fault(
            within or unknown[0], f"unknown field {', '.join(unknown)}; known: {', '.join(sorted(allowed))}."
        )


def _text(raw: Raw, field: str, place: _Place, *, default: str | None = None, within: str = "") -> str:
    found = raw.get(field, default)
    if not isinstance(found, str) or (default is None and not found.strip()):
        raise place.fault(f"{within}.{field}".strip("."), "is missing or empty; every row, name and event needs it.")
    return found.strip()


def _word(
    raw: Raw, field: str, place: _Place, *, among: Sequence[str], default: str | None = None, within: str = ""
) -> Any:
    found = _text(raw, field, place, default=default, within=within)
    if found not in among:
        raise place.fault(f"{within}.{field}".strip("."), f"{found!r} is none of {', '.join(filter(None, among))}.")
    return found


def _list(raw: Raw, field: str, place: _Place) -> tuple[str, ...]:
    found = raw.get(field, [])
    found = [found] if isinstance(found, str) else found
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        raise place.fault(field, "must be a list of words.")
    return tuple(found)


def _maps(raw: Raw, field: str, place: _Place) -> list[Raw]:
    found = raw.get(field, [])
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise place.fault(field, "must be a list of entries in braces.")
    return found


def joined(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with what their extensions add, in order of the first ones.

    Raises DataFault where two rows share a slug, an extension has no row, or a field names a slug that no row has.
    """
    whole: dict[str, Row] = {}
    for row in rows:
        if not row.kind:
            continue
        if row.slug in whole:
            raise DataFault(f"registry row {row.slug}, field slug: given twice. Give `extends: true` to add names.")
        whole[row.slug] = row
    for more in (row for row in rows if not row.kind):
        if more.slug not in whole:
            raise DataFault(f"registry row {more.slug}, field extends: there is no row of this slug to extend.")
        base = whole[more.slug]
        whole[more.slug] = replace(base, names=base.names + more.names, events=base.events + more.events)
    for row in whole.values():
        _linked(row, whole)
    return tuple(whole.values())


def _linked(row: Row, whole: Mapping[str, Row]) -> None:
    for field in _LINKS:
        for slug in getattr(row, field):
            if slug not in whole:
                raise DataFault(f"registry row {row.slug}, field {field}: no row has the slug {slug!r}.")
    told = [("events.parties", event.parties) for event in row.events]
    told += [("events.according_to", event.according_to) for event in row.events]
    for field, codes in (("parties", (*row.parties, *row.members, *row.depositary)), *told):
        for code in codes:
            if code not in _NO_ROW and code.lower() not in whole:
                raise DataFault(
                    f"registry row {row.slug}, field {field}: {code!r} is no state or body of the registry."
                )
