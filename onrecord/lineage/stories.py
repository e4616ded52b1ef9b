"""Which reports are about the same running matter: by the weight of the words they share, as they come.

A story keeps the summed words of its reports. A new report joins the story that it is most like, if like enough, and
opens one otherwise: what is known already stays as it is when more comes (single pass clustering; Allan, Papka and
Lavrenko, "On-line new event detection and tracking", SIGIR 1998).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

LIKE_ENOUGH = 0.2
"""How alike a text must be to a story to join it."""
HEADLINES = 15
"""Different words that a headline has at most."""
HEADLINES_LIKE_ENOUGH = 0.1
"""The same where most have nothing but a headline: headlines share few words even with their own story."""
HEADLINE_WEIGHT = 2
_WORD = re.compile(r"[^\W\d_]{3,}(?:['’][^\W\d_]+)*")
_ENDINGS = re.compile(r"(?:['’]s?|ings?|ed|ies|es|s)$")


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """What a report tells, for grouping: its id, its headline and its text."""

    id: str
    title: str
    text: str


def stories(tellings: Sequence[Telling]) -> dict[str, int]:
    """The number of the story of each report, by id; reports in the order in which they came.

    Word weights are tf-idf over all that came; memory and time grow with the words in stories, not with pairs.
    """
    counts = [_counts(telling) for telling in tellings]
    spread: Counter[str] = Counter(word for count in counts for word in count)
    total = len(counts)
    typical = sorted(map(len, counts))[total // 2] if counts else 0
    like_enough = LIKE_ENOUGH if typical > HEADLINES else HEADLINES_LIKE_ENOUGH
    sums: list[dict[str, float]] = []
    lengths: list[float] = []
    postings: dict[str, set[int]] = defaultdict(set)
    found: dict[str, int] = {}
    for telling, count in zip(tellings, counts, strict=True):
        weights = _weights(count, spread, total)
        scores: dict[int, float] = defaultdict(float)
        for word, weight in weights.items():
            for story in sorted(postings.get(word, ())):
                scores[story] += weight * sums[story][word]
        best, likeness = -1, 0.0
        for story, dot in scores.items():
            value = dot / lengths[story]
            if value > likeness:
                best, likeness = story, value
        if likeness < like_enough:
            best = len(sums)
            sums.append({})
            lengths.append(0.0)
        story_sum = sums[best]
        for word, weight in weights.items():
            story_sum[word] = story_sum.get(word, 0.0) + weight
            postings[word].add(best)
        lengths[best] = math.sqrt(sum(weight * weight for weight in story_sum.values()))
        found[telling.id] = best
    return found


def likenesses(pairs: Sequence[tuple[Telling, Telling]]) -> list[float]:
    """How alike the two reports of each pair are, from 0 to 1; words weigh by how rare they are in all pairs."""
    counts = [(_counts(a), _counts(b)) for a, b in pairs]
    spread: Counter[str] = Counter(word for pair in counts for count in pair for word in count)
    found = []
    for pair in counts:
        one, other = (_weights(count, spread, 2 * len(pairs)) for count in pair)
        found.append(sum(weight * other.get(word, 0.0) for word, weight in one.items()))
    return found


def _counts(telling: Telling) -> Counter[str]:
    found: Counter[str] = Counter()
    for text, times in ((telling.title, HEADLINE_WEIGHT), (telling.text, 1)):
        for word in _WORD.findall(text):
            found[_ENDINGS.sub("", word.lower()) or word.lower()] += times
    return found


def _weights(count: Counter[str], spread: Mapping[str, int], total: int) -> dict[str, float]:
    raw = {
        word: (1 + math.log(times)) * math.log((total + 1) / spread[word])
        for word, times in count.items()
        if spread[word] <= max(3, total // 3)
    }
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {word: weight / length for word, weight in raw.items()}
