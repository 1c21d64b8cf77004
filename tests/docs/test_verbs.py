"""The page of verbs promises the keys that rows have, all of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from actum.store.row_keys import ROW_KEYS

PAGE = (Path(__file__).parents[2] / "docs" / "verbs.md").read_text(encoding="utf8")


@pytest.mark.parametrize("verb", ROW_KEYS)
def test_every_key_is_promised(verb: str) -> None:
    section = PAGE.partition(f"### `actum {verb}`\n")[2].partition("\n##")[0]
    told = set(re.findall(r'"(\w+)"', section))
    assert set(ROW_KEYS[verb]) <= told
