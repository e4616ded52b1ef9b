"""Actors: states, bodies and people, by their names."""

from collections.abc import Iterator, Sequence
from datetime import date

from onrecord.find.actors.again import Cast, again
from onrecord.find.actors.described import described
from onrecord.find.actors.lexicon import Hit, hits
from onrecord.find.actors.offices import offices
from onrecord.find.actors.organisations import organisations
from onrecord.find.actors.people import mention, who
from onrecord.find.actors.states import states
from onrecord.find.actors.titled import introduced
from onrecord.find.actors.words import Words
from onrecord.model.mention import ActorMention
from onrecord.model.page import Sentence
from onrecord.model.span import Span


def find_actors(body: str, sentences: Sequence[Sentence], day: date | None) -> tuple[ActorMention, ...]:
    """Every named or described actor of the body, by place, the outer before the inner where they nest.

    ``day`` decides who held an office; where it is not known, the last office of a person counts.
    """
    known = hits(body)
    cast = Cast(day)
    found: list[ActorMention] = []
    seen: list[tuple[Words, list[tuple[int, int]]]] = []
    at = 0
    for sentence in sentences:
        while at < len(known) and known[at].end <= sentence.start:
            at += 1
        end = at
        while end < len(known) and known[end].start < sentence.end:
            end += 1
        here = known[at:end]
        words = Words(body, sentence, here)
        at = end
        grown = organisations(words)
        if grown:
            words = Words(body, sentence, _with(here, grown))
        phrases = offices(words)
        names = introduced(words, phrases)
        taken = [(name.first, name.after) for name in names]
        for name in names:
            told = who(name, words, day, cast.by_name.get(name.name))
            place = words.starts[name.first]
            if name.office is None and cast.namesake(name.name, words.text(name.first, name.after), place) is not None:
                taken.remove((name.first, name.after))  # "Mr Bo", after somebody else called Bo
            elif name.name in cast.by_name or name.known or not cast.named(name.name):
                cast.add(told, place)
                found.append(mention(words, name.first, name.after, told))
            else:
                taken.remove((name.first, name.after))
        heads = frozenset(name.office.head for name in names if name.office is not None)
        found.extend(described(words, phrases, heads))
        found.extend(_bodies(words, grown))
        for state in states(words):
            found.append(state)
            if " " in state.name:  # "Trump administration" holds no Trump
                taken.append(words.indices(state))
                for hit in words.hits[slice(*taken[-1])]:
                    if hit is not None and hit.known.what == "short":
                        cast.short(hit.known.name, hit.start)
        seen.append((words, taken))
    for words, taken in seen:
        found.extend(again(words, taken, cast))
    return _in_order(found)


def _with(known: Sequence[Hit], grown: Sequence[Hit]) -> list[Hit]:
    """The hits of a sentence, with bodies found by grammar in the place of what they hold."""
    kept = [hit for hit in known if not any(body.shares(hit) for body in grown)]
    return sorted([*kept, *grown])


def _bodies(words: Words, grown: Sequence[Hit]) -> Iterator[ActorMention]:
    for at, hit in enumerate(words.hits):
        if hit is None or hit.known.what not in ("body", "outlet") or (at and words.hits[at - 1] is hit):
            continue
        known = hit.known
        yield ActorMention(
            start=hit.start,
            end=hit.end,
            kind="body",
            name=known.name,
            states=(known.code,) if known.acts and known.code else (),
            affiliation=known.code,
            how="possessive" if words.low(words.hit_end(at)) in ("'s", "’s") else "name",
            medium=known.what == "outlet",
        )


def _in_order(found: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """By place, the longer first; of two with one span the first found."""
    by_span: dict[Span, ActorMention] = {}
    for actor in found:
        by_span.setdefault(Span(start=actor.start, end=actor.end), actor)
    return tuple(sorted(by_span.values(), key=lambda actor: (actor.start, -actor.end)))
