"""What a meeting is: its place, level, round, format and state, from the words of its clause."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

import msgspec

from onrecord.find.frames.grammar import is_verb
from onrecord.knowledge.cities import cities_reached
from onrecord.knowledge.phrases import Phrases
from onrecord.knowledge.tables import table
from onrecord.model.days import Days
from onrecord.model.mention import ActorMention, EventMention, FrameMention
from onrecord.model.page import Page
from onrecord.model.span import Span
from onrecord.read.clauses import progressive, tense

Level = Literal["technical", "ministerial", "summit"]
State = Literal["held", "under-way", "planned", "called-off"]

_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
_NUMBER = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_FORMAT = re.compile(r"\b(?:two|2)[- ]?(?:plus|\+)[- ]?(?:two|2)\b", re.IGNORECASE)
_COMING = frozenset(
    {
        "more",
        "further",
        "next",
        "future",
        "additional",
        "upcoming",
        "coming",
        "planned",
        "new",
        "another",
        "expected",
        "proposed",
        "possible",
        "potential",
        "scheduled",
        "forthcoming",
        "looming",
    }
)
_LOOKING_AHEAD = frozenset(
    {
        "look",
        "expect",
        "await",
        "plan",
        "hope",
        "schedule",
        "prepare",
        "invite",
        "work",
        "seek",
        "want",
        "propose",
        "arrange",
    }
)
_OPENING = frozenset({"resume", "restart", "begin", "start", "open", "reopen", "launch", "continue"})
_ONGOING = frozenset({"ongoing", "current", "continuing", "continued"})


class LevelRow(msgspec.Struct, frozen=True, kw_only=True):
    """Words that tell a level."""

    level: Level
    words: tuple[str, ...]


@cache
def _levels() -> Phrases[Level]:
    return Phrases((word, row.level) for row in table("levels.toml", LevelRow) for word in row.words)


def level_of(page: Page, described: Sequence[Span], actors: tuple[ActorMention, ...]) -> Level | None:
    """The level, by the words that describe the talks and the offices of those present; the table's order decides."""
    named = {level for span in described for _, _, level in _levels().find(span.of(page.body))}
    offices = " ; ".join(actor.role for actor in actors if actor.kind == "person")
    named |= {level for _, _, level in _levels().find(offices)}
    return next((row.level for row in table("levels.toml", LevelRow) if row.level in named), None)


def round_of(page: Page, frame: FrameMention) -> int | None:
    """The number of the round: ``a second round of talks``, ``the first talks``."""
    sentence = page.sentences[frame.sentence]
    heads = [frame.trigger, *(role.head for role in frame.roles if role.name == "support")]
    for head in heads:
        if is_verb(sentence, head):
            continue
        for child in sentence.children[head]:
            word = sentence.tokens[child].text.lower()
            if word in _ORDINALS:
                return _ORDINALS.index(word) + 1
            match = _NUMBER.fullmatch(word)
            if match:
                return int(match[1])
    return None


def format_of(page: Page, whole: Span) -> str | None:
    """``2+2`` where ministers of two departments meet their like."""
    return "2+2" if _FORMAT.search(whole.of(page.body)) else None


def place_of(page: Page, whole: Span) -> str | None:
    """The city that follows ``in`` or ``to`` in the clause."""
    return next((row.city for _, _, row in cities_reached().find(whole.of(page.body))), None)


def summit_of(page: Page, whole: Span) -> EventMention | None:
    """The one named event at which the talks of a clause are: "at the G20 summit in Osaka", not ahead of it."""
    found = [event for event in page.within(page.events, whole) if event.side == "at" and event.held is not None]
    return found[0] if len(found) == 1 else None


def state_of(page: Page, frame: FrameMention, verb: int, days: Days | None) -> State | None:
    """Held, under way, planned or called off: by the frame, by what modifies the talks, by tense, by the day."""
    says = dict(frame.says)
    if says.get("state") == "called-off":
        return "called-off"
    sentence = page.sentences[frame.sentence]
    if progressive(sentence, verb) and "been" in {sentence.tokens[at].text for at in sentence.children[verb]}:
        return "under-way"  # "have been negotiating", whatever day is named beside
    published = page.article.published.days.last if page.article.published else None
    if days is not None and published is not None and days.first is not None and days.first > published:
        return "planned"
    heads = [frame.trigger, *(role.head for role in frame.roles if role.name == "support")]
    modifiers = {
        sentence.tokens[child].text.lower()
        for head in heads
        if not is_verb(sentence, head)
        for child in sentence.children[head]
    }
    if modifiers & _COMING or sentence.tokens[verb].lemma in _LOOKING_AHEAD:
        return "planned"
    when = tense(sentence, verb) if is_verb(sentence, verb) else None
    if when == "future":
        return "planned"
    if sentence.tokens[verb].tag == "VBG" and sentence.tokens[verb].lemma in _OPENING and when is None:
        return "planned"  # "the chances of resuming talks"
    if says.get("way") == "visit" and is_verb(sentence, frame.trigger) and progressive(sentence, frame.trigger):
        return "planned"  # "is flying to Oslo", "was sending a team"
    if modifiers & _ONGOING or progressive(sentence, verb):
        return "under-way"
    if when == "present" and sentence.tokens[verb].lemma in ("be", "continue"):
        return "under-way"
    return "held"
