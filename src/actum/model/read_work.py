"""A work with all that was read from it: what the regime is made of."""

from __future__ import annotations

from dataclasses import dataclass

from actum.model.division import Division
from actum.model.fact import Effect, Mention, Position


@dataclass(frozen=True, slots=True)
class Told:
    """A fact with what stands beside it in a build: its id, the sigla of the witnesses that carry it, its repeats.

    `repeated_in` are the divisions that say the same again; a fact counts once however often it is repeated.
    """

    id: str
    witnesses: tuple[str, ...] = ()
    repeated_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadWork:
    """One work, its text and its facts in order of place; `date` is EDTF, empty where unknown.

    `parties` are the ISO codes of those who hold positions in it, sorted. `complete` is False where the text is known
    to be cut or not known to be whole: nothing may then be called absent from it.
    """

    work: str
    title: str
    date: str
    language: str
    complete: bool
    text: str
    parties: tuple[str, ...] = ()
    divisions: tuple[Division, ...] = ()
    mentions: tuple[Mention, ...] = ()
    positions: tuple[tuple[Position, Told], ...] = ()
    effects: tuple[tuple[Effect, Told], ...] = ()
