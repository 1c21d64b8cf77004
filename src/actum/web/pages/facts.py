"""All that was read from one paragraph: each fact with its quote, its rule, its witnesses, and what people judged.

Takes       what is asked: a work and a division.
Gives       PAGE.
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
    """The facts of the paragraph, in order of kind, then place, the rejected ones last. Raises NoSuchFact for none."""
    work = asked.build.work(asked.params["work"])
    division = asked.params["division"]
    rows = _rows(asked.build, work["work"], division)
    if not rows:
        raise NoSuchFact(f"nothing was read from {division} of {work['work']}.")
    witnesses = laid_witnesses(asked.workspace, asked.build, work["work"])
    log = listed(read_judgements(asked.workspace.judgement_log)) if not asked.link.static_site else []
    rejected = {fact_id_of(row) for row in asked.build.rejected}
    return {
        "work": work,
        "division": division,
        "sheets": [_sheet(row, witnesses, log, rejected, ui=asked.ui) for row in rows],
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
        rows = [row for kind in FACTS for row in build.of(kind, work["work"])]
        rows += [row for row in build.rejected if row["work"] == work["work"]]
        own = {top(row["division"]) for row in rows}
        yield from ({"work": work["work"], "division": division} for division in sorted(own))


PAGE = Page("facts", "facts/{work}/{division}", context, every=every, shown=False)
