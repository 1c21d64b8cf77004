"""What a text says of the status of an instrument becomes an event of its holders, with its quote, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.regime.ledger_cases import read

from actum.model.read_work import ReadWork
from actum.model.register import RegisterEvent
from actum.regime.assertion_rules import assertion_rules
from actum.regime.register.assertions import assertions
from actum.registry.load import load
from actum.text.span import Part

CASES = Path(__file__).parents[2] / "cases" / "status.txt"


def work(text: str, date: str, *, parties: tuple[str, ...] = ("CHN", "RUS")) -> ReadWork:
    """A text as read, spoken by these parties and by nobody else."""
    return replace(read(text, date), parties=parties, positions=())


def cases() -> Iterator[tuple[str, str, str]]:
    plain = "\n".join(line for line in CASES.read_text(encoding="utf8").splitlines() if not line.startswith("#"))
    for block in re.split(r"\n\s*\n", plain.strip()):
        said, wanted = block.strip().splitlines()
        date, text = said.split(" ", 1)
        yield date, text, wanted.removeprefix("->").strip()


def told(event: RegisterEvent) -> str:
    rule = event.made_by.removeprefix("status:").partition("/")[0]
    return " ".join([event.type, event.of, ",".join(event.parties) or "-", event.date, event.until or "-", rule])


@pytest.mark.parametrize(("date", "text", "wanted"), list(cases()))
def test_case(date: str, text: str, wanted: str) -> None:
    found = assertions(work(text, date), load())
    assert [told(event) for event in found] == ([wanted] if wanted else [])
    for event in found:
        assert event.quote is not None
        event.quote.check(text)
        assert event.according_to == ("CHN", "RUS")
        assert (event.known_on, event.work, event.sure) == (date, event.work, "A")


def test_the_quote_holds_the_wording_and_no_more() -> None:
    text = "双方指出，美国决定退出《中导条约》将破坏战略稳定。"
    (event,) = assertions(work(text, "2019-06-05"), load())
    assert event.quote == Part(5, 17, "美国决定退出《中导条约》")


def test_what_a_text_repeats_is_one_event() -> None:
    text = "美国决定退出《中导条约》将破坏战略稳定。\n美国决定退出《中导条约》将破坏战略稳定。"
    assert len(assertions(work(text, "2019-06-05"), load())) == 1


def test_a_text_that_nobody_holds_asserts_nothing() -> None:
    assert assertions(work("美国决定退出《中导条约》。", "2019-06-05", parties=()), load()) == ()


def test_a_text_without_a_date_asserts_nothing() -> None:
    assert assertions(work("美国决定退出《中导条约》。", ""), load()) == ()


def test_a_language_without_rules_is_not_read() -> None:
    assert not assertion_rules("xx").rules
    english = replace(work("The Treaty has expired.", "2020-01-01"), language="xx")
    assert assertions(english, load()) == ()


def test_every_rule_is_shown_by_a_case() -> None:
    shown = {wanted.rsplit(" ", 1)[-1] for _, _, wanted in cases() if wanted}
    assert shown == {rule.rule for rule in assertion_rules("zh").rules}


def test_each_of_a_row_of_withdrawals_has_its_own_date() -> None:
    text = "美国2019年8月2日退出《中导条约》，2020年11月22日退出《开放天空条约》，破坏了欧洲安全架构。"
    found = assertions(work(text, "2023-02-21"), load())
    assert [(one.of, one.date) for one in found] == [("inf-treaty", "2019-08-02"), ("open-skies-treaty", "2020-11-22")]


def test_a_treaty_tells_when_it_was_signed() -> None:
    title = "中华人民共和国和哈萨克斯坦共和国关于边境信任的条约"
    text = "本条约须经批准，并自互换批准书之日起第三十日生效。\n本条约于2010年5月12日在阿斯塔纳签订，一式两份。"
    own = replace(read(text, "2010-05-12", title=title), parties=("CHN", "KAZ"), positions=())
    assert [told(one) for one in assertions(own, load())] == [f"signed unknown:{title} - 2010-05-12 - signed-on"]
    assert assertions(replace(own, title="中华人民共和国和哈萨克斯坦共和国联合声明"), load()) == ()
