"""Rows as CSV, the same from a verb and from a page.

Takes       rows, and all keys that rows of their kind may have, in order.
Gives       text: a line of the keys, then a line for each row.
Method      one column a key, whatever rows come; nested values, true, false and null as JSON.
Leaves out  byte-order marks, and any escaping of cells that a spreadsheet takes for formulas: the text stands as it is.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence

from actum.store.files import Row


def csv_text(rows: Iterable[Row], keys: Sequence[str]) -> str:
    """The rows under their keys; the line of the keys alone for no rows."""
    page = io.StringIO()
    out = csv.DictWriter(page, keys, lineterminator="\n", extrasaction="ignore")
    out.writeheader()
    out.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return page.getvalue()


def _cell(value: object) -> object:
    if isinstance(value, list | dict | bool) or value is None:
        return json.dumps(value, ensure_ascii=False)
    return value
