"""Patterns over kinds of words, and what a rule is: a pattern that finds, and a reader that resolves."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property

import msgspec

from onrecord.find.times.now import Meaning, Now
from onrecord.find.times.numbers import Count, count_of
from onrecord.find.times.words import Word, kind_names, kinds

MACROS = {
    "YEAR": (
        "(comma? (of|in)? (fiscal? year:(fouryear)"
        "|yshift:(of? (last|this|next|that same?|the (same|previous|following|current)) fiscal? unit)))"
    ),
    "COUNT": (
        "((a (few|couple of?|pair of|dozen|half|hundred))|few|dozens of?|couple of|half (a|dozen)"
        "|((small|number|fouryear) hundred?)|small hyphen? small slashmark small"
        "|(cardinal|small) and a half|cardinal (hyphen? hundred)?|tens (hyphen? cardinal)?|a)"
    ),
    "PART": (
        "((the? (begin|middle|end) of)|(early|late|mid|end) hyphen?"
        "|(early|late|(?<![unit])earlier|(?<![unit])later) in?)"  # not "a year earlier | in May"
    ),
    "NEAR": "(about|around|(more|less) than|at (least|most)|up to|just (over|under))",
}
_NAME = re.compile(
    r"(?P<group>[a-z_]+:\()|(?P<look>\(\?[<!=]+)|(?P<open>\()|(?P<macro>[A-Z]+)|(?P<kind>[a-z]+)|(?P<blank>\s+)"
)


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern of kind names (``weekday comma? month small``, ``shift:(last|next) unit``) as a regular expression.

    A group's name may stand in it more than once: the first one that matched is meant.
    """
    letters = kinds()

    seen: dict[str, int] = {}

    def part(match: re.Match[str]) -> str:
        if match["group"]:
            name = match["group"][:-2]
            seen[name] = seen.get(name, 0) + 1
            return f"(?P<{name}__{seen[name]}>"
        if match["open"]:
            return "(?:"
        if match["macro"]:
            return "(?:" + _NAME.sub(part, MACROS[match["macro"]]) + ")"
        if match["kind"]:
            return letters[match["kind"]]
        return match["look"] or ""

    return re.compile(_NAME.sub(part, pattern))


class Parts:
    """The words of one finding, by the names of the pattern's groups."""

    def __init__(self, match: re.Match[str], words: Sequence[Word]) -> None:
        self._match = match
        self._words = words
        self.start = match.start()
        self.end = match.end()

    def words(self, name: str = "") -> Sequence[Word]:
        """The words of a group, or all of them."""
        if not name:
            return self._words[self.start : self.end]
        groups = self._match.re.groupindex
        for number in range(1, 9):
            group = f"{name}__{number}"
            if group not in groups:
                break
            if self._match.start(group) >= 0:
                return self._words[self._match.start(group) : self._match.end(group)]
        return ()

    def value(self, name: str) -> str:
        """What the first word of a group counts as, or ""."""
        found = self.words(name)
        return found[0].value if found else ""

    def text(self, name: str) -> str:
        """The words of a group, or all of them, in small letters and joined by blanks."""
        return " ".join(word.text.lower() for word in self.words(name))

    def number(self, name: str) -> int | None:
        """The first word's value of a group as a number."""
        value = self.value(name)
        return int(value) if value.lstrip("-").isdigit() else None

    def count(self, name: str = "count") -> Count:
        """The count that a group says."""
        return count_of(self.words(name))

    def count_before(self, places: int) -> float | None:
        """The count that the one word says which stands ``places`` before the finding."""
        at = self.start - places
        word = self._words[at : at + 1] if at >= 0 else ()
        return count_of(word).number if word and word[0].value.isdigit() else None

    def sentence(self) -> Sequence[Word]:
        """All words of the sentence in which the finding stands."""
        return self._words

    def end_of(self, name: str) -> int:
        """The place behind the last word of a group, in the sentence's words."""
        last = self.words(name)[-1]
        return next(at for at in range(self.start, self.end) if self._words[at] is last) + 1

    def gap_before(self, at: int) -> int:
        """How many characters that are no words stand before the sentence's word at a place."""
        return self._words[at].start - self._words[at - 1].end

    def following(self, count: int) -> Sequence[Word]:
        """So many words behind the finding."""
        return self._words[self.end : self.end + count]

    def before(self, places: int = 1) -> str:
        """The word that stands ``places`` before the finding, in small letters, or ""."""
        at = self.start - places
        return self._words[at].text.lower() if at >= 0 else ""

    def after(self, places: int = 1) -> str:
        """The word that stands ``places`` after the finding, in small letters, or ""."""
        at = self.end + places - 1
        return self._words[at].text.lower() if at < len(self._words) else ""

    def kind_before(self, places: int = 1) -> str:
        """The kind of the word that stands ``places`` before the finding, or ""."""
        at = self.start - places
        return kind_names()[self._words[at].kind] if at >= 0 else ""

    def kind_after(self, places: int = 1) -> str:
        """The kind of the word that stands ``places`` after the finding, or ""."""
        at = self.end + places - 1
        return kind_names()[self._words[at].kind] if at < len(self._words) else ""


class Rule:
    """A named pattern with its reader; a reader that gives ``None`` takes the finding back."""

    def __init__(self, name: str, pattern: str, read: Callable[[Parts, Now], Meaning | None]) -> None:
        self.name = name
        self.read = read
        self._written = pattern

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern over kinds of words, compiled at the first use."""
        return compiled(self._written)


class Found(msgspec.Struct, frozen=True):
    """A finding that is not yet resolved."""

    rule: Rule
    parts: Parts
