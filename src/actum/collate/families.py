"""Find which witnesses descend from one faulty copy, and weigh their readings by it.

Takes       sites: places where witnesses differ, with the reading of each as a number, and how well each reading
            reads as language (a log prior).
Gives       for every site the probability of each reading to be what the lost original had.
Method      shared errors (Lachmann), as a tree: neighbour joining on the number of differing sites (Saitou and Nei
            1987) gives the splits, pruning (Felsenstein 1981, with his reversible model) the likelihood of each
            reading at each node. The tree has no direction of its own; where its root lies is judged over all sites
            together, by how well the readings read that each root would make original. The answer is the mean over
            all roots.
Leaves out  contamination as such: a copy that mixes two families hangs between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
States = NDArray[np.int32]

UNHEARD = -1
"""The witness says nothing at the site, or something that no other could confirm."""

JOINED = 80
"""Witnesses that make the tree; further ones are hung on the node they agree with most. Cubic in time.
Of more witnesses none is thought to be the original of all."""

FULL = 0.6
"""Share of the widest reach from which a witness may shape the tree; an excerpt knows too few sites."""

LOST = -40.0
"""Log of what is as good as impossible."""

ONE_PLACE = 0.5
"""Slips below which two nodes are taken for one: none, give or take what chance agreement leaves."""

SLIGHT = 1e-4
"""Share below which a place of the root is passed over."""

LEAF_ROOT, MIDDLE_ROOT = -4.5, -3.0
"""Log prior that one witness is itself the original of all, and that the original stands on a branch between two
families. Set on the nine-witness bench (bench/collate.py, 2026-11-25)."""


@dataclass(frozen=True, slots=True, eq=False)
class Sites:
    """`states[witness, site]`: number of its reading, or UNHEARD.

    `merit[site, reading]`: how well it reads, log, LOST beyond the last reading. `common[site, reading]`: the chance
    that a slip there gives just this reading, so that two who slip may agree without being kin. `length` is how many
    places there were where a slip was possible; `weight[witness]` is 1 for a copy read without trouble.
    `trust[witness, site]` is the chance, 0 to 1, that the witness was read rightly there; None where all were.
    """

    states: States
    merit: Floats
    common: Floats
    length: int
    weight: Floats
    trust: Floats | None = None

    def prior(self) -> Floats:
        """Log prior of each reading at the root. With `common` in it the tree alone tells no direction (F81)."""
        return self.merit + np.log(self.common)


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """Unrooted: node i < witnesses is witness i. `parent[i]` leads to the last inner node, whose parent is itself.

    `slips[i]` is the number of sites that changed between node i and its parent.
    """

    witnesses: int
    parent: tuple[int, ...]
    slips: tuple[float, ...]

    @property
    def size(self) -> int:
        """Nodes."""
        return len(self.parent)

    def below(self, node: int) -> frozenset[int]:
        """The witnesses on the far side of a node's branch to its parent."""
        found = {node}
        for child in range(self.size):
            up = child
            while up not in found and self.parent[up] != up:
                up = self.parent[up]
            if up in found:
                found.add(child)
        return frozenset(child for child in found if child < self.witnesses)


@dataclass(frozen=True, slots=True, eq=False)
class Verdict:
    """`chance[site, reading]` sums to 1 along a site; `tree`, and the probability of each place for its root.

    `at_node[i]` and `on_branch[i]` (between i and its parent) sum to 1 together.
    """

    chance: Floats
    tree: Tree
    at_node: Floats
    on_branch: Floats


def judge(sites: Sites) -> Verdict:
    """How likely each reading is the original's, at every site. Needs two witnesses or more."""
    order = _joined_first(sites)
    tree = _grown(_joined(sites, order), sites, order)
    return _verdict(tree, sites)


def weigh(verdict: Verdict, sites: Sites) -> Floats:
    """The chance of each reading at further sites, by a verdict already reached: they do not move it."""
    return _mean(verdict.tree, sites, verdict.at_node, verdict.on_branch)


def _joined_first(sites: Sites) -> list[int]:
    """The witnesses that shape the tree: those of widest reach, evenly taken where they are too many."""
    heard = (sites.states != UNHEARD).sum(axis=1)
    full = np.flatnonzero(heard >= FULL * heard.max()).tolist()
    if len(full) > JOINED:
        full = [full[i * len(full) // JOINED] for i in range(JOINED)]
    return full


def _distances(sites: Sites, order: Sequence[int]) -> Floats:
    """Differing sites of each pair, as if both reached all of them."""
    own = sites.states[order]
    apart = np.zeros((len(order), len(order)))
    for i, row in enumerate(own):
        both = (own != UNHEARD) & (row != UNHEARD)
        differ = ((own != row) & both).sum(axis=1)
        apart[i] = differ * (own.shape[1] / np.maximum(both.sum(axis=1), 1))
    return apart


def _joined(sites: Sites, order: Sequence[int]) -> Tree:
    """Neighbour joining; the three last meet in one hub. Nodes are numbered behind all witnesses."""
    witnesses = len(sites.states)
    apart = _distances(sites, order)
    nodes = list(order)
    parent: dict[int, int] = {}
    slips: dict[int, float] = {}
    following = witnesses
    while len(nodes) > 3:
        count = len(nodes)
        total = apart.sum(axis=1)
        score = (count - 2) * apart - total[:, None] - total[None, :]
        np.fill_diagonal(score, np.inf)
        i, j = sorted(divmod(int(np.argmin(score)), count))
        half = (apart[i, j] + (total[i] - total[j]) / (count - 2)) / 2
        parent[nodes[i]] = parent[nodes[j]] = following
        slips[nodes[i]], slips[nodes[j]] = half, apart[i, j] - half
        new = (apart[i] + apart[j] - apart[i, j]) / 2
        keep = [k for k in range(count) if k not in {i, j}]
        apart = np.pad(apart[np.ix_(keep, keep)], (0, 1))
        apart[-1, :-1] = apart[:-1, -1] = new[keep]
        nodes = [nodes[k] for k in keep] + [following]
        following += 1
    for k, node in enumerate(nodes):
        others = [m for m in range(len(nodes)) if m != k]
        spread = sum(apart[k, m] for m in others)
        across = apart[others[0], others[1]] if len(others) == 2 else 0.0
        parent[node], slips[node] = following, (spread - across) / 2
    parent[following], slips[following] = following, 0.0
    size = following + 1
    hub = following
    return Tree(
        witnesses,
        tuple(parent.get(node, hub) for node in range(size)),
        tuple(max(0.0, float(slips.get(node, 0.0))) for node in range(size)),
    )


def _grown(tree: Tree, sites: Sites, order: Sequence[int]) -> Tree:
    """The tree with the other witnesses hung on the inner nodes they agree with most."""
    rest = sorted(set(range(tree.witnesses)) - set(order))
    if not rest:
        return tree
    silent = sites.states.copy()
    silent[rest] = UNHEARD
    flow = _flow(tree, Sites(silent, sites.merit, sites.common, sites.length, sites.weight, sites.trust))
    inner = list(range(tree.witnesses, tree.size))
    likely = np.stack([np.argmax(flow.total(node) + sites.prior(), axis=1) for node in inner])
    parent, slips = list(tree.parent), list(tree.slips)
    for who in rest:
        own = sites.states[who]
        heard = own != UNHEARD
        apart = (likely[:, heard] != own[heard]).sum(axis=1)
        best = len(inner) - 1 - int(np.argmin(apart[::-1]))
        parent[who] = inner[best]
        slips[who] = float(apart[best]) * own.size / max(1, int(heard.sum()))
    return Tree(tree.witnesses, tuple(parent), tuple(slips))


class _Flow:
    """Messages over a tree: `up[i]` what lies below inner node i says of it, `beyond[i]` what lies past its branch.

    Those of witnesses are made anew whenever they are asked for: there may be thousands.
    """

    def __init__(self, tree: Tree, sites: Sites) -> None:
        self.tree, self.sites = tree, sites
        readings = sites.merit.shape[1]
        self.change = np.where(sites.merit > LOST / 2, sites.common, 0.0)
        self.rate = [min(0.4, (slips + 0.5) / (sites.length + 1)) for slips in tree.slips]
        for who in range(tree.witnesses):
            self.rate[who] = min(0.4, self.rate[who] / float(sites.weight[who]))
        self.readings = np.arange(readings)
        self.up: dict[int, Floats] = {}
        self.beyond: dict[int, Floats] = {}

    def leaf(self, who: int) -> Floats:
        """Log of 1 for the reading the witness has, LOST for others, or as a misreading gives them; 0 where unheard."""
        own = self.sites.states[who][:, None]
        same = (own == self.readings) | (own == UNHEARD)
        if self.sites.trust is None:
            return np.where(same, 0.0, LOST)
        doubt = np.log(np.maximum((1 - self.sites.trust[who][:, None]) * self.change, np.exp(LOST)))
        return np.where(same, 0.0, doubt)

    def crossed(self, belief: Floats, rate: float) -> Floats:
        """What a belief at one end of a branch says of the other end."""
        top = belief.max(axis=1, keepdims=True)
        plain = np.exp(belief - top)
        moved = (plain * self.change).sum(axis=1, keepdims=True)
        crossed: Floats = np.log((1 - rate) * plain + rate * moved + 1e-300) + top
        return crossed

    def below(self, node: int) -> Floats:
        """What lies below a node says of it."""
        return self.leaf(node) if node < self.tree.witnesses else self.up[node]

    def down(self, node: int) -> Floats:
        """What lies past a node's branch says of the far end of it."""
        if node in self.beyond:
            return self.beyond[node]
        above = self.tree.parent[node]
        return self.total(above) - self.crossed(self.below(node), self.rate[node])

    def total(self, node: int) -> Floats:
        """Log likelihood of all witnesses for each reading at a node."""
        if self.tree.parent[node] == node:
            return self.up[node]
        return self.below(node) + self.crossed(self.down(node), self.rate[node])

    def middle(self, node: int) -> Floats:
        """The same half-way to the parent."""
        half = self.rate[node] / 2
        return self.crossed(self.below(node), half) + self.crossed(self.down(node), half)


def _flow(tree: Tree, sites: Sites) -> _Flow:
    """Both passes. Parents have higher numbers than their children, save the hub, which is its own."""
    flow = _Flow(tree, sites)
    for node in range(tree.witnesses, tree.size):
        flow.up[node] = np.zeros_like(sites.merit)
    hub = tree.size - 1
    for node in range(hub):
        flow.up[tree.parent[node]] += flow.crossed(flow.below(node), flow.rate[node])
    for node in range(hub - 1, tree.witnesses - 1, -1):
        flow.beyond[node] = flow.down(node)
    return flow


def _verdict(tree: Tree, sites: Sites) -> Verdict:
    flow = _flow(tree, sites)
    bias = _node_priors(tree)
    roots: list[tuple[float, bool, int]] = []
    for node in range(tree.witnesses if tree.witnesses > JOINED else 0, tree.size):
        roots.append((bias[node] + _evidence(flow.total(node), sites), True, node))
        if node != tree.size - 1:
            roots.append((MIDDLE_ROOT + _evidence(flow.middle(node), sites), False, node))
    best = max(score for score, _, _ in roots)
    share = np.exp(np.array([score for score, _, _ in roots]) - best)
    share /= share.sum()
    at_node, on_branch = np.zeros(tree.size), np.zeros(tree.size)
    for part, (_, whole, node) in zip(share, roots, strict=True):
        (at_node if whole else on_branch)[node] = part
    return Verdict(_mean(tree, sites, at_node, on_branch), tree, at_node, on_branch)


def _mean(tree: Tree, sites: Sites, at_node: Floats, on_branch: Floats) -> Floats:
    """The chance of each reading, over all places of the root that have a share worth counting."""
    flow = _flow(tree, sites)
    chance = np.zeros_like(sites.merit)
    for node in range(tree.size):
        if at_node[node] > SLIGHT:
            chance += at_node[node] * _softmax(flow.total(node) + sites.prior())
        if on_branch[node] > SLIGHT:
            chance += on_branch[node] * _softmax(flow.middle(node) + sites.prior())
    mean: Floats = chance / chance.sum(axis=1, keepdims=True)
    return mean


def _node_priors(tree: Tree) -> list[float]:
    """Log prior of each node to be the root: by the branches that leave it, as far as they are known to be apart.

    Nodes with no slip between them are one place and share its prior.
    """
    group = list(range(tree.size))
    for node in range(tree.size - 2, tree.witnesses - 1, -1):
        if tree.slips[node] < ONE_PLACE:
            group[node] = group[tree.parent[node]]
    branches, shared = [0] * tree.size, [0] * tree.size
    for node in range(tree.size):
        above = group[tree.parent[node]]
        shared[group[node]] += 1
        if group[node] != above:
            branches[above] += 1
            branches[group[node]] += 1
    inner = [float(np.log(max(1, branches[one] - 1) / shared[one])) for one in group]
    return [LEAF_ROOT if node < tree.witnesses else inner[node] for node in range(tree.size)]


def _evidence(belief: Floats, sites: Sites) -> float:
    """Log likelihood of all sites with the root where `belief` was taken."""
    whole = belief + sites.prior()
    top = whole.max(axis=1)
    return float((np.log(np.exp(whole - top[:, None]).sum(axis=1)) + top).sum())


def _softmax(whole: Floats) -> Floats:
    plain = np.exp(whole - whole.max(axis=1, keepdims=True))
    soft: Floats = plain / plain.sum(axis=1, keepdims=True)
    return soft
