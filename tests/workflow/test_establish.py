"""What must be found in the five sample copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from actum.store.workspace import Workspace
from actum.workflow.show import apparatus_rows, doubt_rows, established_text, find_work, work_rows

SAMPLE = Path(__file__).parents[2] / "examples" / "strategic-stability"
STABILITY, PARTNERSHIP, OLDER = "2025-05-08", "2025-05-07", "2019-06-05"


def copy_text(number: str) -> str:
    (path,) = SAMPLE.glob(f"{number}_*.txt")
    return path.read_text(encoding="utf8")


def borne(sample: Workspace, work: str, number: str) -> str:
    """The characters of a copy from the first to the last that bear the work."""
    (witness,) = [one for one in find_work(sample, work)["witnesses"] if f"/{number}_" in one["copy"]]
    return copy_text(number)[witness["start"] : witness["end"]]


def test_three_works(sample: Workspace) -> None:
    found = {row["work"]: [one["copy"].rpartition("/")[2][:3] for one in row["witnesses"]] for row in work_rows(sample)}
    assert list(found.values()) == [["002"], ["004"], ["000", "001", "003"]]


def test_all_are_copies(sample: Workspace) -> None:
    assert {one["kind"] for row in work_rows(sample) for one in row["witnesses"]} == {"copy"}


def test_complete_but_for_the_cut_one(sample: Workspace) -> None:
    assert {row["date"]: row["complete"] for row in work_rows(sample)} == {
        "2025-05-07/2025-05-10": False,
        "2025-05-08": True,
        "2019-06-05": True,
    }


@pytest.mark.parametrize(
    ("work", "number", "first", "last"),
    [
        (STABILITY, "000", "中華人民共和國和俄羅斯聯(lián)邦關于全球", "2025年5月8日于莫斯科"),
        (STABILITY, "001", "中华人民共和国和俄罗斯联邦\n关于全球", "2025年5月8日于莫斯科"),
        (STABILITY, "003", "中华人民共和国和俄罗斯联邦关于全球", "2025年5月8日于莫斯科"),
        (OLDER, "002", "中华人民共和国和俄罗斯联邦关于加强当代", "行为后果进行妥善评估。"),
        (PARTNERSHIP, "004", "中华人民共和国和俄罗斯联邦在纪念", "在军控进程中发挥中心作用。"),
    ],
)
def test_spans_are_exact(sample: Workspace, work: str, number: str, first: str, last: str) -> None:
    text = borne(sample, work, number)
    assert text.startswith(first)
    assert text.endswith(last)


def test_the_credit_line_stands_right_behind(sample: Workspace) -> None:
    text = copy_text("001")
    end = text.index(borne(sample, STABILITY, "001")) + len(borne(sample, STABILITY, "001"))
    assert text[end:].lstrip().startswith("(来源:新华社)")


def test_the_letter_is_no_part_of_the_statement(sample: Workspace) -> None:
    assert "总干事" not in borne(sample, STABILITY, "003")
    quotes = [row["quote"] for row in doubt_rows(sample) if row.get("copy", "").endswith("e01b.txt")]
    assert any("总干事" in quote for quote in quotes)
    assert any("米哈伊尔" in quote for quote in quotes)


def test_one_substantive_entry(sample: Workspace) -> None:
    (entry,) = [row for row in apparatus_rows(sample, STABILITY) if row["kind"] in {"substantive", "damage"}]
    assert entry["established"] == "和"
    assert [(one["text"], one["sigla"]) for one in entry["readings"]] == [("和", ["A", "B"]), ("and", ["C"])]
    assert entry["basis"] == "majority"


def test_the_established_text_has_no_wrong_character(sample: Workspace) -> None:
    """003 has the right typography; put its one stray word right, close up its spaces, and it is the text."""
    lines = copy_text("003")[414:3759].replace(" and ", "和").replace("—", "——").split("\n")
    assert established_text(sample, STABILITY) == "\n".join(line.replace(" ", "") for line in lines if line.strip())


def test_entries_quote_the_established_text(sample: Workspace) -> None:
    for work in work_rows(sample):
        text = established_text(sample, work["work"])
        for row in apparatus_rows(sample, work["work"]):
            assert text[row["start"] : row["end"]] == row["established"]


def test_readings_quote_their_copies(sample: Workspace) -> None:
    texts = {number: copy_text(number) for number in ("000", "001", "003")}
    sigla = dict(zip("ABC", texts.values(), strict=True))
    rows = apparatus_rows(sample, STABILITY)
    places = [
        (sigla[siglum][start:end], reading["text"])
        for row in rows
        for reading in row["readings"]
        for siglum, (start, end) in zip(reading["sigla"], reading["places"], strict=True)
    ]
    assert len(places) > 1000
    assert all(found == text or found.replace("\n", "") == text.replace("\n", "") for found, text in places)


def test_a_single_sound_witness_has_no_entries(sample: Workspace) -> None:
    assert apparatus_rows(sample, OLDER) == []


def test_a_single_witness_is_kept_as_it_stands(sample: Workspace) -> None:
    lines = [line.strip() for line in borne(sample, PARTNERSHIP, "004").split("\n")]
    assert established_text(sample, PARTNERSHIP) == "\n".join(line for line in lines if line)


FAULTS = [
    ("negation", "针对第三方"),
    ("suspect", "军事军事技"),
    ("suspect", "应对对"),
    ("suspect", "个别别"),
    ("suspect", "挑畔"),
    ("suspect", "and"),
    ("suspect", "烈士纪\n念设施"),
    ("suspect", "科技\n发展"),
    ("truncation", "(下转第6版)"),
]


@pytest.mark.parametrize(("kind", "words"), FAULTS)
def test_faults_of_the_single_witness(sample: Workspace, kind: str, words: str) -> None:
    rows = find_work(sample, PARTNERSHIP)["doubts"]
    assert any(row["kind"] == kind and words in row["quote"] for row in rows)


def test_the_pasted_paragraphs(sample: Workspace) -> None:
    rows = [row for row in find_work(sample, PARTNERSHIP)["doubts"] if row["kind"] == "repetition"]
    assert [row["quote"][:10] for row in rows] == ["双方重申国际人道主义", "双方一致认为,塑料污"] * 2


@pytest.mark.parametrize("genuine", ["机器学习有利于促进各国经济社会发展", "妨碍司法", "双边贸易本币结算"])
def test_odd_but_genuine_wording_stays(sample: Workspace, genuine: str) -> None:
    text = established_text(sample, PARTNERSHIP)
    start = text.index(genuine)
    rows = [row for row in find_work(sample, PARTNERSHIP)["doubts"] if "work" in row]
    assert not [row for row in rows if row["start"] < start + len(genuine) and start < row["end"]]


def test_doubts_quote_their_text(sample: Workspace) -> None:
    copies = {path.name: path.read_text(encoding="utf8") for path in SAMPLE.glob("*.txt")}
    for row in doubt_rows(sample):
        text = established_text(sample, row["work"]) if "work" in row else copies[row["copy"].rpartition("/")[2]]
        assert text[row["start"] : row["end"]] == row["quote"]


def test_a_proposal_is_never_in_the_text(sample: Workspace) -> None:
    rows = [row for row in apparatus_rows(sample, PARTNERSHIP) if row["basis"] == "parallel"]
    assert {row["established"] for row in rows} >= {"挑畔", "个别别"}
    assert all(reading["sigla"] == [] for row in rows for reading in row["readings"][1:])
    assert all(row["parallels"] for row in rows)
