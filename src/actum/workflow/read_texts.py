"""From established texts to facts: mentions, positions, effects.

Takes       works with their editions, and the registry.
Gives       rows of facts by kind, in order of work and place, and what the registry lacks.
Method      on the readable form: divide → name → hear who speaks → read positions and effects, each step one call
            into its room; then every part is carried back to the established text.
Leaves out  languages whose folder has no tables for a step: they give no facts there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from actum.divide import divide
from actum.extract.carry import carried
from actum.extract.effects import effects
from actum.extract.mentions import candidates, mentions
from actum.extract.parties import voices
from actum.extract.positions import positions
from actum.model.division import Division
from actum.model.edition import Edition
from actum.model.fact import Mention
from actum.model.work import Work
from actum.registry.load import Registry
from actum.store.fact_rows import (
    Beside,
    candidate_row,
    division_row,
    effect_row,
    mention_of,
    mention_row,
    position_row,
)
from actum.store.files import Row
from actum.text.readable import readable
from actum.text.span import Span

Keep = Callable[[str, Callable[[], Row]], Row]
"""Gives back the kept row for the same text, or makes and keeps it: `keep(key, make)`."""


@dataclass(slots=True)
class Facts:
    """Rows of all works: divisions by work, and the facts of each kind."""

    divisions: dict[str, list[Row]] = field(default_factory=dict)
    mentions: list[Row] = field(default_factory=list)
    positions: list[Row] = field(default_factory=list)
    effects: list[Row] = field(default_factory=list)
    candidates: list[Row] = field(default_factory=list)

    def rows(self) -> dict[str, list[Row]]:
        """The files of a build that hold them."""
        files = {f"divisions/{work}.jsonl": rows for work, rows in self.divisions.items()}
        files["mentions.jsonl"] = self.mentions
        files["positions.jsonl"] = self.positions
        files["effects.jsonl"] = self.effects
        files["candidates.jsonl"] = self.candidates
        return files


def read_texts(
    works: Sequence[Work], editions: dict[str, Edition], registry: Registry, *, keep: Keep, tell: Callable[[int], None]
) -> Facts:
    """The facts of all works, in the order of the works."""
    found = Facts()
    named: list[Mention] = []
    for done, work in enumerate(works, 1):
        row = keep(str(work) + editions[work.id].text, lambda work=work: _read(work, editions[work.id], registry))  # type: ignore[misc]
        found.divisions[work.id] = row["divisions"]
        found.mentions += row["mentions"]
        found.positions += row["positions"]
        found.effects += row["effects"]
        named += [mention_of(one) for one in row["mentions"]]
        tell(done)
    found.candidates = [candidate_row(one.id, one.kind, one.name, one.places) for one in candidates(named)]
    return found


def _read(work: Work, edition: Edition, registry: Registry) -> Row:
    language = work.description.language
    form = readable(edition.text)
    divisions = divide(form.text, language=language)
    speaking = voices(form.text, language=language, title=work.description.title)
    named = mentions(form.text, divisions, registry=registry, language=language, parties=speaking.parties)
    held = positions(form.text, divisions, mentions=named, voices=speaking, language=language)
    claimed = effects(form.text, divisions, mentions=named, language=language)
    stands = _Standing(work, edition, divisions)
    once = {one.id for one in divisions if one.repeats is None}
    named = tuple(one for one in named if one.division in once)
    back = (form.offsets, edition.text)
    return {
        "divisions": [division_row(one) for one in carried(divisions, *back)],
        "mentions": [mention_row(one, stands.beside(one.division, one.sentence.span)) for one in carried(named, *back)],
        "positions": [
            position_row(one, stands.beside(one.division, one.sentence.span)) for one in carried(held, *back)
        ],
        "effects": [effect_row(one, stands.beside(one.division, one.sentence.span)) for one in carried(claimed, *back)],
    }


class _Standing:
    """What stands beside the facts of one work."""

    def __init__(self, work: Work, edition: Edition, divisions: Sequence[Division]) -> None:
        self.work = work
        self.reach = edition.reach
        self.doubts = [(one.part.span, one.kind) for one in work.doubts if one.kind != "repetition"]
        self.doubts += [(one.span, "negation") for one in edition.entries if "polarity" in one.alarms]
        self.repeats: dict[str, list[str]] = {}
        for one in divisions:
            if one.repeats is not None:
                self.repeats.setdefault(one.repeats, []).append(one.id)

    def beside(self, division: str, sentence: Span) -> Beside:
        """The witnesses, repetitions and doubts of a sentence."""
        doubts = sorted({kind for span, kind in self.doubts if span.overlaps(sentence)})
        sigla = tuple(siglum for siglum, spans in self.reach if any(sentence in span for span in spans))
        return Beside(self.work.id, sigla, tuple(self.repeats.get(division, ())), tuple(doubts))
