"""Whole editions: marked cases, the sample's three copies, families, excerpts, rulings."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from actum.collate.establish import Bearer, Ruling, establish
from actum.errors import JudgementRefused
from actum.model.apparatus import Entry
from actum.model.edition import Edition
from actum.text.span import Span

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT / "tests" / "cases" / "collate.txt"
SAMPLE = ROOT / "examples" / "strategic-stability"
TITLE = "中华人民共和国和俄罗斯联邦关于全球战略稳定的联合声明"
TEXT = "联合声明\n双方强调维护和巩固全球战略稳定极其重要。\n双方不针对第三方，也不受制于第三方。\n2025年5月8日于莫斯科"


@dataclass
class Case:
    title: str = ""
    language: str = "zh"
    witnesses: dict[str, str] = field(default_factory=dict)
    text: str = ""
    entries: list[str] = field(default_factory=list)


def _cases() -> Iterator[Case]:
    case = Case()
    for line in CASES.read_text(encoding="utf8").split("\n\n", 1)[1].splitlines():
        if line.startswith("# "):
            if case.witnesses:
                yield case
                case = Case()
            case.title += line[2:]
        elif line.startswith("@ "):
            case.language = line[2:]
        elif line.startswith("= "):
            case.text = line[2:]
        elif line.startswith("- "):
            case.entries.append(line)
        elif line:
            siglum, text = line.split("| ", 1)
            case.witnesses[siglum] = text.replace("⏎", "\n")
    yield case


def _shown(text: str) -> str:
    return text.replace("\n", "⏎") or "∅"


def _line(entry: Entry) -> str:
    alarms = "".join(f" !{alarm}" for alarm in entry.alarms)
    readings = " | ".join(f"{_shown(reading.text)}[{''.join(reading.sigla)}]" for reading in entry.readings)
    return f"- {entry.kind} {entry.basis}{alarms}: {readings}"


def bearer(siglum: str, text: str, *pieces: tuple[int, int]) -> Bearer:
    return Bearer(siglum, text, tuple(Span(*piece) for piece in pieces) or (Span(0, len(text)),))


def of(*texts: str, language: str = "zh", rulings: tuple[Ruling, ...] = ()) -> Edition:
    bearers = [bearer(siglum, text) for siglum, text in zip("ABCDEFGHI", texts, strict=False)]
    return establish(bearers, language=language, rulings=rulings)


@pytest.mark.parametrize("case", list(_cases()), ids=lambda case: case.title[:40])
def test_marked_case(case: Case) -> None:
    bearers = [bearer(siglum, text) for siglum, text in case.witnesses.items()]
    edition = establish(bearers, language=case.language)
    assert _shown(edition.text) == case.text
    assert [_line(entry) for entry in edition.entries] == case.entries


@pytest.fixture(scope="module")
def sample() -> list[Bearer]:
    bearers = []
    for number in ("000", "001", "003"):
        page = next(SAMPLE.glob(f"{number}*")).read_text(encoding="utf-8-sig")
        start = page.rindex(TITLE) if number == "003" else 0
        bearers.append(bearer(number, page, (start, page.index("于莫斯科", start) + 4)))
    return bearers


@pytest.fixture(scope="module")
def edition(sample: list[Bearer]) -> Edition:
    return establish(sample, language="zh")


def test_sample_has_one_substantive_entry(edition: Edition) -> None:
    assert [_line(entry) for entry in edition.entries if entry.kind == "substantive"] == [
        "- substantive majority: 和[000001] | and[003]"
    ]
    assert not [entry for entry in edition.entries if entry.kind == "damage" or entry.alarms]
    assert dict(edition.agreement) == {"000": 1.0, "001": 1.0, "003": pytest.approx(1 - 1 / 3275, abs=1e-3)}


def test_sample_text_has_no_wrong_character(sample: list[Bearer], edition: Edition) -> None:
    """003's statement mended by hand: its stray word, the dash that 000 and 001 have, its spaces and blank lines."""
    page = sample[2].pieces[0].of(sample[2].text)
    assert page.count(" and ") == page.count(" — ") == 1
    expected = page.replace(" and ", "和").replace(" — ", "——")
    expected = re.sub(r"(?<=[^\x00-\x7f]) *(\d+) *(?=[^\x00-\x7f])", r"\1", re.sub(r"\n+", "\n", expected))
    assert edition.text == expected


def test_entries_say_where(sample: list[Bearer], edition: Edition) -> None:
    texts = {one.siglum: one.text for one in sample}
    ends = 0
    for entry in edition.entries:
        assert entry.span.of(edition.text) == entry.established == entry.readings[0].text
        assert entry.span.start >= ends
        ends = entry.span.end
        for reading in entry.readings:
            assert len(reading.sigla) == len(reading.places)
            for siglum, place in zip(reading.sigla, reading.places, strict=True):
                assert "".join(place.of(texts[siglum]).split()) == "".join(reading.text.split())


def test_order_of_bearers_does_not_matter(sample: list[Bearer], edition: Edition) -> None:
    assert establish([sample[2], sample[0], sample[1]], language="zh") == edition


def test_no_bearers_no_text() -> None:
    assert establish([], language="zh") == Edition("", ())


def test_a_bearer_without_letters_is_silent() -> None:
    edition = of("双方", " \n")
    assert edition == Edition("双方", (), (("A", 1.0), ("B", 0.0)), (("A", (Span(0, 2),)), ("B", ())))


def test_six_copies_of_one_faulty_copy_do_not_outvote_three() -> None:
    """The faults of the one copy read badly, save one, a lost 不: it goes the way of the others."""
    faults = (("强调", "强周"), ("巩固", "巩团"), ("稳定极其", "稳定极具"), ("莫斯科", "莫期科"))
    faulty = TEXT.replace("双方不针对", "双方针对")
    for good, bad in faults:
        faulty = faulty.replace(good, bad)
    edition = of(*[faulty] * 6, *[TEXT] * 3)
    assert edition.text == TEXT
    lost = next(entry for entry in edition.entries if "polarity" in entry.alarms)
    assert (lost.basis, lost.established) == ("family", "不")
    assert re.fullmatch(r"A, B, C, D, E, F share \d slips of one copy and count as one here", lost.says)


def test_a_plain_majority_stands_where_nothing_tells_families() -> None:
    edition = of(*[TEXT.replace("重要", "必要")] * 5, *[TEXT] * 2)
    assert "极其必要" in edition.text


def test_independent_errors_fall_away() -> None:
    chance = random.Random(5)
    copies = []
    for _ in range(7):
        letters = list(TEXT)
        for at in chance.sample(range(len(TEXT)), 3):
            if letters[at] not in "\n0123456789":
                letters[at] = chance.choice("国家合作安全")
        copies.append("".join(letters))
    assert of(*copies).text == TEXT


def test_pieces_are_read_in_the_order_of_the_work() -> None:
    page = "双方不针对第三方，也不受制于第三方。\n广告：买一送一\n双方强调维护和巩固全球战略稳定极其重要。"
    first, second = page.index("双方强调"), page.index("\n广告")
    edition = establish([bearer("A", TEXT), bearer("B", page, (first, len(page)), (0, second))], language="zh")
    assert edition.text == TEXT
    assert edition.entries == ()


def test_one_interrupted_witness_is_joined() -> None:
    page = "双方强调维护\n广告\n和巩固稳定。\n\n　　双方支持和平。"
    cut, on = page.index("\n广告"), page.index("和巩固")
    edition = establish([bearer("A", page, (0, cut), (on, len(page)))], language="zh")
    assert edition.text == "双方强调维护和巩固稳定。\n双方支持和平。"


def test_neighbouring_pieces_keep_the_paragraph_between() -> None:
    page = "双方支持和平。\n\n双方反对战争。"
    edition = establish([bearer("A", page, (0, 7), (9, len(page)))], language="zh")
    assert edition.text == "双方支持和平。\n双方反对战争。"


def test_a_doubtful_scan_weighs_less() -> None:
    good, bad = TEXT, TEXT.replace("重要", "必要")
    whole = (Span(0, len(TEXT)),)
    edition = establish([Bearer("A", bad, whole, 0.05), Bearer("B", good, whole)], language="zh")
    assert edition.text == good


def test_a_ruling_wins() -> None:
    lost = TEXT.replace("双方不针对", "双方针对")
    edition = of(TEXT, lost, lost, lost, rulings=(Ruling("", "双方", "针对第三方", "不"),))
    assert edition.text == TEXT
    ruled = [entry for entry in edition.entries if entry.basis == "judgement"]
    assert [_line(entry) for entry in ruled] == ["- substantive judgement !polarity: 不[A] | ∅[BCD]"]


def test_a_ruling_may_bring_what_no_witness_has() -> None:
    rulings = (Ruling("巩固", "维护和", "全球", "加强"), Ruling("5月8日", "2025年", "于", "5月7日"))
    edition = of(TEXT, TEXT, rulings=rulings)
    assert edition.text == TEXT.replace("巩固", "加强").replace("5月8日", "5月7日")
    assert [_line(entry) for entry in edition.entries] == [
        "- substantive judgement: 加强[] | 巩固[AB]",
        "- substantive judgement !number !date: 5月7日[] | 5月8日[AB]",
    ]
    assert all(agreement < 1 for _, agreement in edition.agreement)


def test_a_ruling_is_found_whatever_the_typography() -> None:
    edition = of(TEXT.replace("，", ","), rulings=(Ruling("也不受制于", "第三方，", "第三方", "亦不受制于"),))
    assert "第三方,亦不受制于第三方" in edition.text


@pytest.mark.parametrize(
    ("quote", "before", "says"),
    [("第三方", "", "more than once"), ("第四方", "不针对", "nowhere"), ("", "", "nowhere")],
)
def test_a_ruling_without_one_exact_place_is_refused(quote: str, before: str, says: str) -> None:
    with pytest.raises(JudgementRefused, match=says):
        of(TEXT, rulings=(Ruling(quote, before, "", "它"),))
