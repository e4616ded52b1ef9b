"""Speakers passed on from saying to saying: "the statement said", "it reported", "they said", "one said"."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from onrecord.find.reference.papers import REPORT, last_body, medium_named, publisher_of
from onrecord.knowledge.references import nouns
from onrecord.knowledge.speaking import lemmas
from onrecord.model.mention import ActorMention, Attribution

_DEFINITE = "(?:the|its|their|his|her|this|that) (?:\\w+ )?"


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(rf"{_DEFINITE}{nouns('issued')}|an? (?:\w+ )?{nouns('issued')}{_BEHIND}", re.IGNORECASE)


_BEHIND = (
    r" (?:(?:issued|released|published|adopted) (?:at|after|following|on|late|in|during|from)"
    r"|(?:at|after|from|following) (?:the|a|an)) [^,]*"
)
"""What follows a paper that nobody is named with ("a communique issued at the end of the meeting")."""


@cache
def _epithet() -> re.Pattern[str]:
    return re.compile(rf"the (?:[\w-]+ ){{0,4}}{nouns('epithet')}", re.IGNORECASE)


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"\b{nouns('issued')}\b")


@cache
def _reported() -> re.Pattern[str]:
    return re.compile(_DEFINITE + nouns("reported") + "|it", re.IGNORECASE)


def passed_back(
    body: str, speech: Sequence[Attribution], actors: Sequence[ActorMention] = ()
) -> tuple[Attribution, ...]:
    """Speakers for "the statement said" (who issued one last), "it reported" (the last medium) and "they said"."""
    out: list[Attribution] = []
    speaker: ActorMention | None = None
    medium: ActorMention | None = None
    issuer: ActorMention | None = None
    several: ActorMention | None = None
    member: ActorMention | None = None
    alone: ActorMention | None = None
    unlisted: ActorMention | None = None
    known = {actor.start for actor in actors}
    document = ""
    again: dict[str, ActorMention] = {}
    for one in speech:
        words = one.source[0].of(body) if one.source else ""
        plain = one.speaker is None or one.speaker.kind == "described"
        issued = issuer or speaker or _house(actors, several)
        if plain and issued is not None and _issued().fullmatch(words):
            one = _spoken_by(one, issued)
        elif plain and _issued().fullmatch(words) and (body_before := last_body(actors, one)) is not None:
            one = _spoken_by(one, body_before)
        elif plain and REPORT.fullmatch(words) and (publisher := publisher_of(body, actors, one)) is not None:
            one = _spoken_by(one, publisher)
        elif plain and words.lower() == "it" and document and one.cue_lemma in _REPORTING:
            one = _spoken_by(one, ActorMention(start=0, end=1, kind="described", name=document))
        elif words.lower() == "it" and speaker is not None and _goes_on(speaker, medium, one):
            one = _spoken_by(one, speaker)
        elif plain and medium is None and _reported().fullmatch(words) and one.cue_lemma in _REPORTING:
            named = medium_named(actors, one) if words.lower().split()[-1] in lemmas("outlet") else None
            one = _spoken_by(one, named) if named is not None else one
        elif plain and (named := _by_last_word(actors, one, words)) is not None:
            one = _spoken_by(one, named)
        elif plain and medium is not None and _reported().fullmatch(words) and one.cue_lemma in _REPORTING:
            one = _spoken_by(one, medium)
        elif plain and several is not None and words.lower() in _SEVERAL:
            one = _spoken_by(one, several)
        elif plain and alone is not None and words.lower() in _ALONE:
            one = _spoken_by(one, alone)
        elif plain and member is not None and _MEMBER.fullmatch(words):
            one = _spoken_by(one, member)
        elif one.speaker is None and words in again:
            one = _spoken_by(one, again[words])
        elif plain and speaker is not None and speaker.kind == "person" and _epithet().fullmatch(words):
            one = _spoken_by(one, speaker)
        elif unlisted is not None and words.lower() in ("he", "she") and one.start - unlisted.end < _SOON:
            one = _spoken_by(one, unlisted)
        if one.rule.startswith("say/") and words.lower() not in ("he", "she"):
            new = one.speaker is not None and one.speaker.kind == "person" and one.speaker.start not in known
            unlisted = one.speaker if new else None
            if unlisted is not None and len(unlisted.name.split()) > 1:
                again.setdefault(unlisted.name.split()[-1], unlisted)
        if one.rule.startswith("say/") and words.lower() != "it":
            document = _bare(words) if one.speaker is None and _PUBLISHED.search(words) else ""
        if one.via:
            one = msgspec.structs.replace(one, via=tuple(_outlet(actors, one, who) for who in one.via))
        passing = [actor for actor in (one.speaker, *one.via) if actor is not None and actor.medium]
        medium = passing[0] if passing else medium
        if one.speaker is not None and not one.speaker.medium and one.speaker.kind != "described" and one.speaker.name:
            speaker = one.speaker
            member = speaker if _SEAT.search(speaker.role) else member
            several = None
            if not _issued().fullmatch(words) and _paper().search(body, one.start, one.end + 40):
                issuer = speaker
        elif one.speaker is not None and one.speaker.role and one.speaker.kind == "described":
            alone = one.speaker
        elif one.speaker is not None and not one.speaker.role and words.lower() != "they":
            several = one.speaker  # people without a name, who may go on speaking as "they"
        out.append(one)
    return tuple(out)


_OUTLET = re.compile(r"(?:news )?(?:newspaper|paper|agency|broadcaster|network|outlet)\b(?:,.*)?", re.IGNORECASE)


def _outlet(actors: Sequence[ActorMention], one: Attribution, who: ActorMention) -> ActorMention:
    """The medium named last for "the agency" that passes it on ("the agency quoted Bo as saying")."""
    if who.kind != "described" or _OUTLET.fullmatch(who.name) is None or not one.source:
        return who
    named = medium_named(actors, one)
    return msgspec.structs.replace(named, start=who.start, end=who.end, how="description") if named else who


def _by_last_word(actors: Sequence[ActorMention], one: Attribution, words: str) -> ActorMention | None:
    """The medium named before of whose name a source is the last word ("the Journal")."""
    last = words.removeprefix("the ").removeprefix("The ")
    named = medium_named(actors, one) if last != words and last[:1].isupper() else None
    return named if named is not None and last in named.name.split()[1:] else None


def _house(actors: Sequence[ActorMention], several: ActorMention | None) -> ActorMention | None:
    """The body whose members spoke together ("foreign ministers of the African Union")."""
    house = several.affiliation if several is not None and not several.states else ""
    return next((actor for actor in actors if actor.kind == "body" and actor.name == house), None) if house else None


def _goes_on(speaker: ActorMention, medium: ActorMention | None, one: Attribution) -> bool:
    """Whether the state or body that spoke shortly before, and no medium since, goes on as "it"."""
    later = medium is None or medium.start < speaker.start
    near = 0 <= one.start - speaker.end < _SOON and one.rule.startswith("say/")
    return speaker.kind in ("body", "state") and one.speaker is None and later and near


_ALONE = frozenset({"the person", "the source", "the insider"})
_SEVERAL = frozenset({"they", "the people", "the sources", "one", "one of them", "some of them"})
_MEMBER = re.compile(r"the (?:[A-Z][\w.]+ ){0,3}(?:Republican|Democrat|senator|lawmaker|congressman|congresswoman)")
_SEAT = re.compile(r"\b(?:Senator|Representative|Sen|Rep|Republican|Democrat|lawmaker|Congress\w*|Leader|Whip)\b")
_SOON = 300
"""Characters within which "he" goes on with somebody whom only the verb of saying shows to be a person."""
_REPORTING = frozenset(
    [
        "report",
        "say",
        "add",
        "note",
        "write",
        "cite",
        "according",
        "quote",
        "estimate",
        "conclude",
        "warn",
        "argue",
        "predict",
    ]
)
_PUBLISHED = re.compile(
    r"^the (?:\w+ )?(?:study|paper|survey|analysis|article|letter|brief|memo|poll|filing|editorial|commentary)$", re.I
)


def _bare(words: str) -> str:
    return words.partition(" ")[2]


def _spoken_by(one: Attribution, actor: ActorMention) -> Attribution:
    span = one.source[0]
    return msgspec.structs.replace(
        one, speaker=msgspec.structs.replace(actor, start=span.start, end=span.end, how="description")
    )
