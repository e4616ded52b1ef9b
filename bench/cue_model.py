"""Which cue claims are right, by logistic regression: the share of a word, and what its surroundings move."""

import math
import random
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from onrecord.find.speech.clauses.agreeing import agreeing

LEAST = 4
"""A word needs so many places, and one that attributes, to get a row."""


class Seen(NamedTuple):
    """One claim: its article, its word and construction, its conditions, and whether the gold has it."""

    article: str
    place: tuple[int, int]
    key: tuple[str, str, str, str]
    group: str
    conditions: tuple[str, ...]
    right: bool
    claim: Any = None
    sentence: Any = None
    near: Any = ()


Model = dict[str, float]


def features(one: Seen, known: Counter[tuple[str, ...]]) -> list[str]:
    """What a claim is weighed by: the construction, the word, both together, and each condition."""
    lemma, pos, frame, link = one.key
    if " " in lemma and known[lemma, pos] < LEAST:
        lemma = lemma.split()[0 if pos == "verb" else -1]
    found = ["", f"G {one.group}", f"C {pos} {frame} {link}"]
    if known[lemma, pos] >= LEAST:
        found += [f"W {lemma} {pos}", f"K {lemma} {pos} {frame} {link}"]
    return found + [f"S {name}/{one.group}" for name in one.conditions]


def fitted(rows: Sequence[Seen], known: Counter[tuple[str, ...]], rounds: int = 8) -> Model:
    """The weights that tell right claims from wrong ones (AdaGrad, in one fixed order of chance)."""
    weights: Model = defaultdict(float)
    squares: Model = defaultdict(lambda: 1e-8)
    shrink = {"": 0.0, "G": 0.001, "C": 0.01, "W": 0.01, "K": 0.01, "S": 0.003}
    cases = [(features(one, known), one.right) for one in rows]
    order = random.Random(0)
    for round_ in range(rounds):
        order.shuffle(cases)
        rate = 0.15 / (1 + 0.6 * round_)
        for names, right in cases:
            off = 1 / (1 + math.exp(-sum(weights[name] for name in names))) - right
            for name in names:
                slope = off + shrink[name[:1]] * weights[name]
                squares[name] += slope * slope
                weights[name] -= rate * slope / math.sqrt(squares[name])
    return weights


def odds(model: Model, names: Sequence[str]) -> float:
    return sum(model.get(name, 0.0) for name in names)


def gain(rows: Sequence[Seen], chances: Sequence[float], least: float) -> tuple[int, int]:
    """Right and wrong claims, if the likeliest are kept of those that stand in each other's way."""
    places: dict[tuple[str, int], list[tuple[float, Seen]]] = defaultdict(list)
    for one, chance in zip(rows, chances, strict=True):
        if chance >= least:
            places[one.article, one.place[0]].append((chance, one))
    right = kept = 0
    for found in places.values():
        weighed = [(chance, one.claim) for chance, one in found]
        good = {(one.claim.at, one.claim.pos, one.claim.frame, one.claim.link) for _, one in found if one.right}
        for claim in agreeing(found[0][1].sentence, weighed):
            kept += 1
            right += (claim.at, claim.pos, claim.frame, claim.link) in good
    return right, kept - right


def counted(rows: Sequence[Seen]) -> Counter[tuple[str, ...]]:
    """How often each word was seen; words that never attribute are left out."""
    count = Counter((one.key[0], one.key[1]) for one in rows)
    right = {(one.key[0], one.key[1]) for one in rows if one.right}
    return Counter({key: times for key, times in count.items() if key in right})


def cross(rows: Sequence[Seen], folds: int) -> list[float]:
    """The chance of each claim by weights fitted without the articles of its fold."""
    chances = [0.0] * len(rows)
    fold = [zlib.crc32(one.article.encode()) % folds for one in rows]
    for held in range(folds):
        train = [one for one, number in zip(rows, fold, strict=True) if number != held]
        known = counted(train)
        model = fitted(train, known)
        for index, one in enumerate(rows):
            if fold[index] == held:
                chances[index] = 1 / (1 + math.exp(-odds(model, features(one, known))))
    return chances
