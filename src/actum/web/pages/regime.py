"""All instruments that the works name, with the status of each as of a day.

Takes       what is asked: `date`; `kind`, and `only` what is contested or unverified.
Gives       PAGE, and what the page of an instrument tells statuses with.
Method      the register of the workspace, asked once for each instrument; without a date, as of today.
Leaves out  events: the page of each instrument has them.
"""

from __future__ import annotations

from collections.abc import Callable

from actum.errors import DataFault
from actum.registry.edtf import days
from actum.store.files import Row
from actum.web.concepts import Concepts, key_of
from actum.web.kept import kept
from actum.web.page import Asked, Context, Page
from actum.web.status_words import state_in_chinese
from actum.web.told import with_names
from actum.workflow.instruments import Instruments, instruments

ENDED = ("expired", "terminated", "superseded", "earlier resolutions")
"""How states begin of what is over."""
ONLY = ("contested", "unverified", "said")
"""What can be asked for alone: sides disagree, an event was not checked, texts say something of it."""


def context(asked: Asked) -> Context:
    """The instruments with their statuses, in the order of the registry. Raises NotBuilt."""
    concepts = Concepts.of(asked)
    as_of, wrong = date_asked(asked)
    rows: list[Row] = []
    if asked.build.name:
        found = known(asked)
        rows = [found.status(slug, as_of=as_of, today=asked.today) for slug in found.named]
    kinds = sorted({row["kind"] for row in rows if row["kind"]})
    kind = asked.one("kind") if asked.one("kind") in kinds else ""
    only = asked.one("only") if asked.one("only") in ONLY else ""
    return {
        "concepts": concepts,
        "as_of": as_of,
        "concepts_key": key_of,
        "wrong": wrong,
        "first_year": min([row["since"][:4] for row in rows if row["since"][:4].isdecimal()], default=as_of[:4]),
        "last_year": str(int(asked.today[:4]) + 5),
        "all": len(rows),
        "rows": [row for row in rows if (not kind or row["kind"] == kind) and _fits(row, only)],
        "kinds": kinds,
        "kind": kind,
        "only": only,
        "counts": {one: sum(_fits(row, one) for row in rows) for one in ONLY},
        **status_words(asked),
    }


def known(asked: Asked) -> Instruments:
    """The instruments of the build, kept. Raises NotBuilt."""
    return kept(asked, "instruments", lambda: instruments(asked.workspace))


def date_asked(asked: Asked) -> tuple[str, str]:
    """The date of the query, else today; and what was asked where that is no date."""
    written = asked.one("date").strip()
    try:
        days(written or "2000")
    except DataFault:
        return asked.today, written
    return written or asked.today, ""


def status_words(asked: Asked) -> Context:
    """What templates tell statuses with: the state in words, in which language, its look, whether it is contested."""
    return {"state": state_in(asked), "state_lang": _lang(asked), "look": look, "contested": contested}


def state_in(asked: Asked) -> Callable[[Row], str]:
    """The state of a status or an answer in the words of the interface; in English where they lack one."""

    def state(row: Row) -> str:
        english: str = row["state"]
        if asked.ui == "zh":
            return state_in_chinese(english, asked.called) or english
        return with_names(english, asked.called)

    return state


def _lang(asked: Asked) -> Callable[[Row], str]:
    def lang(row: Row) -> str:
        chinese = asked.ui == "zh" and state_in_chinese(row["state"], asked.called) is not None
        return "zh-Hans" if chinese else "en"

    return lang


def contested(row: Row) -> bool:
    """Whether sides disagree."""
    return bool(row["contested"])


def look(row: Row) -> str:
    """Which of four looks a state has: force, over, contested, or none of these."""
    if contested(row):
        return "contested"
    state: str = row["state"]
    return "force" if state.startswith("in force") else "over" if state.startswith(ENDED) else "other"


def _fits(row: Row, only: str) -> bool:
    if only == "contested":
        return contested(row)
    return bool(row[only]) if only else True


PAGE = Page("regime", "regime", context)
