"""Measure the grouping of copies on generated corpora: speed, memory, and how right it is.

Run         python -m bench.identify [--sizes 1000 5000 20000] [--families 300 3000] [--seed 1] [--per-work 20]
            [--length 1700] [--noise 0.06] [--framed] [--harder] [--without-datasketch] [--misses 10]
Gives       a table, a row a corpus, each measured in a process of its own; beside it MinHash with LSH (datasketch, from
            PyPI), which only says which texts are alike.
Counts      A pair is two copies that bear one work (copy, excerpt, stitched; a page of two statements stands in both).
            Each group is taken for the work most of its bearings bear; a work in several groups counts in the largest
            for each copy. Recall: of the true pairs, those in one group taken for their work. Precision: of the pairs
            in groups, those of which both bear the group's work. Quotations are counted apart, by bearing. Characters:
            of what copies bear, the share found; of what was found, the share that they bear. Exact: of the bearings
            found, those whose first and last character are right.
Leaves out  reading and framing, unless `--framed`; folding is timed apart.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.generate import Made, corpus, family
from bench.invented import Plan

from actum.identify.bearings import Bearing, Group
from actum.identify.comparable import Comparable, comparable
from actum.identify.frame import frame
from actum.identify.group import group
from actum.text.fold import fold
from actum.text.span import Span

FIRM = ("copy", "excerpt", "stitched")
ENOUGH = 0.3
"""Resemblance from which MinHash takes two texts for one: of 0.1, 0.2 … 0.5 the one with the best F1 on 1,000 copies of
50 works, seed 1 (recall 0.84, precision 0.92); 2026-11-25."""
HARDER: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("300 characters", ("--one-size=600", "--length=300")),
    ("20,000 characters", ("--one-size=200", "--length=20000")),
    ("noise up to 12 %", ("--one-size=1000", "--noise=0.12")),
    ("3 copies a work", ("--one-size=1000", "--per-work=3")),
    ("1 copy a work", ("--one-size=1000", "--per-work=1")),
    ("200 copies a work", ("--one-size=2000", "--per-work=200")),
    ("framed by layout", ("--one-size=1000", "--framed")),
)
"""Corpora unlike the one that constants were set on."""


@dataclass(slots=True)
class Figures:
    """What was measured on one corpus; shares 0 to 1, times in seconds, memory in MB."""

    copies: int = 0
    characters: int = 0
    fold_s: float = 0.0
    group_s: float = 0.0
    peak_mb: int = 0
    before_mb: int = 0
    groups: int = 0
    works: int = 0
    recall: float = 0.0
    precision: float = 0.0
    quoted_recall: float = 0.0
    quoted_precision: float = 0.0
    found: float = 0.0
    right: float = 0.0
    exact: float = 0.0
    near: float = 0.0
    kinds: dict[str, int] = field(default_factory=dict)
    exact_by_fate: dict[str, str] = field(default_factory=dict)
    missed_by_fate: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Due:
    """What a copy truly bears of a work, in the folded text."""

    fate: str
    kind: str
    hull: Span
    pieces: tuple[Span, ...]


PASSED = ("seed", "per-work", "length", "noise")
Dues = dict[tuple[str, str], Due]


def prepared(made: Sequence[Made], *, framed: bool) -> tuple[list[Comparable], Dues]:
    """The copies as the grouping takes them, and what is due, by copy and work."""
    texts: list[Comparable] = []
    dues: Dues = {}
    for one in made:
        folded = fold(one.text)
        texts.append(comparable(one.key, one.text, folded, frame(one.text) if framed else ()))
        for truth in one.truth:
            pieces = [folded.offsets.forward(Span(*piece)) for piece in truth.pieces]
            kept = tuple(piece for piece in pieces if piece)
            hull = Span(min(piece.start for piece in kept), max(piece.end for piece in kept))
            dues[one.key, truth.work] = Due(one.fate, truth.kind, hull, kept)
    return texts, dues


def taken_for(groups: Sequence[Group], dues: Dues) -> dict[int, str]:
    """The work that each group is taken for: the one most of its bearings bear; empty where none does."""
    works: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (key, work), due in dues.items():
        works[key].append((work, due.kind))
    named = {}
    for number, one in enumerate(groups):
        votes = Counter(work for bearing in one.bearings for work, _ in works[bearing.key])
        named[number] = min(votes, key=lambda work: (-votes[work], work)) if votes else ""
    return named


def pairs(count: int) -> int:
    """How many pairs so many things make."""
    return count * (count - 1) // 2


def scored(groups: Sequence[Group], dues: Dues) -> tuple[Figures, dict[tuple[str, str], Bearing]]:
    """All figures of rightness, and the bearings found of those that are due."""
    figures = Figures(groups=len(groups), works=len({work for _, work in dues}))
    named = taken_for(groups, dues)
    firm = {pair for pair, due in dues.items() if due.kind in FIRM}
    home: dict[tuple[str, str], Bearing] = {}
    together: Counter[str] = Counter()
    hits = in_groups = quoted = quoted_right = 0
    for number in sorted(named, key=lambda number: (-len(groups[number].bearings), number)):
        work = named[number]
        bearings = [one for one in groups[number].bearings if one.kind in FIRM]
        right = [one for one in bearings if (one.key, work) in firm]
        in_groups += pairs(len(bearings))
        together[work] += pairs(len(right))
        fresh = [one for one in right if (one.key, work) not in home]
        hits += pairs(len(fresh))
        home |= {(one.key, work): one for one in fresh}
        for one in groups[number].bearings:
            if one.kind == "quotation":
                quoted += 1
                quoted_right += (one.key, work) in dues
                if (one.key, work) in dues:
                    home.setdefault((one.key, work), one)
    true = sum(pairs(count) for count in Counter(work for _, work in firm).values())
    due_quotes = [pair for pair, due in dues.items() if due.kind == "quotation"]
    figures.recall = hits / max(1, true)
    figures.precision = sum(together.values()) / max(1, in_groups)
    figures.quoted_recall = sum(pair in home for pair in due_quotes) / max(1, len(due_quotes))
    figures.quoted_precision = quoted_right / max(1, quoted)
    _extents(figures, dues, home)
    _kinds(figures, dues, home)
    return figures, home


def _extents(figures: Figures, dues: Dues, home: dict[tuple[str, str], Bearing]) -> None:
    exact: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    both = due_total = found_total = 0
    for pair, bearing in home.items():
        due = dues[pair]
        own = [piece.own for piece in bearing.pieces] or [Span(0, 0)]
        hull = Span(min(span.start for span in own), max(span.end for span in own))
        off = max(abs(hull.start - due.hull.start), abs(hull.end - due.hull.end))
        exact[due.fate].append((off == 0, off <= 3))
        both += sum(shared(one, other) for one in own for other in due.pieces)
        due_total += sum(map(len, due.pieces))
        found_total += sum(map(len, own))
    flat = [one for some in exact.values() for one in some]
    figures.found, figures.right = both / max(1, due_total), both / max(1, found_total)
    figures.exact = sum(one for one, _ in flat) / max(1, len(flat))
    figures.near = sum(one for _, one in flat) / max(1, len(flat))
    figures.exact_by_fate = {
        fate: f"{sum(one for one, _ in some) / len(some):.3f} (within 3: {sum(one for _, one in some) / len(some):.3f})"
        for fate, some in sorted(exact.items())
    }


def shared(one: Span, other: Span) -> int:
    """How many characters two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _kinds(figures: Figures, dues: Dues, home: dict[tuple[str, str], Bearing]) -> None:
    confusion: Counter[str] = Counter()
    missed: dict[str, list[bool]] = defaultdict(list)
    for pair, due in dues.items():
        confusion[f"{due.kind}>{home[pair].kind if pair in home else 'none'}"] += 1
        missed[due.fate].append(pair not in home)
    figures.kinds = dict(sorted(confusion.items()))
    figures.missed_by_fate = {fate: f"{sum(some)} of {len(some)}" for fate, some in sorted(missed.items())}


def peak() -> int:
    """Most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure(plan: Plan, *, framed: bool, misses: int) -> Figures:
    """Generate, fold, group and score one corpus in this process."""
    made = list(corpus(plan))
    started = time.perf_counter()
    for one in made:
        fold(one.text)
    folding = time.perf_counter() - started
    texts, dues = prepared(made, framed=framed)
    before = peak()
    started = time.perf_counter()
    groups = group(texts)
    grouping = time.perf_counter() - started
    after = peak()
    figures, home = scored(groups, dues)
    figures.copies, figures.characters = len(made), sum(len(one.folded) for one in texts)
    figures.fold_s, figures.group_s, figures.peak_mb, figures.before_mb = folding, grouping, after, before
    if misses:
        show_misses(groups, dues, home, misses)
    return figures


def show_misses(groups: Sequence[Group], dues: Dues, home: dict[tuple[str, str], Bearing], count: int) -> None:
    """Some of the bearings that are due and were not found, and some that were found and are not due."""
    named = taken_for(groups, dues)
    lost = sorted(pair for pair in dues if pair not in home)
    for key, work in lost[:count]:
        where = [(one.base, named[n], b.kind) for n, one in enumerate(groups) for b in one.bearings if b.key == key]
        print("  lost", key, work, dues[key, work].fate, dues[key, work].hull, "is in", where, file=sys.stderr)
    wrong = [
        (one.base, named[n], b.key, b.kind, [(p.own.start, p.own.end) for p in b.pieces][:4])
        for n, one in enumerate(groups)
        for b in one.bearings
        if named[n] and (b.key, named[n]) not in dues
    ]
    for one in sorted(wrong)[:count]:
        print("  wrong", *one, file=sys.stderr)


def minhash(plan: Plan) -> Figures:
    """The same corpus by datasketch: MinHash of character 6-grams, 128 permutations, LSH, then resemblance."""
    peer = import_module("datasketch")  # optional: present only where it was installed for this comparison
    made = list(corpus(plan))
    texts = {one.key: fold(one.text).text for one in made}
    figures = Figures(copies=len(made), before_mb=peak())
    started = time.perf_counter()
    index = peer.MinHashLSH(threshold=ENOUGH, num_perm=128)
    sketches: dict[str, Any] = {}
    for key, text in texts.items():
        grams = {text[at : at + 6].encode("utf8", "surrogatepass") for at in range(max(0, len(text) - 5))}
        sketches[key] = peer.MinHash(num_perm=128)
        sketches[key].update_batch(grams)
        index.insert(key, sketches[key])
    found = {
        (key, other)
        for key, sketch in sketches.items()
        for other in index.query(sketch)
        if key < other and sketch.jaccard(sketches[other]) >= ENOUGH
    }
    figures.group_s, figures.peak_mb = time.perf_counter() - started, peak()
    bears: dict[str, set[str]] = defaultdict(set)
    for one in made:
        bears[one.key] |= {truth.work for truth in one.truth if truth.kind in FIRM}
    right = sum(bool(bears[one] & bears[other]) for one, other in found)
    true = sum(pairs(n) for n in Counter(work for works in bears.values() for work in works).values())
    figures.recall, figures.precision = right / max(1, true), right / max(1, len(found))
    return figures


def apart(chosen: argparse.Namespace, *more: str) -> Figures:
    """One measurement in a process of its own, so that memory is its own."""
    passed = [f"--{name}={getattr(chosen, name.replace('-', '_'))}" for name in PASSED]
    passed += ["--framed"] if chosen.framed else []
    passed += [f"--misses={chosen.misses}"]
    line = [sys.executable, "-m", "bench.identify", *passed, *more]
    done = subprocess.run(line, check=True, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parent.parent)
    return Figures(**json.loads(done.stdout))


def show(label: str, one: Figures, *, peer: bool = False) -> None:
    """One row of the table; a peer gives neither extents nor roles."""
    quoted = any(name.startswith("quotation>") for name in one.kinds)
    row = [
        f"{label:28s} {one.copies / one.group_s:9,.0f} {one.fold_s:7.1f} {one.group_s:8.1f} {one.peak_mb:7,d}",
        f"{one.peak_mb - one.before_mb:7,d} {one.recall:7.4f} {one.precision:7.4f}",
    ]
    if not peer:
        row.append(f"{one.quoted_recall:7.3f} {one.quoted_precision:7.3f}" if quoted else f"{'–':>7s} {'–':>7s}")
        row.append(f"{one.found:7.4f} {one.right:7.4f} {one.exact:7.3f} {one.near:7.3f} {one.groups:6d} {one.works:6d}")
    print(*row, flush=True)


HEAD = (
    f"{'corpus':28s} {'copies/s':>9s} {'fold s':>7s} {'group s':>8s} {'peak MB':>7s} {'of it':>7s} {'recall':>7s} "
    f"{'precis.':>7s} {'quo.rec':>7s} {'quo.pre':>7s} {'found':>7s} {'right':>7s} {'exact':>7s} {'within3':>7s} "
    f"{'groups':>6s} {'works':>6s}"
)


def planned(chosen: argparse.Namespace) -> Plan:
    """The corpus that the command line asks for."""
    if chosen.one_family:
        return family(chosen.one_family, chosen.seed)
    works = max(1, chosen.one_size // chosen.per_work)
    return Plan(chosen.one_size, works, chosen.seed, length=chosen.length, noise=chosen.noise)


def parsed(arguments: Iterable[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 5000, 20000])
    parser.add_argument("--families", type=int, nargs="*", default=[300, 3000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-work", type=int, default=20, help="copies of one work, about")
    parser.add_argument("--length", type=int, default=1700, help="characters of a statement, about")
    parser.add_argument("--noise", type=float, default=0.06, help="most characters of a copy that are damaged, 0 to 1")
    parser.add_argument("--framed", action="store_true", help="let the layout say what is a text")
    parser.add_argument("--harder", action="store_true", help="add corpora that differ in length, noise and kinship")
    parser.add_argument("--without-datasketch", action="store_true")
    parser.add_argument("--misses", type=int, default=0, help="how many misses to show for each corpus")
    for hidden in ("--one-size", "--one-family"):
        parser.add_argument(hidden, type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--minhash", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(None if arguments is None else list(arguments))


def main() -> None:
    """Print the table, or, in a process of its own, the figures of one corpus."""
    chosen = parsed()
    if chosen.one_size or chosen.one_family:
        plan = planned(chosen)
        figures = minhash(plan) if chosen.minhash else measure(plan, framed=chosen.framed, misses=chosen.misses)
        print(json.dumps(asdict(figures)))
        return
    print(HEAD)
    rows: list[tuple[str, tuple[str, ...]]]
    rows = [(f"{size:,d} of one work", (f"--one-family={size}",)) for size in chosen.families]
    rows += [(f"{size:,d} copies", (f"--one-size={size}",)) for size in chosen.sizes]
    rows += HARDER if chosen.harder else ()
    peer = not chosen.without_datasketch and find_spec("datasketch") is not None
    for label, passed in rows:
        figures = apart(chosen, *passed)
        show(label, figures)
        print("   kinds, due>found:", "  ".join(f"{name} {count}" for name, count in figures.kinds.items()))
        print("   exact by fate:", "  ".join(f"{name} {share}" for name, share in figures.exact_by_fate.items()))
        print("   not found by fate:", "  ".join(f"{name} {share}" for name, share in figures.missed_by_fate.items()))
        if peer and (label, passed) not in HARDER:
            show("   by datasketch", apart(chosen, *passed, "--minhash"), peer=True)
    if not peer:
        print("datasketch was not measured: it is not installed here (pip install datasketch), or was not asked for")


if __name__ == "__main__":
    main()
