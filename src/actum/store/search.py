"""Full-text search: one SQLite file beside the build, for substrings and phrases in any script.

Takes       units (sentences) with their place, characters and facets, in the order in which hits shall come.
Gives       an index file; for a query the hits, how many there are, and how they divide by facet.
Method      FTS5 over the folded text, every two letters or digits that follow one another a word, so that a phrase of
            words is a substring of characters (`content=''`). Single characters as words were measured too, and took
            up to ten times as long (`bench/search.py`, 2026-11-26). Punctuation is left out, and checked on the
            characters where the query has some. What is found is shown on the unit's own characters, by the fold's
            map. A query that runs over sentence ends is asked by its longest sentence, and looked for whole in the
            units around; the unit in which it begins is the hit.
Leaves out  ranking: hits come in the order of the units.
"""

from __future__ import annotations

import re
import sqlite3
import threading
import uuid
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from actum.text.fold import Folded, fold
from actum.text.span import Span

FACET_HITS = 1000
"""Hits of which facets are counted, the first ones: counting all takes longer than finding them, 2026-11-26."""
CHECKED = 5000
"""Hits whose characters are read to check the punctuation of a query, 2026-11-26."""
QUERY_LENGTH = 200
"""Characters of a query that are looked at, 2026-11-26."""
_LAST = "\ue001"  # follows the last letter of a unit, so that it too begins a pair
_SPACE = "\ue000"  # stands for the space between words: a private character, which FTS5 takes for a letter
_SCHEMA = """
CREATE TABLE unit (id INTEGER PRIMARY KEY, work TEXT, division TEXT, start INTEGER, end INTEGER, text TEXT);
CREATE TABLE facet (unit INTEGER, kind TEXT, value TEXT, PRIMARY KEY (unit, kind, value)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(folded, content='', columnsize=0, tokenize="unicode61 remove_diacritics 0");
"""
_ENDS = re.compile(r"(?<=[。！？])")
_local = threading.local()


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence: where it stands, its characters, and the facets (kind and value) that hits in it have."""

    work: str
    division: str
    start: int
    text: str
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One unit that has the words, its characters, and where they stand in these, in order.

    `before` and `behind` are the units on its two sides in the same work, empty at its edges.
    """

    work: str
    division: str
    start: int
    text: str
    spans: tuple[Span, ...]
    before: str = ""
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of one page, all their number, and counts by kind and value of facet, most frequent first.

    `counted` says of how many hits facets were counted; `sure` is False where hits were too many to check each
    one's punctuation, so that there may be fewer.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Mapping[str, tuple[tuple[str, int], ...]]
    counted: int
    sure: bool = True


NOTHING = Found((), 0, {}, 0)


def write_index(path: Path, units: Iterable[Unit]) -> None:
    """Write the index of the units; it is there whole, or not at all."""
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex}.new")
    made = sqlite3.connect(beside)
    try:
        made.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_SCHEMA}")
        for number, unit in enumerate(units, 1):
            end = unit.start + len(unit.text)
            made.execute(
                "INSERT INTO unit VALUES (?,?,?,?,?,?)",
                (number, unit.work, unit.division, unit.start, end, _storable(unit.text)),
            )
            made.execute(
                "INSERT INTO words(rowid, folded) VALUES (?,?)", (number, _pairs(_letters(unit.text).text + _LAST))
            )
            made.executemany("INSERT OR IGNORE INTO facet VALUES (?,?,?)", ((number, *one) for one in unit.facets))
        made.execute("INSERT INTO words(words) VALUES ('optimize')")
        made.commit()
    finally:
        made.close()
    beside.replace(path)


def search(path: Path, query: str, *, facets: Sequence[tuple[str, str]] = (), first: int = 0, limit: int = 50) -> Found:
    """What an index has for a query: hits `first` to `first + limit`, those alone that have all the facets asked for.

    Nothing for a query without a letter or a digit.
    """
    parts = _parts(query)
    if not has_letter(query):
        return NOTHING
    index = _open(path)
    many = max(first + limit, FACET_HITS)
    if len(parts) == 1 and len(_plain(parts[0])) == len(parts[0]):
        ids, total, sure = _single(index, parts[0], facets, many)
    else:
        ids, sure = _several(index, parts, facets)
        total = len(ids)
    hits = tuple(_hit(index, number, parts) for number in ids[first : first + limit])
    counted = ids[:FACET_HITS]
    return Found(hits, total, _counts(index, counted), len(counted), sure)


def _single(
    index: sqlite3.Connection, part: str, facets: Sequence[tuple[str, str]], many: int
) -> tuple[list[int], int, bool]:
    """The first units that have a part without punctuation, and how many have it; these need no checking."""
    asked, where = _asked(part, facets)
    ids = [number for (number,) in index.execute(f"SELECT rowid {where} ORDER BY rowid LIMIT ?", (*asked, many))]
    total = len(ids) if len(ids) < many else int(index.execute(f"SELECT count(*) {where}", asked).fetchone()[0])
    return ids, total, True


def has_letter(query: str) -> bool:
    """Whether a query has a letter or a digit: what has none cannot be looked for."""
    return bool(_plain(fold(query[:QUERY_LENGTH]).text))


def _parts(query: str) -> list[str]:
    """A query sentence by sentence, folded; marks alone go with what is before them, at its head they are a part."""
    parts: list[str] = []
    for part in filter(None, _ENDS.split(fold(query[:QUERY_LENGTH]).text.strip())):
        if parts and not _plain(part):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _several(
    index: sqlite3.Connection, parts: Sequence[str], facets: Sequence[tuple[str, str]]
) -> tuple[list[int], bool]:
    """Units in which the parts in a row begin, with their punctuation; whether all of them are told."""
    place = max(range(len(parts)), key=lambda one: (len(_plain(parts[one])), -one))
    asked, where = _asked(parts[place], ())
    ids = [number for (number,) in index.execute(f"SELECT rowid {where} ORDER BY rowid LIMIT ?", (*asked, CHECKED + 1))]
    whole = "".join(parts)
    found = {one for number in ids[:CHECKED] for one in _begins(index, number, whole, place, len(parts))}
    for facet in facets:
        found &= {number for (number,) in index.execute("SELECT unit FROM facet WHERE kind = ? AND value = ?", facet)}
    return sorted(found), len(ids) <= CHECKED


def _begins(index: sqlite3.Connection, number: int, whole: str, place: int, length: int) -> list[int]:
    """The units around one in which a run of words begins."""
    run = _run(index, number - place, number + length - place)
    work = next(row[1] for row in run if row[0] == number)
    own = [(row[0], row[2]) for row in run if row[1] == work]
    text = "".join(words for _, words in own)
    ends = list(accumulate(len(words) for _, words in own))
    return [own[bisect_right(ends, span.start)][0] for span in spans_of(text, whole)]


def _run(index: sqlite3.Connection, first: int, behind: int) -> list[tuple[int, str, str]]:
    return index.execute(
        "SELECT id, work, text FROM unit WHERE id >= ? AND id < ? ORDER BY id", (first, behind)
    ).fetchall()


def _asked(part: str, facets: Sequence[tuple[str, str]]) -> tuple[list[str], str]:
    """The values and the condition of a query: the words, and every facet."""
    has = " AND EXISTS (SELECT 1 FROM facet WHERE unit = words.rowid AND kind = ? AND value = ?)"
    values = [_phrase(_plain(part)), *(value for facet in facets for value in facet)]
    return values, f"FROM words WHERE words MATCH ?{has * len(facets)}"


def _pairs(letters: str) -> str:
    return " ".join(map("".join, pairwise(letters)))


def _phrase(letters: str) -> str:
    """A query as FTS5 asks it: the pairs of the letters in a row; of one letter alone, any pair that begins with it."""
    return f'"{_pairs(letters)}"' if len(letters) > 1 else f'"{letters}"*'


def _hit(index: sqlite3.Connection, number: int, parts: Sequence[str]) -> Hit:
    rows = index.execute(
        "SELECT id, work, division, start, text FROM unit WHERE id BETWEEN ? AND ?",
        (number - 1, number + len(parts)),
    ).fetchall()
    work, division, start, _ = next(row[1:] for row in rows if row[0] == number)
    own = [row for row in rows if row[1] == work]
    text = "".join(row[4] for row in own if number <= row[0] < number + len(parts))
    before = "".join(row[4] for row in own if row[0] < number)
    behind = "".join(row[4] for row in own if row[0] >= number + len(parts))
    return Hit(work, division, start, text, spans_of(text, "".join(parts)), before, behind)


def spans_of(text: str, query: str) -> tuple[Span, ...]:
    """Where a query stands in a text, on the text's own characters, in order, none overlapping.

    Script, width, case, white space and, where the query has none, punctuation are passed over.
    """
    folded_query = fold(query).text.strip()
    own = _letters(text)
    if len(_plain(folded_query)) == len(folded_query):
        found = _found(own.text, _plain(folded_query))
        return tuple(own.folded.offsets.back(Span(own.places[one.start], own.places[one.end - 1] + 1)) for one in found)
    return tuple(own.folded.offsets.back(one) for one in _found(own.folded.text, folded_query))


def _found(text: str, wanted: str) -> Iterator[Span]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield Span(at, at + len(wanted))
        at = text.find(wanted, at + len(wanted))


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of a folded text, and for each its place in it."""

    text: str
    folded: Folded
    places: tuple[int, ...]


def _letters(text: str) -> _Letters:
    folded = fold(text)
    places = tuple(place for place, char in enumerate(folded.text) if char.isalnum() or char == " ")
    return _Letters("".join(_letter(folded.text[place]) for place in places), folded, places)


def _plain(folded: str) -> str:
    return "".join(_letter(char) for char in folded.strip() if char.isalnum() or char == " ")


def _letter(char: str) -> str:
    return _SPACE if char == " " else char


def _storable(text: str) -> str:
    return text.encode("utf8", "replace").decode("utf8")


def _counts(index: sqlite3.Connection, ids: Sequence[int]) -> dict[str, tuple[tuple[str, int], ...]]:
    """How the units divide by facet: most frequent first, then by value."""
    if not ids:
        return {}
    marks = ",".join(str(int(number)) for number in ids)
    found: dict[str, list[tuple[str, int]]] = {}
    rows = index.execute(f"SELECT kind, value, count(*) FROM facet WHERE unit IN ({marks}) GROUP BY kind, value")  # noqa: S608  whole numbers
    for kind, value, count in rows:
        found.setdefault(kind, []).append((value, count))
    return {kind: tuple(sorted(own, key=lambda one: (-one[1], one[0]))) for kind, own in sorted(found.items())}


def _open(path: Path) -> sqlite3.Connection:
    """A reader of the index, one for each thread; the last one is kept open."""
    if getattr(_local, "path", None) != path:
        if getattr(_local, "path", None) is not None:
            _local.index.close()
        uri = f"file:{path.as_posix().replace('%', '%25').replace('?', '%3f').replace('#', '%23')}?mode=ro&immutable=1"
        _local.index = sqlite3.connect(uri, uri=True, check_same_thread=False)
        _local.index.execute("PRAGMA mmap_size=2147483648")
        _local.path = path
    index: sqlite3.Connection = _local.index
    return index
