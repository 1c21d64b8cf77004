"""All that was read from one paragraph: each fact with its quote, its rule, its witnesses, and what people judged.

Takes       what is asked: a work and a division.
Gives       PAGE; `homes`, which paragraphs of a work stand together on one page of a static site.
Leaves out  the text around it: the reading page has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from actum.errors import NoSuchFact
from actum.model.fact import ACTS, MENTION_KINDS
from actum.store.fact_judgements import correctable, fact_id_of
from actum.store.files import Row
from actum.store.judgements import listed, read_judgements
from actum.text.span import Span
from actum.web.acts import shape, side
from actum.web.concepts import key_of
from actum.web.links import top
from actum.web.page import Asked, Context, Page, Params
from actum.web.rule_words import rule_words
from actum.web.text_marks import quoted
from actum.workflow.room import FACTS, Snapshot
from actum.workflow.witnesses import Laid, laid_witnesses

PART = 150_000
"""Bytes, estimated, of the facts that stand on one page of a static site, or of one paragraph's, 2026-11-26."""
SHEET, COPY = 1_400, 130
"""Bytes of one fact without its quotes, and of one copy's quote without its words; of the sample, 2026-11-26."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One fact as it is shown; `kind` is `position`, `effect` or `mention`.

    `quotes` are siglum, copy and the copy's own characters of the sentence; None where it lacks them.
    """

    id: str
    kind: str
    row: Row
    quote: Markup
    rules: tuple[tuple[str, str], ...]
    quotes: tuple[tuple[str, str, str | None], ...]
    judgements: tuple[Row, ...]
    rejected: bool
    settable: tuple[str, ...]


def context(asked: Asked) -> Context:
    """The facts of the paragraph, in order of kind, then place, the rejected ones last. Raises NoSuchFact for none.

    On a static site, those of the paragraphs that stand together with it, one after another.
    """
    work = asked.build.work(asked.params["work"])
    division = asked.params["division"]
    together = [one for (name, one), home in asked.link.homes.items() if name == work["work"] and home == division]
    found = {one: _rows(asked.build, work["work"], one) for one in together or [division]}
    if not any(found.values()):
        raise NoSuchFact(f"nothing was read from {division} of {work['work']}.")
    witnesses = laid_witnesses(asked.workspace, asked.build, work["work"])
    log = listed(read_judgements(asked.workspace.judgement_log)) if not asked.link.static_site else []
    rejected = {fact_id_of(row) for row in asked.build.rejected}
    return {
        "work": work,
        "division": division,
        "parts": [
            (one, [_sheet(row, witnesses, log, rejected, ui=asked.ui) for row in rows]) for one, rows in found.items()
        ],
        "instruments": {
            one["id"]: key_of(one["id"])
            for one in asked.build.of("mentions", work["work"])
            if one["kind"] == "instrument"
        },
        "side": side,
        "shape": shape,
        "acts": ACTS,
        "kinds": MENTION_KINDS,
    }


def _rows(build: Snapshot, work: str, division: str) -> list[Row]:
    own = [row for kind in FACTS for row in build.of(kind, work)]
    own += [row for row in build.rejected if row["work"] == work]
    return [row for row in own if top(row["division"]) == division]


def _sheet(row: Row, witnesses: Sequence[Laid], log: Sequence[Row], rejected: set[str], *, ui: str) -> Sheet:
    sentence, fact = row["sentence"], fact_id_of(row)
    span = Span(sentence["start"], sentence["end"])
    has = set(row["witnesses"])
    return Sheet(
        id=fact,
        kind="position" if "act" in row else "effect" if "sign" in row else "mention",
        row=row,
        quote=quoted(sentence["text"], span.start, _parts(row)),
        rules=rule_words(row, ui),
        quotes=tuple((one.siglum, one.copy, one.quote(span) if one.siglum in has else None) for one in witnesses),
        judgements=tuple(one for one in log if one["subject"].get("fact") == fact),
        rejected=fact in rejected,
        settable=correctable(fact),
    )


def _parts(row: Row) -> list[tuple[str, Row | None]]:
    """The parts of a fact that its quote marks, by name."""
    if "act" in row:
        return [("matter", row["matter"]), ("cue", row["cue"]), *(("addressee", one) for one in row["addressee"])]
    if "sign" in row:
        return [("cause", row["cause"]), ("effect", row["effect"]), ("cue", row["cue"])]
    return [("mention", row)]


def every(build: Snapshot) -> Iterable[Params]:
    """One address for each paragraph from which anything was read."""
    for work in build.works:
        yield from ({"work": work["work"], "division": division} for division in _divisions(build, work["work"]))


def _divisions(build: Snapshot, work: str) -> dict[str, list[Row]]:
    """The paragraphs from which anything was read, in order of place, with their facts."""
    found: dict[str, list[Row]] = {}
    rows = [row for kind in FACTS for row in build.of(kind, work)]
    rows += [row for row in build.rejected if row["work"] == work]
    for row in sorted(rows, key=lambda row: row["sentence"]["start"]):
        found.setdefault(top(row["division"]), []).append(row)
    return found


def homes(build: Snapshot) -> dict[tuple[str, str], str]:
    """For each paragraph of each work the first of those that stand on one page of a static site, in order of place."""
    found: dict[tuple[str, str], str] = {}
    for work in build.works:
        name, copies = work["work"], len(work["witnesses"])
        home, size = "", 0
        for division, rows in _divisions(build, name).items():
            own = sum(_size(row, copies) for row in rows)
            if not home or size + own > PART:
                home, size = division, 0
            found[name, division], size = home, size + own
    return found


def _size(row: Row, copies: int) -> int:
    """Bytes, about, of one fact on its page: its sentence stands there once, and once a copy."""
    return SHEET + len(row["sentence"]["text"].encode("utf8", "replace")) * (2 + copies) + COPY * copies


PAGE = Page("facts", "facts/{work}/{division}", context, every=every, shown=False)
