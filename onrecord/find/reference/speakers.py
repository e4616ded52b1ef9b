"""Speakers: the actor behind each attribution's source, resolved."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from onrecord.find.reference.discourse import joined
from onrecord.find.reference.home import places
from onrecord.knowledge.offices import heads, words_for
from onrecord.knowledge.states import states
from onrecord.model.mention import ActorMention, Attribution
from onrecord.model.span import Span

Resolved = Mapping[tuple[int, int], ActorMention]


def filled(
    body: str, attribution: Attribution, actors: Sequence[ActorMention], resolved: Resolved, parts: "Parts"
) -> Attribution:
    """The attribution with its speaker and its chain resolved; what speech has named stays.

    ``actors`` are all mentions by place, ``resolved`` those that came from references, by their span; ``parts`` the
    people by the words of their names.
    """
    speaker = attribution.speaker
    if speaker is not None:
        speaker = (
            _last_medium(body, attribution, actors, speaker)
            or _officer(body, attribution, actors, speaker)
            or _named_behind(body, attribution.source, actors, speaker)
            or _known(speaker, resolved)
        )
    else:
        speaker = _of_house(body, attribution.source, actors) or _in_source(body, attribution.source, actors)
    together = _together(body, attribution.source, actors, speaker)
    if speaker is None and attribution.source:
        span = attribution.source[0]
        speaker = _initials(body, span, actors) or parts.whose(body, span) or _apposed(body, span, actors)
        speaker = speaker or _capital(body, span)
    via = tuple(_known(actor, resolved) for actor in attribution.via)
    return msgspec.structs.replace(attribution, speaker=together or speaker, via=via)


def _capital(body: str, source: Span) -> ActorMention | None:
    """The state whose capital speaks where it looks like a place ("a letter to Oslo, which said")."""
    code = places().get(source.of(body).casefold(), "")
    if not code:
        return None
    name = states()[code].name
    return ActorMention(start=source.start, end=source.end, kind="state", name=name, states=(code,))


def _apposed(body: str, source: Span, actors: Sequence[ActorMention]) -> ActorMention | None:
    """The person right before, whose office a source names ("a walk with Ann Bo, the bank's chief said")."""
    at = bisect_left(actors, source.start, key=lambda actor: actor.start)
    for actor in reversed(actors[max(0, at - 3) : at]):
        close = body[actor.end : source.start].strip() == "," and actor.kind == "person"
        if close and actor.role and actor.role.lower().split()[-1] in source.of(body).lower().split():
            return msgspec.structs.replace(actor, start=source.start, end=source.end, how="description")
    return None


_NAMED = re.compile(r"((?:[A-Z][\w’'-]+\.? ){2,3})(?:of|at|with|from) (?:the )?")


def _of_house(body: str, source: Sequence[Span], actors: Sequence[ActorMention]) -> ActorMention | None:
    """Somebody whom no parser takes for a person, by the body that follows: "Mio Sato of Harbour Bank"."""
    for span in source[:1]:
        named = _NAMED.match(body, span.start, span.end)
        if named is None or any(_is_office(word) for word in named[1].split()):
            return None
        inside = _inside(actors, span)
        house = next((actor for actor in inside if actor.start == named.end() and actor.kind == "body"), None)
        if house is None or house.medium or any(actor.start < named.end(1) for actor in inside):
            return None
        name = named[1].strip()
        belongs = house.states[0] if len(house.states) == 1 else house.name
        end = span.start + len(name)
        return ActorMention(start=span.start, end=end, kind="person", name=name, affiliation=belongs)
    return None


def _is_office(word: str) -> bool:
    low = word.lower()
    return low in heads() or low in words_for("body") or low in words_for("portfolio") or low in words_for("rank")


_CAPITALS = re.compile(r"[A-Z][A-Z .’'-]{2,40}")


def _initials(body: str, source: Span, actors: Sequence[ActorMention]) -> ActorMention | None:
    """The person whose initials or surname a source in capitals is ("ABC" or "COSTA" for Ana Bela Costa)."""
    words = source.of(body)
    if not _CAPITALS.fullmatch(words):
        return None
    for actor in actors:
        names = actor.name.split()
        if actor.kind != "person" or not names:  # one with several candidates has no name
            continue
        if words in ("".join(name[0] for name in names), names[-1].upper(), actor.name.upper()):
            return msgspec.structs.replace(actor, start=source.start, end=source.end, how="description")
    return None


_LETTERS = re.compile(r"\s?\(([A-Z][A-Za-z&]{1,7})\)")


class Parts:
    """The people of an article by the first and the last word of their names, its bodies by the letters behind them."""

    def __init__(self, body: str, actors: Sequence[ActorMention]) -> None:
        self._by_word: dict[str, dict[str, ActorMention]] = {}
        for actor in actors:
            names = actor.name.split()
            if actor.kind == "person" and len(names) > 1:
                for word in (names[0], names[-1]):
                    self._by_word.setdefault(word, {}).setdefault(actor.name, actor)
            elif actor.kind == "body" and (letters := _LETTERS.match(body, actor.end)) is not None:
                self._by_word.setdefault(letters[1], {}).setdefault(actor.name, actor)

    def whose(self, body: str, source: Span) -> ActorMention | None:
        """Of whose name a source is a word ("Rha" for Rha Woong Bae), or the letters; one or none."""
        words = source.of(body)
        fitting = self._by_word.get(words.removeprefix("The ").removeprefix("the "), {})
        if len(fitting) != 1:
            return None
        found = next(iter(fitting.values()))
        return msgspec.structs.replace(found, start=source.start, end=source.end, how="description")


_BELONGS = re.compile(r"\b(?:for|of|at|with|by|to)\b")


def _last_medium(
    body: str, attribution: Attribution, actors: Sequence[ActorMention], speaker: ActorMention
) -> ActorMention | None:
    """The medium that ends a source which the parser took for one name ("floated by Ann Bo, the Daily News said")."""
    if speaker.medium or not attribution.source or not attribution.cue:
        return None
    span = attribution.source[0]
    last = [actor for actor in _inside(actors, span) if actor.medium and actor.end == span.end]
    if not last or speaker.kind != "person" or last[0].start < speaker.end:
        return None
    return None if _BELONGS.search(body, speaker.end, last[0].start) else last[0]


def _officer(
    body: str, attribution: Attribution, actors: Sequence[ActorMention], speaker: ActorMention
) -> ActorMention | None:
    """The person whose office begins with the body's name ("Committee on Ports chairwoman Ann Bo")."""
    if speaker.kind != "body" or not attribution.source:
        return None
    inside = [actor for actor in _inside(actors, attribution.source[0]) if actor.kind == "person"]
    span = attribution.source[0]
    if len(inside) != 1 or inside[0].start < speaker.end or _OFFICE.match(body, span.start, span.end):
        return None
    between = body[speaker.end : inside[0].start]
    return inside[0] if inside[0].role and len(between) < _TITLE and "," not in between else None


_TITLE = 40


def _named_behind(
    body: str, source: Sequence[Span], actors: Sequence[ActorMention], speaker: ActorMention
) -> ActorMention | None:
    """The person whose name ends a source that begins with the office ("Peru's envoy in its mission here, Ann Bo")."""
    if speaker.kind != "described" or not speaker.role or not source:
        return None
    span = source[0]
    people = [actor for actor in _inside(actors, span) if actor.kind == "person" and actor.how == "name"]
    if len(people) != 1 or body[people[0].end : span.end].strip(" ,") or body[: people[0].start][-2:] != ", ":
        return None
    person = people[0]
    return msgspec.structs.replace(
        person,
        role=person.role or speaker.role,
        affiliation=person.affiliation or speaker.affiliation,
        states=person.states or speaker.states,
    )


def _known(actor: ActorMention, resolved: Resolved) -> ActorMention:
    return resolved.get((actor.start, actor.end), actor)


def _inside(actors: Sequence[ActorMention], span: Span) -> list[ActorMention]:
    low = bisect_left(actors, span.start, key=lambda actor: actor.start)
    found = []
    for actor in actors[low:]:
        if actor.start >= span.end:
            break
        if actor.end <= span.end:
            found.append(actor)
    return found


def _in_source(body: str, source: Sequence[Span], actors: Sequence[ActorMention]) -> ActorMention | None:
    """The mention in a source's words that they are about: a name before a description before a state's adjective."""
    order = {"person": 0, "group": 1, "body": 2, "described": 3, "state": 4}
    for span in source:
        inside = [actor for actor in _inside(actors, span) if actor.how != "pronoun" or actor.end == span.end]
        whole = [actor for actor in inside if actor.how not in ("adjective", "possessive")]
        whole = [
            actor
            for actor in whole
            if actor.kind != "body" or actor.medium or not _MODIFIES.match(body, actor.end, span.end)
        ]
        if _OFFICE.match(body, span.start, span.end):  # "the office of the trade envoy Ann Bo"
            return whole[0] if whole and whole[0].kind == "body" and whole[0].start - span.start < 5 else None
        if not whole and _ISSUE.search(body, span.start, span.end):
            whole = inside
        whole = [actor for actor in whole if actor.kind != "state" or _leads(body, span, actor)]
        whole = [actor for actor in whole if actor.kind != "person" or not _is_beside(body, span, actor)]
        if whole:
            return min(whole, key=lambda actor: (order[actor.kind], actor.start))
    return None


_MODIFIES = re.compile(r"[ -](?!(?:of|for|in|at|on|and|or|to|with|from|by|said|says|who|which|that)\b)[A-Za-z]+")
"""What follows a body's name that only says of what sort somebody is ("one Senate Democrat")."""
_OFFICE = re.compile(r"(?:the )?(?:office|bureau|desk|cabinet) of ", re.IGNORECASE)
_ISSUE = re.compile(
    r"\b(?:statements?|releases?|letters?|communiqu[eé]s?|announcements?|sides?|teams?|delegations?|camps?|authorit(?:y|ies)"
    r"|leadership|offers?|proposals?|tweets?|posts?|websites?|negotiators?|readouts?)\b",
    re.IGNORECASE,
)
"""What speaks for the state whose adjective stands beside it; "Korean shares" do not."""


_BESIDE = re.compile(
    r"\w (?:of|to|for|with|by|under|from|near|on|against|behind)"
    r" (?:(?:the |former |then-)*(?:Prime |Vice )?(?P<title>[A-Z][\w-]*)\.? |(?:the|former) )?$"
)
_POLITE = frozenset({"mr", "mrs", "ms", "dr", "sir"})


def _is_beside(body: str, span: Span, actor: ActorMention) -> bool:
    """Whether a person is only whose friend or foe the source is ("a critic of Bo"), and did not issue it."""
    before = body[span.start : actor.start]
    link = _BESIDE.search(before)
    if link is None or _ISSUE.search(before):
        return False
    title = (link["title"] or "").lower()
    return not title or title in heads() or title in _POLITE  # of another word it is the office: "of Japan Ann Bo"


def _leads(body: str, span: Span, actor: ActorMention) -> bool:
    """Whether a state begins the source or issued it ("a statement by Peru"), and is no mere place in it."""
    before = body[span.start : actor.start].lower().split()
    return not before or before == ["the"] or before[-1] in ("by", "from") or (before[-1] == "the" and "by" in before)


def _together(
    body: str, source: Sequence[Span], actors: Sequence[ActorMention], speaker: ActorMention | None
) -> ActorMention | None:
    """Those who speak together ("Canada and Mexico said") as one group."""
    if speaker is None or not source:
        return None
    span = next((span for span in source if span.holds(speaker)), None)
    if span is None:
        return None
    outer: list[ActorMention] = []
    for actor in _inside(actors, span):
        if not outer or actor.start >= outer[-1].end:
            outer.append(actor)
    chain = [actor for actor in outer if actor.kind == speaker.kind and actor.how not in ("adjective", "possessive")]
    between = [body[left.end : right.start] for left, right in pairwise(chain)]
    if len(chain) < 2 or not all(map(_and_between, between)) or "and" not in between[-1].lower().split():
        return None  # "after a day with X, Y said" joins nobody
    return ActorMention(
        start=chain[0].start,
        end=chain[-1].end,
        kind="group",
        name=joined(tuple(actor.name for actor in chain)),
        states=tuple(sorted({code for actor in chain for code in actor.states})),
        members=tuple(actor.name for actor in chain),
        medium=all(actor.medium for actor in chain),
    )


def _and_between(words: str) -> bool:
    bare = words.strip().lower()
    return bare in ("and", "and the", ",", ", and", ", the", ", and the") or (
        len(bare) < 60 and (bare.startswith("and ") or " and " in bare or bare.endswith(" and")) and "," not in bare
    )
