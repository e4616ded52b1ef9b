"""The products that a measure is on, and its rates."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from onrecord.read.measures.reach import Reach
from onrecord.read.measures.scene import Scene
from onrecord.read.measures.vocabulary import words

RateKind = Literal["on-top", "all-in", "cap"]


class Rate(msgspec.Struct, frozen=True, kw_only=True):
    """A rate in percent, the words it covers and the words that belong to it alone."""

    value: float
    first: int
    kind: RateKind | None = None


def products_in(scene: Scene, indices: Sequence[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The products named among these words, as written, and their codes of the Harmonized System."""
    inside = set(indices)
    named: dict[str, None] = {}
    codes: dict[str, None] = {}
    for covered, row in scene.products:
        if len(covered) and all(index in inside for index in covered):
            named[scene.text(covered)] = None
            codes.update(dict.fromkeys(row.hs))
    return tuple(named), tuple(codes)


def rates(scene: Scene, around: Reach) -> tuple[Rate, ...]:
    """The rates of a measure: before the noun, and those that ``of``, ``at`` or ``to`` brings; not the old one."""
    found: list[Rate] = []
    for first, amount in scene.percents.items():
        before = scene.tokens[first - 1].text.lower() if first else ""
        inside = first in around.left or _behind(scene, first, around)
        place = dict(around.places).get(first, "")
        if not inside and place not in ("of", "to", "for", "on", "noun", "from", "as"):
            continue
        if amount.high is None and (before == "from" or (place == "from" and before not in ("to", "and"))):
            continue
        after = next((token.text.lower() for token in scene.tokens[first:] if token.start >= amount.end), "")
        if (before in ("than", "by") and not inside) or (after == "of" and place in ("on", "for")):
            continue  # "on 90 percent of the goods"
        found.append(rate_at(scene, first))
    return tuple(found)


def _behind(scene: Scene, first: int, around: Reach) -> bool:
    """Whether the noun stands behind the percentage: "5 percent in duty"."""
    joins = around.first - 1
    return (
        first < joins
        and scene.tokens[joins].text.lower() == "in"
        and scene.percents[first].end == scene.tokens[joins - 1].end
    )


def rate_at(scene: Scene, first: int) -> Rate:
    """The percentage whose first word is ``first``; of a range the upper end."""
    amount = scene.percents[first]
    return Rate(value=amount.value if amount.high is None else amount.high, first=first, kind=_kind(scene, first))


def _kind(scene: Scene, first: int) -> RateKind | None:
    near = " ".join(token.text.lower() for token in scene.tokens[max(0, first - 4) : first + 4])
    if any(f" {phrase} " in f" {near} " for phrase in words("cap")):
        return "cap"
    if any(f" {phrase} " in f" {near} " for phrase in words("on-top")):
        return "on-top"
    if any(f" {phrase} " in f" {near} " for phrase in words("all-in")):
        return "all-in"
    return None
