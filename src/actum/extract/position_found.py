"""What the rules hand one another while a sentence is read.

Takes       nothing: these are the shapes.
Gives       Scene, the sentence with all it is read by, and Found, a position in the making.
Leaves out  Parts and quotes: `positions` cuts them from the text at the end.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from actum.extract.clauses import Sentence
from actum.extract.cues import CueBook, Hit
from actum.extract.holders import Reader
from actum.extract.parties import Voices
from actum.extract.position_patterns import Patterns
from actum.model.fact import Act

Place = tuple[int, int]


@dataclass(slots=True)
class Found:
    """A position in the making; places are offsets in the text.

    `begins` is where its own words begin, so that what stands before may end there. `matter` is set at once where
    the rule knows it. `governor` is the position whose matter this one stands in; `own_subject` tells a norm whose
    subject stands in its own clause. `rules` are the names of the rules that made it, in order.
    """

    start: int
    end: int
    act: Act
    strength: int
    takes: str
    holder: tuple[str, ...]
    written: bool
    clause: int
    begins: int
    rules: list[str]
    use: str = "verb"
    matter: Place | None = None
    settled: bool = False
    doers: list[Place] = field(default_factory=list)
    governor: Found | None = None
    own_subject: bool = False
    shares_with_next: bool = False
    matter_from: int = -1


@dataclass(slots=True)
class Scene:
    """A sentence, what it is read by, what was found so far, and whom it inherits its holder from.

    `voice` are those in whose voice the text speaks here: all parties, but for one who declares with a colon.
    `they` are those who spoke together in the sentence before, for whom 他们 can stand; empty where none did.
    """

    opened: str
    sentence: Sentence
    book: CueBook
    reader: Reader
    voices: Voices
    patterns: Patterns
    inherited: tuple[str, ...]
    voice: tuple[str, ...]
    they: tuple[str, ...]
    hits: list[Hit]
    found: list[Found] = field(default_factory=list)
    foreign: bool = False

    def last(self) -> Found | None:
        """The position found last; None at the start."""
        return self.found[-1] if self.found else None

    def speaker(self) -> Found | None:
        """The last position found that is no norm: the one that says whose voice is heard."""
        return next((found for found in reversed(self.found) if found.use != "norm"), None)

    def before_in_clause(self, place: int) -> Found | None:
        """The position found last whose cue stands in the same clause before a place."""
        last = self.last()
        return last if last and last.clause == self.sentence.clause_at(place) else None
