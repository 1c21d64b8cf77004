"""What a text says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actum.identify.describe import describe
from actum.identify.frame import frame
from actum.identify.matter import is_followed
from actum.language.tell import language_of
from actum.model.work import Description
from actum.text.span import Part

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent / "examples" / "strategic-stability"
Case = tuple[str, dict[str, str], str]


def cases() -> list[Case]:
    blocks = (HERE.parent / "cases" / "describe.txt").read_text(encoding="utf8").split("\n## ")[1:]
    found = []
    for block in blocks:
        head, _, text = block.partition("\n\n")
        name, *pairs = head.splitlines()
        keys = {key.strip(): value.strip() for key, _, value in (pair.partition(":") for pair in pairs)}
        found.append((name, keys, text.rstrip("\n")))
    return found


def said(found: Description) -> dict[str, str]:
    return {
        "title": found.title,
        "date": found.date,
        "place": found.place,
        "language": found.language,
        "parties": " | ".join(party.name.text for party in found.parties),
        "short": "|".join(" ".join(party.defined_as) for party in found.parties),
        "together": " ".join(part.text for part in found.together),
        "agency": found.agency.text if found.agency else "",
        "complete": "yes" if found.complete else "no",
        "because": found.incomplete_because,
    }


def parts(found: Description) -> list[Part]:
    own = (found.title_part, found.date_part, found.place_part, found.agency)
    return [part for part in own if part] + [party.name for party in found.parties] + list(found.together)


@pytest.mark.parametrize(("name", "keys", "text"), cases(), ids=[name for name, _, _ in cases()])
def test_cases(name: str, keys: dict[str, str], text: str) -> None:
    found = describe(text, beside=keys.get("beside", "").replace("⏎", "\n"))
    for part in parts(found):
        part.check(text)
    for key, value in keys.items():
        if key == "because":
            assert value in found.incomplete_because, name
        elif key == "short":
            assert [one.strip() for one in said(found)[key].split("|")] == [one.strip() for one in value.split("|")], (
                name
            )
        elif key != "beside":
            assert said(found)[key] == value, (name, key)


@pytest.mark.parametrize(
    ("copy", "date", "complete"),
    [
        ("000", "2025-05-08", True),
        ("001", "2025-05-08", True),
        ("002", "XXXX-06-05", True),
        ("003", "2025-05-08", True),
        ("004", "2025-05-07/2025-05-10", False),
    ],
)
def test_sample(copy: str, date: str, *, complete: bool) -> None:
    page = next(SAMPLE.glob(f"{copy}_*.txt")).read_text(encoding="utf8")
    segments = frame(page)
    span = next(one for one in segments if one.kind == "text").span
    beside = "\n".join(one.span.of(page) for one in segments if one.kind in {"credit", "cut"})
    found = describe(span.of(page), beside=beside, followed=is_followed(segments, span))
    assert (found.date, found.place, found.complete) == (date, "莫斯科", complete)
    assert len(found.parties) == 2
    for part in parts(found):
        part.check(span.of(page))


def test_a_text_of_blanks_says_nothing() -> None:
    found = describe(" \n ")
    assert (found.title, found.date, found.complete) == ("", "", False)


def test_language_by_script() -> None:
    assert [language_of(one) for one in ("双方 NPT", "стороны и NPT", "the sides", "2025")] == ["zh", "ru", "en", "en"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([line for _, _, text in cases() for line in text.splitlines()] + [""]), max_size=8))
def test_every_part_is_a_quote(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = describe(text)
    for part in parts(found):
        part.check(text)
    assert bool(found.incomplete_because) is not found.complete
