"""Actors without a name: "an unnamed South Korean trade official", "Chinese officials", "the finance minister"."""

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.find.actors.offices import DEFINITE, NUMBERS, Office
from onrecord.find.actors.words import Words
from onrecord.knowledge.offices import words_for
from onrecord.knowledge.states import states
from onrecord.model.mention import ActorMention

_MEDIA = frozenset({"media", "newspapers", "outlets", "newspaper"})
_STATIONS = frozenset({"television", "tv", "radio", "broadcaster"})
_OWNED = frozenset({"state", "state-run", "state-owned", "public", "national"})

_TOO_WIDE = frozenset(
    {"countries", "nations", "states", "sides", "governments", "teams", "companies", "industries", "firms"}
)
_WIDE_WORDS = frozenset({"other", "foreign", "major", "state", "all", "local", "new", "key", "independent", "global"})
_COUNTS = frozenset({"two", "three", "both"})
_MANY_COUNTED = frozenset(
    {"leaders", "sides", "countries", "nations", "states", "governments", "presidents", "ministers"}
)


def described(words: Words, phrases: Sequence[Office], named: frozenset[int]) -> Iterator[ActorMention]:
    """A mention for each office phrase that introduces nobody (``named`` holds the heads of those that do)."""
    for phrase in phrases:
        if phrase.head in named:
            continue
        word = words.lows[phrase.head]
        after = _vouched(words, phrase)
        alone = phrase.after - phrase.first == 1
        bare = alone and not phrase.determiner
        if word in ("people", "persons") and after == phrase.after and not _speak(words, phrase):
            continue
        if phrase.plural and bare and words.capital(phrase.head) and words.capital(phrase.after):
            continue  # "Presidents Xi and Trump"
        station = word in _STATIONS
        if station and (phrase.head < 1 or words.lows[phrase.head - 1] not in _OWNED):
            continue  # "state television", not any set
        if phrase.kind == "paper" and not _vouches(words, phrase):
            continue
        if bare and not phrase.plural and not station and word not in _MEDIA:
            continue
        if word in _TOO_WIDE and after == phrase.after and _says_little(words, phrase):
            continue
        if word in _MANY_COUNTED and (phrase.determiner in _COUNTS or (phrase.determiner == "the" and alone)):
            continue  # "the two leaders", "both sides": who they are is a matter of reference
        first = phrase.first
        if first and words.lows[first - 1] in NUMBERS - {"some", "many", "several", "one", "both", "few"}:
            first -= 1
        span = words.span(first, after)
        definite = phrase.determiner in DEFINITE or words.low(phrase.first + 1) in ("'s", "’s")
        acts = phrase.states
        if phrase.kind == "many" and phrase.state and word in ("sides", "allies"):
            acts = (phrase.state,)
        if word == "allies" and _names_a_state(words.text(first, after)):
            acts = ()  # a leader's allies are at home, a state's abroad
        yield ActorMention(
            start=span.start,
            end=span.end,
            kind="described",
            name=" ".join(words.text(first, after).split()),
            states=acts,
            role=phrase.role if not phrase.plural and phrase.kind not in ("many", "paper") else "",
            affiliation=phrase.state if acts else phrase.body,
            how="office" if definite and not phrase.plural and phrase.kind not in ("many", "paper") else "description",
            medium=station or word in _MEDIA,
        )


def _speak(words: Words, phrase: Office) -> bool:
    """Whether it is "the people said", of people told of before."""
    return phrase.determiner == "the" and words.low(phrase.after) in ("said", "say", "added", ",", ".")


@cache
def _state_names() -> tuple[str, ...]:
    return tuple(name for row in states().values() for name in (row.name, *row.names, *row.adjectives))


def _names_a_state(phrase: str) -> bool:
    """Whether a phrase begins with a state: "America's top allies"."""
    bare = phrase.removeprefix("the ").removeprefix("The ")
    return bare.startswith(_state_names())


def _vouches(words: Words, phrase: Office) -> bool:
    """Whether a paper can be cited: data with their source, "the data" again, a joint statement."""
    if phrase.plural:
        return phrase.first < phrase.head or phrase.determiner in ("the", "these")
    return any(words.lows[index] == "joint" for index in range(phrase.first, phrase.head))


def _says_little(words: Words, phrase: Office) -> bool:
    """Whether nothing before the head tells who is meant ("other countries")."""
    return all(words.lows[index] in _WIDE_WORDS for index in range(phrase.first, phrase.head))


@cache
def _vouching() -> frozenset[str]:
    return frozenset(link.split()[0] for link in words_for("vouched"))


def _vouched(words: Words, phrase: Office) -> int:
    """The index after "familiar with the discussions", if that follows."""
    after = phrase.after
    if words.low(after) not in _vouching():
        return after
    for link in words_for("vouched"):
        parts = link.split()
        if [words.low(after + index) for index in range(len(parts))] == parts:
            end = after + len(parts)
            while end < len(words) and (
                words.lows[end] in ("the", "their", "those", "these", "this", "that", "its", "a", "his")
                or (words.texts[end].isalpha() and words.grammar(end)[0] in ("NOUN", "ADJ", "PROPN"))
            ):
                end += 1
            return end
    return after
