"""Akoma Ntoso as a copy: the text as printed, each character in its place, the mark-up as records."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from tests.read.exact import check_exact
from tests.read.test_akn import SHARED, SMALL

from actum.model.copy import Copy
from actum.read.akn import read_akn
from actum.read.read import read_copy


def read(data: bytes, place: str = "x.xml") -> Copy:
    copy = read_copy(data, place=place)
    check_exact(copy)
    return copy


def test_text_as_printed() -> None:
    copy = read(SMALL.encode())
    assert copy.format == "akn"
    assert copy.text.split("\n") == [
        "外层空间",
        "大会，",
        "在这方面关切《外空条约》第三条，回顾第69/32号决议，",
        "1. 重申目标；",
        "和手段；",
        "2. 无标记。",
    ]


def test_what_is_left_out_is_told() -> None:
    assert [(one.made_by, one.kind, one.part.text[:7]) for one in read(SMALL.encode()).doubts] == [
        ("akn:cover", "foreign", "A/RES/8"),
        ("akn:note", "foreign", "见\n<a hr"),
    ]


def test_records() -> None:
    records = read(SMALL.encode()).records
    assert [(one.kind, one.who, one.value, one.part.text) for one in records] == [
        ("sponsor", ("CHN",), "sponsor", "China"),
        ("sponsor", ("TTO",), "sponsor", "Trinidad and Tobago"),
        ("sponsor", ("VNM",), "sponsor", "Viet Nam"),
        ("vote", ("CHN",), "yes", "CHINA"),
        ("vote", ("CUB",), "yes", "CUBA"),
        ("vote", ("PLW",), "no", "PALAU"),
        ("symbol", (), "A/RES/80/20", "A/RES/80/20"),
        ("stance", (), "关切", "关切"),
        ("citation", (), "CD/1839", "CD/1839"),
        ("citation", (), "A/RES/69/32", "69/32"),
        ("stance", (), "重申", "重申"),
    ]


def test_what_the_file_says() -> None:
    said = [(one.kind, one.value) for one in read(SMALL.encode()).said]
    assert said == [
        ("title", "外层空间"),
        ("date", "2025-12-01"),
        ("language", "zh"),
    ]


def test_a_state_that_is_none_is_a_record_of_nobody() -> None:
    records = read(SMALL.replace("PALAU", "ATLANTIS").encode()).records
    assert [(one.who, one.part.text) for one in records if one.value == "no"] == [((), "ATLANTIS")]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared resolutions are not here")
def test_two_readings_of_the_published_files_agree() -> None:
    """The parser's reading and that of the source itself have the same paragraphs, stances, citations, voters."""
    rows = [json.loads(line) for line in (SHARED / "index.jsonl").read_text(encoding="utf8").splitlines()]
    for row in rows:
        data = Path(SHARED / row["file"]).read_bytes()
        copy, document = read(data, row["file"]), read_akn(data)
        lines = copy.text.split("\n")
        for one in document.paragraphs:
            assert (f"{one.number}. {one.text}" if one.number else one.text) in lines
        kinds = {kind: [one for one in copy.records if one.kind == kind] for kind in ("stance", "citation", "vote")}
        assert [one.value for one in kinds["stance"]] == [one.stance.text for one in document.paragraphs if one.stance]
        cited = Counter(one.symbol or one.href for paragraph in document.paragraphs for one in paragraph.citations)
        assert Counter(one.value for one in kinds["citation"]) == cited
        assert len(kinds["vote"]) == sum(len(one.voters) for one in document.votes)
        assert all(one.who for one in copy.records if one.kind in {"vote", "sponsor"})
        assert [one.value for one in copy.records if one.kind == "symbol"] == [row["symbol"]]
