"""Rows as CSV: UTF-8, a head, a line for each row.

Takes       the names of the columns, rows of values.
Gives       bytes. Values stand as they are: a cell may begin with =, + or @, which a spreadsheet may take for a
            formula.
Leaves out  escaping against spreadsheets: it would change what a text says.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

_NESTED = (list, dict, bool)


def separated(head: Sequence[str], rows: Iterable[Sequence[object]], *, by: str = ",") -> bytes:
    """The rows as CSV; half a surrogate pair, which a damaged file may hold, is written as `?`."""
    page = io.StringIO()
    out = csv.writer(page, lineterminator="\n", delimiter=by)
    out.writerow(head)
    out.writerows([_cell(value) for value in row] for row in rows)
    return page.getvalue().encode("utf8", "replace")


def separated_rows(keys: Sequence[str], rows: Iterable[Mapping[str, object]]) -> bytes:
    """Rows with keys as CSV, a column a key; nested values, true, false and null as JSON; a missing key is empty."""
    return separated(keys, ([row.get(key, "") for key in keys] for row in rows))


def _cell(value: object) -> object:
    if value is None or isinstance(value, _NESTED):
        return json.dumps(value, ensure_ascii=False)
    return value
