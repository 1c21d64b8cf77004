"""Rows to take away: CSV and JSON lines, as the verbs print them, of what a page is asked for.

Takes       the name of a kind of rows with its ending, and the query of the page.
Gives       a file.
Leaves out  order and groups of the page: rows come in the order of the verb.
"""

from __future__ import annotations

import json
from functools import cache
from http import HTTPStatus

from fastapi import APIRouter, Request
from fastapi.responses import Response

from actum.store.csv_rows import csv_text
from actum.store.files import Row, line
from actum.store.row_keys import ROW_KEYS
from actum.text.fold import fold
from actum.text.script import classes
from actum.web.links import Links
from actum.web.page import Asked
from actum.web.pages import formulations, ledger, pair, positions
from actum.web.room import Room
from actum.web.words import UIS

KINDS = {
    "positions": positions.rows,
    "ledger": ledger.rows,
    "formulations": formulations.rows,
    "track": formulations.tracked,
    "compare": pair.rows,
    "silence": pair.silence_rows,
}
"""What can be taken away, by the name of its verb."""
WHOLE = ("positions", "ledger", "formulations")
"""The kinds that a static site has as files, whole."""
MARKS = ((0x21, 0x2E80), (0x3000, 0x3040), (0xFE10, 0xFE70), (0xFF00, 0xFFF0))
"""Where marks of punctuation stand (Unicode 15)."""
TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson; charset=utf-8"}
router = APIRouter(prefix="/download", include_in_schema=False)


@router.get("/variants.js")
def variants() -> Response:
    """The classes of variant characters, for folding what a reader types in the browser."""
    return Response(variants_script(), media_type="text/javascript; charset=utf-8")


@cache
def variants_script() -> bytes:
    """A script that holds each class of variant characters on a line, the one they fold to first; and each mark."""
    made = {"actumVariants": chr(10).join(classes()), "actumMarks": chr(10).join(_marks())}
    told = ((name, json.dumps(lines, ensure_ascii=False)) for name, lines in made.items())
    return "".join(f"window.{name} = {lines};\n" for name, lines in told).encode()


def _marks() -> list[str]:
    """Each mark of punctuation that folds to another, behind the one it folds to."""
    folded = ((fold(chr(code)).text, chr(code)) for low, high in MARKS for code in range(low, high))
    return [
        to + mark for to, mark in folded if len(to) == 1 and to != mark and not mark.isalnum() and not mark.isspace()
    ]


@router.get("/{kind}.{ending}")
def download(request: Request, kind: str, ending: str) -> Response:
    """The rows that a page of the same query is made of."""
    if kind not in KINDS or ending not in TYPES:
        return Response(f"There are {', '.join(KINDS)}, each as .csv and .jsonl.\n", HTTPStatus.NOT_FOUND)
    query = {name: tuple(request.query_params.getlist(name)) for name in request.query_params}
    asked = Asked.of(Room.of(request).workspace, Links({}, UIS[0], asked=query), {})
    headers = {"Content-Disposition": f'attachment; filename="{kind}.{ending}"'}
    return Response(written(kind, ending, KINDS[kind](asked)), media_type=TYPES[ending], headers=headers)


def written(kind: str, ending: str, rows: list[Row]) -> bytes:
    """The bytes of a file of rows."""
    text = csv_text(rows, ROW_KEYS[kind]) if ending == "csv" else "".join(line(row) + "\n" for row in rows)
    return text.encode("utf8", "surrogatepass")
