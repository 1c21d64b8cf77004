"""Find what a text names: states, groups, instruments, bodies, concepts, events and dates.

Takes       an established text, its divisions, the registry, the language, and who the parties are.
Gives       Mentions in order of place, none overlapping another; candidates for the registry.
Method      names of the registry and titles, quotations, numbers, dates first; short words led back to them; then
            what is made of these (缔约国 of a treaty, an anniversary). The longest stands.
Leaves out  persons; pronouns and demonstratives; a party that speaks by its short name (中方重申).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from actum.extract.mention_dates import edtf
from actum.extract.mention_form import Form, Line, form_of, lines_of
from actum.extract.mention_grammar import Grammar, Pattern, grammar
from actum.extract.mention_heads import head_hits
from actum.extract.mention_hit import HIDING, Hit, chosen, masked
from actum.extract.mention_memory import Memory
from actum.extract.mention_names import Names, name_hits, names_of
from actum.extract.mention_rules import UNKNOWN, composed_hits, first_hits, meant
from actum.extract.mention_shorts import bare_shorts, marked_short, opening
from actum.model.division import Division
from actum.model.fact import MENTION_KINDS, Mention, MentionKind
from actum.registry.load import Registry
from actum.text.span import Part

# Kinds of mentions that a registry can take up as rows.
_OFFERED = frozenset({"instrument", "body"})
# What adds to the hits of a line: of the line and its mask, the hits that stand so far, and what was named before.
Layer = Callable[[tuple[str, str], list[Hit], Memory], Iterator[Hit]]
_HEAD_OF_CLAUSE = frozenset("，。；：！？")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something named that no registry row has: its id, kind, how often, and every place in order."""

    id: str
    kind: MentionKind
    name: str
    count: int
    places: tuple[Part, ...]


def mentions(
    text: str, divisions: Sequence[Division], *, registry: Registry, language: str, parties: Sequence[str] = ()
) -> tuple[Mention, ...]:
    """All mentions of a text in order of place, none overlapping another; none for a text without sentences.

    `parties` are the codes of those who speak (`CHN`, `RUS`, in any case): where they speak by a short name they are
    no mention. A language without patterns of its own finds the names of the registry alone.
    """
    reader = _Reader(form_of(text), grammar(language, registry), names_of(registry, language), parties)
    lines = list(lines_of(reader.form, divisions))
    return tuple(mention for line, hits in reader.read(lines) for mention in _mentions(reader.form, line, hits))


def candidates(found: Iterable[Mention]) -> tuple[Candidate, ...]:
    """What the mentions name that the registry lacks, most often named first, then by id."""
    places: dict[tuple[str, MentionKind], list[Mention]] = defaultdict(list)
    for mention in found:
        if mention.id.startswith(UNKNOWN) and mention.kind in _OFFERED and not mention.made_by.startswith("short:"):
            places[mention.id, mention.kind].append(mention)
    made = (
        Candidate(slug, kind, slug.removeprefix(UNKNOWN), len(these), tuple(mention.part for mention in these))
        for (slug, kind), these in places.items()
    )
    return tuple(sorted(made, key=lambda candidate: (-candidate.count, candidate.id, candidate.kind)))


def _mentions(form: Form, line: Line, hits: Iterable[Hit]) -> Iterator[Mention]:
    for hit in hits:
        kind = next(kind for kind in MENTION_KINDS if kind == hit.kind)
        part = form.part(line.start + hit.start, line.start + hit.end)
        if hit.id.startswith(UNKNOWN) and "\n" in part.text and not _bounded(hit, part):
            continue
        yield Mention(line.sentence.id, line.sentence.part, part, kind, hit.id, hit.veiled, hit.rule)


def _bounded(hit: Hit, part: Part) -> bool:
    """Whether marks hold a name together, so that it can run over the end of a line."""
    return len(hit.name) < len(part.text.replace("\n", "")) or hit.kind == "date"


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, hit.end


def _of_its_treaty(names: Names, hit: Hit, memory: Memory) -> Hit:
    """A conference of one instrument whose name tells none (2026年审议大会) as it is, where that is the one named last.

    Else without an id: it may be that of any other.
    """
    row = names.rows.get(hit.id)
    of = dict(row.relates).get("of", ()) if row is not None and hit.kind == "event" else ()
    told = any(form in hit.name for slug in of for form in names.endings.get(slug, ()))
    return hit if not of or told or memory.last(("instrument",), hit.start) in of else replace(hit, id="")


def _settled(hit: Hit, language: str) -> Hit:
    """The hit with the day it means, or the id that says what is written, where nothing gave it another."""
    day = edtf(hit.name, language) if hit.kind == "date" and not hit.id else ""
    return hit if hit.id else replace(hit, id=day or UNKNOWN + hit.name)


class _Reader:
    """Reads the lines of one text in order, with what they name in mind."""

    def __init__(self, form: Form, rules: Grammar, names: Names, parties: Sequence[str]) -> None:
        self.form = form
        self.grammar = rules
        self.names = names
        self.parties = frozenset(code.lower() for code in parties)

    def read(self, lines: Sequence[Line]) -> Iterator[tuple[Line, list[Hit]]]:
        """Each line with the hits that stand, in order of place."""
        paragraphs: dict[str, str] = defaultdict(str)
        for line in lines:
            paragraphs[line.block] += line.text
        plain = [self._plain(line, paragraphs[line.block]) for line in lines]
        states: dict[str, list[str]] = defaultdict(list)
        for line, hits in zip(lines, plain, strict=True):
            states[line.paragraph] += (hit.id for hit in sorted(hits, key=_place) if hit.kind == "state")
        memory = Memory(self.names, states, self.grammar.recalling, self.parties, self.grammar.lone)
        for line, hits in zip(lines, plain, strict=True):
            memory.open(line.paragraph)
            yield line, self._line(line, hits, memory)

    def _plain(self, line: Line, paragraph: str) -> list[Hit]:
        """The hits that need nothing but the line: names, titles, numbers, dates, a heading that is a title."""
        names = name_hits(self.names, line.text, paragraph=paragraph)
        hits = [hit for hit in names if self.names.is_cased(hit.name, self._written(line, hit))]
        hits += first_hits(self.grammar, self.names, line.text, paragraph)
        hits += self._heading(line, paragraph)
        return hits

    def _written(self, line: Line, hit: Hit) -> str:
        return self.form.part(line.start + hit.start, line.start + hit.end).text

    def _heading(self, line: Line, paragraph: str) -> Iterator[Hit]:
        if line.heading and line.text.endswith(self.grammar.title_heads):
            slug = meant(self.names, line.text, line.text, paragraph)
            yield Hit(0, len(line.text), "instrument", slug, f"heading/{self.grammar.language}", line.text)

    def _line(self, line: Line, plain: list[Hit], memory: Memory) -> list[Hit]:
        """The hits that stand in one line, found layer upon layer; `memory` keeps all, swallowed ones too."""
        text, rules = line.text, self.grammar
        memory.read(plain)
        known = (_of_its_treaty(self.names, marked_short(rules, hit, memory), memory) for hit in plain)
        everything = [_settled(hit, self.names.language) for hit in known]
        memory.read(everything)
        standing = memory.standing = chosen(everything)
        mask = masked(text, standing, rules.generic_titles)
        layers: list[Layer] = [self._shorts, self._heads, self._shorts]
        layers += [partial(self._composed, patterns) for patterns in rules.composed]
        for layer in layers:
            more = [_settled(hit, self.names.language) for hit in layer((text, mask), standing, memory)]
            if more:
                everything += more
                standing = memory.standing = chosen((*standing, *more))
                mask = masked(text, standing, rules.generic_titles)
        speaking = [hit for hit in opening(rules, text) if not self.parties or hit.id in self.parties]
        memory.read([*(hit for hit in everything if hit.kind != HIDING), *speaking])
        return [hit for hit in standing if hit.kind != HIDING and not self._speaks(hit, text)]

    def _shorts(self, line: tuple[str, str], _standing: list[Hit], memory: Memory) -> Iterator[Hit]:
        return bare_shorts(self.grammar, line[1], memory)

    def _heads(self, line: tuple[str, str], _standing: list[Hit], _memory: Memory) -> Iterator[Hit]:
        for hit in head_hits(self.grammar, *line):
            yield replace(hit, id=meant(self.names, hit.name, hit.name, line[0]))

    def _composed(
        self, patterns: Sequence[Pattern], line: tuple[str, str], standing: list[Hit], memory: Memory
    ) -> Iterator[Hit]:
        return composed_hits(self.grammar, patterns, self.names, line, hits=standing, context=memory)

    def _speaks(self, hit: Hit, text: str) -> bool:
        """Whether a hit is a party by its short name that speaks: at the head of a clause, a verb behind."""
        if hit.kind == "group" and set(hit.id.split("-")) == self.parties:
            return True
        is_side = hit.kind == "state" and hit.id in self.parties and ":side/" in hit.rule
        if not (is_side or ":members-standing/" in hit.rule):
            return False
        heads_clause = hit.start == 0 or text[hit.start - 1] in _HEAD_OF_CLAUSE
        heads_clause = heads_clause or self.grammar.numbered.fullmatch(text, 0, hit.start) is not None
        return heads_clause and self.grammar.speaks.match(text, hit.end) is not None
