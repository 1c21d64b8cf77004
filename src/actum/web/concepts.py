"""Concepts as the pages of the map name and address them, and which part of the map is asked for.

Takes       what is asked.
Gives       Concepts: names, kinds and keys of concepts; `scope_of`, the part of the map that a query chooses.
Method      a concept that nobody has named has words for an id, long ones, of any character: its address has a key made
            of them instead, the same on every machine.
Leaves out  the map itself: `workflow.causal_map` makes it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from actum.errors import NoSuchConcept
from actum.export.concept_names import kinds_of, names_in
from actum.model.claim import CausalMap
from actum.model.network import Network
from actum.registry.load import Registry
from actum.store.workspace import Workspace
from actum.web.kept import kept
from actum.web.page import Asked
from actum.workflow.causal_map import causal_map
from actum.workflow.networks import NetworkAsked, network_of
from actum.workflow.paths import Chosen
from actum.workflow.registers import registry_of
from actum.workflow.room import Snapshot

UNKNOWN = "unknown:"
_KEY = "unnamed-"
_DIGITS = 10
"""Hexadecimal digits of a key: 40 bits, so that two of a workspace are hardly ever alike, 2026-11-26."""
_BEHIND = re.compile(
    r"(?P<words>.+) \((?:(?P<work>[^()]+), sentence (?P<sentence>[0-9]+)|(?P<who>[a-z]{3}(?:-[a-z]{3})*))\)", re.DOTALL
)
"""What the id of an unnamed concept has behind its words: the sentence where words point back, or whose they are."""
_TAGS = {"zh": "zh-Hans", "en": "en", "ru": "ru"}


@dataclass(frozen=True, slots=True)
class Concepts:
    """What concepts are called in the language of the interface, and where their pages are."""

    asked: Asked
    registry: Registry
    own: Mapping[str, str]
    others: tuple[tuple[str, Mapping[str, str]], ...]
    kinds: Mapping[str, str]

    @classmethod
    def of(cls, asked: Asked) -> Concepts:
        """Names as the workspace's registry has them: in the language of the interface, else in any."""
        registry = registry_of(asked.workspace)
        others = tuple((tag, names_in(registry, tag)) for tag in ("zh", "en", "ru") if tag != asked.ui)
        return cls(asked, registry, names_in(registry, asked.ui), others, kinds_of(registry))

    def name(self, concept: str) -> str:
        """The name to be shown; the words themselves of what nobody has named; no one for nobody."""
        if found := self.own.get(concept) or next((names[concept] for _, names in self.others if concept in names), ""):
            return found
        if not concept.startswith(UNKNOWN):
            return self.asked.called(concept) if concept else self.asked.t("map.no-one")
        return self._told(labels_in(self.asked).get(concept) or concept.removeprefix(UNKNOWN).replace("\n", ""))

    def _told(self, label: str) -> str:
        """The words of what nobody has named, with what its id says behind them in words: whose it is, or where."""
        behind = _BEHIND.fullmatch(label)
        if behind is None:
            return label
        if behind["sentence"]:
            where = self.asked.t("concept.points", work=behind["work"], n=behind["sentence"])
            return self.asked.t("concept.of", words=behind["words"], of=where)
        return self.asked.t("concept.of", words=behind["words"], of=self.asked.called(behind["who"]))

    def lang(self, concept: str) -> str:
        """The language of that name."""
        if concept in self.own or not concept:
            return _TAGS[self.asked.ui]
        if not concept.startswith(UNKNOWN) and not any(concept in names for _, names in self.others):
            return _TAGS[self.asked.ui]
        return next((_TAGS[tag] for tag, names in self.others if concept in names), _script(concept))

    def kind(self, concept: str) -> str:
        """What it is, as the words of the interface name it; empty where nothing is known."""
        return self.kinds.get(concept, "")

    def named(self, concept: str) -> bool:
        """Whether the registry has it."""
        return self.registry.row(concept) is not None

    def link(self, concept: str, *, at: str = "") -> str:
        """The address of its page."""
        return self.asked.link("concept", concept=key_of(concept), at=at)


def _script(concept: str) -> str:
    words = concept.removeprefix(UNKNOWN)
    if any("\u2e80" <= char <= "\u9fff" for char in words):
        return "zh-Hans"
    return "ru" if any("\u0400" <= char <= "\u04ff" for char in words) else "en"


def key_of(concept: str) -> str:
    """What stands for a concept in an address: its slug, or a digest of the words that nobody has named."""
    if not concept.startswith(UNKNOWN):
        return concept
    return _KEY + hashlib.sha256(concept.encode("utf8", "surrogatepass")).hexdigest()[:_DIGITS]


def concept_of(key: str, every: Iterable[str]) -> str:
    """The concept whose key that is. Raises NoSuchConcept."""
    for concept in every:
        if key_of(concept) == key:
            return concept
    raise NoSuchConcept(f"“{key}” is no concept of this workspace. The map and the matrix list them.")


def map_of(asked: Asked, chosen: Chosen | None = None) -> CausalMap:
    """The chosen part of the map, or all of it, kept with the build. Raises NoSuchWork, NotBuilt."""
    part = chosen or Chosen()
    key = ("map", tuple(part.works), part.holder, part.year, judged(asked.workspace))
    return kept(asked, key, lambda: causal_map(asked.workspace, works=part.works, holder=part.holder, year=part.year))


def labels_in(asked: Asked) -> Mapping[str, str]:
    """The texts' own words for what nobody has named, by concept, kept with the build; ids hold folded ones."""
    return kept(asked, ("labels", judged(asked.workspace)), lambda: _labels(asked))


def _labels(asked: Asked) -> dict[str, str]:
    return {node.concept: node.label for node in map_of(asked).nodes if node.label} if asked.build.name else {}


def leaning_network(asked: Asked) -> Network:
    """Who takes which side of what, kept with the build. Raises NotBuilt."""
    return kept(asked, "leanings", lambda: network_of(asked.workspace, NetworkAsked("holder-concept")))


def every_concept(asked: Asked) -> list[str]:
    """All concepts that have a page: those of the map, and those of which somebody speaks. By slug."""
    return kept(asked, ("concepts", judged(asked.workspace)), lambda: _every(map_of(asked), leaning_network(asked)))


def concepts_in(build: Snapshot) -> list[str]:
    """The same, of a build. Nothing where nothing is built."""
    return _concepts_in(build.folder, _judged_in(build)) if build.name else []


@lru_cache(maxsize=2)
def _concepts_in(folder: Path, judged: int) -> list[str]:
    workspace = Workspace.open_at(folder.parents[1])
    return _every(_map_in(folder, judged), network_of(workspace, NetworkAsked("holder-concept")))


def map_in(build: Snapshot) -> CausalMap:
    """The whole map of a build; an empty one where nothing is built."""
    return _map_in(build.folder, _judged_in(build)) if build.name else CausalMap((), ())


@lru_cache(maxsize=2)
def _map_in(folder: Path, _judged: int) -> CausalMap:
    return causal_map(Workspace.open_at(folder.parents[1]))


def _judged_in(build: Snapshot) -> int:
    return judged(Workspace.open_at(build.folder.parents[1]))


def judged(workspace: Workspace) -> int:
    """The length of the log of judgements: what a person names counts at once, before any build."""
    log = workspace.judgement_log
    return log.stat().st_size if log.is_file() else 0


def _every(found: CausalMap, network: Network) -> list[str]:
    spoken = {tie.target for tie in network.ties if tie.target}
    own = {claim.cause.concept for claim in found.self_claims}
    return sorted({node.concept for node in found.nodes} | own | spoken)


def scope_of(asked: Asked) -> Chosen:
    """Which part of the map the query chooses: `work` (several), `holder`, `year`. Raises NoSuchWork."""
    works = tuple(asked.build.work(one)["work"] for one in asked.every("work"))
    return Chosen(works, asked.one("holder").strip(), asked.one("year").strip())


def scope_query(chosen: Chosen) -> dict[str, str | tuple[str, ...]]:
    """The query that chooses that part."""
    made: dict[str, str | tuple[str, ...]] = {}
    if chosen.works:
        made["work"] = tuple(chosen.works)
    if chosen.holder:
        made["holder"] = chosen.holder
    if chosen.year:
        made["year"] = chosen.year
    return made
