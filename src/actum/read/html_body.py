"""Which blocks of a page are its text, and which are foreign to it.

Takes       the elements and blocks of a page, and the titles that it gives itself.
Gives       for each block, the rule by which it is left out; none for what is read.
Method      what hides itself, what is furniture by its element or its class, and lists of links are left out. A part
            of the page that holds much of its prose, or its title, is no furniture whatever it is called, nor is prose
            between two paragraphs of the text: in doubt a block is read, for the rooms behind this one know furniture
            too, and what is cut here reaches none of them.
Leaves out  news items, credits and notices in prose: `identify` finds them in the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import Any

from actum.read.html_blocks import LONG, Block, Sums
from actum.read.html_tree import Element, attribute
from actum.read.tables import table

MUCH = 1 / 3
"""Share of a page's prose, 0 to 1, from which a part of it is no furniture whatever it is called; generated pages,
2026-11-26."""
MAIN = 0.8
"""Share of the prose that lies within the main part of a page; 2026-11-26."""
LINKED = 0.55
"""Share of letters in links from which a stretch without prose is a list of links: a day and an hour stand beside
each in many; 2026-11-26."""
REVEALED = 0.1
"""Share of a page's prose, 0 to 1, from which an element that hides it is opened; generated pages, 2026-11-26."""
TITLE = 6
"""Letters from which a line can be known for the page's title; 2026-11-26."""
_WORDS = re.compile(r"[A-Z]?[a-z]+\d*|[A-Z]+(?![a-z])\d*")

SAYS = {
    "hidden": "the page hides this from its readers",
    "unseen": "stands in an element that a browser does not show",
    "deleted": "the page marks this as taken out of its text",
    "mark": "a raised sign that leads to a note",
    "ruby": "a reading that the page sets beside characters",
    "furniture": "page furniture, by its element or its class",
    "link-list": "a list of links",
    "beside-text": "a line with links, apart from the text",
}
_DAY = re.compile(
    r"\d年\s*\d{1,2}月\s*\d{1,2}日|[〇○零一二三四五六七八九]年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日|\b\d{1,2}\s+[^\W\d]{3,9}\s+\d{4}\b"
)
_STOPS = re.compile(r"[。！？；!?]|\.\s")
_FETCHES = frozenset({"script", "iframe", "img", "ins", "object", "embed", "video", "amp-ad"})
_PARAGRAPHS = frozenset({"p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "pre", "blockquote", "font", "span"})
Page = tuple[Sequence[Element], Sequence[Block], Mapping[Element, Sums]]


def left_out(page: Page, source: str, titles: Sequence[str]) -> tuple[str, ...]:
    """For each block the rule that leaves it out, or an empty string; never all of a page that shows anything."""
    _, blocks, _ = page
    found = _rules(page, source, titles)
    shown = [block for block in blocks if not block.hidden]
    if all(rule or block.hidden for rule, block in zip(found, blocks, strict=True)):
        # a page of links, or one that shows its text by a script: all of it is read rather than nothing
        return tuple("hidden" if shown and block.hidden else "" for block in blocks)
    return tuple(found)


def _rules(page: Page, source: str, titles: Sequence[str]) -> list[str]:
    elements, blocks, sums = page
    revealed = _revealed(blocks)
    titled = {block for block in blocks if is_title(block, titles)}
    kept = _around({block.holder for block in titled})
    furniture, surely = _furniture(page, source, kept)
    lists = _under(elements, {one for one in elements if one not in kept and _is_list(sums[one])})
    main = _main(elements, blocks, furniture)
    runs = _runs(blocks)
    within = _under(elements, {main})
    rules = []
    boxed = _boxed(page, furniture, within, surely, source)
    for at, block in enumerate(blocks):
        holder = block.holder
        if block.hidden:
            rules.append("" if block.hider in revealed else "hidden")
        elif holder in furniture and at not in boxed:
            rules.append("furniture")
        elif block in titled:
            rules.append("")
        elif holder in lists or at in runs or _is_link_line(block):
            rules.append("link-list")
        else:
            beside = block.links and not block.prose and holder not in within
            rules.append("beside-text" if beside else "")
    return rules


def _boxed(page: Page, furniture: set[Element], within: set[Element], surely: set[Element], source: str) -> set[int]:
    """Places of blocks in furniture that are text all the same; `surely` is furniture by a word that no other unsays.

    Long prose within the main part of the page; prose between two blocks of the text; what the page calls as it calls
    these; and a line with a day right behind the text, as under a statement. What stands there more than once, repeats
    the text, or has links is none.
    """
    _, blocks, _ = page
    loaded = _loaded(page, furniture)
    count = Counter(drawn(block.written) for block in blocks)
    own = [at for at, one in enumerate(blocks) if one.prose and not one.hidden and one.holder not in furniture]
    known = frozenset(part for at in own for part in _sentences(blocks[at]))
    inside = [
        at for at, one in enumerate(blocks) if one.holder in furniture and one.holder in within and not one.hidden
    ]
    plain = [at for at in inside if not blocks[at].links]
    found = {at for at in plain if blocks[at].prose and blocks[at].letters >= LONG}
    free = [
        at
        for at in plain
        if count[drawn(blocks[at].written)] == 1
        and blocks[at].holder not in loaded
        and blocks[at].holder not in surely
        and not known.issuperset(_sentences(blocks[at]))
    ]
    text = found | {at for at in own if blocks[at].holder in within}
    if text:
        first, last, boxes = min(text), max(text), _boxes(page, furniture, source)
        found |= {at for at in free if blocks[at].prose and first < at < last}
        alike = {boxes[blocks[at].holder] for at in found & set(free)}
        found |= {at for at in free if blocks[at].prose and boxes[blocks[at].holder] in alike}
        found |= _dated(blocks, max(text | found), free, inside)
    return found


def _sentences(block: Block) -> list[str]:
    return [words for part in _STOPS.split(block.written) if (words := drawn(part))]


def _dated(blocks: Sequence[Block], last: int, free: Sequence[int], inside: Sequence[int]) -> set[int]:
    """The place of the first line with a day behind the text, where nothing but furniture stands between."""
    lines, boxed = frozenset(free), frozenset(inside)
    at = last + 1
    while at in boxed:
        if at in lines and _DAY.search(blocks[at].written):
            return {at}
        at += 1
    return set()


def _boxes(page: Page, furniture: set[Element], source: str) -> dict[Element, tuple[str, str]]:
    """What makes boxes of furniture alike, for each element in them: the box's element and class, numbers aside."""
    found: dict[Element, tuple[str, str]] = {}
    for element in page[0]:
        if element in furniture:
            around = found.get(element.parent) if element.parent is not None else None
            found[element] = around or (element.name, re.sub(r"\d+", "", attribute(element, "class", source)))
    return found


def _loaded(page: Page, furniture: set[Element]) -> set[Element]:
    """Elements of furniture that fetch something: a picture, a script, a frame; an advertisement does."""
    elements, _, _ = page
    found: set[Element] = set()
    for element in elements:
        if element.name in _FETCHES:
            one = element.parent
            while one is not None and one in furniture and one not in found:
                found.add(one)
                one = one.parent
    return _under(elements, found) & furniture


def _revealed(blocks: Sequence[Block]) -> set[Element | None]:
    """The elements that hide a share of the page's prose, or the end of it: it opens at a touch, or by a script.

    Hidden prose goes together where no prose that is shown stands between. A single paragraph is opened only where the
    page hides more than it shows; then all that it hides is. A line with a day behind what is opened goes with it.
    """
    prose = [at for at, block in enumerate(blocks) if block.prose]
    runs = [list(run) for hidden, run in groupby(prose, key=lambda at: blocks[at].hidden) if hidden]
    whole = sum(blocks[at].letters for at in prose)
    letters = [sum(blocks[at].letters for at in run) for run in runs]
    most = sum(letters) * 2 > whole
    found: set[Element | None] = set()
    for run, count in zip(runs, letters, strict=True):
        much = len(run) > 1 and count >= REVEALED * whole
        if most or much or (len(run) > 1 and _runs_on(blocks, run[0])):
            found |= {blocks[at].hider for at in run}
            after = islice(blocks, run[-1] + 1, None)
            behind = next((block for block in after if block.hidden or block.prose), None)
            if behind is not None and behind.hidden and _DAY.search(behind.written):
                found.add(behind.hider)
    return found


def _runs_on(blocks: Sequence[Block], at: int) -> bool:
    """Whether what hides a block stands beside the paragraph before it, as one that goes on where the other ends."""
    before, hider = blocks[at - 1] if at else None, blocks[at].hider
    return before is not None and before.prose and hider is not None and before.holder.parent is hider.parent


def drawn(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


def is_title(block: Block, titles: Sequence[str]) -> bool:
    """Whether a block is the page's title, or a line of it: as the page names itself, or by its heading."""
    if block.linked or block.hidden:
        return False
    words = drawn(block.written)
    return len(words) >= TITLE and any(words in title for title in titles)


def _around(holders: set[Element]) -> set[Element]:
    """Elements with all that they lie in."""
    found: set[Element] = set()
    for holder in holders:
        one: Element | None = holder
        while one is not None and one not in found:
            found.add(one)
            one = one.parent
    return found


def _under(elements: Sequence[Element], heads: set[Element]) -> set[Element]:
    """Elements with all that lies in them; `elements` come parents first."""
    found: set[Element] = set()
    for element in elements:
        if element in heads or element.parent in found:
            found.add(element)
    return found


def _furniture(page: Page, source: str, kept: set[Element]) -> tuple[set[Element], set[Element]]:
    """The elements of furniture, and those of them that a word makes so whatever stands beside it."""
    elements, _, sums = page
    names: dict[str, Any] = table("html")["foreign"]
    by_element, surely = frozenset(names["elements"]), frozenset(names["surely"])
    by_name, text = surely | frozenset(names["names"]), frozenset(names["text"])
    prose = sums[elements[0]].prose
    heads, sure = set(), set()
    for element in elements:
        words = frozenset() if element in kept else frozenset(_called(element, source))
        # a box of the text is called by both: hot-text
        named = not words.isdisjoint(surely) or (not words.isdisjoint(by_name) and words.isdisjoint(text))
        called = named or element.name in by_element
        much = prose and sums[element].prose >= MUCH * prose
        if called and not much and element.name not in {"html", "body"}:
            heads.add(element)
            if not words.isdisjoint(surely):
                sure.add(element)
    return _under(elements, heads), _under(elements, sure)


def _called(element: Element, source: str) -> Iterator[str]:
    for name in ("class", "id", "role"):
        if name in element.attributes:
            yield from (word.lower() for word in _WORDS.findall(attribute(element, name, source)[:500]))


def _is_list(sums: Sums) -> bool:
    return sums.links >= 3 and not sums.prose and sums.linked >= LINKED * sums.letters


def _is_link_line(block: Block) -> bool:
    return block.links >= 3 and not block.prose and block.linked >= LINKED * block.letters


def _runs(blocks: Sequence[Block]) -> set[int]:
    """Places of three or more blocks in a row that are nearly all link."""
    found: set[int] = set()
    run: list[int] = []
    for at, block in enumerate(blocks):
        if block.links and not block.prose and block.linked >= MAIN * block.letters:
            run.append(at)
        else:
            run = []
        if len(run) >= 3:
            found.update(run[-3:])
    return found


def _main(elements: Sequence[Element], blocks: Sequence[Block], furniture: set[Element]) -> Element:
    """The innermost element with most of the prose outside furniture; the root where there is none."""
    own = dict.fromkeys(elements, 0)
    for block in blocks:
        if block.prose and not block.hidden and block.holder not in furniture:
            own[block.holder] += block.letters
    for element in reversed(elements):
        if element.parent is not None:
            own[element.parent] += own[element]
    main = elements[0]
    for element in elements:
        if own[main] and element.parent is main and own[element] >= MAIN * own[elements[0]]:
            main = element
    while main.name in _PARAGRAPHS and main.parent is not None:
        main = main.parent
    return main
