"""People named again: surnames alone, resolved to the full name that the article gives."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.find.actors.people import Who, keys, mention
from onrecord.find.actors.titled import HONORIFICS, longer
from onrecord.find.actors.words import Words
from onrecord.knowledge.offices import words_for
from onrecord.knowledge.people import office_on
from onrecord.model.mention import ActorMention


class Cast:
    """Everybody whom the article names in full, by the words that name them again."""

    def __init__(self, day: date | None) -> None:
        self.day = day
        self.by_name: dict[str, Who] = {}
        self.by_key: dict[str, list[str]] = defaultdict(list)
        self.first: dict[str, int] = {}

    def add(self, told: Who, at: int) -> None:
        """Take a person who is named at a place into the cast, or learn more of one who is in it."""
        if told.name not in self.by_name:
            self.first[told.name] = at
            for key in dict.fromkeys(keys(told.name)):
                self.by_key[key].append(told.name)
        self.by_name[told.name] = told

    def named(self, key: str) -> list[Who]:
        """Whom the word may name."""
        return [self.by_name[name] for name in dict.fromkeys(self.by_key.get(key, ()))]

    def namesake(self, name: str, key: str, at: int) -> Who | None:
        """Whom the text has named in full before, where a word alone would name somebody whom it does not tell of."""
        if name in self.by_name:
            return None
        others = [who for who in self.named(key) if self.first[who.name] < at]
        return others[0] if len(others) == 1 else None

    def short(self, name: str, at: int) -> Who:
        """Somebody known with no introduction, as of the article's day."""
        if name in self.by_name:
            return self.by_name[name]
        row = office_on(name, self.day)
        if row is None:
            told = Who(name=name)
        else:
            told = Who(
                name=name,
                role=row.role,
                affiliation=row.state if row.state and (not row.body or row.state == "EU") else row.body,
                states=(row.state,) if row.state else (),
            )
        self.add(told, at)
        return told


def again(words: Words, taken: Sequence[tuple[int, int]], cast: Cast) -> Iterator[ActorMention]:
    """Mentions of people of the cast by surname alone, outside the words that are ``taken``."""
    covered = [False] * len(words)
    for first, after in taken:
        for index in range(first, after):
            covered[index] = True
    at, length_of_all = 0, len(words)
    while at < length_of_all:
        if covered[at] or not (words.capitals[at] or words.lows[at] in _PARTICLES):
            at += 1
            continue
        hit = words.hits[at]
        if hit is not None and hit.known.what == "short":
            after = words.hit_end(at)
            if not longer(words, at):
                name, place = hit.known.name, hit.start
                told = cast.namesake(name, words.text(at, after), place) or cast.short(name, place)
                yield mention(words, at, after, told)
            at = after
            continue
        if hit is not None and hit.known.what != "city":
            at = words.hit_end(at)
            continue
        for length in (3, 2, 1):
            if at + length <= length_of_all and not any(covered[at : at + length]):
                found = cast.named(words.text(at, at + length))
                if found and not _part_of_longer(words, at, at + length):
                    yield _mention(words, at, at + length, found)
                    at += length - 1
                    break
        at += 1


_PARTICLES = frozenset({"von", "van", "de", "der"})


def _part_of_longer(words: Words, first: int, after: int) -> bool:
    """Whether the word belongs to another name ("Ross Stores", "Wang Xiaodong" beside a known Wang)."""
    following = words.capital(after) and words.hits[after] is None and words.starts[after] == words.ends[after - 1] + 1
    if following and after - first == 1 and words.texts[after] not in words_for("no-name"):
        return True
    before = first - 1
    if words.low(before) in HONORIFICS:
        return False  # "But Mr Bo said"
    beside = before > 0 and words.ends[before] + 1 == words.starts[first]
    return beside and words.capital(before) and words.hits[before] is None and words.low(before - 1) not in ("", ".")


def _mention(words: Words, first: int, after: int, found: list[Who]) -> ActorMention:
    span = words.span(first, after)
    if len(found) > 1:
        return ActorMention(
            start=span.start, end=span.end, kind="person", name="", candidates=tuple(who.name for who in found)
        )
    return mention(words, first, after, found[0])
