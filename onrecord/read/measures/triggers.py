"""Triggers: the words of a sentence that evoke an instrument."""

from collections.abc import Iterator, Sequence

import msgspec

from onrecord.knowledge.instruments import InstrumentRow
from onrecord.model.span import Span
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.vocabulary import instruments, weak_rows, words

_NEAR = 14
"""How many words after a weak trigger its support may stand."""
_BEFORE = 5
_CHARGES = frozenset({"duty", "levy", "tax", "surcharge"})


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
    """The row for a weak word of which a supporting word stands nearest, in its phrase."""
    rows = weak_rows().get(scene.tokens[head].text.lower(), ())
    if scene.tokens[head].lemma == "rate":  # "the 10 percent rate", once it is known of what
        return rows[0] if named and _is_charged(scene, first) else None
    before = [
        scene.tokens[index].text.lower()
        for index in range(max(0, first - _BEFORE), first)
        if scene.tokens[index].head in range(first, head + 1) or scene.tokens[index].dep in ("amod", "compound", "nmod")
    ]
    if scene.tokens[head].dep == "conj" and scene.tokens[head].head < first:  # "tariffs and quotas"
        before.append(scene.tokens[scene.tokens[head].head].text.lower())
    after: list[str] = []
    for token in scene.tokens[head + 1 : head + _NEAR]:
        if token.text in (";", ":") or (token.tag in ("VBD", "VBZ", "VBP", "MD") and token.dep != "relcl"):
            break
        after.append(token.text.lower())
    found: tuple[int, InstrumentRow] | None = None
    for row in rows:
        far = min(_distance(before[::-1], row.support), _distance(after, row.support))
        if far < _NEAR and (found is None or far < found[0]):
            found = (far, row)
    banning = next((row for row in rows if row.instrument == "import-restriction"), None)
    goods = _bans_goods(scene, first, head) if banning is not None else None
    if goods is not None and (found is None or goods < found[0]):
        return banning
    if found is not None:
        return found[1]
    charged = next((row for row in rows if row.instrument == "tariff"), None)
    if charged is None or scene.tokens[head].lemma not in _CHARGES:
        return None
    # "a 20 percent duty": a rate before it is enough for what is charged; for a tax or a rate only if it is known what
    rated = any(first - _BEFORE <= index < first for index in scene.percents)
    sure = scene.tokens[head].lemma in ("duty", "levy")
    return charged if (rated and (named or sure)) or (named and sure and scene.tokens[head].tag == "NNS") else None


def _is_charged(scene: Scene, rate: int) -> bool:
    """Whether a "rate" has its percentage before it, or is told to move to one: "the rate will rise to 9 percent"."""
    if not rate:
        return False
    before = scene.tokens[rate - 1]
    if any(amount.end == before.end for amount in scene.percents.values()):
        return True
    verb = scene.tokens[scene.tokens[rate].head]
    moves = scene.tokens[rate].dep in ("nsubj", "nsubjpass", "dobj") and verb.lemma in words("told")
    return moves and before.tag == "DT" and any(rate < first <= rate + _NEAR for first in scene.percents)


def _distance(near: Sequence[str], support: Sequence[str]) -> int:
    """How many words away the nearest of ``support`` stands; many if none does."""
    joined = f" {' '.join(near)} "
    places = [joined.find(f" {word} ") for word in support]
    return min((joined[:place].count(" ") for place in places if place >= 0), default=_NEAR)


def _bans_goods(scene: Scene, first: int, head: int) -> int | None:
    """How far behind a ban "on" goods these stand, where a state is named in the phrase: "its ban on Thai shrimp"."""
    following = scene.tokens[head + 1].text.lower() if head + 1 < len(scene.tokens) else ""
    if following not in ("on", "of", "against"):
        return None
    covered = [goods.start for goods, _ in scene.products if len(goods) and head < goods.start <= head + _BEFORE]
    phrase = range(max(0, first - 3), min(len(scene.tokens), head + _NEAR))
    whose = scene.states(phrase) or any(scene.tokens[index].tag == "PRP$" for index in phrase)
    return covered[0] - head - 1 if covered and whose else None
