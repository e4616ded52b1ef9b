"""Triggers: the words of a sentence that evoke an instrument."""

from collections.abc import Iterator

import msgspec

from onrecord.model.span import Span
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.vocabulary import InstrumentRow, instruments, weak_rows

_NEAR = 14
"""How many words after a weak trigger its support may stand."""
_BEFORE = 5


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A word that evokes an instrument: its row, its first and its main word."""

    row: InstrumentRow
    first: int
    head: int


def triggers(scene: Scene, *, named: bool = False) -> Iterator[Trigger]:
    """The nouns of a sentence that evoke an instrument, left to right; ``named``: the article named a tariff before."""
    text = scene.sentence.of(scene.page.body)
    for start, end, (row, weak) in instruments().find(text, scene.sentence.start):
        indices = scene.sentence.indices_in(Span(start=start, end=end))
        if not indices:
            continue
        head = indices[-1]
        if scene.tokens[head].pos not in ("NOUN", "PROPN", "ADJ") or scene.tokens[head].tag.startswith("VB"):
            continue
        if head + 1 < len(scene.tokens) and scene.tokens[head + 1].lemma in ("free", "-") and weak:
            continue
        if weak:
            found = _supported(scene, indices.start, head, named=named)
            if found is None:
                continue
            row = found
        yield Trigger(row=row, first=indices.start, head=head)


def _supported(scene: Scene, first: int, head: int, *, named: bool) -> InstrumentRow | None:
    """The first row for a weak word one of whose supporting words stands near it, in its phrase."""
    rows = weak_rows().get(scene.tokens[head].text.lower(), ())
    near: list[str] = []
    for index in range(head + 1, min(len(scene.tokens), head + _NEAR)):
        token = scene.tokens[index]
        if token.text in (";", ":") or (token.tag in ("VBD", "VBZ", "VBP", "MD") and token.dep != "relcl"):
            break
        near.append(token.text.lower())
    for index in range(max(0, first - _BEFORE), first):
        if scene.tokens[index].head in range(first, head + 1) or scene.tokens[index].dep in (
            "amod",
            "compound",
            "nmod",
        ):
            near.append(scene.tokens[index].text.lower())
    joined = f" {' '.join(near)} "
    for row in rows:
        if any(f" {word} " in joined for word in row.support):
            return row
    # "a 20 percent duty": a rate before it is enough for what is charged
    if named and scene.tokens[head].tag == "NNS" and scene.tokens[head].lemma in ("duty", "levy"):
        return next((row for row in rows if row.instrument == "tariff"), None)
    rated = any(first - _BEFORE <= index < first for index in scene.percents)
    charged = next((row for row in rows if row.instrument == "tariff"), None)
    return charged if rated and charged is not None and scene.tokens[head].lemma in ("duty", "levy") else None
