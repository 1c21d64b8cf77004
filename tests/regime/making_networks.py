"""Works, positions and leanings in few words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actum.model.fact import Act, Effect, Mention, MentionKind, Named, Position
from actum.model.network import Leaning, Side
from actum.model.read_work import ReadWork, Told
from actum.text.span import Part, Span

_NAME = re.compile(r"\[(?P<text>[^|\]]+)\|(?P<id>[^|\]]*)\|(?P<kind>[a-z]+)(?P<veiled>!?)\]")


def leaning(voice: str, concept: str, side: Side, *, work: str = "w1", date: str = "2019-06-05") -> Leaning:
    return Leaning(
        voice=tuple(voice.split("+")),
        split_from=(),
        concept=concept,
        kind="goal",
        side=side,
        work=work,
        counted_as=work,
        date=date,
        basis="position",
        says="support",
        part=Part(0, 2, "支持"),
        sentence=Part(0, 2, "支持"),
        fact=f"p{work}{concept}",
        made_by="by-hand",
    )


def read_work(
    sentences: Sequence[tuple[str, Act, str]], *, work: str = "w1", title: str = "声明", date: str = "2019-06-05"
) -> ReadWork:
    """A Chinese text of sentences: who holds it (CHN+RUS), the act, the matter with [name|id|kind] in it, ! for veiled.

    The cue is 说; a matter that begins with `>` addresses its first name.
    """
    text = ""
    mentions: list[Mention] = []
    positions = []
    for number, (voice, act, marked) in enumerate(sentences, 1):
        start = len(text)
        calls = marked.startswith(">")
        matter, found = _plain(marked.removeprefix(">"), start + 1)
        text += f"说{matter}。"
        sentence = Part(start, len(text), text[start:])
        some = [
            Mention(f"s{number}", sentence, Part.cut(text, span), kind, slug, veiled, "by-hand")
            for span, slug, kind, veiled in found
        ]
        mentions += some
        position = Position(
            division=f"s{number}",
            sentence=sentence,
            cue=Part(start, start + 1, "说"),
            act=act,
            strength=1,
            holder=tuple(voice.split("+")) if voice else (),
            holder_written=True,
            addressee=(Named(some[0].part, some[0].id),) if calls else (),
            matter=Part(start + 1, len(text) - 1, matter),
            about=tuple(one.id for one in some),
            made_by="by-hand",
        )
        positions.append((position, Told(f"p{number}")))
    effects: tuple[tuple[Effect, Told], ...] = ()
    return ReadWork(work, title, date, "zh", True, text, (), (), tuple(mentions), tuple(positions), effects)  # noqa: FBT003 - the noun's own order


def _plain(marked: str, at: int) -> tuple[str, list[tuple[Span, str, MentionKind, bool]]]:
    matter, end = "", 0
    found: list[tuple[Span, str, MentionKind, bool]] = []
    for name in _NAME.finditer(marked):
        matter += marked[end : name.start()]
        start = at + len(matter)
        matter += name["text"]
        kind: MentionKind = name["kind"]  # type: ignore[assignment] # written by hand
        found.append((Span(start, at + len(matter)), name["id"], kind, bool(name["veiled"])))
        end = name.end()
    return matter + marked[end:], found
